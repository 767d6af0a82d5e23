//! Setting the new password: first the proof, then the policy, and only then anything is consumed.

use secrecy::SecretString;
use subtle::ConstantTimeEq as _;

use super::proof::{Examined, Proof, ProofRefused};
use super::{NOTICE_VALID, SecondFactorRefused, SecondFactorUse};
use crate::client_network::ClientNetwork;
use crate::core::Core;
use crate::fault::Fault;
use crate::languages::Language;
use crate::passwords::{Password, Refusal};
use crate::secrets::Fingerprint;
use crate::store::{Recovery, Spending};

/// Why the password was not changed.
#[derive(Debug)]
pub(crate) enum ResetRefused {
    /// The proof does not hold.
    Proof(ProofRefused),
    /// The password is not good enough; the proof can be used again.
    Password(Vec<Refusal>),
    /// The account's second factor is missing or wrong; the proof can be used again.
    SecondFactor(SecondFactorRefused),
}

impl From<SecondFactorRefused> for ResetRefused {
    fn from(refused: SecondFactorRefused) -> Self {
        Self::SecondFactor(refused)
    }
}

impl From<ProofRefused> for ResetRefused {
    fn from(refused: ProofRefused) -> Self {
        Self::Proof(refused)
    }
}

impl From<Fault> for ResetRefused {
    fn from(fault: Fault) -> Self {
        Self::Proof(ProofRefused::Fault(fault))
    }
}

impl From<sqlx::Error> for ResetRefused {
    fn from(error: sqlx::Error) -> Self {
        Fault::from(error).into()
    }
}

/// What a person wants to have set.
pub(crate) struct NewPassword {
    pub(crate) password: Password,
    /// The code of the account's second factor, if it has one.
    pub(crate) second_factor: Option<SecretString>,
    /// Of the notice of the change.
    pub(crate) language: &'static Language,
}

impl Core {
    /// Changes the password and answers the flow. `key` is the fingerprint of the caller's `Idempotency-Key`.
    pub(crate) async fn reset_password(
        &self,
        proof: &Proof,
        new: NewPassword,
        key: Option<&Fingerprint>,
        network: &ClientNetwork,
    ) -> Result<String, ResetRefused> {
        let recovery = match self.examine(proof, network, self.now()).await? {
            Examined::Open(recovery) => recovery,
            Examined::Spent(recovery) => return self.repeat_reset(recovery, new.password, key).await,
        };
        // The mail of an address without account was never sent, so nobody can hold its token.
        let Some(account_id) = recovery.account_id else { return Err(ProofRefused::Invalid.into()) };
        let sealed = recovery.totp_secret.as_deref();
        let step = self
            .match_second_factor(
                account_id,
                sealed,
                new.second_factor.as_ref(),
                SecondFactorUse::Recovery(&recovery),
                network,
            )
            .await?;
        let refusals = self.refusals(&recovery, account_id, &new.password).await?;
        if !refusals.is_empty() {
            return Err(ResetRefused::Password(refusals));
        }
        let password_hash = self.hashing.hash(new.password.clone().into_secret()).await?;
        self.use_second_factor(account_id, step).await?;
        let now = self.now();
        let spending = Spending {
            flow: &recovery.flow,
            account_id,
            password_hash: &password_hash,
            key_hash: key,
            now,
            language: new.language,
            notice_until: now.plus(NOTICE_VALID),
        };
        if self.store.spend_recovery(&spending).await? {
            self.mail_queued.notify_one();
            return Ok(recovery.flow);
        }
        // Another request was faster, or time ran out while this one was hashing.
        match self.examine(proof, network, self.now()).await? {
            Examined::Spent(recovery) => self.repeat_reset(recovery, new.password, key).await,
            Examined::Open(_) => Err(ProofRefused::Invalid.into()),
        }
    }

    /// All reasons to refuse the password. Others are only asked about one that has no fault of its own.
    async fn refusals(
        &self,
        recovery: &Recovery,
        account_id: i64,
        password: &Password,
    ) -> Result<Vec<Refusal>, Fault> {
        let addresses = self.store.addresses_of(account_id).await?;
        let mut refusals = self.judge(password, addresses).await?;
        let old_hash = recovery.password_hash.clone();
        if self.hashing.verify_or_decoy(password.clone().into_secret(), old_hash).await? {
            refusals.push(Refusal::SameAsBefore);
        }
        if refusals.is_empty() && self.is_breached(password).await {
            refusals.push(Refusal::Breached);
        }
        Ok(refusals)
    }

    /// Answers a repeat of the change that succeeded as that one was answered; anything else came too late. The
    /// password is compared with the account's own hash, so that none has to be remembered for this.
    async fn repeat_reset(
        &self,
        recovery: Recovery,
        password: Password,
        key: Option<&Fingerprint>,
    ) -> Result<String, ResetRefused> {
        let same_key =
            key.zip(recovery.spent_key_hash.as_deref()).is_some_and(|(key, spent)| key.ct_eq(spent).into());
        if same_key {
            let hash = recovery.password_hash.clone();
            if self.hashing.verify_or_decoy(password.into_secret(), hash).await? {
                return Ok(recovery.flow);
            }
        }
        Err(ProofRefused::Used.into())
    }
}
