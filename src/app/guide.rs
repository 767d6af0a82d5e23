//! What a screen needs: the flow to read, a way to say what happened, and the text that fields hold.

use dioxus::prelude::*;
use secrecy::zeroize::Zeroizing;

use super::{Environment, driver, still::FlowOf};
use crate::{
    components::provide_fields,
    flow::{Event, Flow},
    platform::Paste,
    words::Words,
};

/// A screen's handle on the recovery.
#[derive(Clone, Copy)]
pub struct Guide {
    flow: Signal<Flow>,
    /// The same to read alone. Made once: each one that is made stays as long as the component that made it.
    followed: ReadSignal<Flow>,
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
    /// What was pasted last on the first two screens.
    pub(crate) paste: Signal<Option<Paste>>,
}

impl Drafts {
    /// Whether this event brings the flow what was pasted.
    pub(super) fn are_pasted_in(&self, event: &Event) -> bool {
        let text = match event {
            Event::EmailSubmitted(text) => text.as_str(),
            Event::LinkOrCodeSubmitted(text) => text.as_str(),
            // A paste that had to wait for the keyring.
            Event::Opened { .. } => return self.paste.peek().is_some(),
            _ => return false,
        };
        self.paste.peek().as_ref().is_some_and(|paste| paste.is(text))
    }

    /// The link or code that was pasted is taken: a copy is good for others only.
    pub(super) fn empty_clipboard(&mut self) {
        if let Some(paste) = self.paste.take() {
            paste.empty_clipboard();
        }
    }
}

impl Guide {
    /// The flow, read so that the reader is drawn again when it changes.
    pub fn flow(&self) -> ReadableRef<'_, Signal<Flow>> {
        self.flow.read()
    }

    /// The flow's signal, for what follows it.
    pub fn signal(&self) -> ReadSignal<Flow> {
        self.followed
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

/// Sets up a flow, and what drives it, for everything below the calling component.
pub(super) fn provide(environment: Environment) -> Guide {
    let rules = environment.rules.clone();
    let mode = environment.service.mode();
    let flow = use_signal(move || Flow::new(rules, mode));
    let drafts = use_drafts(&environment);
    let driven = environment.clone();
    let events = use_coroutine(move |events| driver::drive(driven.clone(), flow, drafts, events));
    let guide = use_hook(|| Guide { flow, followed: flow.into(), events, drafts });
    provide_context_of(environment, guide);
    guide
}

/// Sets up a flow that stays as it is: what it is told goes nowhere.
pub(super) fn provide_still(environment: Environment, flow: FlowOf) {
    let flow = use_signal(|| flow.0(&environment));
    let drafts = use_drafts(&environment);
    let events = use_coroutine(|_: UnboundedReceiver<Event>| async {});
    let guide = use_hook(|| Guide { flow, followed: flow.into(), events, drafts });
    provide_context_of(environment, guide);
}

fn use_drafts(environment: &Environment) -> Drafts {
    let typed = environment.email.as_ref().map(|email| email.as_str().to_owned());
    Drafts {
        email: use_signal(|| typed.unwrap_or_default()),
        link_or_code: use_signal(Zeroizing::default),
        password: use_signal(Zeroizing::default),
        confirmation: use_signal(Zeroizing::default),
        second_factor: use_signal(Zeroizing::default),
        paste: use_signal(|| None),
    }
}

fn provide_context_of(environment: Environment, guide: Guide) {
    let words = use_signal(|| Words::new(environment.language, &environment.wording));
    let service = environment.service.clone();
    use_effect(move || service.speak(words.read().language().tag));
    provide_fields();
    use_context_provider(|| words);
    use_context_provider(|| environment);
    use_context_provider(|| guide);
}
