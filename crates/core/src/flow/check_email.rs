//! The second screen: wait, ask again, or paste what the e-mail brought.

use super::{CheckEmailProblem, Effect, Flow, LinkFailure, Step, Waiting};
use crate::{
    link::find_link,
    pending::{Ended, Pending, PendingRecovery},
    secret::RecoveryCode,
    service::Proof,
    time::Timestamp,
};

impl Flow {
    pub(super) fn resend(&mut self, now: Timestamp) -> Vec<Effect> {
        let Step::CheckEmail(check) = &mut self.step else { return Vec::new() };
        if check.waiting != Waiting::No || check.recovery.may_ask_again_at(now) > now {
            return Vec::new();
        }
        check.waiting = Waiting::Resending;
        check.problem = None;
        check.checking = None;
        let email = check.recovery.email.clone();
        vec![Effect::Request { ticket: self.ticket.renew(), email }]
    }

    /// Another window of this person's may have come to the end of the recovery that is waited for here: then it is
    /// in the keyring no more, and its e-mail is worth nothing.
    pub(super) fn ended_elsewhere(&mut self, ended: &Pending) -> Vec<Effect> {
        let Step::CheckEmail(check) = &self.step else { return Vec::new() };
        let recovery = check.recovery.clone();
        let is_ended = recovery.flow.as_ref().is_some_and(|flow| ended.find(flow).is_some());
        if check.waiting != Waiting::No || !is_ended {
            return Vec::new();
        }
        self.pending.remove(&Ended::Account(recovery.email.clone()));
        self.invalid_link(LinkFailure::Used, Some(recovery.email))
    }

    pub(super) fn link_or_code(&mut self, typed: &str) -> Vec<Effect> {
        let Step::CheckEmail(check) = &self.step else { return Vec::new() };
        if check.waiting != Waiting::No {
            return Vec::new();
        }
        if self.is_hosted() {
            return self.invalid_link(LinkFailure::Hosted, None);
        }
        let code = self.code(&check.recovery).and_then(|shape| RecoveryCode::parse(typed, shape).ok());
        let PendingRecovery { flow, email, verifier, session, .. } = check.recovery.clone();
        match (find_link(typed, &self.rules), code) {
            (Some(Ok(link)), _) => self.follow(link),
            (Some(Err(error)), _) => self.check_email_problem(CheckEmailProblem::Link(error.problem())),
            (None, Some(code)) => self.check_code(Proof::Code { email, code, flow, verifier, session }),
            (None, None) => self.check_email_problem(CheckEmailProblem::NeitherLinkNorCode),
        }
    }

    pub(super) fn check_code(&mut self, proof: Proof) -> Vec<Effect> {
        let Step::CheckEmail(check) = &mut self.step else { return Vec::new() };
        check.waiting = Waiting::CheckingCode;
        check.problem = None;
        check.checking = Some(proof.clone());
        vec![Effect::Check { ticket: self.ticket.renew(), proof }]
    }

    pub(super) fn check_email_problem(&mut self, problem: CheckEmailProblem) -> Vec<Effect> {
        if let Step::CheckEmail(check) = &mut self.step {
            check.waiting = Waiting::No;
            check.problem = Some(problem);
            self.problem_count += 1;
        }
        Vec::new()
    }
}
