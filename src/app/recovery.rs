//! The recovery as a part of another app.

use std::{ops::Deref, rc::Rc};

use dioxus::prelude::*;

use super::{Environment, document::StyleSheet, frame::Frame, guide};
use crate::{
    components::STYLES, config::Brand, flow::StepName, link::LinkInbox, screens::Screen,
    secret::EmailAddress, service::RecoveryService, vault::Vault,
};

/// A shared recovery service, as a property: two are equal when they are the same object.
#[derive(Clone)]
pub struct Service(Rc<dyn RecoveryService>);

impl Service {
    /// Shares `service`. Make it once, not at every drawing of a component.
    pub fn new(service: impl RecoveryService + 'static) -> Self {
        Self(Rc::new(service))
    }
}

impl Deref for Service {
    type Target = Rc<dyn RecoveryService>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl PartialEq for Service {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What leads out of the recovery, back into the app around it.
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Exits {
    /// "Back to sign-in" at the end, with the address of the account where it is known here.
    pub on_complete: Option<EventHandler<Option<EmailAddress>>>,
    /// "Back to sign-in" before the end.
    pub on_cancel: Option<EventHandler<()>>,
    /// Another step has come: for an app that counts how far people come. It is told nothing of the person.
    pub on_step: Option<EventHandler<StepName>>,
}

/// Account recovery, whole, in the place of one component: from "forgot" to "done".
///
/// `on_complete` is called when the person goes back to sign-in with a new password, `on_cancel` when without one;
/// neither is called by itself, and a button shows only for those that are given. `on_step` is told which step has come.
/// `inbox` is where the app puts links
/// that it was opened with, `email` what was typed at its sign-in already. Everything else that can be given
/// (language, wording, screens, link rules) is in [`Environment`], for [`RecoveryProvider`].
#[component]
pub fn Recovery(
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
        let environment = Environment::new(service.0.clone(), vault);
        let inbox = inbox.unwrap_or_else(|| environment.inbox.clone());
        Environment { brand, inbox, email, ..environment }
    });
    rsx! {
        RecoveryProvider { environment, exits: Exits { on_complete, on_cancel, on_step },
            Frame { Screen {} }
        }
    }
}

/// What the screens need, for everything below: around a router that holds [`Route`](crate::route::Route), for
/// example as a `#[child]` of the app's own routes.
#[component]
pub fn RecoveryProvider(
    environment: Environment,
    #[props(default)] exits: Exits,
    children: Element,
) -> Element {
    let guide = guide::provide(environment);
    use_context_provider(|| exits);
    let step = use_memo(move || guide.flow().step().name());
    use_effect(move || {
        if let (Some(on_step), Some(step)) = (exits.on_step, step()) {
            on_step.call(step);
        }
    });
    rsx! {
        Looks {}
        {children}
    }
}

/// The style of all screens, and the brand's after it.
#[component]
pub(super) fn Looks() -> Element {
    let environment = use_context::<Environment>();
    let brand = use_hook(|| environment.brand.style());
    rsx! {
        StyleSheet { rules: STYLES }
        StyleSheet { rules: brand }
    }
}
