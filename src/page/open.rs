//! From the page's address and element to the screens in its place.

use std::rc::Rc;

use dioxus::{history::MemoryHistory, prelude::*, web};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Storage, Window};

use super::{address, fragment::Arrived, mount::Mount};
use crate::{
    app::{PAGE_STYLES, RecoveryProvider},
    built_in, clock,
    config::Lookup,
    context::Environment,
    document::StyleSheet,
    frame::Frame,
    screens::Screen,
    service::{BaseUrl, CallLimits, CheckError, HttpRecoveryService, Proof, ProofError},
    vault::Vault,
    words::Language,
};

/// Opens the screens in this page, unless it can do better without them.
pub fn open() {
    let Some(window) = web_sys::window() else { return };
    // Where nothing was compiled in, what reads it need not be there either: it is not small.
    let compiled_in = built_in::BUILT_IN_CONFIG.and_then(|_| Lookup::of_this_process(None).load().ok());
    let mut config = compiled_in.unwrap_or_default();
    let mut rules = config.link_rules(built_in::link_rules());
    let arrived = address::take(&window, &rules);
    let Some(mount) = Mount::find(&window) else { return };
    let arrived = arrived.or_else(|| mount.take_link(&rules));
    // Not over plain http beyond this machine.
    let base = window.location().origin().ok().and_then(|origin| BaseUrl::parse(&origin).ok());
    let Some(base) = base else { return };
    let vault = Vault::open(base.as_str());
    let Ok(service) = HttpRecoveryService::new(base, CallLimits::default()) else { return };
    mount.tell_brand(&mut config);
    // A link that is pasted is one to this page.
    rules.hosts.extend(window.location().hostname());
    let environment = Environment {
        rules,
        brand: config.brand,
        language: remembered_language(&window).unwrap_or_else(Language::of_system),
        on_language: Some(Rc::new(|language| remember(language))),
        ..Environment::new(Rc::new(service), vault)
    };
    spawn_local(async move {
        if !is_of_another_device(arrived.as_ref(), &environment).await && !mount.page_is_in_use() {
            launch(&window, mount, environment, arrived);
        }
    });
}

/// A working link of another device is of no use to the screens here. The page shows the code that came with it, to be
/// typed where it was asked for, and the way into the app.
async fn is_of_another_device(arrived: Option<&Arrived>, environment: &Environment) -> bool {
    let Some(link) = arrived.and_then(|arrived| arrived.for_one_device.clone()) else { return false };
    let pending = environment.vault.list(clock::timestamp()).await;
    if link.flow.is_some_and(|flow| pending.find(&flow).is_some()) {
        return false;
    }
    let proof = Proof::of_token(link.token);
    let checked = environment.service.check(&proof).await;
    matches!(checked, Err(CheckError::Proof(ProofError::OtherDevice)))
}

fn launch(window: &Window, mount: Mount, environment: Environment, arrived: Option<Arrived>) {
    let (inbox, rules) = (environment.inbox.clone(), environment.rules.clone());
    if let Some(arrived) = arrived {
        inbox.put(arrived.link);
    }
    address::listen(window, rules, move |arrived| {
        inbox.put(arrived.link);
    });
    // The browser's history is the page's: no screen is a place in it.
    let web = web::Config::new().rootelement(mount.element()).history(Rc::new(MemoryHistory::default()));
    let dom = VirtualDom::new_with_props(Page, PageProps { environment, mount });
    web::launch::launch_virtual_dom(dom, web);
}

#[component]
fn Page(environment: Environment, mount: Mount) -> Element {
    let title = environment.brand.name.clone();
    // After the first drawing, and before anybody sees it: there is no moment with both, or with neither.
    use_effect(move || mount.take_over(&title));
    rsx! {
        StyleSheet { rules: PAGE_STYLES }
        RecoveryProvider { environment,
            Frame { Screen {} }
        }
    }
}

fn remembered_language(window: &Window) -> Option<&'static Language> {
    Language::tagged(&storage(window)?.get_item(&language_entry()).ok()??)
}

/// A language that cannot be remembered is chosen again.
fn remember(language: &'static Language) {
    if let Some(storage) = web_sys::window().as_ref().and_then(storage) {
        drop(storage.set_item(&language_entry(), language.tag));
    }
}

fn language_entry() -> String {
    format!("{} language", built_in::IDENTIFIER)
}

fn storage(window: &Window) -> Option<Storage> {
    window.local_storage().ok().flatten()
}
