//! A phone's back button: one step towards the beginning, and from there out of the app.

use super::{Effect, Flow, Step};

impl Flow {
    /// What is being waited for is waited for no longer; a screen gives way to the one before it. At the beginning and
    /// at the end there is nothing to go back to.
    pub(super) fn back(&mut self) -> Vec<Effect> {
        match &self.step {
            _ if self.is_sending_password() => Vec::new(),
            Step::Opening | Step::Done(_) => vec![Effect::MoveToBackground],
            Step::Forgot(forgot) if !forgot.sending => vec![Effect::MoveToBackground],
            Step::Forgot(_) => self.cancelled(),
            Step::CheckEmail(_) if self.in_flight().is_some() => self.cancelled(),
            Step::Reset(_) | Step::InvalidLink(_) if self.has_pending_email() => self.back_to_email(),
            Step::CheckEmail(_) | Step::Reset(_) | Step::InvalidLink(_) => self.start_over(),
        }
    }
}
