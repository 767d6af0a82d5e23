//! The third screen: the link was checked, a password is typed and sent.

use secrecy::zeroize::Zeroizing;

use super::{
    CheckEmailProblem, Done, Effect, Flow, Phase, Reset, ResetProblem, Step, Ticket, forgot::wait_until,
};
use crate::{
    clock::Timestamp,
    link::RecoveryLink,
    password::Refusal,
    secret::NewPassword,
    service::{AttemptKey, CallError, Changed, CheckError, Checked, Proof, ProofError, ResetError},
};

impl Flow {
    pub(super) fn checked(
        &mut self,
        ticket: Ticket,
        outcome: Result<Checked, CheckError>,
        now: Timestamp,
    ) -> Vec<Effect> {
        if ticket != self.ticket {
            return Vec::new();
        }
        if matches!(self.step, Step::CheckEmail(_)) {
            return self.code_checked(outcome, now);
        }
        let Step::Reset(reset) = &mut self.step else { return Vec::new() };
        match outcome {
            Ok(checked) => reset.phase = ready(checked, now),
            Err(CheckError::Call(call)) => reset.phase = Phase::Unchecked(call),
            Err(CheckError::Proof(error)) => return self.proof_failed(error),
        }
        Vec::new()
    }

    fn code_checked(&mut self, outcome: Result<Checked, CheckError>, now: Timestamp) -> Vec<Effect> {
        let Step::CheckEmail(check) = &mut self.step else { return Vec::new() };
        match (outcome, check.checking.take()) {
            (Ok(checked), Some(proof)) => {
                let reset = Reset::new(proof, Some(check.recovery.email.clone()));
                self.step = Step::Reset(Reset { phase: ready(checked, now), ..reset });
                vec![Effect::LearnPolicy]
            }
            (Err(CheckError::Call(call)), _) => self.check_email_problem(CheckEmailProblem::NotChecked(call)),
            (Err(CheckError::Proof(error)), _) => self.check_email_problem(CheckEmailProblem::Code(error)),
            (Ok(_), None) => Vec::new(),
        }
    }

    pub(super) fn check_again(&mut self) -> Vec<Effect> {
        let Step::Reset(reset) = &mut self.step else { return Vec::new() };
        if !matches!(reset.phase, Phase::Unchecked(_)) {
            return Vec::new();
        }
        reset.phase = Phase::Checking;
        let proof = reset.proof.clone();
        vec![Effect::Check { ticket: self.ticket.renew(), proof }, Effect::LearnPolicy]
    }

    pub(super) fn password_submitted(
        &mut self,
        password: Zeroizing<String>,
        confirmation: Option<Zeroizing<String>>,
        fresh: AttemptKey,
    ) -> Vec<Effect> {
        let policy = self.policy;
        let Step::Reset(reset) = &mut self.step else { return Vec::new() };
        let Phase::Ready(until) = reset.phase else { return Vec::new() };
        let Ok(password_secret) = NewPassword::new(password.as_str()) else {
            let too_long = ResetProblem::Refused(vec![Refusal::TooLong { max: policy.max_length }]);
            reset.problem = Some(if password.is_empty() { ResetProblem::Missing } else { too_long });
            return Vec::new();
        };
        let refusals = policy.refusals(&password_secret);
        reset.problem = if !refusals.is_empty() {
            Some(ResetProblem::Refused(refusals))
        } else if confirmation.is_some_and(|second| *second != *password) {
            Some(ResetProblem::Mismatch)
        } else {
            None
        };
        if reset.problem.is_some() {
            return Vec::new();
        }
        let attempt = match reset.attempt.take() {
            Some((sent, key)) if sent == password_secret => key,
            _ => fresh,
        };
        reset.attempt = Some((password_secret.clone(), attempt.clone()));
        reset.phase = Phase::Sending(until);
        let proof = reset.proof.clone();
        vec![Effect::Reset { ticket: self.ticket.renew(), proof, password: password_secret, attempt }]
    }

    pub(super) fn answered(
        &mut self,
        ticket: Ticket,
        outcome: Result<Changed, ResetError>,
        now: Timestamp,
    ) -> Vec<Effect> {
        let Step::Reset(reset) = &mut self.step else { return Vec::new() };
        let Phase::Sending(until) = reset.phase else { return Vec::new() };
        if ticket != self.ticket {
            return Vec::new();
        }
        reset.phase = Phase::Ready(until);
        match outcome {
            Ok(changed) => self.done(changed, now),
            Err(ResetError::Proof(error)) => self.proof_failed(error),
            Err(ResetError::PasswordRefused(reasons)) => self.reset_problem(ResetProblem::Refused(reasons)),
            Err(ResetError::Call(call)) => self.reset_problem(call_problem(call, now)),
        }
    }

    fn reset_problem(&mut self, problem: ResetProblem) -> Vec<Effect> {
        let Step::Reset(reset) = &mut self.step else { return Vec::new() };
        reset.problem = Some(problem);
        match reset.next_link.take() {
            Some(link) => self.link_opened(&link, false),
            None => Vec::new(),
        }
    }

    fn done(&mut self, changed: Changed, now: Timestamp) -> Vec<Effect> {
        let email = self.email().cloned();
        let signed_out_everywhere = changed.signed_out_everywhere;
        self.step = Step::Done(Done { email: email.clone(), signed_out_everywhere, at: now });
        self.notice = None;
        self.end(email)
    }

    /// The link or code turned out not to work. A link that came meanwhile may.
    fn proof_failed(&mut self, error: ProofError) -> Vec<Effect> {
        let Step::Reset(reset) = &self.step else { return Vec::new() };
        let failed =
            |link: &RecoveryLink| matches!(&reset.proof, Proof::Token { token, .. } if *token == link.token);
        let (email, next) = (reset.email.clone(), reset.next_link.as_ref());
        match next.and_then(|link| self.read(link).ok()).filter(|link| !failed(link)) {
            Some(link) => self.follow(link),
            None => self.stuck(error.into(), email),
        }
    }
}

fn ready(checked: Checked, now: Timestamp) -> Phase {
    Phase::Ready(checked.expires_in.map(|seconds| now.plus(seconds)))
}

fn call_problem(call: CallError, now: Timestamp) -> ResetProblem {
    wait_until(&call, now).map_or_else(|| ResetProblem::Call(call), ResetProblem::Wait)
}
