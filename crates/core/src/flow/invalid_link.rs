//! A link that does not work.

use super::{Event, Forgot, InvalidLink, Step, context::Context, transition::Transition};

impl InvalidLink {
    pub(super) fn on(self, event: Event, context: &mut Context) -> Transition {
        match (event, &self.email) {
            (Event::AskForNewLink, Some(email)) => Forgot::request(email.clone(), context),
            (Event::AskForNewLink, None) => Step::from(self).start_over(context),
            (Event::BackPressed, _) => Step::from(self).back(context),
            (other, _) => Step::from(self).leave(other, context),
        }
    }
}
