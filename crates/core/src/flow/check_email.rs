//! The second step: wait for the email, request another, or enter its link or code.

use super::{
    CheckEmail, CheckEmailProblem, Effect, Event, Forgot, ForgotProblem, LinkFailure, Reset, Step,
    calls::Call,
    context::Context,
    links,
    transition::{CallOutcome, Transition},
    wait_until,
};
use crate::{
    link::find_link,
    pending::{EndedRecoveries, PendingRecoveries, PendingRecovery},
    secret::RecoveryCode,
    service::{CheckError, Checked, Proof, RequestError},
    time::Timestamp,
};

impl CheckEmail {
    pub(super) fn new(recovery: PendingRecovery) -> Self {
        Self { recovery, resent: false, problem: None }
    }

    pub(super) fn on(self, event: Event, context: &mut Context, now: Timestamp) -> Transition {
        let is_idle = context.calls.is_idle();
        match event {
            Event::ResendPressed if is_idle => self.resend(context, now),
            Event::LinkOrCodeSubmitted(typed) if is_idle => self.submit(&typed, context),
            Event::EndedElsewhere(ended) if is_idle && self.is_in(&ended) => self.end(context),
            Event::Cancelled | Event::BackPressed if !is_idle => {
                context.calls.abandon();
                self.into()
            }
            Event::BackPressed => Step::from(self).start_over(context),
            other => Step::from(self).leave(other, context),
        }
    }

    pub(super) fn on_outcome(
        self,
        call: Call,
        outcome: CallOutcome,
        context: &mut Context,
        now: Timestamp,
    ) -> Transition {
        match (call, outcome) {
            (_, CallOutcome::RequestAccepted(recovery)) => {
                Self { resent: true, ..Self::new(recovery) }.into()
            }
            (_, CallOutcome::RequestFailed(error)) => self.resend_failed(error, context, now),
            (Call::Check(proof), CallOutcome::Checked(outcome)) => self.checked(proof, outcome, context, now),
            _ => self.into(),
        }
    }

    pub(super) fn retry(self, call: Call, context: &mut Context, now: Timestamp) -> Transition {
        match call {
            Call::Check(proof) => self.check(proof, context),
            _ => self.resend(context, now),
        }
    }

    /// Requests another email, unless it is too early.
    fn resend(self, context: &mut Context, now: Timestamp) -> Transition {
        if self.recovery.next_resend_at(now) > now {
            return self.into();
        }
        let effect = context.calls.request_email(self.recovery.email.clone());
        Transition::from(Self { problem: None, ..self }).with([effect])
    }

    fn resend_failed(mut self, error: RequestError, context: &mut Context, now: Timestamp) -> Transition {
        let RequestError::Call(error) = error else {
            let forgot = Forgot { email: Some(self.recovery.email), problem: None };
            return forgot.fail(ForgotProblem::Refused, context);
        };
        self.problem = Some(CheckEmailProblem::ResendFailed(error.clone()));
        let Some(until) = wait_until(&error, now) else {
            return Transition::from(self)
                .with(context.calls.retry_when_connected(Call::RequestEmail, &error));
        };
        // The wait is saved: it continues after a restart of the app.
        self.recovery.resend_at = until;
        context.pending.insert(self.recovery.clone());
        let effect = Effect::save_requested(self.recovery.clone());
        Transition::from(self).with([effect])
    }

    /// Checks a code, or follows a pasted link.
    pub(super) fn submit(self, typed: &str, context: &mut Context) -> Transition {
        if context.native().is_none() {
            return context.invalid_link(LinkFailure::Hosted, None);
        }
        let code = context.code(&self.recovery).and_then(|shape| RecoveryCode::parse(typed, shape).ok());
        match (find_link(typed, &context.rules), code) {
            (Some(Ok(link)), _) => links::follow(link, context),
            (Some(Err(error)), _) => self.fail(CheckEmailProblem::Link(error.problem()), context),
            (None, Some(code)) => {
                let PendingRecovery { flow, email, verifier, session, .. } = self.recovery.clone();
                self.check(Proof::Code { email, code, flow, verifier, session }, context)
            }
            (None, None) => self.fail(CheckEmailProblem::NeitherLinkNorCode, context),
        }
    }

    fn check(self, proof: Proof, context: &mut Context) -> Transition {
        let effect = context.calls.check(proof);
        Transition::from(Self { problem: None, ..self }).with([effect])
    }

    fn checked(
        self,
        proof: Proof,
        outcome: Result<Checked, CheckError>,
        context: &mut Context,
        now: Timestamp,
    ) -> Transition {
        match (outcome, context.native()) {
            (_, None) => context.invalid_link(LinkFailure::Hosted, None),
            (Ok(checked), Some(native)) => {
                let reset = Reset::new(native, proof, Some(self.recovery.email));
                Transition::from(reset.ready(checked, now)).with([Effect::LoadPasswordPolicy])
            }
            (Err(CheckError::Call(error)), _) => {
                let next = self.fail(CheckEmailProblem::CheckFailed(error.clone()), context);
                next.with(context.calls.retry_when_connected(Call::Check(proof), &error))
            }
            (Err(CheckError::Proof(error)), _) if error.is_final() => {
                context.invalid_link(error.into(), Some(self.recovery.email))
            }
            (Err(CheckError::Proof(error)), _) => self.fail(CheckEmailProblem::Code(error), context),
        }
    }

    /// Whether this recovery is one of those that another window has completed.
    fn is_in(&self, ended: &PendingRecoveries) -> bool {
        self.recovery.flow.as_ref().is_some_and(|flow| ended.find(flow).is_some())
    }

    /// Shows that the link no longer works, because another window has completed the recovery.
    fn end(self, context: &mut Context) -> Transition {
        context.pending.remove(&EndedRecoveries::Account(self.recovery.email.clone()));
        context.invalid_link(LinkFailure::Used, Some(self.recovery.email))
    }

    pub(super) fn fail(self, problem: CheckEmailProblem, context: &mut Context) -> Transition {
        context.calls.cancel_retry();
        context.problem_count += 1;
        Self { problem: Some(problem), ..self }.into()
    }
}
