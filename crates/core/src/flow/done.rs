//! The last step: the password is changed.

use super::{Done, Effect, Event, Step, context::Context, next::Next};

impl Done {
    pub(super) fn on(self, event: Event, context: &mut Context) -> Next {
        match event {
            Event::BackPressed => Next::from(self).with([Effect::MoveToBackground]),
            other => Step::from(self).leave(other, context),
        }
    }
}
