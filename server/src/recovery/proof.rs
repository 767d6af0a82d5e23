//! Examining a proof without consuming it.

use secrecy::{ExposeSecret as _, SecretString};

use super::CODE_TRIES;
use crate::clock::UnixTime;
use crate::core::Core;
use crate::fault::Fault;
use crate::secrets;
use crate::store::{Recovery, Standing};

/// What a person shows to have received the mail.
pub(crate) enum Proof {
    /// The link's token, and the verifier if the device has one for it.
    Link { token: SecretString, verifier: Option<SecretString> },
    /// The code, for a flow that this device began.
    Code { flow: String, code: SecretString, verifier: Option<SecretString> },
}

/// Why a proof does not hold.
#[derive(Debug)]
pub(crate) enum ProofRefused {
    /// Never issued or damaged.
    Invalid,
    /// Too old.
    Expired,
    /// A password was set with it.
    Used,
    /// A newer mail was asked for.
    Superseded,
    /// The asking device's verifier is missing or wrong.
    VerifierRequired,
    /// Not the code.
    CodeInvalid {
        /// How many wrong codes may still follow.
        tries_left: u8,
    },
    /// The code is too old or was guessed at too often; the link works.
    CodeExpired,
    /// Something inside failed.
    Fault(Fault),
}

impl<E: Into<Fault>> From<E> for ProofRefused {
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}

/// A proof that belongs to a recovery.
pub(super) enum Examined {
    /// It can be used.
    Open(Recovery),
    /// It was used; the verifier, where one is needed, is right. A code was *not* looked at.
    Spent(Recovery),
}

/// What the check of a proof tells.
pub(crate) struct Checked {
    /// The flow it belongs to.
    pub(crate) flow: String,
    /// Seconds for which it can still be used.
    pub(crate) expires_in: u64,
    /// Whether the account's second factor will be asked for.
    pub(crate) second_factor: bool,
}

impl Core {
    /// Whether a proof could be used now; nothing is consumed.
    pub(crate) async fn check_proof(&self, proof: &Proof) -> Result<Checked, ProofRefused> {
        let now = self.now();
        match self.examine(proof, now).await? {
            Examined::Spent(_) => Err(ProofRefused::Used),
            Examined::Open(recovery) => {
                let until = match proof {
                    Proof::Link { .. } => recovery.link_expires_at(now),
                    Proof::Code { .. } => recovery.code_expires_at(now),
                };
                let second_factor = recovery.totp_secret.is_some();
                Ok(Checked { flow: recovery.flow, expires_in: until.since(now), second_factor })
            }
        }
    }

    pub(super) async fn examine(&self, proof: &Proof, now: UnixTime) -> Result<Examined, ProofRefused> {
        match proof {
            Proof::Link { token, verifier } => self.examine_link(token, verifier.as_ref(), now).await,
            Proof::Code { flow, code, verifier } => {
                self.examine_code(flow, code, verifier.as_ref(), now).await
            }
        }
    }

    async fn examine_link(
        &self,
        token: &SecretString,
        verifier: Option<&SecretString>,
        now: UnixTime,
    ) -> Result<Examined, ProofRefused> {
        let token_hash = secrets::fingerprint(token.expose_secret().as_bytes());
        let recovery = self.store.recovery_by_token(&token_hash).await?.ok_or(ProofRefused::Invalid)?;
        let verified = recovery
            .challenge()
            .is_none_or(|challenge| verifier.is_some_and(|verifier| challenge.is_met_by(verifier)));
        match (recovery.standing(now), verified) {
            (Standing::Open, true) => Ok(Examined::Open(recovery)),
            (Standing::Open, false) => Err(ProofRefused::VerifierRequired),
            (Standing::Spent, true) => Ok(Examined::Spent(recovery)),
            (Standing::Spent, false) => Err(ProofRefused::Used),
            (Standing::Superseded, _) => Err(ProofRefused::Superseded),
            (Standing::Expired, _) => Err(ProofRefused::Expired),
        }
    }

    /// The verifier comes first: without it nobody learns anything of the code, and nobody can use up its tries.
    async fn examine_code(
        &self,
        flow: &str,
        code: &SecretString,
        verifier: Option<&SecretString>,
        now: UnixTime,
    ) -> Result<Examined, ProofRefused> {
        let recovery = self.store.recovery_by_flow(flow).await?.ok_or(ProofRefused::Invalid)?;
        let verified =
            recovery.challenge().zip(verifier).is_some_and(|(challenge, it)| challenge.is_met_by(it));
        if !verified {
            return Err(ProofRefused::VerifierRequired);
        }
        match recovery.standing(now) {
            Standing::Spent => return Ok(Examined::Spent(recovery)),
            Standing::Superseded => return Err(ProofRefused::Superseded),
            Standing::Expired => return Err(ProofRefused::Expired),
            Standing::Open if now >= recovery.code_expires_at(now) => return Err(ProofRefused::CodeExpired),
            Standing::Open => {}
        }
        self.try_code(recovery, code).await
    }

    async fn try_code(&self, recovery: Recovery, typed: &SecretString) -> Result<Examined, ProofRefused> {
        let allowed = i64::from(CODE_TRIES);
        let left = |taken: i64| u8::try_from(allowed - taken).unwrap_or(0);
        // What cannot be a code is a slip, not a guess.
        let Some(code) = secrets::typed_code(typed.expose_secret()) else {
            return match left(recovery.code_tries) {
                0 => Err(ProofRefused::CodeExpired),
                tries_left => Err(ProofRefused::CodeInvalid { tries_left }),
            };
        };
        let taken =
            self.store.take_code_try(&recovery.flow, allowed).await?.ok_or(ProofRefused::CodeExpired)?;
        if self.code_matches(&recovery, code).await? {
            self.store.return_code_try(&recovery.flow).await?;
            return Ok(Examined::Open(recovery));
        }
        Err(ProofRefused::CodeInvalid { tries_left: left(taken) })
    }

    /// Whether this is the code that was mailed. Where there is no account none was, whatever the hash says.
    pub(super) async fn code_matches(&self, recovery: &Recovery, code: SecretString) -> Result<bool, Fault> {
        let matches = self.hashing.verify_or_decoy(code, recovery.code_hash.clone()).await?;
        Ok(matches && recovery.account_id.is_some())
    }
}
