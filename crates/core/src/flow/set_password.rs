//! The third step: the password is sent.

use super::{
    Done, Effect, Renewal, Reset, ResetProblem, calls::Call, context::Context, step::Attempt,
    transition::Transition, wait_until,
};
use crate::{
    link::IncomingLink,
    normalization::nfc,
    password::PasswordPolicy,
    secret::{NewPassword, SecondFactorCode},
    service::{CallError, Changed, IdempotencyKey, ProofError, ResetError},
    time::Timestamp,
};

impl Reset {
    /// Sends the password if it is acceptable.
    pub(super) fn submit(
        mut self,
        password: &str,
        confirmation: Option<&str>,
        second_factor: &str,
        new_key: IdempotencyKey,
        context: &mut Context,
    ) -> Transition {
        let second_factor = self.second_factor.then(|| SecondFactorCode::parse(second_factor));
        let accepted = accept(password, confirmation, context.policy);
        let (password, second_factor) = match (accepted, second_factor.transpose()) {
            (Ok(password), Ok(code)) => (password, code),
            (Err(problem), _) => return self.fail(problem, context),
            (_, Err(_)) => return self.fail(ResetProblem::SecondFactor, context),
        };
        let attempt = match self.last_attempt.take() {
            Some(last) if last.password == password => last,
            _ => Attempt { password, idempotency_key: new_key, outcome_unknown: false },
        };
        // The password is sent with this link, even if a new one was requested.
        self.renewal = Renewal::None;
        self.send(attempt, second_factor, None, context)
    }

    fn send(
        mut self,
        attempt: Attempt,
        second_factor: Option<SecondFactorCode>,
        next_link: Option<IncomingLink>,
        context: &mut Context,
    ) -> Transition {
        self.problem = None;
        self.last_attempt = Some(attempt.clone());
        let Attempt { password, idempotency_key, .. } = attempt;
        let proof = self.proof.clone();
        let effect = context.calls.reset_password(proof, password, idempotency_key, second_factor, next_link);
        Transition::from(self).with([effect])
    }

    /// Repeats the last attempt.
    pub(super) fn send_again(mut self, next_link: Option<IncomingLink>, context: &mut Context) -> Transition {
        match self.last_attempt.take() {
            Some(attempt) => self.send(attempt, None, next_link, context),
            None => self.into(),
        }
    }

    pub(super) fn password_reset(
        mut self,
        outcome: Result<Changed, ResetError>,
        next_link: Option<IncomingLink>,
        context: &mut Context,
        now: Timestamp,
    ) -> Transition {
        let is_lost = outcome.as_ref().is_err_and(ResetError::may_have_acted);
        let outcome_unknown = self.last_attempt.as_mut().is_some_and(|attempt| {
            attempt.outcome_unknown |= is_lost;
            attempt.outcome_unknown
        });
        match outcome {
            Ok(changed) => self.done(changed, context, now),
            Err(ResetError::Proof(ProofError::OtherDevice)) if self.next_candidate() => {
                self.send_again(next_link, context)
            }
            Err(ResetError::Proof(error)) => self.proof_failed(error, next_link, context),
            // Not every check reports a second factor, and it may have been set up since.
            Err(ResetError::SecondFactor) => Self { second_factor: true, ..self }.fail_or_open(
                ResetProblem::SecondFactor,
                next_link,
                context,
            ),
            // An earlier attempt with this password had no response. It was successful.
            Err(error) if error.is_same_password() && outcome_unknown => {
                self.done(Changed::default(), context, now)
            }
            Err(ResetError::PasswordRefused(reasons)) => {
                self.fail_or_open(ResetProblem::Refused(reasons), next_link, context)
            }
            Err(ResetError::Call(error)) => self.call_failed(error, next_link, context, now),
        }
    }

    /// Retries when the connection is back. With a second factor, the person has to type the next code.
    fn call_failed(
        self,
        error: CallError,
        next_link: Option<IncomingLink>,
        context: &mut Context,
        now: Timestamp,
    ) -> Transition {
        let can_retry = !self.second_factor;
        let wait = wait_until(&error, now).map(ResetProblem::Wait);
        let problem = wait.unwrap_or_else(|| ResetProblem::Call(error.clone()));
        let next = self.fail_or_open(problem, next_link, context);
        if can_retry && next.effects.is_empty() {
            let call = Call::ResetPassword { next_link: None };
            next.with(context.calls.retry_when_connected(call, &error))
        } else {
            next
        }
    }

    /// Shows the problem, and opens the link that arrived meanwhile.
    fn fail_or_open(
        self,
        problem: ResetProblem,
        next_link: Option<IncomingLink>,
        context: &mut Context,
    ) -> Transition {
        context.problem_count += 1;
        let failed = Self { problem: Some(problem), ..self };
        match next_link {
            Some(link) => failed.open_link(&link, context),
            None => failed.into(),
        }
    }

    fn done(self, changed: Changed, context: &mut Context, now: Timestamp) -> Transition {
        context.notice = None;
        let ended = self.email.clone().map(|email| context.end(email));
        let Changed { signed_out_everywhere } = changed;
        let done = Done { email: self.email, signed_out_everywhere, at: now };
        Transition::from(done).with(ended).with([Effect::ClearSecretDrafts])
    }
}

/// The password in the format to send, or the problem.
fn accept(
    password: &str,
    confirmation: Option<&str>,
    policy: PasswordPolicy,
) -> Result<NewPassword, ResetProblem> {
    if password.is_empty() {
        return Err(ResetProblem::Missing);
    }
    let accepted = policy.accept(password).map_err(ResetProblem::Refused)?;
    match confirmation {
        // One field may compose its characters (NFC) and the other not (NFD). They look the same.
        Some(second) if !nfc(second.chars()).eq(nfc(password.chars())) => Err(ResetProblem::Mismatch),
        _ => Ok(accepted),
    }
}
