//! What a screen needs: the flow to read, a way to say what happened, and the text that fields hold.

use dioxus::prelude::*;
use secrecy::zeroize::Zeroizing;

use super::{Environment, driver};
use crate::flow::{Event, Flow};

/// A screen's handle on the recovery.
#[derive(Clone, Copy)]
pub struct Guide {
    flow: Signal<Flow>,
    events: Coroutine<Event>,
    /// What stands in the fields: kept apart from the flow, so that a key pressed redraws nothing, and kept beyond
    /// the screens, so that nothing typed is lost on the way.
    pub drafts: Drafts,
}

/// The text of the fields.
#[derive(Clone, Copy)]
pub struct Drafts {
    /// On the first screen.
    pub email: Signal<String>,
    /// On the second: a link or a code.
    pub link_or_code: Signal<Zeroizing<String>>,
    /// On the third.
    pub password: Signal<Zeroizing<String>>,
    /// On the third, again.
    pub confirmation: Signal<Zeroizing<String>>,
    /// On the third: what the authenticator app shows.
    pub second_factor: Signal<Zeroizing<String>>,
}

impl Guide {
    /// The flow, read so that the reader is drawn again when it changes.
    pub fn flow(&self) -> ReadableRef<'_, Signal<Flow>> {
        self.flow.read()
    }

    /// The flow's signal, for what follows it.
    pub fn signal(&self) -> ReadSignal<Flow> {
        self.flow.into()
    }

    /// Tells the flow what happened.
    pub fn tell(&self, event: Event) {
        self.events.send(event);
    }
}

/// The handle, inside a screen.
pub fn use_guide() -> Guide {
    use_context()
}

/// Sets up the flow for everything below the calling component.
pub(super) fn provide(environment: Environment) {
    let rules = environment.rules.clone();
    let flow = use_signal(move || Flow::new(rules));
    let drafts = Drafts {
        email: use_signal(String::new),
        link_or_code: use_signal(Zeroizing::default),
        password: use_signal(Zeroizing::default),
        confirmation: use_signal(Zeroizing::default),
        second_factor: use_signal(Zeroizing::default),
    };
    let driven = environment.clone();
    let events = use_coroutine(move |events| driver::drive(driven.clone(), flow, drafts, events));
    use_context_provider(|| environment);
    use_context_provider(|| Guide { flow, events, drafts });
}
