//! The handle of the screens on the recovery: reads the flow, sends events, and holds the text of the fields.

use dioxus::prelude::*;

use super::{
    Environment,
    drafts::{Drafts, use_drafts},
    driver,
    mail_app::{provide_mail_app, provide_preview_of_mail_app},
};
use crate::{
    components::{provide_card_shown, provide_fields},
    flow::{Event, Flow},
    i18n::I18n,
};

/// The handle of a screen on the recovery.
#[derive(Clone, Copy)]
pub struct RecoveryHandle {
    flow: Signal<Flow>,
    /// The same, read-only. Created once: each new one lives as long as the component.
    read_only: ReadSignal<Flow>,
    events: Coroutine<Event>,
    /// The text of the fields. Not part of the flow, so that a key press does not render the screen. Not part of a
    /// screen, so that it is kept when the screen changes.
    pub drafts: Drafts,
}

impl RecoveryHandle {
    /// The flow. The calling component is rendered again when it changes.
    pub fn flow(&self) -> ReadableRef<'_, Signal<Flow>> {
        self.flow.read()
    }

    /// The signal of the flow, for effects and memos.
    pub fn signal(&self) -> ReadSignal<Flow> {
        self.read_only
    }

    /// Sends an event to the flow.
    pub fn send(&self, event: Event) {
        self.events.send(event);
    }
}

/// The handle of the current recovery. Panics outside of [`RecoveryProvider`](crate::app::RecoveryProvider).
pub fn use_recovery() -> RecoveryHandle {
    use_context()
}

/// Provides a flow and its driver to everything below the calling component.
pub(crate) fn provide(environment: Environment) -> RecoveryHandle {
    let rules = environment.rules.clone();
    let mode = environment.service.mode();
    let flow = use_signal(move || Flow::new(rules, mode));
    let drafts = use_drafts(&environment);
    let of_driver = environment.clone();
    let events = use_coroutine(move |events| driver::drive(of_driver.clone(), flow, drafts, events));
    let recovery = use_hook(|| RecoveryHandle { flow, read_only: flow.into(), events, drafts });
    provide_mail_app();
    provide_context_of(environment, recovery);
    recovery
}

/// Provides a flow that does not change. Its events are dropped. `mail_app`: whether there is a mail program.
pub(crate) fn provide_preview(
    environment: Environment,
    flow: fn(&Environment) -> Flow,
    mail_app: bool,
    password: &'static str,
) {
    provide_preview_of_mail_app(mail_app);
    let flow = use_signal(|| flow(&environment));
    let drafts = use_drafts(&environment);
    use_hook(|| {
        let mut typed = drafts.password;
        typed.set(password.to_owned().into());
    });
    let events = use_coroutine(|_: UnboundedReceiver<Event>| async {});
    let recovery = use_hook(|| RecoveryHandle { flow, read_only: flow.into(), events, drafts });
    provide_context_of(environment, recovery);
}

fn provide_context_of(environment: Environment, recovery: RecoveryHandle) {
    let i18n = use_signal(|| I18n::new(environment.language, &environment.message_overrides));
    let service = environment.service.clone();
    use_effect(move || service.set_language(i18n.read().language().tag));
    provide_fields();
    provide_card_shown();
    use_context_provider(|| i18n);
    use_context_provider(|| environment);
    use_context_provider(|| recovery);
}
