//! What a flow wants done.

use super::Ticket;
use crate::{
    pending::{Ended, PendingRecovery},
    secret::{Challenge, EmailAddress, NewPassword, SecondFactorCode},
    service::{IdempotencyKey, Proof},
};

/// Something to do. Effects run concurrently. An effect with a ticket answers with an event that has the same ticket.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Load the capabilities of the service; answer with [`Event::CapabilitiesLoaded`](super::Event::CapabilitiesLoaded).
    LoadCapabilities,
    /// Load the password policy; answer with [`Event::PasswordPolicyLoaded`](super::Event::PasswordPolicyLoaded).
    LoadPasswordPolicy,
    /// Load the capabilities for a request; answer with [`Event::RequestReady`](super::Event::RequestReady), or with
    /// [`Event::RequestFailed`](super::Event::RequestFailed) if that fails.
    Request {
        /// The call.
        ticket: Ticket,
        /// The address.
        email: EmailAddress,
    },
    /// Request an email; answer with [`Event::RequestAccepted`](super::Event::RequestAccepted) or
    /// [`Event::RequestFailed`](super::Event::RequestFailed).
    SendRequest {
        /// The call.
        ticket: Ticket,
        /// The request.
        recovery: PendingRecovery,
    },
    /// Save the recovery in the keyring, and then request an email that is bound to this device; answer as for
    /// [`SendRequest`](Self::SendRequest). It is saved first, because an email may arrive even if no response does.
    SendBoundRequest {
        /// The call.
        ticket: Ticket,
        /// The request, with its verifier.
        recovery: PendingRecovery,
        /// The challenge of the verifier, to be sent.
        challenge: Challenge,
    },
    /// Save a recovery in the keyring.
    Save(PendingRecovery),
    /// Remove recoveries from the keyring.
    Remove(Ended),
    /// Check a link or code; answer with [`Event::CheckFinished`](super::Event::CheckFinished).
    Check {
        /// The call.
        ticket: Ticket,
        /// What to check.
        proof: Proof,
    },
    /// Show the app that was used before this one. The flow stays as it is.
    MoveToBackground,
    /// Wait until the service is reachable; answer with [`Event::ConnectionRestored`](super::Event::ConnectionRestored).
    AwaitConnection {
        /// The call that failed.
        ticket: Ticket,
    },
    /// Set the password; answer with [`Event::ResetFinished`](super::Event::ResetFinished).
    Reset {
        /// The call.
        ticket: Ticket,
        /// What authorizes the reset.
        proof: Proof,
        /// The new password.
        password: NewPassword,
        /// Identifies the attempt.
        idempotency_key: IdempotencyKey,
        /// The code of the authenticator app, if the account has one.
        second_factor: Option<SecondFactorCode>,
    },
    /// Clear the secrets in the fields (STO-3). The recovery is completed.
    ClearSecretDrafts,
}
