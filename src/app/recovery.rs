//! The recovery as a part of another app.

use dioxus::prelude::*;

use super::styles::Styles;
use crate::{
    config::Brand,
    context::{Callbacks, Environment, Service, provide},
    flow::StepName,
    identity::AppIdentity,
    layout::Layout,
    link::LinkInbox,
    screens::Screen,
    secret::EmailAddress,
    vault::Vault,
};

/// The whole account recovery as one component, from "forgot password" to "done".
///
/// `identity` is that of the embedding app, with its links. `on_complete` is called when the person returns to sign-in
/// with a new password, `on_cancel` when without one. Each is called only by its button, which is shown only if the
/// callback is set. `on_step` is called with each new step. The app puts its links into `inbox`. `email` is an address
/// that was already typed at sign-in. All other settings (language, texts, screens, link rules) are in [`Environment`],
/// for [`RecoveryProvider`].
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
            Layout { Screen {} }
        }
    }
}

/// Provides the recovery to everything below, for example to a router with [`Route`](crate::route::Route) as a `#[child]`
/// of the app's own routes.
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
