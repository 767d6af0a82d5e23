//! What the screens ask a recovery service for.
//!
//! Two operations are the whole contract. The rest has a default that makes a service without it work, so an
//! embedding app implements two functions for a server of its own.

use async_trait::async_trait;
use latchkey_core::{
    password::PasswordPolicy,
    secret::{Challenge, EmailAddress, NewPassword, RecoveryToken, SecondFactorCode},
    service::{
        Accepted, CallError, Capabilities, Changed, CheckError, Checked, IdempotencyKey, Proof, ProofError,
        RecoveryMode, RequestError, ResetError,
    },
};
use url::Url;

/// An account recovery service.
///
/// Implementations never log what they are given, never follow a redirect with it, and are asked for one thing at a
/// time by a flow. Futures need not be `Send`: they run where the screens run.
#[async_trait(?Send)]
pub trait RecoveryService {
    /// Asks for a recovery e-mail. `Ok` for unknown addresses as well: existence is not ours to tell.
    async fn send_account_recovery_email(&self, email: &EmailAddress) -> Result<Accepted, RequestError>;

    /// Sets a new password with the token of a recovery link. A failed attempt does not spend the token.
    async fn reset_password(
        &self,
        token: &RecoveryToken,
        new_password: &NewPassword,
    ) -> Result<Changed, ResetError>;

    /// What the service offers beyond the two operations.
    async fn capabilities(&self) -> Result<Capabilities, CallError> {
        Ok(Capabilities::default())
    }

    /// As [`send_account_recovery_email`](Self::send_account_recovery_email), bound to this device by a challenge.
    /// Called only where [`Capabilities::challenge`] says so.
    async fn send_bound_recovery_email(
        &self,
        email: &EmailAddress,
        _challenge: &Challenge,
    ) -> Result<Accepted, RequestError> {
        self.send_account_recovery_email(email).await
    }

    /// Whether a link or code would work, without spending it. A service that cannot tell says yes.
    async fn check(&self, _proof: &Proof) -> Result<Checked, CheckError> {
        Ok(Checked::default())
    }

    /// As [`reset_password`](Self::reset_password), with any proof. `attempt` stays the same while the person
    /// repeats one and the same try, so that a service that honours it can answer a lost success again.
    /// `second_factor` is asked for where [`Checked::second_factor`] says so.
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

    /// From now on the person reads this language (a BCP 47 tag); a service that can writes its e-mails in it.
    fn set_language(&self, _language: &'static str) {}

    /// Whether anything answers where the service should be. Asked now and then while the line is gone.
    async fn is_reachable(&self) -> bool {
        true
    }

    /// Where the new password is chosen.
    fn mode(&self) -> RecoveryMode {
        RecoveryMode::native()
    }

    /// The page of the service on which a recovery begins, where there is no other way to begin one.
    fn hosted_page(&self) -> Option<Url> {
        None
    }

    /// By how many seconds the service's clock and this device's differ, if an answer has told.
    fn clock_skew(&self) -> Option<u64> {
        None
    }

    /// The rules for new passwords, to show before anyone types.
    async fn password_policy(&self) -> Result<PasswordPolicy, CallError> {
        Ok(PasswordPolicy::unknown())
    }
}
