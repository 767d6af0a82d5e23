//! Starts the screens in a browser page.

use std::rc::Rc;

use dioxus::{prelude::*, web};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Storage, Window};

use super::{address, fragment::OpenedLink, mount::Mount};
use crate::{
    app::{PAGE_STYLES, RecoveryProvider},
    clock,
    config::ConfigSources,
    context::Environment,
    document::StyleSheet,
    i18n::Language,
    identity::AppIdentity,
    layout::Layout,
    program::Program,
    screens::Screen,
    service::{BaseUrl, CallLimits, CheckError, HttpRecoveryService, Proof, ProofError},
    vault::Vault,
};

/// Starts the screens in this page, unless the person needs the page itself: its form is in use, or the link belongs to
/// another device.
pub fn open(program: &Program) {
    let Some(window) = web_sys::window() else { return };
    // The configuration parser is only needed with a built-in configuration; otherwise it would only add size.
    let compiled_in = program
        .config
        .text
        .and_then(|_| ConfigSources::from_process(None, &program.identity, program.config).load().ok());
    let mut config = compiled_in.unwrap_or_default();
    let mut rules = config.link_rules(program.identity.link_rules());
    let opened_link = address::take_link(&window, &rules);
    let Some(mount) = Mount::find(&window) else { return };
    let opened_link = opened_link.or_else(|| mount.take_link(&rules));
    // Rejects plain http, except on loopback.
    let base = window.location().origin().ok().and_then(|origin| BaseUrl::parse(&origin).ok());
    let Some(base) = base else { return };
    let vault = Vault::open(&program.identity, base.as_str());
    let Ok(service) = HttpRecoveryService::new(base, CallLimits::default()) else { return };
    mount.apply_brand(&mut config);
    // A pasted link may point to this page.
    rules.hosts.extend(window.location().hostname());
    let entry = language_entry(&program.identity);
    let environment = Environment {
        rules,
        brand: config.brand,
        language: load_language(&window, &entry).unwrap_or_else(Language::system),
        on_language: Some(Rc::new(move |language| save_language(language, &entry))),
        ..Environment::new(&program.identity, Rc::new(service), vault)
    };
    spawn_local(async move {
        environment.language.load().await;
        if !is_for_other_device(opened_link.as_ref(), &environment).await && !mount.page_is_in_use() {
            launch(&window, mount, environment, opened_link);
        }
    });
}

/// Whether a valid link belongs to another device. The screens cannot use it; the page shows the link's code, which can
/// be typed on that device, and a way to open the app.
async fn is_for_other_device(opened_link: Option<&OpenedLink>, environment: &Environment) -> bool {
    let Some(link) = opened_link.and_then(|opened_link| opened_link.for_one_device.clone()) else {
        return false;
    };
    let pending = environment.vault.list(clock::timestamp()).await;
    if link.flow.is_some_and(|flow| pending.find(&flow).is_some()) {
        return false;
    }
    let proof = Proof::from_token(link.token);
    let checked = environment.service.check(&proof).await;
    matches!(checked, Err(CheckError::Proof(ProofError::OtherDevice)))
}

fn launch(window: &Window, mount: Mount, environment: Environment, opened_link: Option<OpenedLink>) {
    let (inbox, rules) = (environment.inbox.clone(), environment.rules.clone());
    if let Some(opened_link) = opened_link {
        inbox.put(opened_link.link);
    }
    address::listen(window, rules, move |opened_link| {
        inbox.put(opened_link.link);
    });
    // dioxus's feature `document` is off, so it does not touch the history, which belongs to the page.
    let web = web::Config::new().rootelement(mount.element());
    let dom = VirtualDom::new_with_props(Page, PageProps { environment, mount });
    web::launch::launch_virtual_dom(dom, web);
}

#[component]
fn Page(environment: Environment, mount: Mount) -> Element {
    let title = environment.brand.name.clone();
    // This happens after the first render and before it is painted, so that neither both nor none of them is visible.
    use_effect(move || mount.replace_page(&title));
    rsx! {
        StyleSheet { rules: PAGE_STYLES }
        RecoveryProvider { environment,
            Layout { Screen {} }
        }
    }
}

fn load_language(window: &Window, entry: &str) -> Option<&'static Language> {
    Language::from_tag(&storage(window)?.get_item(entry).ok()??)
}

/// If the language cannot be stored, the person chooses it again next time.
fn save_language(language: &'static Language, entry: &str) {
    if let Some(storage) = web_sys::window().as_ref().and_then(storage) {
        drop(storage.set_item(entry, language.tag));
    }
}

fn language_entry(identity: &AppIdentity) -> String {
    format!("{} language", identity.id())
}

fn storage(window: &Window) -> Option<Storage> {
    window.local_storage().ok().flatten()
}
