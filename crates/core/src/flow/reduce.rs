//! How a step handles an event. Each step has a file of its own, with its `on` and `on_outcome`.

use super::{
    Event, Step,
    calls::Call,
    context::Context,
    links, opening,
    step::{CheckEmail, Forgot},
    transition::{CallOutcome, Transition},
};
use crate::time::Timestamp;

impl Step {
    pub(super) fn on(self, event: Event, context: &mut Context, now: Timestamp) -> Transition {
        match self {
            Self::Opening => opening::on(event, context),
            Self::Forgot(forgot) => forgot.on(event, context),
            Self::CheckEmail(check) => check.on(event, context, now),
            Self::Reset(reset) => reset.on(event, context),
            Self::Done(done) => done.on(event, context),
            Self::InvalidLink(invalid_link) => invalid_link.on(event, context),
        }
    }

    /// Handles the outcome of `call`, which the step has made.
    pub(super) fn on_outcome(
        self,
        call: Call,
        outcome: CallOutcome,
        context: &mut Context,
        now: Timestamp,
    ) -> Transition {
        match self {
            Self::Forgot(forgot) => forgot.on_outcome(outcome, context, now),
            Self::CheckEmail(check) => check.on_outcome(call, outcome, context, now),
            Self::Reset(reset) => reset.on_outcome(call, outcome, context, now),
            Self::Opening | Self::Done(_) | Self::InvalidLink(_) => self.into(),
        }
    }

    /// Repeats `call`, which had failed because there was no connection.
    pub(super) fn retry(self, call: Call, context: &mut Context, now: Timestamp) -> Transition {
        match self {
            Self::Forgot(forgot) => forgot.retry(context),
            Self::CheckEmail(check) => check.retry(call, context, now),
            Self::Reset(reset) => reset.retry(call, context),
            Self::Opening | Self::Done(_) | Self::InvalidLink(_) => self.into(),
        }
    }

    /// The events that lead to another step wherever the person is. All others are ignored.
    pub(super) fn leave(self, event: Event, context: &mut Context) -> Transition {
        match event {
            Event::LinkOpened { text, replaced } => links::open(&text, replaced, context),
            Event::BackToEmail => self.back_to_email(context),
            Event::StartOver => self.start_over(context),
            _ => self.into(),
        }
    }

    /// Returns to the email that is still expected, if there is one.
    pub(super) fn back_to_email(self, context: &mut Context) -> Transition {
        match context.pending.latest().cloned() {
            Some(latest) => {
                context.calls.abandon();
                CheckEmail::new(latest).into()
            }
            None => self.into(),
        }
    }

    /// Returns to the first step, with the address filled in.
    pub(super) fn start_over(self, context: &mut Context) -> Transition {
        context.calls.abandon();
        Forgot { email: self.email().cloned(), problem: None }.into()
    }

    /// Goes back from a step that a link opened: to the expected email, or else to the first step.
    pub(super) fn back(self, context: &mut Context) -> Transition {
        match context.pending.latest() {
            Some(_) => self.back_to_email(context),
            None => self.start_over(context),
        }
    }
}
