//! The trait of a recovery service.
//!
//! Two operations are required. All others have defaults for services without them, so an embedding app implements two
//! functions for its own server.

use async_trait::async_trait;
use latchkey_core::{
    password::PasswordPolicy,
    secret::{Challenge, EmailAddress, NewPassword, RecoveryToken, SecondFactorCode},
    service::{
        Accepted, CallError, Capabilities, Changed, CheckError, Checked, IdempotencyKey, PageRequest, Proof,
        ProofError, RecoveryMode, RequestError, ResetError,
    },
};
use url::Url;

/// An account recovery service.
///
/// Implementations never log their arguments and never follow redirects with them. A flow makes one call at a time. Futures
/// need not be `Send`, because they run on the thread of the screens.
#[async_trait(?Send)]
pub trait RecoveryService {
    /// Requests a recovery email. Returns `Ok` for unknown addresses too, to not reveal who has an account.
    async fn send_account_recovery_email(&self, email: &EmailAddress) -> Result<Accepted, RequestError>;

    /// Sets a new password with the token of a recovery link. A failed attempt does not use up the token.
    async fn reset_password(
        &self,
        token: &RecoveryToken,
        new_password: &NewPassword,
    ) -> Result<Changed, ResetError>;

    /// What the service supports beyond the two operations.
    async fn capabilities(&self) -> Result<Capabilities, CallError> {
        Ok(Capabilities::default())
    }

    /// Like [`send_account_recovery_email`](Self::send_account_recovery_email), bound to this device by a challenge. Called
    /// only if [`Capabilities::challenge`] is true.
    async fn send_bound_recovery_email(
        &self,
        email: &EmailAddress,
        _challenge: &Challenge,
    ) -> Result<Accepted, RequestError> {
        self.send_account_recovery_email(email).await
    }

    /// Checks a link or code without using it up. The default accepts every proof.
    async fn check(&self, _proof: &Proof) -> Result<Checked, CheckError> {
        Ok(Checked::default())
    }

    /// Like [`reset_password`](Self::reset_password), with any proof. `attempt` stays the same while the person repeats the
    /// same attempt, so that the service can repeat a lost successful response. `second_factor` is present if
    /// [`Checked::second_factor`] is true.
    async fn reset_with_proof(
        &self,
        proof: &Proof,
        new_password: &NewPassword,
        _attempt: &IdempotencyKey,
        _second_factor: Option<&SecondFactorCode>,
    ) -> Result<Changed, ResetError> {
        match proof {
            Proof::Token { token, .. } => self.reset_password(token, new_password).await,
            Proof::Code { .. } => Err(ResetError::Proof(ProofError::Invalid)),
        }
    }

    /// Sets the language that the person reads (a BCP 47 tag). The service can write its emails in it.
    fn set_language(&self, _language: &'static str) {}

    /// Whether the service can be reached. Called repeatedly while the device is offline.
    async fn is_reachable(&self) -> bool {
        true
    }

    /// Where the new password is chosen: in the app, or on a page of the service.
    fn mode(&self) -> RecoveryMode {
        RecoveryMode::native()
    }

    /// The page of the service on which a recovery begins, if it cannot begin in the app. The link by which the page leads
    /// back must have the state of `request`.
    fn hosted_page(&self, _request: &PageRequest) -> Option<Url> {
        None
    }

    /// The difference between the clocks of the service and of this device in seconds, if known.
    fn clock_skew(&self) -> Option<u64> {
        None
    }

    /// The password policy, which is shown before a password is typed.
    async fn password_policy(&self) -> Result<PasswordPolicy, CallError> {
        Ok(PasswordPolicy::unknown())
    }
}
