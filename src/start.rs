//! Starts the program: from arguments to an open window.

use std::{
    error::Error,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
    rc::Rc,
    sync::Arc,
};

use tokio::sync::{Notify, watch};

use crate::{
    app::{Environment, WindowContent},
    clock,
    config::{Config, ConfigSources, ServiceConfig},
    i18n::Language,
    identity::{AppIdentity, IdentityError},
    link::LinkInbox,
    password::breach::BreachList,
    platform::{self, data_folder},
    program::Program,
    service::{BaseUrl, RecoveryService, UnconfiguredService},
    vault::Vault,
};

/// Runs our own program, and reports an error to standard error.
pub fn run(program: Result<Program, IdentityError>) -> ExitCode {
    // This comes before any other thread starts and before anything reads the environment.
    platform::disable_remote_inspector();
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    latchkey_launcher::platform::attach_parent_console();
    #[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
    platform::prepare_webkit_environment();
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(io::stderr)
        .init();
    match program.map_err(Into::into).and_then(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // If standard error is closed, the exit code still reports the failure.
            let _ = writeln!(io::stderr(), "latchkey: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command, forwards a link to a running instance, or opens the window.
///
/// # Errors
/// A message for the terminal. It contains no link.
#[cfg(not(any(target_os = "android", target_os = "ios")))]
fn start(program: Program) -> Result<(), Box<dyn Error>> {
    use crate::{
        cli::{self, Arguments},
        link::IncomingLink,
        single_instance::{Claim, InstancePaths, claim, serve},
    };
    use clap::Parser as _;

    let arguments = Arguments::parse();
    let config = ConfigSources::from_process(arguments.config, &program.identity, program.config).load()?;
    match (arguments.command, &arguments.url) {
        (Some(command), None) => return cli::run(&command, &program, &config),
        (Some(_), Some(_)) => return Err("a link and a command cannot be combined".into()),
        (None, _) => {}
    }
    let folders = InstancePaths::of_this_user(program.identity.id());
    let listener = match claim(&folders, arguments.url.as_deref(), arguments.message_id)? {
        Claim::Forwarded => return Ok(()),
        Claim::First(listener) => Some(listener),
        Claim::Alone(reason) => {
            tracing::warn!(%reason, "other instances will not find this window");
            None
        }
    };
    platform::open_display(program.name)?;
    platform::skip_library_destructors();
    let inbox = LinkInbox::new();
    if let Some(url) = arguments.url {
        inbox.put(IncomingLink::new(url));
    }
    let focus_requests = Arc::new(Notify::new());
    let notify = focus_requests.clone();
    if let Some(listener) = listener
        && let Err(error) = serve(listener, inbox.clone(), move || notify.notify_one())
    {
        tracing::warn!(%error, "other instances will not find this window");
    }
    open(&program.identity, config, inbox, focus_requests)
}

/// Opens the app on a phone. The system keeps one instance and delivers links to it.
///
/// # Errors
/// A message for the system's log. It contains no link.
#[cfg(any(target_os = "android", target_os = "ios"))]
fn start(program: Program) -> Result<(), Box<dyn Error>> {
    #[cfg(target_os = "android")]
    let inbox = crate::platform::android::inbox();
    #[cfg(not(target_os = "android"))]
    let inbox = LinkInbox::new();
    let config = ConfigSources::from_process(None, &program.identity, program.config).load()?;
    open(&program.identity, config, inbox, Arc::new(Notify::new()))
}

fn open(
    identity: &AppIdentity,
    config: Config,
    inbox: LinkInbox,
    focus_requests: Arc<Notify>,
) -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let settings = data_folder(identity).map(|folder| folder.join("window.toml"));
    #[cfg(feature = "demo")]
    if config.service.base_url.is_none() {
        let (demo, environment) = runtime.block_on(demo(identity, config, inbox))?;
        let _inside = runtime.enter();
        environment.vault.preload(clock::timestamp());
        return open_window(&environment.clone(), demo.content(environment), focus_requests, settings);
    }
    let environment = runtime.block_on(async {
        let base = config.service.base_url.clone();
        let vault = base.as_ref().map_or_else(Vault::in_memory, |base| Vault::open(identity, base.as_str()));
        environment(identity, config, inbox, base, vault)
    })?;
    let _inside = runtime.enter();
    environment.vault.preload(clock::timestamp());
    open_window(&environment.clone(), WindowContent::app(environment), focus_requests, settings)
}

/// Starts the demo. The embedded server uses another port at each start, so the vault has a fixed name.
#[cfg(feature = "demo")]
async fn demo(
    identity: &AppIdentity,
    config: Config,
    inbox: LinkInbox,
) -> Result<(crate::demo::Demo, Environment), Box<dyn Error>> {
    let demo = crate::demo::Demo::start(demo_folder(identity)?, identity, &config.brand).await?;
    let environment =
        environment(identity, config, inbox, Some(demo.base_url().clone()), Vault::open(identity, "demo"))?;
    Ok((demo, environment))
}

#[cfg(any(feature = "desktop", feature = "mobile"))]
fn open_window(
    environment: &Environment,
    content: WindowContent,
    focus_requests: Arc<Notify>,
    settings: Option<PathBuf>,
) -> Result<(), Box<dyn Error>> {
    crate::window::open(environment, content, focus_requests, settings)
}

#[cfg(not(any(feature = "desktop", feature = "mobile")))]
fn open_window(
    _: &Environment,
    _: WindowContent,
    _: Arc<Notify>,
    _: Option<PathBuf>,
) -> Result<(), Box<dyn Error>> {
    Err("this build has no window: the features `desktop` and `mobile` are disabled".into())
}

fn environment(
    identity: &AppIdentity,
    config: Config,
    inbox: LinkInbox,
    base: Option<BaseUrl>,
    vault: Vault,
) -> Result<Environment, Box<dyn Error>> {
    let rules = config.link_rules(identity.link_rules());
    let breach_list = config.service.breach_list.clone().map(BreachList::new).transpose()?.map(Rc::new);
    let chosen = language_file(identity);
    let language = chosen.as_deref().and_then(load_language);
    let on_language = chosen.map(save_language);
    let defaults = Environment::new(identity, service(&config.service, base)?, vault);
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

/// The file with the tag of the chosen language. Its folder is created.
fn language_file(identity: &AppIdentity) -> Option<PathBuf> {
    let folder = data_folder(identity)?;
    fs::create_dir_all(&folder).ok()?;
    Some(folder.join("language"))
}

/// Saves a language in the background, so that the window does not wait for the disk. Of several choices the last one
/// is saved. If it cannot be saved, the person chooses again at the next start.
fn save_language(file: PathBuf) -> Rc<dyn Fn(&'static Language)> {
    let (chosen, mut next) = watch::channel(None::<&Language>);
    tokio::spawn(async move {
        while next.changed().await.is_ok() {
            let Some(Language { tag, .. }) = *next.borrow_and_update() else { continue };
            let file = file.clone();
            let written = tokio::task::spawn_blocking(move || write_atomically(&file, tag)).await;
            if !matches!(written, Ok(Ok(()))) {
                tracing::warn!("the chosen language cannot be saved");
            }
        }
    });
    Rc::new(move |language| {
        chosen.send_replace(Some(language));
    })
}

/// Keeps the old content if the disk is full.
fn write_atomically(file: &Path, text: &str) -> io::Result<()> {
    let new = file.with_extension("new");
    fs::write(&new, text)?;
    fs::rename(new, file)
}

fn load_language(file: &Path) -> Option<&'static Language> {
    Language::from_tag(fs::read_to_string(file).ok()?.trim())
}

fn service(
    settings: &ServiceConfig,
    base: Option<BaseUrl>,
) -> Result<Rc<dyn RecoveryService>, Box<dyn Error>> {
    let Some(base) = base else { return Ok(Rc::new(UnconfiguredService)) };
    Ok(Rc::new(settings.client(base)?))
}

#[cfg(feature = "demo")]
fn demo_folder(identity: &AppIdentity) -> Result<PathBuf, Box<dyn Error>> {
    Ok(data_folder(identity).ok_or(crate::home_folder::NO_HOME_FOLDER)?.join("demo"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[tokio::test]
    async fn saving_a_language_does_not_block() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("language");
        let choose = save_language(file.clone());
        for tag in ["fr", "de"] {
            choose(Language::from_tag(tag).unwrap());
        }
        assert!(!file.exists(), "written by the thread that draws the window");
        while load_language(&file).is_none() {
            tokio::task::yield_now().await;
        }
        assert_eq!(load_language(&file).unwrap().tag, "de");
    }

    #[test]
    fn failed_write_keeps_the_old_language() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("language");
        write_atomically(&file, "fr").unwrap();
        // Simulates a full disk: the new file cannot be written.
        fs::create_dir(file.with_extension("new")).unwrap();
        assert!(write_atomically(&file, "de").is_err());
        assert_eq!(load_language(&file).unwrap().tag, "fr");
    }
}
