//! The last step: the password is changed.

use super::{Done, Effect, Event, Step, context::Context, transition::Transition};

impl Done {
    pub(super) fn on(self, event: Event, context: &mut Context) -> Transition {
        match event {
            Event::BackPressed => Transition::from(self).with([Effect::MoveToBackground]),
            other => Step::from(self).leave(other, context),
        }
    }
}
