//! The first step: an address is typed, and an email is requested.

use super::{
    CheckEmail, Effect, Event, Forgot, ForgotProblem, LinkFailure, Step,
    calls::Call,
    context::Context,
    links,
    transition::{CallOutcome, Transition},
    wait_until,
};
use crate::{
    code::looks_like_a_code, link::find_link, secret::EmailAddress, service::RequestError, time::Timestamp,
};

impl Forgot {
    pub(super) fn on(self, event: Event, context: &mut Context) -> Transition {
        let is_idle = context.calls.is_idle();
        match event {
            Event::EmailSubmitted(typed) if is_idle => self.submit(&typed, context),
            Event::WaitOver(until) if self.problem == Some(ForgotProblem::Wait(until)) => {
                Self { problem: None, ..self }.into()
            }
            Event::BackPressed if is_idle => Transition::from(self).with([Effect::MoveToBackground]),
            Event::Cancelled | Event::BackPressed if !is_idle => {
                context.calls.abandon();
                self.into()
            }
            other => Step::from(self).leave(other, context),
        }
    }

    pub(super) fn on_outcome(
        self,
        outcome: CallOutcome,
        context: &mut Context,
        now: Timestamp,
    ) -> Transition {
        match outcome {
            CallOutcome::RequestAccepted(recovery) => CheckEmail::new(recovery).into(),
            CallOutcome::RequestFailed(RequestError::AddressRefused) => {
                self.fail(ForgotProblem::Refused, context)
            }
            CallOutcome::RequestFailed(RequestError::Call(error)) => {
                let wait = wait_until(&error, now).map(ForgotProblem::Wait);
                let next = self.fail(wait.unwrap_or_else(|| ForgotProblem::Call(error.clone())), context);
                next.with(context.calls.retry_when_connected(Call::RequestEmail, &error))
            }
            CallOutcome::Checked(_) | CallOutcome::PasswordReset(_) => self.into(),
        }
    }

    pub(super) fn retry(self, context: &mut Context) -> Transition {
        match self.email {
            Some(email) => Self::request(email, context),
            None => self.into(),
        }
    }

    /// Requests an email.
    pub(super) fn request(email: EmailAddress, context: &mut Context) -> Transition {
        let effect = context.calls.request_email(email.clone());
        Transition::from(Self { email: Some(email), problem: None }).with([effect])
    }

    pub(super) fn submit(self, typed: &str, context: &mut Context) -> Transition {
        match EmailAddress::parse(typed) {
            Ok(email) => Self::request(email, context),
            Err(_) if find_link(typed, &context.rules).is_some() => self.pasted_link(typed, context),
            Err(_) if looks_like_a_code(typed) => self.pasted_code(typed, context),
            Err(_) if typed.trim().is_empty() => self.fail(ForgotProblem::Missing, context),
            Err(_) => self.fail(ForgotProblem::Malformed, context),
        }
    }

    /// A link may be pasted into any field.
    fn pasted_link(self, pasted: &str, context: &mut Context) -> Transition {
        if context.native().is_none() {
            return context.invalid_link(LinkFailure::Hosted, None);
        }
        if !context.is_opened {
            return Self::wait_for_keyring(pasted, context);
        }
        match find_link(pasted, &context.rules) {
            Some(Ok(link)) => links::follow(link, context),
            Some(Err(error)) => self.fail(ForgotProblem::Link(error.problem()), context),
            None => self.fail(ForgotProblem::Malformed, context),
        }
    }

    /// A code belongs to the newest email that this device has requested.
    fn pasted_code(self, pasted: &str, context: &mut Context) -> Transition {
        if !context.is_opened {
            return Self::wait_for_keyring(pasted, context);
        }
        match context.pending.latest().cloned() {
            Some(latest) if context.code(&latest).is_some() => {
                context.calls.abandon();
                CheckEmail::new(latest).submit(pasted, context)
            }
            _ => self.fail(ForgotProblem::CodeTooEarly, context),
        }
    }

    fn wait_for_keyring(pasted: &str, context: &mut Context) -> Transition {
        context.calls.read_keyring(pasted);
        Self::default().into()
    }

    pub(super) fn fail(self, problem: ForgotProblem, context: &mut Context) -> Transition {
        context.calls.cancel_retry();
        context.problem_count += 1;
        Self { problem: Some(problem), ..self }.into()
    }
}
