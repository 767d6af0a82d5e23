//! The recovery as a state machine: the current step, its problems, and what to do next. Pure.
//!
//! [`Flow::on`] takes an [`Event`] and the time, changes the state, and returns the [`Effect`]s to carry out. There is no
//! I/O, no clock, no randomness and no text in it: the outcome of an effect comes back as another event, and random
//! values come with the events. Each step has a file of its own.
//!
//! At most one call to the service is in flight ([`Flow::in_flight`]). Each call has a [`CallId`]. A late response to
//! an abandoned call changes nothing on the screen.

mod call_id;
mod calls;
mod check_email;
mod context;
mod done;
mod effect;
mod event;
mod forgot;
mod invalid_link;
mod links;
mod opening;
mod page_return;
mod reduce;
mod reset;
mod set_password;
mod step;
#[cfg(test)]
mod tests;
mod transition;

pub use call_id::CallId;
pub use calls::{CallKind, InFlightCall};
pub use effect::Effect;
pub use event::Event;
pub use step::{
    CheckEmail, CheckEmailProblem, Done, Forgot, ForgotProblem, InvalidLink, LinkFailure, Notice, Phase,
    Renewal, Reset, ResetProblem, Step, StepName,
};

use secrecy::ExposeSecret as _;

use self::{
    context::Context,
    transition::{CallOutcome, Transition},
};
use crate::{
    link::{LinkRules, find_link},
    password::PasswordPolicy,
    pending::{DEFAULT_WAIT, PendingRecoveries, PendingRecovery},
    secret::{CodeShape, EmailAddress},
    service::{Accepted, CallError, RecoveryMode},
    time::Timestamp,
};

/// The state of a recovery.
#[derive(Debug)]
pub struct Flow {
    step: Step,
    context: Context,
}

impl Flow {
    /// A flow that waits for [`Event::Opened`], for links that `rules` allow, at a service of this mode.
    pub fn new(rules: LinkRules, mode: RecoveryMode) -> Self {
        Self { step: Step::Opening, context: Context::new(rules, mode) }
    }

    /// The current step.
    pub fn step(&self) -> &Step {
        &self.step
    }

    /// The call that has no response yet.
    pub fn in_flight(&self) -> Option<InFlightCall> {
        self.context.calls.in_flight()
    }

    /// The kind of the call that has no response yet.
    pub fn in_flight_kind(&self) -> Option<CallKind> {
        self.context.calls.kind()
    }

    /// Whether a call has failed because there is no connection, and is retried when it is back.
    pub fn awaits_connection(&self) -> bool {
        self.context.calls.awaits_connection()
    }

    /// The notice to show, whatever the step.
    pub fn notice(&self) -> Option<Notice> {
        self.context.notice
    }

    /// How many problems were shown so far. It changes even if two problems in a row are equal.
    pub fn problem_count(&self) -> u32 {
        self.context.problem_count
    }

    /// The policy for the new password, as far as it is known.
    pub fn policy(&self) -> PasswordPolicy {
        self.context.policy
    }

    /// Whether a text contains a link, so that it need not be submitted.
    pub fn finds_link_in(&self, text: &str) -> bool {
        find_link(text, &self.context.rules).is_some()
    }

    /// The shape of the code in the email of `recovery`. `None` if a code cannot be used.
    pub fn code(&self, recovery: &PendingRecovery) -> Option<CodeShape> {
        self.context.code(recovery)
    }

    /// Whether the email has no link, only a code.
    pub fn is_code_only(&self) -> bool {
        self.context.capabilities.is_some_and(|capabilities| capabilities.code_only)
    }

    /// Whether the screen announces a code in the email of `recovery`.
    pub fn announces_code(&self, recovery: &PendingRecovery) -> bool {
        self.code(recovery).is_some() && !self.is_code_optional()
    }

    /// Whether the email may have no code, although a code is accepted.
    pub fn is_code_optional(&self) -> bool {
        self.context.capabilities.is_some_and(|capabilities| capabilities.code_optional)
    }

    /// The number of seconds for which the link works after the request, if the service has a short one.
    pub fn link_lifetime(&self) -> Option<u64> {
        self.context.capabilities?.link_lifetime
    }

    /// Whether the service can run out of emails.
    pub fn has_email_quota(&self) -> bool {
        self.context.capabilities.is_some_and(|capabilities| capabilities.has_email_quota)
    }

    /// Whether the password is chosen on a web page of the service. Then no link or code is for this app.
    pub fn is_hosted(&self) -> bool {
        self.context.mode.is_hosted()
    }

    /// Whether the keyring was read. A link that is opened before would not find its recovery.
    pub fn is_opened(&self) -> bool {
        self.context.is_opened
    }

    /// Whether there is a recovery whose email is expected, so that the person can go back to it.
    pub fn has_pending_recovery(&self) -> bool {
        self.context.pending.latest().is_some()
    }

    /// Whether the current step waits for an email. Another window of this person may complete the recovery.
    pub fn expects_email(&self) -> bool {
        matches!(self.step, Step::CheckEmail(_))
    }

    /// The address of the account, if it is known.
    pub fn email(&self) -> Option<&EmailAddress> {
        self.step.email()
    }

    /// Handles an event that happened at `now`. Returns the effects to carry out.
    pub fn on(&mut self, event: Event, now: Timestamp) -> Vec<Effect> {
        if let (Event::LinkOpened { text, .. }, Some(expected)) = (&event, self.context.page_return()) {
            return self.update(|step, context| page_return::returned(step, text, &expected, context, now));
        }
        match event {
            Event::Opened { pending, typing } => return self.opened(pending, typing, now),
            Event::MemoryOnly => self.context.notify_memory_only(),
            Event::ClockSkewMeasured(seconds) => self.context.notify_clock_skew(seconds),
            Event::CapabilitiesLoaded(capabilities) => self.context.set_capabilities(capabilities),
            Event::PasswordPolicyLoaded(policy) => self.context.policy = policy,
            Event::NoticeDismissed => self.context.notice = None,
            Event::PageOpened { state } => {
                return vec![page_return::page_opened(state, &mut self.context, now)];
            }
            Event::RequestReady { call_id, email, capabilities, new_verifier } => {
                if self.context.calls.is_in_flight(call_id) {
                    return vec![self.context.send_request(call_id, email, capabilities, new_verifier, now)];
                }
            }
            Event::RequestAccepted { call_id, recovery, response } => {
                return self.request_accepted(call_id, recovery, response, now);
            }
            Event::RequestFailed { call_id, error } => {
                return self.respond(call_id, CallOutcome::RequestFailed(error), now);
            }
            Event::CheckFinished { call_id, outcome } => {
                return self.respond(call_id, CallOutcome::Checked(outcome), now);
            }
            Event::ResetFinished { call_id, outcome } => {
                return self.respond(call_id, CallOutcome::PasswordReset(outcome), now);
            }
            Event::ConnectionRestored { call_id } => {
                if let Some(call) = self.context.calls.finish_waiting(call_id) {
                    return self.update(|step, context| step.retry(call, context, now));
                }
            }
            event => return self.update(|step, context| step.on(event, context, now)),
        }
        Vec::new()
    }

    fn update(&mut self, reduce: impl FnOnce(Step, &mut Context) -> Transition) -> Vec<Effect> {
        let step = std::mem::replace(&mut self.step, Step::Opening);
        let Transition { step, effects } = reduce(step, &mut self.context);
        self.step = step;
        effects
    }

    /// Passes the outcome to the step that made the call. A stale outcome is ignored.
    fn respond(&mut self, call_id: CallId, outcome: CallOutcome, now: Timestamp) -> Vec<Effect> {
        match self.context.calls.finish(call_id) {
            Some(call) => self.update(|step, context| step.on_outcome(call, outcome, context, now)),
            None => Vec::new(),
        }
    }

    /// Saves the recovery even if the response is stale: its email will arrive.
    fn request_accepted(
        &mut self,
        call_id: CallId,
        sent: PendingRecovery,
        response: Accepted,
        now: Timestamp,
    ) -> Vec<Effect> {
        let recovery = sent.accepted(response);
        self.context.pending.insert(recovery.clone());
        let mut effects = vec![Effect::save_requested(recovery.clone())];
        if self.context.lacks_capabilities() {
            effects.push(Effect::LoadCapabilities);
        }
        effects.extend(self.respond(call_id, CallOutcome::RequestAccepted(recovery), now));
        effects
    }

    /// Shows the newest recovery of the keyring, unless the person has already started another.
    fn opened(&mut self, saved: PendingRecoveries, typing: bool, now: Timestamp) -> Vec<Effect> {
        let is_late = !matches!(self.step, Step::Opening);
        let context = &mut self.context;
        context.is_opened = true;
        let requested_meanwhile = std::mem::replace(&mut context.pending, saved);
        context.pending.merge(requested_meanwhile);
        let is_untouched = matches!(&self.step, Step::Forgot(Forgot { email: None, problem: None }))
            && context.calls.is_idle();
        if !is_late || (is_untouched && !typing) {
            self.step = match context.pending.latest() {
                Some(latest) => CheckEmail::new(latest.clone()).into(),
                None => Forgot::default().into(),
            };
        }
        match context.calls.take_pasted_text() {
            Some(pasted) => {
                let event = Event::EmailSubmitted(pasted.expose_secret().to_owned());
                self.update(|step, context| step.on(event, context, now))
            }
            None if is_late => Vec::new(),
            None => vec![Effect::LoadCapabilities],
        }
    }
}

/// When to try again after `error`, if the service requires a wait.
fn wait_until(error: &CallError, now: Timestamp) -> Option<Timestamp> {
    match error {
        CallError::RateLimited { wait } => Some(now.plus(wait.map_or(DEFAULT_WAIT, |wait| wait.as_secs()))),
        _ => None,
    }
}
