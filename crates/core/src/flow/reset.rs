//! The third screen: the link was checked, a password is typed and sent.

use unicode_normalization::UnicodeNormalization as _;

use super::{
    CheckEmail, CheckEmailProblem, Done, Effect, Flow, Phase, Renewal, Reset, ResetProblem, Step, Ticket,
    forgot::wait_until, step::Attempt,
};
use crate::{
    link::RecoveryLink,
    password::{PasswordPolicy, Refusal},
    secret::{NewPassword, SecondFactorCode},
    service::{CallError, Changed, CheckError, Checked, IdempotencyKey, Proof, ProofError, ResetError},
    time::Timestamp,
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
            Ok(checked) => {
                reset.second_factor = checked.second_factor;
                reset.phase = ready(checked, now);
                let whose = reset.candidate.and_then(|tried| reset.candidates.get(tried));
                let whose = whose.map(|recovery| recovery.email.clone());
                reset.email = whose.or(reset.email.take());
            }
            Err(CheckError::Call(call)) => {
                reset.phase = Phase::Unchecked(call);
                return self.await_connection();
            }
            Err(CheckError::Proof(ProofError::OtherDevice)) if self.next_candidate() => {
                return self.check();
            }
            Err(CheckError::Proof(error)) => return self.proof_failed(error),
        }
        Vec::new()
    }

    fn check(&mut self) -> Vec<Effect> {
        let Step::Reset(reset) = &self.step else { return Vec::new() };
        let proof = reset.proof.clone();
        vec![Effect::Check { ticket: self.ticket.renew(), proof }]
    }

    fn code_checked(&mut self, outcome: Result<Checked, CheckError>, now: Timestamp) -> Vec<Effect> {
        let native = match self.native() {
            Ok(native) => native,
            Err(effects) => return effects,
        };
        let Step::CheckEmail(check) = &mut self.step else { return Vec::new() };
        match (outcome, check.checking.take()) {
            (Ok(checked), Some(proof)) => {
                let reset = Reset::new(native, proof, Some(check.recovery.email.clone()));
                let second_factor = checked.second_factor;
                self.step = Step::Reset(Reset { second_factor, phase: ready(checked, now), ..reset });
                vec![Effect::LoadPasswordPolicy]
            }
            (Err(CheckError::Call(call)), proof) => {
                check.checking = proof;
                self.check_email_problem(CheckEmailProblem::CheckFailed(call));
                self.await_connection()
            }
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
        vec![Effect::Check { ticket: self.ticket.renew(), proof }, Effect::LoadPasswordPolicy]
    }

    pub(super) fn password_submitted(
        &mut self,
        password: &str,
        confirmation: Option<&str>,
        second_factor: &str,
        fresh: IdempotencyKey,
    ) -> Vec<Effect> {
        let policy = self.policy;
        let Step::Reset(reset) = &mut self.step else { return Vec::new() };
        let Phase::Ready(until) = reset.phase else { return Vec::new() };
        let second_factor = reset.second_factor.then(|| SecondFactorCode::parse(second_factor));
        let checked = acceptable(password, confirmation, policy);
        let (password, second_factor) = match (checked, second_factor.transpose()) {
            (Ok(password), Ok(code)) => (password, code),
            (Err(problem), _) => return self.reset_problem(problem),
            (_, Err(_)) => return self.reset_problem(ResetProblem::SecondFactor),
        };
        reset.problem = None;
        // Whatever becomes of a new link that is being asked for: this password goes with the present one.
        reset.renewal = Renewal::None;
        let attempt = match reset.attempt.take() {
            Some(sent) if sent.password == password => sent,
            _ => Attempt { password, key: fresh, outcome_unknown: false },
        };
        reset.attempt = Some(attempt.clone());
        reset.phase = Phase::Sending(until);
        self.send(attempt, second_factor)
    }

    fn send(&mut self, attempt: Attempt, second_factor: Option<SecondFactorCode>) -> Vec<Effect> {
        let Step::Reset(reset) = &self.step else { return Vec::new() };
        let (proof, Attempt { password, key, .. }) = (reset.proof.clone(), attempt);
        vec![Effect::Reset { ticket: self.ticket.renew(), proof, password, attempt: key, second_factor }]
    }

    pub(super) fn reset_finished(
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
        let is_lost = matches!(&outcome, Err(ResetError::Call(call)) if may_have_acted(call));
        if let Some(attempt) = &mut reset.attempt {
            attempt.outcome_unknown |= is_lost;
        }
        let outcome_was_unknown = reset.outcome_is_unknown();
        match outcome {
            Ok(changed) => self.done(changed, now),
            Err(ResetError::Proof(ProofError::OtherDevice)) if self.next_candidate() => self.send_again(),
            Err(ResetError::Proof(error)) => self.proof_failed(error),
            Err(ResetError::SecondFactor) => self.second_factor_asked_for(),
            // The answer was lost before, and now it is the present password: that try has set it.
            Err(ResetError::PasswordRefused(reasons))
                if reasons == [Refusal::SameAsBefore] && outcome_was_unknown =>
            {
                self.done(Changed::default(), now)
            }
            Err(ResetError::PasswordRefused(reasons)) => self.reset_problem(ResetProblem::Refused(reasons)),
            Err(ResetError::Call(call)) => {
                let effects = self.reset_problem(call_problem(call, now));
                if effects.is_empty() { self.await_connection() } else { effects }
            }
        }
    }

    /// The same attempt once more, after the line was gone.
    pub(super) fn send_again(&mut self) -> Vec<Effect> {
        let Step::Reset(reset) = &mut self.step else { return Vec::new() };
        let (Phase::Ready(until), Some(attempt)) = (&reset.phase, reset.attempt.clone()) else {
            return Vec::new();
        };
        reset.problem = None;
        reset.phase = Phase::Sending(*until);
        self.send(attempt, None)
    }

    /// A new link, while what was typed stays where it is (A11Y-9).
    pub(super) fn renew(&mut self) -> Vec<Effect> {
        let Step::Reset(reset) = &mut self.step else { return Vec::new() };
        let (Phase::Ready(_), Some(email)) = (&reset.phase, reset.email.clone()) else { return Vec::new() };
        if reset.renewal == Renewal::Sending {
            return Vec::new();
        }
        reset.renewal = Renewal::Sending;
        vec![Effect::Request { ticket: self.ticket.renew(), email }]
    }

    /// It is not sent: whoever tries stolen passwords would try it.
    pub(super) fn breached_password(&mut self) -> Vec<Effect> {
        match &self.step {
            Step::Reset(Reset { phase: Phase::Ready(_), .. }) => {
                self.reset_problem(ResetProblem::Refused(vec![Refusal::Breached]))
            }
            _ => Vec::new(),
        }
    }

    fn reset_problem(&mut self, problem: ResetProblem) -> Vec<Effect> {
        let Step::Reset(reset) = &mut self.step else { return Vec::new() };
        reset.problem = Some(problem);
        self.problem_count += 1;
        match reset.next_link.take() {
            Some(link) => self.link_opened(&link, false),
            None => Vec::new(),
        }
    }

    /// Asked for even where the check had said nothing of it: it may have been set up since.
    fn second_factor_asked_for(&mut self) -> Vec<Effect> {
        if let Step::Reset(reset) = &mut self.step {
            reset.second_factor = true;
        }
        self.reset_problem(ResetProblem::SecondFactor)
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
        if reset.next_link.is_none() && matches!(reset.proof, Proof::Code { .. }) {
            return self.code_failed(error);
        }
        let failed =
            |link: &RecoveryLink| matches!(&reset.proof, Proof::Token { token, .. } if *token == link.token);
        let (email, next) = (reset.email.clone(), reset.next_link.as_ref());
        match next.and_then(|link| self.read(link).ok()).filter(|link| !failed(link)) {
            Some(link) => self.follow(link),
            None => self.invalid_link(error.into(), email),
        }
    }

    /// Not every service tells of a wrong code before it has the password too. The code is typed again then; what was
    /// typed of the password waits on the third screen.
    fn code_failed(&mut self, error: ProofError) -> Vec<Effect> {
        let Step::Reset(Reset { proof: Proof::Code { email, .. }, .. }) = &self.step else {
            return Vec::new();
        };
        let email = email.clone();
        let Some(recovery) = self.pending.iter().find(|pending| pending.email == email).cloned() else {
            return self.invalid_link(error.into(), Some(email));
        };
        self.ticket.renew();
        self.step = Step::CheckEmail(CheckEmail::new(recovery));
        self.check_email_problem(CheckEmailProblem::Code(error))
    }
}

/// Whether the service may have done what it was asked, although no answer came.
fn may_have_acted(call: &CallError) -> bool {
    matches!(call, CallError::Down | CallError::TimedOut | CallError::Offline)
}

/// The password as it can be sent, or what is wrong with what was typed.
fn acceptable(
    password: &str,
    confirmation: Option<&str>,
    policy: PasswordPolicy,
) -> Result<NewPassword, ResetProblem> {
    if password.is_empty() {
        return Err(ResetProblem::Missing);
    }
    let secret = policy.accept(password).map_err(ResetProblem::Refused)?;
    match confirmation {
        // A field may compose its characters (NFC) where the other does not (NFD): to a person they are the same.
        Some(second) if !second.nfc().eq(password.nfc()) => Err(ResetProblem::Mismatch),
        _ => Ok(secret),
    }
}

fn ready(checked: Checked, now: Timestamp) -> Phase {
    Phase::Ready(checked.expires_in.map(|seconds| now.plus(seconds)))
}

fn call_problem(call: CallError, now: Timestamp) -> ResetProblem {
    wait_until(&call, now).map_or_else(|| ResetProblem::Call(call), ResetProblem::Wait)
}
