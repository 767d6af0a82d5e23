//! The first screen: an address is typed, an e-mail is asked for.

use crate::code::looks_like_a_code;
use secrecy::zeroize::Zeroizing;

use super::{
    CheckEmail, CheckEmailProblem, Effect, Flow, Forgot, ForgotProblem, Renewal, Step, Ticket, Waiting,
};
use crate::{
    link::find_link,
    pending::PendingRecovery,
    secret::{EmailAddress, Verifier},
    service::{CallError, Capabilities, RequestError},
    time::Timestamp,
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
            Err(_) if find_link(typed, &self.rules).is_some() => self.pasted_link(typed),
            Err(_) if looks_like_a_code(typed) => self.pasted_code(typed),
            Err(_) if typed.trim().is_empty() => self.forgot_problem(ForgotProblem::Missing),
            Err(_) => self.forgot_problem(ForgotProblem::Malformed),
        }
    }

    /// A link belongs to the app wherever it is pasted.
    fn pasted_link(&mut self, pasted: &str) -> Vec<Effect> {
        if let Err(effects) = self.native() {
            return effects;
        }
        if !self.is_opened {
            return self.defer_until_opened(pasted);
        }
        match find_link(pasted, &self.rules) {
            Some(Ok(link)) => self.follow(link),
            Some(Err(error)) => self.forgot_problem(ForgotProblem::Link(error.problem())),
            None => self.forgot_problem(ForgotProblem::Malformed),
        }
    }

    /// A code belongs to the newest e-mail, if one was asked for from here.
    fn pasted_code(&mut self, pasted: &str) -> Vec<Effect> {
        if !self.is_opened {
            return self.defer_until_opened(pasted);
        }
        match self.pending.latest() {
            Some(latest) if self.code(latest).is_some() => {
                self.back_to_email();
                self.link_or_code(pasted)
            }
            _ => self.forgot_problem(ForgotProblem::CodeTooEarly),
        }
    }

    /// Waits until the keyring has told which recoveries there are.
    fn defer_until_opened(&mut self, pasted: &str) -> Vec<Effect> {
        self.step = Step::Forgot(Forgot { sending: true, ..Forgot::default() });
        self.deferred_input = Some(Zeroizing::new(pasted.to_owned()));
        Vec::new()
    }

    /// The keyring has told. Whoever gave up waiting for it has moved on.
    pub(super) fn resume_deferred_input(&mut self, pasted: &str) -> Vec<Effect> {
        match &mut self.step {
            Step::Forgot(forgot) if forgot.sending => forgot.sending = false,
            _ => return Vec::new(),
        }
        self.email_submitted(pasted)
    }

    /// Asks for an e-mail from the first screen.
    pub(super) fn request(&mut self, email: EmailAddress) -> Vec<Effect> {
        self.step = Step::Forgot(Forgot { email: Some(email.clone()), sending: true, problem: None });
        vec![Effect::Request { ticket: self.ticket.renew(), email }]
    }

    /// A verifier that went to this address before goes along again: whichever e-mail is opened, it fits. What is sent is
    /// remembered from now on, whatever the service says to it.
    pub(super) fn request_ready(
        &mut self,
        ticket: Ticket,
        email: EmailAddress,
        fresh: Option<Verifier>,
        now: Timestamp,
    ) -> Vec<Effect> {
        if ticket != self.ticket {
            return Vec::new();
        }
        self.pending.prune(now);
        let verifier = fresh.map(|fresh| self.pending.verifier_of(&email).cloned().unwrap_or(fresh));
        let recovery = PendingRecovery::sent(email, verifier, now);
        if recovery.verifier.is_some() {
            self.pending.insert(recovery.clone());
        }
        vec![Effect::SendRequest { ticket, recovery }]
    }

    fn forgot_problem(&mut self, problem: ForgotProblem) -> Vec<Effect> {
        if let Step::Forgot(forgot) = &mut self.step {
            forgot.sending = false;
            forgot.problem = Some(problem);
            self.problem_count += 1;
        }
        Vec::new()
    }

    pub(super) fn accepted(&mut self, ticket: Ticket, recovery: PendingRecovery) -> Vec<Effect> {
        self.pending.insert(recovery.clone());
        if ticket == self.ticket
            && let Step::Reset(reset) = &mut self.step
        {
            // What is being typed stays; the new link will find it.
            reset.renewal = Renewal::Sent;
        } else if ticket == self.ticket {
            let resent = matches!(self.step, Step::CheckEmail(_));
            self.step = Step::CheckEmail(CheckEmail { resent, ..CheckEmail::new(recovery.clone()) });
        }
        // Worth remembering even if the person has moved on: its e-mail will come.
        let mut effects = vec![Effect::Remember(recovery)];
        // Asked again too where it seemed to be able to nothing: a sign-in page may have answered in its place.
        if self.capabilities.is_none_or(|capabilities| capabilities == Capabilities::default()) {
            effects.push(Effect::LoadCapabilities);
        }
        effects
    }

    pub(super) fn request_failed(
        &mut self,
        ticket: Ticket,
        error: &RequestError,
        now: Timestamp,
    ) -> Vec<Effect> {
        if ticket != self.ticket {
            return Vec::new();
        }
        match &mut self.step {
            Step::Reset(reset) => {
                let call = match error {
                    RequestError::Call(call) => call.clone(),
                    // It was taken before, so it is the service that is at odds with itself.
                    RequestError::AddressRefused => CallError::Down,
                };
                reset.renewal = Renewal::Failed(call);
                Vec::new()
            }
            Step::CheckEmail(check) => {
                check.waiting = Waiting::No;
                let RequestError::Call(call) = error else {
                    self.start_over();
                    return self.forgot_problem(ForgotProblem::Refused);
                };
                check.problem = Some(CheckEmailProblem::ResendFailed(call.clone()));
                let Some(until) = wait_until(call, now) else { return self.await_connection() };
                check.recovery.resend_after = until;
                let recovery = check.recovery.clone();
                // The wait holds beyond this screen, and beyond this run of the app.
                self.pending.insert(recovery.clone());
                vec![Effect::Remember(recovery)]
            }
            _ => {
                self.forgot_problem(match error {
                    RequestError::AddressRefused => ForgotProblem::Refused,
                    RequestError::Call(call) => wait_until(call, now)
                        .map_or_else(|| ForgotProblem::Call(call.clone()), ForgotProblem::Wait),
                });
                self.await_connection()
            }
        }
    }
}
