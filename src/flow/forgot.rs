//! The first screen: an address is typed, an e-mail is asked for.

use super::{CheckEmail, CheckEmailProblem, Effect, Flow, Forgot, ForgotProblem, Step, Ticket, Waiting};
use crate::{
    clock::Timestamp,
    secret::EmailAddress,
    service::{CallError, Capabilities, RequestError},
    vault::PendingRecovery,
};

/// How long to wait where a service says "wait" and not how long, in seconds.
const UNSTATED_WAIT: u64 = 60;

/// When to try again after `error`, if it asks to wait.
pub(super) fn wait_until(error: &CallError, now: Timestamp) -> Option<Timestamp> {
    match error {
        CallError::RateLimited { wait } => Some(now.plus(wait.map_or(UNSTATED_WAIT, |wait| wait.as_secs()))),
        _ => None,
    }
}

impl Flow {
    pub(super) fn email_submitted(&mut self, typed: &str) -> Vec<Effect> {
        let Step::Forgot(forgot) = &mut self.step else { return Vec::new() };
        if forgot.sending {
            return Vec::new();
        }
        match EmailAddress::parse(typed) {
            Ok(email) => self.request(email),
            Err(_) if typed.trim().is_empty() => self.forgot_problem(ForgotProblem::Missing),
            Err(_) => self.forgot_problem(ForgotProblem::Malformed),
        }
    }

    /// Asks for an e-mail from the first screen.
    pub(super) fn request(&mut self, email: EmailAddress) -> Vec<Effect> {
        self.step = Step::Forgot(Forgot { email: Some(email.clone()), sending: true, problem: None });
        vec![Effect::Request { ticket: self.ticket.renew(), email }]
    }

    fn forgot_problem(&mut self, problem: ForgotProblem) -> Vec<Effect> {
        if let Step::Forgot(forgot) = &mut self.step {
            forgot.sending = false;
            forgot.problem = Some(problem);
        }
        Vec::new()
    }

    pub(super) fn accepted(&mut self, ticket: Ticket, recovery: PendingRecovery) -> Vec<Effect> {
        self.pending.insert(recovery.clone());
        if ticket == self.ticket {
            let resent = matches!(self.step, Step::CheckEmail(_));
            self.step = Step::CheckEmail(CheckEmail { resent, ..CheckEmail::new(recovery.clone()) });
        }
        // Worth remembering even if the person has moved on: its e-mail will come.
        let mut effects = vec![Effect::Remember(recovery)];
        // Asked again too where it seemed to be able to nothing: a sign-in page may have answered in its place.
        if self.abilities.is_none_or(|abilities| abilities == Capabilities::default()) {
            effects.push(Effect::LearnAbilities);
        }
        effects
    }

    pub(super) fn not_accepted(
        &mut self,
        ticket: Ticket,
        error: &RequestError,
        now: Timestamp,
    ) -> Vec<Effect> {
        if ticket != self.ticket {
            return Vec::new();
        }
        match &mut self.step {
            Step::CheckEmail(check) => {
                check.waiting = Waiting::No;
                let RequestError::Call(call) = error else {
                    self.start_over();
                    return self.forgot_problem(ForgotProblem::Refused);
                };
                check.problem = Some(CheckEmailProblem::NotResent(call.clone()));
                let Some(until) = wait_until(call, now) else { return Vec::new() };
                check.recovery.resend_after = until;
                let recovery = check.recovery.clone();
                // The wait holds beyond this screen, and beyond this run of the app.
                self.pending.insert(recovery.clone());
                vec![Effect::Remember(recovery)]
            }
            _ => self.forgot_problem(match error {
                RequestError::AddressRefused => ForgotProblem::Refused,
                RequestError::Call(call) => wait_until(call, now)
                    .map_or_else(|| ForgotProblem::Call(call.clone()), ForgotProblem::Wait),
            }),
        }
    }
}
