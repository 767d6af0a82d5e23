//! From arguments to an open window.

use std::{
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    rc::Rc,
    sync::Arc,
};

use tokio::sync::{Notify, watch};

use crate::{
    app::{Contents, Environment},
    built_in,
    config::{Config, Lookup, Service},
    link::LinkInbox,
    password::breach::BreachList,
    platform::data_folder,
    service::{BaseUrl, RecoveryService, Unconfigured},
    vault::Vault,
    words::Language,
};

/// Does what the command line says: a command, handing a link to the window that is open, or opening it.
///
/// # Errors
/// What to tell the person at the terminal. It names no link.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
pub fn start() -> Result<(), Box<dyn Error>> {
    use crate::{
        cli::Arguments,
        link::IncomingLink,
        platform,
        single_instance::{Claim, SocketPlace, claim},
    };
    use clap::Parser as _;

    let arguments = Arguments::parse();
    let config = Lookup::of_this_process(arguments.config).load()?;
    match (arguments.command, &arguments.url) {
        (Some(command), None) => return command.run(&config),
        (Some(_), Some(_)) => return Err("either a link is opened or a command carried out, not both".into()),
        (None, _) => {}
    }
    let listener = match claim(&SocketPlace::of_this_user(), arguments.url.as_deref())? {
        Claim::HandedOver => return Ok(()),
        Claim::First(listener) => Some(listener),
        Claim::Alone(reason) => {
            tracing::warn!(%reason, "later starts will not find this window");
            None
        }
    };
    platform::open_display()?;
    let inbox = LinkInbox::new();
    if let Some(url) = arguments.url {
        inbox.put(IncomingLink::new(url));
    }
    let to_front = Arc::new(Notify::new());
    let bell = to_front.clone();
    if let Some(listener) = listener
        && let Err(error) = listener.serve(inbox.clone(), move || bell.notify_one())
    {
        tracing::warn!(%error, "later starts will not find this window");
    }
    open(config, inbox, to_front)
}

/// Opens the app. A phone has no command line: the system keeps one instance, and hands it the links while it runs.
///
/// # Errors
/// What to write to the system's log. It names no link.
#[cfg(any(target_os = "android", target_os = "ios"))]
pub fn start() -> Result<(), Box<dyn Error>> {
    #[cfg(target_os = "android")]
    let inbox = crate::platform::android::inbox();
    #[cfg(not(target_os = "android"))]
    let inbox = LinkInbox::new();
    open(Lookup::of_this_process(None).load()?, inbox, Arc::new(Notify::new()))
}

fn open(config: Config, inbox: LinkInbox, to_front: Arc<Notify>) -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    #[cfg(feature = "demo")]
    if config.service.base_url.is_none() {
        let (demo, environment) = runtime.block_on(demo(config, inbox))?;
        let _inside = runtime.enter();
        return open_window(&environment.clone(), demo.contents(environment), to_front);
    }
    let environment = runtime.block_on(async {
        let base = config.service.base_url.clone();
        let vault = base.as_ref().map_or_else(Vault::in_memory, |base| Vault::open(base.as_str()));
        environment(config, inbox, base, vault)
    })?;
    let _inside = runtime.enter();
    open_window(&environment.clone(), Contents::app(environment), to_front)
}

/// The demo, and its environment. The embedded server takes another port at each start; what is remembered of it must not
/// get lost over that.
#[cfg(feature = "demo")]
async fn demo(config: Config, inbox: LinkInbox) -> Result<(crate::demo::Demo, Environment), Box<dyn Error>> {
    let demo = crate::demo::Demo::start(demo_folder()?, &config.brand).await?;
    let environment = environment(config, inbox, Some(demo.base().clone()), Vault::open("demo"))?;
    Ok((demo, environment))
}

#[cfg(any(feature = "desktop", feature = "mobile"))]
fn open_window(
    environment: &Environment,
    contents: Contents,
    to_front: Arc<Notify>,
) -> Result<(), Box<dyn Error>> {
    crate::window::open(environment, contents, to_front)
}

#[cfg(not(any(feature = "desktop", feature = "mobile")))]
fn open_window(_: &Environment, _: Contents, _: Arc<Notify>) -> Result<(), Box<dyn Error>> {
    Err("this build has no window: it was made without the features `desktop` and `mobile`".into())
}

fn environment(
    config: Config,
    inbox: LinkInbox,
    base: Option<BaseUrl>,
    vault: Vault,
) -> Result<Environment, Box<dyn Error>> {
    let rules = config.link_rules(built_in::link_rules());
    let breach_list = config.service.breach_list.clone().map(BreachList::new).transpose()?.map(Rc::new);
    let chosen = chosen_language();
    let language = chosen.as_deref().and_then(remembered_language);
    let on_language = chosen.map(remember_language);
    let defaults = Environment::new(service(&config.service, base)?, vault);
    Ok(Environment {
        inbox,
        rules,
        breach_list,
        language: language.unwrap_or(defaults.language),
        on_language,
        brand: config.brand,
        ..defaults
    })
}

/// The file that holds the tag of the language that was chosen in the app, in a folder that is there.
fn chosen_language() -> Option<PathBuf> {
    let folder = data_folder()?;
    fs::create_dir_all(&folder).ok()?;
    Some(folder.join("language"))
}

/// Remembers a language in the background: the window does not wait for the disk. Of several choices the last is kept.
/// One that cannot be written is chosen again at the next start.
fn remember_language(file: PathBuf) -> Rc<dyn Fn(&'static Language)> {
    let (chosen, mut next) = watch::channel(None::<&Language>);
    tokio::spawn(async move {
        while next.changed().await.is_ok() {
            let Some(Language { tag, .. }) = *next.borrow_and_update() else { continue };
            let file = file.clone();
            let written = tokio::task::spawn_blocking(move || replace(&file, tag)).await;
            if !matches!(written, Ok(Ok(()))) {
                tracing::warn!("the chosen language cannot be remembered");
            }
        }
    });
    Rc::new(move |language| {
        chosen.send_replace(Some(language));
    })
}

/// On a full disk the old text stays.
fn replace(file: &Path, text: &str) -> io::Result<()> {
    let new = file.with_extension("new");
    fs::write(&new, text)?;
    fs::rename(new, file)
}

fn remembered_language(file: &Path) -> Option<&'static Language> {
    Language::tagged(fs::read_to_string(file).ok()?.trim())
}

fn service(settings: &Service, base: Option<BaseUrl>) -> Result<Rc<dyn RecoveryService>, Box<dyn Error>> {
    let Some(base) = base else { return Ok(Rc::new(Unconfigured)) };
    Ok(Rc::new(settings.client(base)?))
}

#[cfg(feature = "demo")]
fn demo_folder() -> Result<PathBuf, Box<dyn Error>> {
    Ok(data_folder().ok_or("this user has no home folder; set HOME")?.join("demo"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[tokio::test]
    async fn choosing_a_language_does_not_wait_for_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("language");
        let choose = remember_language(file.clone());
        for tag in ["fr", "de"] {
            choose(Language::tagged(tag).unwrap());
        }
        assert!(!file.exists(), "written by the thread that draws the window");
        while remembered_language(&file).is_none() {
            tokio::task::yield_now().await;
        }
        assert_eq!(remembered_language(&file).unwrap().tag, "de");
    }

    #[test]
    fn a_language_that_cannot_be_written_leaves_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("language");
        replace(&file, "fr").unwrap();
        // As on a full disk: the new text cannot be written.
        fs::create_dir(file.with_extension("new")).unwrap();
        assert!(replace(&file, "de").is_err());
        assert_eq!(remembered_language(&file).unwrap().tag, "fr");
    }
}
