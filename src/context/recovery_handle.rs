//! A screen's handle on the recovery: the flow to read, a way to say what happened, and the text that fields hold.

use dioxus::prelude::*;

use super::{
    Environment,
    drafts::{Drafts, use_drafts},
    driver,
};
use crate::{
    components::provide_fields,
    flow::{Event, Flow},
    i18n::I18n,
};

/// A screen's handle on the recovery.
#[derive(Clone, Copy)]
pub struct RecoveryHandle {
    flow: Signal<Flow>,
    /// The same to read alone. Made once: each one that is made stays as long as the component that made it.
    followed: ReadSignal<Flow>,
    events: Coroutine<Event>,
    /// What stands in the fields: kept apart from the flow, so that a key pressed redraws nothing, and kept beyond
    /// the screens, so that nothing typed is lost on the way.
    pub drafts: Drafts,
}

impl RecoveryHandle {
    /// The flow, read so that the reader is drawn again when it changes.
    pub fn flow(&self) -> ReadableRef<'_, Signal<Flow>> {
        self.flow.read()
    }

    /// The flow's signal, for what follows it.
    pub fn signal(&self) -> ReadSignal<Flow> {
        self.followed
    }

    /// Tells the flow what happened.
    pub fn send(&self, event: Event) {
        self.events.send(event);
    }
}

/// The handle, inside a screen.
pub fn use_recovery() -> RecoveryHandle {
    use_context()
}

/// Sets up a flow, and what drives it, for everything below the calling component.
pub(crate) fn provide(environment: Environment) -> RecoveryHandle {
    let rules = environment.rules.clone();
    let mode = environment.service.mode();
    let flow = use_signal(move || Flow::new(rules, mode));
    let drafts = use_drafts(&environment);
    let driven = environment.clone();
    let events = use_coroutine(move |events| driver::drive(driven.clone(), flow, drafts, events));
    let recovery = use_hook(|| RecoveryHandle { flow, followed: flow.into(), events, drafts });
    provide_context_of(environment, recovery);
    recovery
}

/// Sets up a flow that stays as it is: what it is told goes nowhere.
pub(crate) fn provide_preview(environment: Environment, flow: fn(&Environment) -> Flow) {
    let flow = use_signal(|| flow(&environment));
    let drafts = use_drafts(&environment);
    let events = use_coroutine(|_: UnboundedReceiver<Event>| async {});
    let recovery = use_hook(|| RecoveryHandle { flow, followed: flow.into(), events, drafts });
    provide_context_of(environment, recovery);
}

fn provide_context_of(environment: Environment, recovery: RecoveryHandle) {
    let i18n = use_signal(|| I18n::new(environment.language, &environment.message_overrides));
    let service = environment.service.clone();
    use_effect(move || service.set_language(i18n.read().language().tag));
    provide_fields();
    use_context_provider(|| i18n);
    use_context_provider(|| environment);
    use_context_provider(|| recovery);
}
