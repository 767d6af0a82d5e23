//! What all steps share.

use super::{
    CallId, Effect, LinkFailure, Notice, calls::CurrentCall, step::InvalidLink, transition::Transition,
};
use crate::{
    link::LinkRules,
    password::PasswordPolicy,
    pending::{EndedRecoveries, PendingRecoveries, PendingRecovery},
    secret::{CodeShape, EmailAddress, Verifier},
    service::{Capabilities, NativeMode, PageReturn, RecoveryMode},
    time::{TOLERANCE, Timestamp},
};

/// What all steps share.
#[derive(Debug)]
pub(super) struct Context {
    pub calls: CurrentCall,
    pub pending: PendingRecoveries,
    /// Whether the keyring was read.
    pub is_opened: bool,
    pub notice: Option<Notice>,
    memory_notice_shown: bool,
    clock_notice_shown: bool,
    pub policy: PasswordPolicy,
    pub capabilities: Option<Capabilities>,
    pub problem_count: u32,
    pub rules: LinkRules,
    pub mode: RecoveryMode,
}

impl Context {
    pub fn new(rules: LinkRules, mode: RecoveryMode) -> Self {
        Self {
            calls: CurrentCall::default(),
            pending: PendingRecoveries::default(),
            is_opened: false,
            notice: None,
            memory_notice_shown: false,
            clock_notice_shown: false,
            policy: PasswordPolicy::unknown(),
            capabilities: None,
            problem_count: 0,
            rules,
            mode,
        }
    }

    /// Needed to open the step for a new password. A hosted service has none.
    pub fn native(&self) -> Option<NativeMode> {
        match self.mode {
            RecoveryMode::Native(native) => Some(native),
            RecoveryMode::Hosted(_) => None,
        }
    }

    /// How a page of the service leads back to this app, if it does.
    pub fn page_return(&self) -> Option<PageReturn> {
        match &self.mode {
            RecoveryMode::Hosted(page_return) => page_return.clone(),
            RecoveryMode::Native(_) => None,
        }
    }

    /// The shape of the code in the email of `recovery`. `None` if a code cannot be used.
    pub fn code(&self, recovery: &PendingRecovery) -> Option<CodeShape> {
        let capabilities = self.capabilities?;
        let is_bound = recovery.flow.is_some() && recovery.verifier.is_some();
        capabilities.code.filter(|_| capabilities.unbound_code || is_bound)
    }

    pub fn set_capabilities(&mut self, capabilities: Capabilities) {
        self.capabilities = Some(capabilities);
        self.rules.set_lengths(capabilities.token_length, capabilities.flow_length);
    }

    /// Whether the capabilities are unknown. An empty response does not count: it may come from a captive portal.
    pub fn lacks_capabilities(&self) -> bool {
        self.capabilities.is_none_or(|capabilities| capabilities == Capabilities::default())
    }

    /// Shows a notice if a newer link replaced one that was not opened yet.
    pub fn note_replaced_link(&mut self, replaced: bool) {
        if replaced {
            self.notice = Some(Notice::NewerLink);
        }
    }

    /// Shows the notice once, not after every request.
    pub fn notify_memory_only(&mut self) {
        if !self.memory_notice_shown {
            self.memory_notice_shown = true;
            self.notice = Some(Notice::MemoryOnly);
        }
    }

    /// Shows the notice once, if the clocks differ by more than [`TOLERANCE`].
    pub fn notify_clock_skew(&mut self, seconds: u64) {
        if seconds > TOLERANCE && !self.clock_notice_shown {
            self.clock_notice_shown = true;
            self.notice = Some(Notice::ClockWrong);
        }
    }

    /// The effect that sends a request, bound to this device if the service supports that.
    ///
    /// A verifier that was sent for this address before is sent again, so that it fits all emails to the address. The
    /// recovery is kept from now on, because an email may arrive even if no response does.
    pub fn send_request(
        &mut self,
        call_id: CallId,
        email: EmailAddress,
        capabilities: Capabilities,
        new_verifier: Verifier,
        now: Timestamp,
    ) -> Effect {
        self.pending.prune(now);
        if !capabilities.challenge {
            return Effect::SendRequest { call_id, recovery: PendingRecovery::sent(email, None, now) };
        }
        let verifier = self.pending.verifier_of(&email).cloned().unwrap_or(new_verifier);
        let challenge = verifier.challenge();
        let recovery = PendingRecovery::sent(email, Some(verifier), now);
        self.pending.insert(recovery.clone());
        Effect::SendBoundRequest { call_id, recovery, challenge }
    }

    /// Ends all recoveries of an account, here and in the keyring.
    pub fn end(&mut self, email: EmailAddress) -> Effect {
        let ended = EndedRecoveries::Account(email);
        self.pending.remove(&ended);
        Effect::Remove(ended)
    }

    /// The step for a link that does not work.
    pub fn invalid_link(&mut self, failure: LinkFailure, email: Option<EmailAddress>) -> Transition {
        self.calls.abandon();
        Transition::from(InvalidLink { failure, email })
    }
}
