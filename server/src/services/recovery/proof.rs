//! Verification of proofs. It does not redeem anything.

use secrecy::{ExposeSecret as _, SecretString};

use super::RecoveryService;
use crate::crypto::secrets::{is_flow_id, parse_code, sha256};
use crate::domain::client_network::ClientNetwork;
use crate::domain::clock::UnixTime;
use crate::domain::lifetimes::MAX_CODE_TRIES;
use crate::domain::throttle::{self, ThrottleDecision};
use crate::internal_error::InternalError;
use crate::services::tries::give_back_unless_wrong;
use crate::store::{Recovery, RecoveryStatus};

/// What a person shows to prove that they received the email.
pub(crate) enum Proof {
    /// The link's token, and the device's verifier if it has one for this flow.
    Link { token: SecretString, verifier: Option<SecretString> },
    /// The code, for a flow that this device started.
    Code { flow: String, code: SecretString, verifier: Option<SecretString> },
}

/// Why a proof was rejected.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProofRejection {
    /// The token or flow is unknown: it was never issued or is damaged.
    #[error("unknown token or flow")]
    Invalid,
    /// The link has expired.
    #[error("the link has expired")]
    Expired,
    /// A password was already set with it.
    #[error("already used")]
    Used,
    /// A newer email was requested.
    #[error("a newer email replaced the link")]
    Superseded,
    /// The verifier of the requesting device is missing or wrong.
    #[error("the verifier is missing or wrong")]
    VerifierRequired,
    /// The code is wrong. `tries_left` is the number of wrong codes that are still allowed.
    #[error("wrong code")]
    CodeInvalid { tries_left: u8 },
    /// The right code has expired, or any code after too many wrong tries. The link still works.
    #[error("the code has expired")]
    CodeExpired,
    /// Too many wrong codes from this network; `retry_after` is in seconds.
    #[error("too many wrong codes")]
    TooManyCodes { retry_after: u64 },
    /// An internal failure.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

/// A valid proof, with its recovery.
pub(super) enum VerifiedProof {
    /// The recovery can be redeemed.
    Open(Recovery),
    /// The recovery was redeemed.
    Redeemed(Recovery),
}

/// The result of checking a proof.
pub(crate) struct ProofCheck {
    /// The flow that the proof belongs to.
    pub(crate) flow: String,
    /// Seconds until the proof expires.
    pub(crate) expires_in: u64,
    /// Whether the account's second factor will be required.
    pub(crate) second_factor: bool,
}

impl RecoveryService {
    /// Checks whether a proof could be redeemed now.
    pub(crate) async fn check_proof(
        &self,
        proof: &Proof,
        network: &ClientNetwork,
    ) -> Result<ProofCheck, ProofRejection> {
        let now = self.clock.now();
        match self.verify(proof, network, now).await? {
            VerifiedProof::Redeemed(_) => Err(ProofRejection::Used),
            VerifiedProof::Open(recovery) => {
                let expires_at = match proof {
                    Proof::Link { .. } => recovery.link_expires_at(now),
                    Proof::Code { .. } => recovery.code_expires_at(now),
                };
                let second_factor = recovery.totp_secret.is_some();
                Ok(ProofCheck { flow: recovery.flow, expires_in: expires_at.since(now), second_factor })
            }
        }
    }

    pub(super) async fn verify(
        &self,
        proof: &Proof,
        network: &ClientNetwork,
        now: UnixTime,
    ) -> Result<VerifiedProof, ProofRejection> {
        match proof {
            Proof::Link { token, verifier } => self.verify_link(token, verifier.as_ref(), now).await,
            Proof::Code { flow, code, verifier } => {
                self.verify_code(flow, code, verifier.as_ref(), network, now).await
            }
        }
    }

    /// The current status of a recovery whose proof was verified before.
    pub(super) async fn reload(&self, flow: &str) -> Result<VerifiedProof, ProofRejection> {
        let recovery = self.store.recovery_by_flow(flow).await?.ok_or(ProofRejection::Invalid)?;
        match recovery.status(self.clock.now()) {
            RecoveryStatus::Open => Ok(VerifiedProof::Open(recovery)),
            RecoveryStatus::Redeemed => Ok(VerifiedProof::Redeemed(recovery)),
            RecoveryStatus::Superseded => Err(ProofRejection::Superseded),
            RecoveryStatus::Expired => Err(ProofRejection::Expired),
        }
    }

    async fn verify_link(
        &self,
        token: &SecretString,
        verifier: Option<&SecretString>,
        now: UnixTime,
    ) -> Result<VerifiedProof, ProofRejection> {
        let token_hash = sha256(token.expose_secret().as_bytes());
        let recovery = self.store.recovery_by_token(&token_hash).await?.ok_or(ProofRejection::Invalid)?;
        let verified = recovery
            .challenge()
            .is_none_or(|challenge| verifier.is_some_and(|verifier| challenge.is_met_by(verifier)));
        match (recovery.status(now), verified) {
            (RecoveryStatus::Open, true) => Ok(VerifiedProof::Open(recovery)),
            (RecoveryStatus::Open, false) => Err(ProofRejection::VerifierRequired),
            (RecoveryStatus::Redeemed, true) => Ok(VerifiedProof::Redeemed(recovery)),
            (RecoveryStatus::Redeemed, false) => Err(ProofRejection::Used),
            (RecoveryStatus::Superseded, _) => Err(ProofRejection::Superseded),
            (RecoveryStatus::Expired, _) => Err(ProofRejection::Expired),
        }
    }

    /// The verifier is checked first: without it, nobody learns anything about the code or uses up its tries. With the
    /// verifier but without the email, a requester learns only how many tries are left and whether their request is too old.
    /// Whether there is an account, whether and when an email was sent, and whether there is a recovery elsewhere, is
    /// revealed only to those who know a code.
    async fn verify_code(
        &self,
        flow: &str,
        code: &SecretString,
        verifier: Option<&SecretString>,
        network: &ClientNetwork,
        now: UnixTime,
    ) -> Result<VerifiedProof, ProofRejection> {
        if !is_flow_id(flow) {
            return Err(ProofRejection::Invalid);
        }
        let recovery = self.store.recovery_by_flow(flow).await?.ok_or(ProofRejection::Invalid)?;
        let verified =
            recovery.challenge().zip(verifier).is_some_and(|(challenge, it)| challenge.is_met_by(it));
        if !verified {
            return Err(ProofRejection::VerifierRequired);
        }
        match self.find_by_code(&recovery, code, network, now).await {
            Ok(found) => found.into_result(now),
            Err(ProofRejection::Internal(error)) => Err(error.into()),
            Err(_) if now >= recovery.unknown_code_expires_at(now) => Err(ProofRejection::Expired),
            Err(unknown_code) => Err(unknown_code),
        }
    }

    /// Finds the recovery that a typed code belongs to. A try is used before the code is compared, and returned unless the
    /// code is wrong. The error is for callers who do not know a code, while the request is recent.
    async fn find_by_code(
        &self,
        recovery: &Recovery,
        typed: &SecretString,
        network: &ClientNetwork,
        now: UnixTime,
    ) -> Result<FoundRecovery, ProofRejection> {
        let allowed = i64::from(MAX_CODE_TRIES);
        let left = |used: i64| u8::try_from(allowed - used).unwrap_or(0);
        // Text that cannot be a code is a typing error, not a guess.
        let Some(code) = parse_code(typed.expose_secret()) else {
            return Err(match left(recovery.code_tries) {
                0 => ProofRejection::CodeExpired,
                tries_left => ProofRejection::CodeInvalid { tries_left },
            });
        };
        let used =
            self.store.take_code_try(&recovery.flow, allowed).await?.ok_or(ProofRejection::CodeExpired)?;
        let wrong_code = ProofRejection::CodeInvalid { tries_left: left(used) };
        let found = self.find_within_limits(recovery, &code, wrong_code, network, now).await;
        let is_wrong = |rejection: &ProofRejection| matches!(rejection, ProofRejection::CodeInvalid { .. });
        give_back_unless_wrong(found, is_wrong, self.store.return_code_try(&recovery.flow)).await
    }

    /// Finds the recovery that a code belongs to, within the limits on wrong codes for its address.
    async fn find_within_limits(
        &self,
        recovery: &Recovery,
        code: &SecretString,
        wrong_code: ProofRejection,
        network: &ClientNetwork,
        now: UnixTime,
    ) -> Result<FoundRecovery, ProofRejection> {
        let subject = sha256(&[b"code".as_slice(), &recovery.address_key].concat());
        let limits = throttle::CODES.with_keyed_total(&self.code_key, &subject, now)?;
        let attempt = match self.store.begin_attempt(&subject, network, &limits, now).await? {
            ThrottleDecision::Allow(attempt) => attempt,
            ThrottleDecision::Wait { retry_after } => {
                return Err(ProofRejection::TooManyCodes { retry_after });
            }
            ThrottleDecision::Exhausted { .. } => return Err(ProofRejection::CodeExpired),
        };
        let found = self.recovery_with_code(recovery, code).await;
        let checked = found.map(|found| found.map(FoundRecovery).ok_or(wrong_code));
        self.store.end_attempt(attempt, checked).await?
    }

    /// The recovery with this code: `recovery` itself, or another one that the same device requested and whose tries are not
    /// exhausted. Every candidate is compared, so that the duration does not depend on which one matches. Without an
    /// account no code was mailed, whatever is stored.
    async fn recovery_with_code(
        &self,
        recovery: &Recovery,
        code: &SecretString,
    ) -> Result<Option<Recovery>, InternalError> {
        let mut found = None;
        for candidate in self.store.code_candidates(recovery).await? {
            let has_tries =
                candidate.flow == recovery.flow || candidate.code_tries < i64::from(MAX_CODE_TRIES);
            let (Some(salt), Some(mac)) = (&candidate.code_salt, &candidate.code_mac) else { continue };
            let matches = self.code_key.matches(code, salt, mac)?;
            if matches && has_tries && candidate.account_id.is_some() {
                found = Some(candidate);
            }
        }
        Ok(found)
    }
}

/// The recovery of a right code. Whoever knows the code may learn the status of its recovery.
struct FoundRecovery(Recovery);

impl FoundRecovery {
    fn into_result(self, now: UnixTime) -> Result<VerifiedProof, ProofRejection> {
        let Self(recovery) = self;
        match recovery.status(now) {
            RecoveryStatus::Redeemed => Ok(VerifiedProof::Redeemed(recovery)),
            RecoveryStatus::Superseded => Err(ProofRejection::Superseded),
            RecoveryStatus::Expired => Err(ProofRejection::Expired),
            RecoveryStatus::Open if now >= recovery.code_expires_at(now) => Err(ProofRejection::CodeExpired),
            RecoveryStatus::Open => Ok(VerifiedProof::Open(recovery)),
        }
    }
}
