//! What is waited for: an answer that is slow, a line that is gone, a time that a service asked for.

use super::{
    CheckEmailProblem, Effect, Flow, Forgot, ForgotProblem, Phase, Reset, ResetProblem, Step, Ticket, Waiting,
};
use crate::{
    service::{CallError, Proof},
    time::Timestamp,
};

/// A question to the service that has no answer yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InFlightCall {
    /// Which.
    pub ticket: Ticket,
    /// The person may stop waiting. Not so for a password on its way: it cannot be called back, and its answer is
    /// the only way to know what became of it.
    pub can_cancel: bool,
}

impl Flow {
    /// What the person waits for.
    pub fn in_flight(&self) -> Option<InFlightCall> {
        let (asking, can_cancel) = match &self.step {
            Step::Forgot(forgot) => (forgot.sending, true),
            Step::CheckEmail(check) => (check.waiting != Waiting::No, true),
            Step::Reset(reset) => match reset.phase {
                Phase::Checking => (true, true),
                Phase::Sending(_) => (true, false),
                Phase::Ready(_) | Phase::Unchecked(_) => (false, false),
            },
            Step::Opening | Step::Done(_) | Step::InvalidLink(_) => (false, false),
        };
        asking.then_some(InFlightCall { ticket: self.ticket, can_cancel })
    }

    /// The line is gone, and what was asked is asked again once it is back.
    pub fn awaits_connection(&self) -> bool {
        let gone = |call: &CallError| *call == CallError::Offline;
        match &self.step {
            Step::Forgot(Forgot { problem: Some(ForgotProblem::Call(call)), .. }) => gone(call),
            Step::CheckEmail(check) => match &check.problem {
                Some(CheckEmailProblem::ResendFailed(call) | CheckEmailProblem::CheckFailed(call)) => {
                    gone(call)
                }
                _ => false,
            },
            Step::Reset(Reset { phase: Phase::Unchecked(call), .. }) => gone(call),
            // The code of an authenticator app is too old by then: the person types the next one.
            Step::Reset(Reset { problem: Some(ResetProblem::Call(call)), second_factor: false, .. }) => {
                gone(call)
            }
            _ => false,
        }
    }

    /// The effect that waits for the line, where the step awaits it.
    pub(super) fn await_connection(&self) -> Vec<Effect> {
        if self.awaits_connection() {
            vec![Effect::AwaitConnection { ticket: self.ticket }]
        } else {
            Vec::new()
        }
    }

    /// Asks again what went unanswered; not if the person has done something else meanwhile.
    pub(super) fn connection_restored(&mut self, ticket: Ticket, now: Timestamp) -> Vec<Effect> {
        if ticket != self.ticket || !self.awaits_connection() {
            return Vec::new();
        }
        match &mut self.step {
            Step::Forgot(Forgot { email: Some(email), .. }) => {
                let email = email.clone();
                self.request(email)
            }
            Step::CheckEmail(check) => match check.checking.clone() {
                Some(proof @ Proof::Code { .. }) => self.check_code(proof),
                _ => self.resend(now),
            },
            Step::Reset(Reset { phase: Phase::Unchecked(_), .. }) => self.check_again(),
            Step::Reset(_) => self.send_again(),
            _ => Vec::new(),
        }
    }

    /// "Cancel": the answer, should it still come, changes nothing on the screen.
    pub(super) fn cancelled(&mut self) -> Vec<Effect> {
        if !self.in_flight().is_some_and(|asking| asking.can_cancel) {
            return Vec::new();
        }
        self.ticket.renew();
        match &mut self.step {
            Step::Forgot(forgot) => forgot.sending = false,
            Step::CheckEmail(check) => check.waiting = Waiting::No,
            Step::Reset(reset) => reset.phase = Phase::Unchecked(CallError::TimedOut),
            Step::Opening | Step::Done(_) | Step::InvalidLink(_) => {}
        }
        Vec::new()
    }

    /// The wait until then is over, and with it the problem that it was.
    pub(super) fn wait_over(&mut self, until: Timestamp) -> Vec<Effect> {
        match &mut self.step {
            Step::Forgot(forgot) if forgot.problem == Some(ForgotProblem::Wait(until)) => {
                forgot.problem = None
            }
            Step::Reset(reset) if reset.problem == Some(ResetProblem::Wait(until)) => reset.problem = None,
            _ => {}
        }
        Vec::new()
    }
}
