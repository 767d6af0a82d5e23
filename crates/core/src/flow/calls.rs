//! The call to the service that the flow waits for. There is at most one.

use secrecy::SecretString;

use super::{CallId, Effect};
use crate::{
    link::IncomingLink,
    secret::{EmailAddress, NewPassword, SecondFactorCode},
    service::{CallError, IdempotencyKey, Proof},
};

/// A call that has no response yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InFlightCall {
    /// Which call.
    pub call_id: CallId,
    /// The kind of call.
    pub kind: CallKind,
}

/// The kind of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallKind {
    /// Reads the keyring, for the recovery that a pasted link or code belongs to.
    ReadKeyring,
    /// Requests a recovery email.
    RequestEmail,
    /// Requests a new link, while a password is typed. The password can still be submitted with the old link.
    RenewLink,
    /// Checks a link or code.
    Check,
    /// Sets the new password.
    ResetPassword,
}

impl CallKind {
    /// Whether the person has to wait for the response.
    pub fn blocks(self) -> bool {
        self != Self::RenewLink
    }

    /// Whether the person may stop waiting. A password that was sent cannot be revoked, and only the response shows
    /// whether it was set.
    pub fn can_cancel(self) -> bool {
        self.blocks() && self != Self::ResetPassword
    }
}

/// A call with the data that its response or a retry needs.
#[derive(Debug)]
pub(super) enum Call {
    ReadKeyring { pasted: SecretString },
    RequestEmail,
    RenewLink,
    Check(Proof),
    ResetPassword { next_link: Option<IncomingLink> },
}

impl Call {
    fn kind(&self) -> CallKind {
        match self {
            Self::ReadKeyring { .. } => CallKind::ReadKeyring,
            Self::RequestEmail => CallKind::RequestEmail,
            Self::RenewLink => CallKind::RenewLink,
            Self::Check(_) => CallKind::Check,
            Self::ResetPassword { .. } => CallKind::ResetPassword,
        }
    }
}

/// The state of the last call. Only this module compares call ids.
#[derive(Debug, Default)]
pub(super) struct CurrentCall {
    last: CallId,
    state: CallState,
}

#[derive(Debug, Default)]
enum CallState {
    #[default]
    Idle,
    InFlight(Call),
    /// The call failed because there is no connection. It is retried when the connection is back.
    AwaitingConnection(Call),
}

impl CurrentCall {
    /// The call that has no response yet.
    pub fn in_flight(&self) -> Option<InFlightCall> {
        match &self.state {
            CallState::InFlight(call) => Some(InFlightCall { call_id: self.last, kind: call.kind() }),
            CallState::Idle | CallState::AwaitingConnection(_) => None,
        }
    }

    /// The kind of the call that has no response yet.
    pub fn kind(&self) -> Option<CallKind> {
        self.in_flight().map(|call| call.kind)
    }

    /// Whether no call is in flight.
    pub fn is_idle(&self) -> bool {
        self.in_flight().is_none()
    }

    /// Whether a call is retried when the connection is back.
    pub fn awaits_connection(&self) -> bool {
        matches!(self.state, CallState::AwaitingConnection(_))
    }

    /// Whether the call with this id has no response yet.
    pub fn is_in_flight(&self, call_id: CallId) -> bool {
        self.in_flight().is_some_and(|call| call.call_id == call_id)
    }

    /// Starts a call. An earlier one is abandoned.
    fn start(&mut self, call: Call) -> CallId {
        self.last = self.last.next();
        self.state = CallState::InFlight(call);
        self.last
    }

    /// Waits for the keyring before the pasted text is used.
    pub fn read_keyring(&mut self, pasted: &str) {
        self.start(Call::ReadKeyring { pasted: pasted.into() });
    }

    pub fn request_email(&mut self, email: EmailAddress) -> Effect {
        Effect::PrepareRequest { call_id: self.start(Call::RequestEmail), email }
    }

    pub fn renew_link(&mut self, email: EmailAddress) -> Effect {
        Effect::PrepareRequest { call_id: self.start(Call::RenewLink), email }
    }

    pub fn check(&mut self, proof: Proof) -> Effect {
        Effect::Check { call_id: self.start(Call::Check(proof.clone())), proof }
    }

    pub fn reset_password(
        &mut self,
        proof: Proof,
        password: NewPassword,
        idempotency_key: IdempotencyKey,
        second_factor: Option<SecondFactorCode>,
        next_link: Option<IncomingLink>,
    ) -> Effect {
        let call_id = self.start(Call::ResetPassword { next_link });
        Effect::Reset { call_id, proof, password, idempotency_key, second_factor }
    }

    /// Keeps a link that arrived while a password is being set. It is opened if that fails.
    pub fn defer_link(&mut self, link: IncomingLink) {
        if let CallState::InFlight(Call::ResetPassword { next_link }) = &mut self.state {
            *next_link = Some(link);
        }
    }

    /// Takes the call of a response. `None` if the response is stale: it must change nothing.
    pub fn finish(&mut self, call_id: CallId) -> Option<Call> {
        match std::mem::take(&mut self.state) {
            CallState::InFlight(call) if call_id == self.last => Some(call),
            other => {
                self.state = other;
                None
            }
        }
    }

    /// Takes the pasted text that waited for the keyring.
    pub fn take_pasted_text(&mut self) -> Option<SecretString> {
        match std::mem::take(&mut self.state) {
            CallState::InFlight(Call::ReadKeyring { pasted }) => Some(pasted),
            other => {
                self.state = other;
                None
            }
        }
    }

    /// Abandons the call: a response or a new connection changes nothing.
    pub fn abandon(&mut self) {
        self.state = CallState::Idle;
    }

    /// Retries `call`, which failed with `error`, when the connection is back, if the connection is the reason.
    pub fn retry_when_connected(&mut self, call: Call, error: &CallError) -> Vec<Effect> {
        if *error != CallError::Offline {
            return Vec::new();
        }
        self.state = CallState::AwaitingConnection(call);
        vec![Effect::AwaitConnection { call_id: self.last }]
    }

    /// Takes the call to retry now that the connection is back.
    pub fn finish_waiting(&mut self, call_id: CallId) -> Option<Call> {
        match std::mem::take(&mut self.state) {
            CallState::AwaitingConnection(call) if call_id == self.last => Some(call),
            other => {
                self.state = other;
                None
            }
        }
    }

    /// Does not retry when the connection is back: the person has gone on.
    pub fn cancel_retry(&mut self) {
        if self.awaits_connection() {
            self.abandon();
        }
    }
}
