//! The start: the keyring is read.

use super::{Effect, Event, Forgot, Step, context::Context, next::Next};

pub(super) fn on(event: Event, context: &mut Context) -> Next {
    match event {
        Event::KeyringSlow => Next::from(Forgot::default()).with([Effect::LoadCapabilities]),
        Event::BackPressed => Next::from(Step::Opening).with([Effect::MoveToBackground]),
        other => Step::Opening.leave(other, context),
    }
}
