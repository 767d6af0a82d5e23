//! Setting the new password: the proof is verified first, then the password, and only then the recovery is redeemed.

use latchkey_core::password::PasswordRejection;
use secrecy::SecretString;
use subtle::ConstantTimeEq as _;

use super::RecoveryService;
use super::proof::{Proof, ProofRejection, VerifiedProof};
use crate::crypto::secrets::{Sha256Hash, sha256};
use crate::domain::client_network::ClientNetwork;
use crate::domain::device::Device;
use crate::domain::lifetimes::NOTICE_LIFETIME;
use crate::domain::password::Password;
use crate::domain::throttle::{self, ThrottleDecision};
use crate::i18n::Language;
use crate::internal_error::InternalError;
use crate::services::second_factor::{SecondFactorRejection, SecondFactorUse};
use crate::services::tries::give_back_unless_wrong;
use crate::store::{Recovery, Redemption};

/// Maximum number of repeated resets with a wrong password. It limits guesses, because the response shows whether the
/// password is the account's.
const MAX_FAILED_REPLAYS: i64 = 5;

/// Why the password was not changed. The proof can be used again, unless it was rejected itself.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ResetRejection {
    /// The proof was rejected.
    #[error(transparent)]
    Proof(#[from] ProofRejection),
    /// The password was rejected.
    #[error("the password was rejected")]
    Password(Vec<PasswordRejection>),
    /// Too many passwords were rejected for this account; `retry_after` is in seconds.
    #[error("too many rejected passwords")]
    TooManyPasswords { retry_after: u64 },
    /// The account's second factor is missing or wrong.
    #[error(transparent)]
    SecondFactor(#[from] SecondFactorRejection),
    /// An internal failure.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

/// A new password to set.
pub(crate) struct NewPassword {
    pub(crate) password: Password,
    /// The code of the account's second factor, if it has one.
    pub(crate) second_factor: Option<SecretString>,
    /// Language of the change notice.
    pub(crate) language: &'static Language,
    /// The device that the notice names.
    pub(crate) device: Device,
}

impl RecoveryService {
    /// Changes the password and returns the flow. `idempotency_key` is the hash of the caller's `Idempotency-Key`.
    pub(crate) async fn reset_password(
        &self,
        proof: &Proof,
        new: NewPassword,
        idempotency_key: Option<&Sha256Hash>,
        network: &ClientNetwork,
    ) -> Result<String, ResetRejection> {
        let (VerifiedProof::Open(recovery) | VerifiedProof::Redeemed(recovery)) =
            self.verify(proof, network, self.clock.now()).await?;
        // If there is no account, no email was sent, so nobody can have its token or code.
        let Some(account_id) = recovery.account_id else { return Err(ProofRejection::Invalid.into()) };
        let _guard = self.reset_locks.lock(account_id).await;
        match self.reload(&recovery.flow).await? {
            VerifiedProof::Open(recovery) => {
                self.redeem(recovery, account_id, new, idempotency_key, network).await
            }
            VerifiedProof::Redeemed(recovery) => {
                self.repeat_reset(recovery, new.password, idempotency_key).await
            }
        }
    }

    async fn redeem(
        &self,
        recovery: Recovery,
        account_id: i64,
        new: NewPassword,
        idempotency_key: Option<&Sha256Hash>,
        network: &ClientNetwork,
    ) -> Result<String, ResetRejection> {
        let sealed = recovery.totp_secret.as_deref();
        let step = self
            .second_factors
            .check(
                account_id,
                sealed,
                new.second_factor.as_ref(),
                SecondFactorUse::Recovery(&recovery),
                network,
            )
            .await?;
        let password_hash = self.accepted_hash(&recovery, account_id, &new.password).await?;
        self.second_factors.consume(account_id, step).await?;
        let now = self.clock.now();
        let redemption = Redemption {
            flow: recovery.flow.clone(),
            account_id,
            password_hash,
            key_hash: idempotency_key.copied(),
            now,
            language: new.language,
            device: new.device,
            notice_until: now.plus(NOTICE_LIFETIME),
        };
        if self.store.redeem_recovery(redemption).await? {
            self.mail_queue.wake();
            return Ok(recovery.flow);
        }
        // A request to another server redeemed it, or it expired during hashing.
        match self.reload(&recovery.flow).await? {
            VerifiedProof::Redeemed(recovery) => {
                self.repeat_reset(recovery, new.password, idempotency_key).await
            }
            VerifiedProof::Open(_) => Err(ProofRejection::Invalid.into()),
        }
    }

    /// The hash of a password that the rules accept. Evaluating a password takes time, and the result shows whether it is
    /// the account's current one, so each rejected password makes the next one of the account wait, whatever its link. The
    /// links stay usable.
    async fn accepted_hash(
        &self,
        recovery: &Recovery,
        account_id: i64,
        password: &Password,
    ) -> Result<String, ResetRejection> {
        let subject = sha256(format!("new password: {account_id}").as_bytes());
        let all_networks = ClientNetwork::all_networks();
        let now = self.clock.now();
        let throttle = &throttle::NEW_PASSWORDS;
        let attempt = match self.store.begin_attempt(&subject, &all_networks, throttle, now).await? {
            ThrottleDecision::Allow(attempt) => attempt,
            ThrottleDecision::Wait { retry_after } | ThrottleDecision::Exhausted { retry_after } => {
                return Err(ResetRejection::TooManyPasswords { retry_after });
            }
        };
        let checked = self.check_and_hash(recovery, account_id, password).await;
        self.store.end_attempt(attempt, checked).await?.map_err(ResetRejection::Password)
    }

    async fn check_and_hash(
        &self,
        recovery: &Recovery,
        account_id: i64,
        password: &Password,
    ) -> Result<Result<String, Vec<PasswordRejection>>, InternalError> {
        let rejections = self.password_rejections(recovery, account_id, password).await?;
        if !rejections.is_empty() {
            return Ok(Err(rejections));
        }
        Ok(Ok(self.new_passwords.hash(password.clone()).await?))
    }

    /// All reasons to reject the password. The list of breached passwords is queried only if there is no other reason.
    async fn password_rejections(
        &self,
        recovery: &Recovery,
        account_id: i64,
        password: &Password,
    ) -> Result<Vec<PasswordRejection>, InternalError> {
        let addresses = self.store.addresses_of(account_id).await?;
        let mut rejections = self.new_passwords.evaluate(password, addresses).await?;
        let old_hash = recovery.password_hash.clone();
        if self.hasher.verify_or_dummy(password.clone().into_secret(), old_hash).await? {
            rejections.push(PasswordRejection::SameAsBefore);
        }
        if rejections.is_empty() && self.new_passwords.is_breached(password).await {
            rejections.push(PasswordRejection::Breached);
        }
        Ok(rejections)
    }

    /// Answers a repetition of the successful reset like the first request, and rejects any other reset. The password is
    /// compared with the account's hash, so that no password needs to be stored for this. If the password was set again
    /// since, nothing is compared: the holder of the link could guess a password that somebody else chose.
    async fn repeat_reset(
        &self,
        recovery: Recovery,
        password: Password,
        idempotency_key: Option<&Sha256Hash>,
    ) -> Result<String, ResetRejection> {
        let same_key = idempotency_key
            .zip(recovery.spent_key_hash.as_deref())
            .is_some_and(|(key, used)| key.ct_eq(used).into());
        if same_key
            && recovery.password_is_current()
            && self.store.take_replay_try(&recovery.flow, MAX_FAILED_REPLAYS).await?
        {
            let same = self.hasher.verify_or_dummy(password.into_secret(), recovery.password_hash).await;
            let same = same.map_err(ProofRejection::from);
            let checked = same.and_then(|same| same.then_some(()).ok_or(ProofRejection::Used));
            let is_wrong = |rejection: &ProofRejection| matches!(rejection, ProofRejection::Used);
            let returned = self.store.return_replay_try(&recovery.flow);
            give_back_unless_wrong(checked, is_wrong, returned).await?;
            return Ok(recovery.flow);
        }
        Err(ProofRejection::Used.into())
    }
}
