//! The recovery as a part of another app.

use dioxus::prelude::*;

use super::styles::Styles;
use crate::{
    config::Brand,
    context::{Callbacks, Environment, Service, provide},
    flow::StepName,
    frame::Frame,
    identity::AppIdentity,
    link::LinkInbox,
    screens::Screen,
    secret::EmailAddress,
    vault::Vault,
};

/// Account recovery, whole, in the place of one component: from "forgot" to "done".
///
/// `identity` is the app's own: it says which links are its. `on_complete` is called when the person goes back to sign-in with a new password, `on_cancel` when without one;
/// neither is called by itself, and a button shows only for those that are given. `on_step` is told which step has come.
/// `inbox` is where the app puts links
/// that it was opened with, `email` what was typed at its sign-in already. Everything else that can be given
/// (language, wording, screens, link rules) is in [`Environment`], for [`RecoveryProvider`].
#[component]
pub fn Recovery(
    identity: AppIdentity,
    service: Service,
    #[props(default)] brand: Brand,
    #[props(default)] vault: Option<Vault>,
    #[props(default)] inbox: Option<LinkInbox>,
    #[props(default)] email: Option<EmailAddress>,
    #[props(default)] on_complete: Option<EventHandler<Option<EmailAddress>>>,
    #[props(default)] on_cancel: Option<EventHandler<()>>,
    #[props(default)] on_step: Option<EventHandler<StepName>>,
) -> Element {
    let environment = use_hook(|| {
        let vault = vault.unwrap_or_else(Vault::in_memory);
        let environment = Environment::new(&identity, (*service).clone(), vault);
        let inbox = inbox.unwrap_or_else(|| environment.inbox.clone());
        Environment { brand, inbox, email, ..environment }
    });
    rsx! {
        RecoveryProvider { environment, callbacks: Callbacks { on_complete, on_cancel, on_step },
            Frame { Screen {} }
        }
    }
}

/// What the screens need, for everything below: around a router that holds [`Route`](crate::route::Route), for
/// example as a `#[child]` of the app's own routes.
#[component]
pub fn RecoveryProvider(
    environment: Environment,
    #[props(default)] callbacks: Callbacks,
    children: Element,
) -> Element {
    let recovery = provide(environment);
    use_context_provider(|| callbacks);
    let step = use_memo(move || recovery.flow().step().name());
    use_effect(move || {
        if let (Some(on_step), Some(step)) = (callbacks.on_step, step()) {
            on_step.call(step);
        }
    });
    rsx! {
        Styles {}
        {children}
    }
}
