//! The effects that a flow requests.

use super::CallId;
use crate::{
    pending::{EndedRecoveries, OpenedPage, PendingRecovery},
    secret::{Challenge, EmailAddress, NewPassword, SecondFactorCode},
    service::{IdempotencyKey, Proof},
};

/// An effect to carry out. Effects run concurrently. An effect with a call id reports its outcome with an event
/// that has the same id.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Load the capabilities of the service; report [`Event::CapabilitiesLoaded`](super::Event::CapabilitiesLoaded).
    LoadCapabilities,
    /// Load the password policy; report [`Event::PasswordPolicyLoaded`](super::Event::PasswordPolicyLoaded).
    LoadPasswordPolicy,
    /// Load the capabilities for a request; report [`Event::RequestReady`](super::Event::RequestReady), or
    /// [`Event::RequestFailed`](super::Event::RequestFailed) if that fails.
    PrepareRequest {
        /// The id of the call, which its response must have.
        call_id: CallId,
        /// The address.
        email: EmailAddress,
    },
    /// Request an email; report [`Event::RequestAccepted`](super::Event::RequestAccepted) or
    /// [`Event::RequestFailed`](super::Event::RequestFailed).
    SendRequest {
        /// The id of the call, which its response must have.
        call_id: CallId,
        /// The request.
        recovery: PendingRecovery,
    },
    /// Save the recovery in the keyring, and then request an email that is bound to this device; report as for
    /// [`SendRequest`](Self::SendRequest). It is saved first, because an email may arrive even if no response does.
    SendBoundRequest {
        /// The id of the call, which its response must have.
        call_id: CallId,
        /// The request, with its verifier.
        recovery: PendingRecovery,
        /// The challenge of the verifier, to be sent.
        challenge: Challenge,
    },
    /// Save a recovery in the keyring.
    Save(PendingRecovery),
    /// Save a change of a recovery that [`SendBoundRequest`](Self::SendBoundRequest) has saved. The keyring must not ask for
    /// its password again.
    Update(PendingRecovery),
    /// Save an opened page in the keyring.
    SavePage(OpenedPage),
    /// Remove recoveries or pages from the keyring.
    Remove(EndedRecoveries),
    /// Check a link or code; report [`Event::CheckFinished`](super::Event::CheckFinished).
    Check {
        /// The id of the call, which its response must have.
        call_id: CallId,
        /// What to check.
        proof: Proof,
    },
    /// Show the app that was used before this one. The flow stays as it is.
    MoveToBackground,
    /// Wait until the service is reachable; report [`Event::ConnectionRestored`](super::Event::ConnectionRestored).
    AwaitConnection {
        /// The call that failed.
        call_id: CallId,
    },
    /// Set the password; report [`Event::ResetFinished`](super::Event::ResetFinished).
    Reset {
        /// The id of the call, which its response must have.
        call_id: CallId,
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

impl Effect {
    /// Saves the recovery of a request after its response.
    pub(super) fn save_requested(recovery: PendingRecovery) -> Self {
        if recovery.verifier.is_some() { Self::Update(recovery) } else { Self::Save(recovery) }
    }
}
