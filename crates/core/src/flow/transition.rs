//! The result of a reducer, and the outcomes of calls that it handles.

use super::{Effect, Step};
use crate::{
    pending::PendingRecovery,
    service::{Changed, CheckError, Checked, RequestError, ResetError},
};

/// The step after an event, and the effects to carry out.
#[derive(Debug)]
pub(super) struct Transition {
    pub step: Step,
    pub effects: Vec<Effect>,
}

impl Transition {
    pub fn with(mut self, effects: impl IntoIterator<Item = Effect>) -> Self {
        self.effects.extend(effects);
        self
    }
}

impl<T: Into<Step>> From<T> for Transition {
    /// The step, without effects.
    fn from(step: T) -> Self {
        Self { step: step.into(), effects: Vec::new() }
    }
}

/// The outcome of the call in flight.
pub(super) enum CallOutcome {
    RequestAccepted(PendingRecovery),
    RequestFailed(RequestError),
    Checked(Result<Checked, CheckError>),
    PasswordReset(Result<Changed, ResetError>),
}
