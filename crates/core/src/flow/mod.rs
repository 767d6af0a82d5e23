//! The recovery as a state machine: what is on the screen, what just happened, what to do about it. Pure.
//!
//! [`Flow::on`] takes an [`Event`] and the time, changes the state, and answers the [`Effect`]s to carry out. It
//! does no I/O, reads no clock, rolls no dice and holds no words; whoever carries an effect out comes back with its
//! outcome as another event. Each question to the service has a [`Ticket`], and only the answer to the newest
//! counts: an answer that comes late, to a question that was given up, changes nothing on the screen.

mod back;
mod check_email;
mod connection;
mod event;
mod forgot;
mod links;
mod reset;
mod step;
#[cfg(test)]
mod tests;

pub use connection::InFlightCall;
pub use event::{Effect, Event, Ticket};
pub use step::{
    CheckEmail, CheckEmailProblem, Done, Forgot, ForgotProblem, InvalidLink, LinkFailure, Notice, Phase,
    Renewal, Reset, ResetProblem, Step, StepName, Waiting,
};

use secrecy::zeroize::Zeroizing;

use crate::{
    link::{LinkRules, find_link},
    password::PasswordPolicy,
    pending::{Ended, Pending, PendingRecovery},
    secret::{CodeShape, EmailAddress},
    service::{Capabilities, NativeRecovery, RecoveryMode},
    time::Timestamp,
};

/// A person's way back into an account.
#[derive(Debug)]
pub struct Flow {
    step: Step,
    notice: Option<Notice>,
    memory_notice_shown: bool,
    clock_notice_shown: bool,
    pending: Pending,
    /// The keyring has told what it remembers.
    is_opened: bool,
    /// A link or code that was pasted before that. It waits for the recovery that it belongs to.
    deferred_input: Option<Zeroizing<String>>,
    policy: PasswordPolicy,
    capabilities: Option<Capabilities>,
    problem_count: u32,
    ticket: Ticket,
    rules: LinkRules,
    mode: RecoveryMode,
}

impl Flow {
    /// A flow that waits to be [opened](Event::Opened), for links that `rules` allow, at a service of this mode.
    pub fn new(rules: LinkRules, mode: RecoveryMode) -> Self {
        Self {
            step: Step::Opening,
            notice: None,
            memory_notice_shown: false,
            clock_notice_shown: false,
            pending: Pending::default(),
            is_opened: false,
            deferred_input: None,
            policy: PasswordPolicy::unknown(),
            capabilities: None,
            problem_count: 0,
            ticket: Ticket::default(),
            rules,
            mode,
        }
    }

    /// Whether a text has a link in it, so that pasting it is enough.
    pub fn finds_link_in(&self, text: &str) -> bool {
        find_link(text, &self.rules).is_some()
    }

    /// What the person sees.
    pub fn step(&self) -> &Step {
        &self.step
    }

    /// Something to say once, quietly, whatever the step.
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// How often something was refused so far: two equal problems in a row are two.
    pub fn problem_count(&self) -> u32 {
        self.problem_count
    }

    /// The rules for the new password, as far as they are known.
    pub fn policy(&self) -> PasswordPolicy {
        self.policy
    }

    /// The shape of the code that the e-mail of `waiting` carries; `None` where a code cannot be used.
    pub fn code(&self, waiting: &PendingRecovery) -> Option<CodeShape> {
        let capabilities = self.capabilities?;
        let is_bound = waiting.flow.is_some() && waiting.verifier.is_some();
        capabilities.code.filter(|_| capabilities.unbound_code || is_bound)
    }

    /// The e-mail brings no link, only a code to type.
    pub fn is_code_only(&self) -> bool {
        self.capabilities.is_some_and(|capabilities| capabilities.code_only)
    }

    /// The password is chosen on a page of the service: nothing of the e-mail is for this app.
    pub fn is_hosted(&self) -> bool {
        self.mode == RecoveryMode::Hosted
    }

    /// What opens the third screen; `Err` with what follows a link where nothing does.
    fn native(&mut self) -> Result<NativeRecovery, Vec<Effect>> {
        match self.mode {
            RecoveryMode::Native(native) => Ok(native),
            RecoveryMode::Hosted => Err(self.invalid_link(LinkFailure::Hosted, None)),
        }
    }

    /// Takes in what happened at `now`, and says what to do.
    pub fn on(&mut self, event: Event, now: Timestamp) -> Vec<Effect> {
        match event {
            Event::Opened { pending, typing } => self.opened(pending, typing),
            Event::KeyringSlow => self.keyring_slow(),
            Event::MemoryOnly => self.memory_only(),
            Event::CapabilitiesLoaded(capabilities) => self.capabilities_loaded(capabilities),
            Event::PasswordPolicyLoaded(policy) => self.password_policy_loaded(policy),
            Event::NoticeDismissed => self.dismiss(),
            Event::LinkOpened { text, replaced } => self.link_opened(&text, replaced),
            Event::EmailSubmitted(typed) => self.email_submitted(&typed),
            Event::ResendPressed => self.resend(now),
            Event::WaitOver(until) => self.wait_over(until),
            Event::Cancelled => self.cancelled(),
            Event::ConnectionRestored { ticket } => self.connection_restored(ticket, now),
            Event::EndedElsewhere(ended) => self.ended_elsewhere(&ended),
            Event::ClockWrong => self.clock_wrong(),
            Event::RequestReady { ticket, email, fresh } => self.request_ready(ticket, email, fresh, now),
            Event::RequestAccepted { ticket, recovery } => self.accepted(ticket, recovery),
            Event::RequestFailed { ticket, error } => self.request_failed(ticket, &error, now),
            Event::LinkOrCodeSubmitted(typed) => self.link_or_code(&typed),
            Event::CheckFinished { ticket, outcome } => self.checked(ticket, outcome, now),
            Event::CheckAgain => self.check_again(),
            Event::PasswordSubmitted { breached: true, .. } => self.breached_password(),
            Event::PasswordSubmitted { password, confirmation, second_factor, breached: false, fresh } => {
                let confirmation = confirmation.as_ref().map(|second| second.as_str());
                self.password_submitted(&password, confirmation, &second_factor, fresh)
            }
            Event::ResetFinished { ticket, outcome } => self.reset_finished(ticket, outcome, now),
            Event::RenewPressed => self.renew(),
            Event::AskForNewLink => self.ask_for_new_link(),
            Event::BackToEmail => self.back_to_email(),
            Event::StartOver => self.start_over(),
            Event::BackPressed => self.back(),
        }
    }

    fn opened(&mut self, pending: Pending, typing: bool) -> Vec<Effect> {
        let is_late = !matches!(self.step, Step::Opening);
        self.is_opened = true;
        let asked_since = std::mem::replace(&mut self.pending, pending);
        asked_since.iter().rev().for_each(|recovery| self.pending.insert(recovery.clone()));
        let is_untouched =
            matches!(&self.step, Step::Forgot(Forgot { email: None, sending: false, problem: None }));
        if !is_late || (is_untouched && !typing) {
            self.step = match self.pending.latest() {
                Some(latest) => Step::CheckEmail(CheckEmail::new(latest.clone())),
                None => Step::Forgot(Forgot::default()),
            };
        }
        match self.deferred_input.take() {
            Some(pasted) => self.resume_deferred_input(&pasted),
            None if is_late => Vec::new(),
            None => vec![Effect::LoadCapabilities],
        }
    }

    /// Links wait for this: a link that is followed earlier finds no recovery of this device.
    pub fn is_opened(&self) -> bool {
        self.is_opened
    }

    fn keyring_slow(&mut self) -> Vec<Effect> {
        if self.is_opened || !matches!(self.step, Step::Opening) {
            return Vec::new();
        }
        self.step = Step::Forgot(Forgot::default());
        vec![Effect::LoadCapabilities]
    }

    fn capabilities_loaded(&mut self, capabilities: Capabilities) -> Vec<Effect> {
        self.capabilities = Some(capabilities);
        self.rules.set_lengths(capabilities.token_length, capabilities.flow_length);
        Vec::new()
    }

    fn password_policy_loaded(&mut self, policy: PasswordPolicy) -> Vec<Effect> {
        self.policy = policy;
        Vec::new()
    }

    /// Said once: to say it at every request would be nagging.
    fn memory_only(&mut self) -> Vec<Effect> {
        if !self.memory_notice_shown {
            self.memory_notice_shown = true;
            self.notice = Some(Notice::MemoryOnly);
        }
        Vec::new()
    }

    /// Whether the person was told that the clock is wrong, which happens once.
    pub fn clock_notice_shown(&self) -> bool {
        self.clock_notice_shown
    }

    fn clock_wrong(&mut self) -> Vec<Effect> {
        if !self.clock_notice_shown {
            self.clock_notice_shown = true;
            self.notice = Some(Notice::ClockWrong);
        }
        Vec::new()
    }

    fn dismiss(&mut self) -> Vec<Effect> {
        self.notice = None;
        Vec::new()
    }

    fn start_over(&mut self) -> Vec<Effect> {
        if self.is_sending_password() {
            return Vec::new();
        }
        let email = self.email().cloned();
        self.ticket.renew();
        self.step = Step::Forgot(Forgot { email, ..Forgot::default() });
        Vec::new()
    }

    /// A password on its way cannot be called back: its answer is waited for.
    fn is_sending_password(&self) -> bool {
        matches!(&self.step, Step::Reset(Reset { phase: Phase::Sending(_), .. }))
    }

    fn back_to_email(&mut self) -> Vec<Effect> {
        if self.is_sending_password() {
            return Vec::new();
        }
        if let Some(latest) = self.pending.latest() {
            self.ticket.renew();
            self.step = Step::CheckEmail(CheckEmail::new(latest.clone()));
        }
        Vec::new()
    }

    /// A recovery is under way, so there is an e-mail to go back to.
    pub fn has_pending_email(&self) -> bool {
        self.pending.latest().is_some()
    }

    /// The address that the step is about, where one is known.
    pub fn email(&self) -> Option<&EmailAddress> {
        match &self.step {
            Step::Opening => None,
            Step::Forgot(forgot) => forgot.email.as_ref(),
            Step::CheckEmail(check) => Some(&check.recovery.email),
            Step::Reset(reset) => reset.email.as_ref(),
            Step::Done(done) => done.email.as_ref(),
            Step::InvalidLink(invalid_link) => invalid_link.email.as_ref(),
        }
    }

    /// The account's recoveries are over, here and in the keyring.
    fn end(&mut self, email: Option<EmailAddress>) -> Vec<Effect> {
        let Some(email) = email else { return Vec::new() };
        let ended = Ended::Account(email);
        self.pending.remove(&ended);
        vec![Effect::Forget(ended)]
    }
}
