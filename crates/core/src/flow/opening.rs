//! The start: the keyring is read.

use super::{Effect, Event, Forgot, Step, context::Context, transition::Transition};

pub(super) fn on(event: Event, context: &mut Context) -> Transition {
    match event {
        Event::KeyringSlow => Transition::from(Forgot::default()).with([Effect::LoadCapabilities]),
        Event::BackPressed => Transition::from(Step::Opening).with([Effect::MoveToBackground]),
        other => Step::Opening.leave(other, context),
    }
}
