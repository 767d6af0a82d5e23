//! The recovery inside another app: as one component, and as part of its routes.

#![allow(clippy::unwrap_used)]

use std::{cell::RefCell, rc::Rc, time::Duration};

use async_trait::async_trait;
use dioxus::history::MemoryHistory;
use dioxus::prelude::*;
use latchkey::{
    app::{Callbacks, Environment, Recovery, RecoveryProvider, Service},
    config::Brand,
    flow::{LinkFailure, StepName},
    i18n::{Language, MessageOverrides},
    identity::{AppIdentity, DeepLinks},
    link::{IncomingLink, LinkInbox},
    route::Route,
    screens::Screens,
    secret::{EmailAddress, NewPassword, RecoveryToken},
    service::{Accepted, Changed, RecoveryService, RequestError, ResetError},
    vault::Vault,
};

/// A service of the embedding app, with only the two required operations.
struct Own;

#[async_trait(?Send)]
impl RecoveryService for Own {
    async fn send_account_recovery_email(&self, _: &EmailAddress) -> Result<Accepted, RequestError> {
        Ok(Accepted::default())
    }

    async fn reset_password(&self, _: &RecoveryToken, _: &NewPassword) -> Result<Changed, ResetError> {
        Ok(Changed::default())
    }
}

/// The identity of the embedding app. Its identifier and scheme differ from those in `Dioxus.toml`.
fn shop_identity() -> AppIdentity {
    let links =
        DeepLinks { schemes: vec!["shop".into()], hosts: Vec::new(), paths: vec!["/reset-password".into()] };
    AppIdentity::new("org.example.Shop", links).unwrap()
}

/// Renders until there is no more work, and returns the page.
async fn render(dom: &mut VirtualDom) -> String {
    while tokio::time::timeout(Duration::from_millis(500), dom.wait_for_work()).await.is_ok() {
        dom.render_immediate(&mut dioxus_core::NoOpMutations);
    }
    dioxus_ssr::render(dom)
}

fn host() -> Element {
    let service = use_hook(|| Service::new(Own));
    rsx! {
        Recovery {
            identity: shop_identity(),
            service,
            brand: Brand { name: "The Shop".into(), ..Brand::default() },
            email: EmailAddress::parse("ada@example.org").ok(),
            on_cancel: move |()| (),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn one_component_embeds_the_recovery() {
    let mut dom = VirtualDom::new(host);
    dom.rebuild_in_place();
    let page = render(&mut dom).await;
    for part in ["The Shop", "Forgot your password?", "ada@example.org", "Back to sign-in"] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[derive(Debug, Clone, PartialEq, Routable)]
#[rustfmt::skip]
enum Shop {
    #[route("/")]
    SignIn {},
    #[child("/recovery")]
    Forgotten { child: Route },
}

#[component]
fn SignIn() -> Element {
    rsx! { h1 { "Sign in" } }
}

thread_local! {
    static INBOX: RefCell<LinkInbox> = RefCell::default();
    static HISTORY: RefCell<Option<Rc<MemoryHistory>>> = const { RefCell::new(None) };
}

fn shop() -> Element {
    let environment = use_hook(|| Environment {
        inbox: INBOX.with_borrow(LinkInbox::clone),
        language: Language::from_tag("de").unwrap(),
        message_overrides: vec![MessageOverrides {
            language: "de",
            messages: "ask-new-link = Neuer Versuch".into(),
        }],
        ..Environment::new(&shop_identity(), Rc::new(Own), Vault::in_memory())
    });
    use_hook(|| {
        let history = Rc::new(MemoryHistory::with_initial_path("/recovery/"));
        HISTORY.set(Some(history.clone()));
        provide_context::<Rc<dyn dioxus::history::History>>(history)
    });
    rsx! {
        RecoveryProvider { environment, callbacks: Callbacks::default(),
            Router::<Shop> {}
        }
    }
}

#[tokio::test(start_paused = true)]
async fn recovery_as_child_route_stays_below_its_path() {
    let mut dom = VirtualDom::new(shop);
    dom.rebuild_in_place();
    let page = render(&mut dom).await;
    assert!(page.contains("Passwort vergessen?"), "{page}");

    INBOX.with_borrow(|inbox| inbox.put(IncomingLink::new("shop://reset-password?token=")));
    let page = render(&mut dom).await;
    let path =
        HISTORY.with_borrow(|history| dioxus::history::History::current_route(&**history.as_ref().unwrap()));
    assert_eq!(path, "/recovery/link-problem");
    assert!(page.contains("Neuer Versuch"), "the app's own texts: {page}");
}

thread_local! {
    static STEPS: RefCell<Vec<StepName>> = RefCell::default();
}

fn reporting() -> Element {
    let service = use_hook(|| Service::new(Own));
    rsx! {
        Recovery {
            identity: shop_identity(),
            service,
            inbox: INBOX.with_borrow(LinkInbox::clone),
            on_step: move |step| STEPS.with_borrow_mut(|steps| steps.push(step)),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn each_step_is_reported_once_without_personal_data() {
    let mut dom = VirtualDom::new(reporting);
    dom.rebuild_in_place();
    render(&mut dom).await;
    for link in ["shop://reset-password?token=", "shop://reset-password?token=", &working_link()] {
        INBOX.with_borrow(|inbox| inbox.put(IncomingLink::new(link)));
        render(&mut dom).await;
    }
    let expected = [StepName::Forgot, StepName::InvalidLink(LinkFailure::Invalid), StepName::Reset];
    STEPS.with_borrow(|steps| assert_eq!(steps[..], expected));
}

#[tokio::test(start_paused = true)]
async fn link_of_another_app_is_not_accepted() {
    let mut dom = VirtualDom::new(reporting);
    dom.rebuild_in_place();
    render(&mut dom).await;
    INBOX.with_borrow(|inbox| inbox.put(IncomingLink::new(working_link().replace("shop:", "latchkey:"))));
    render(&mut dom).await;
    let expected = [StepName::Forgot, StepName::InvalidLink(LinkFailure::OtherService)];
    STEPS.with_borrow(|steps| assert_eq!(steps[..], expected));
}

fn working_link() -> String {
    format!("shop://reset-password?token={}", "a0".repeat(20))
}

fn own_screen() -> Element {
    rsx! { h1 { "Our own first screen" } }
}

fn replaced() -> Element {
    let environment = use_hook(|| Environment {
        screens: Screens { forgot_password: Some(own_screen), ..Screens::default() },
        ..Environment::new(&shop_identity(), Rc::new(Own), Vault::in_memory())
    });
    rsx! {
        RecoveryProvider { environment,
            latchkey::app::Layout { latchkey::screens::Screen {} }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn custom_screen_replaces_the_default() {
    let mut dom = VirtualDom::new(replaced);
    dom.rebuild_in_place();
    let page = render(&mut dom).await;
    assert!(page.contains("Our own first screen") && !page.contains("Forgot your password?"), "{page}");
}
