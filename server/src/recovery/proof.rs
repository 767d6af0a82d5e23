//! Examining a proof without consuming it.

use secrecy::{ExposeSecret as _, SecretString};

use super::CODE_TRIES;
use crate::client_network::ClientNetwork;
use crate::clock::UnixTime;
use crate::core::Core;
use crate::fault::Fault;
use crate::secrets;
use crate::store::{Recovery, Standing};
use crate::throttle::{self, Verdict};

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
    /// Too many wrong codes from this network; again in `retry_after` seconds.
    TooManyCodes {
        /// Seconds.
        retry_after: u64,
    },
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
    /// It was used; the proof is whole.
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
    pub(crate) async fn check_proof(
        &self,
        proof: &Proof,
        network: &ClientNetwork,
    ) -> Result<Checked, ProofRefused> {
        let now = self.now();
        match self.examine(proof, network, now).await? {
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

    pub(super) async fn examine(
        &self,
        proof: &Proof,
        network: &ClientNetwork,
        now: UnixTime,
    ) -> Result<Examined, ProofRefused> {
        match proof {
            Proof::Link { token, verifier } => self.examine_link(token, verifier.as_ref(), now).await,
            Proof::Code { flow, code, verifier } => {
                self.examine_code(flow, code, verifier.as_ref(), network, now).await
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

    /// The verifier comes first: without it nobody learns anything of the code, and nobody can use up its tries. With it,
    /// but without the mail, one learns what one's own requests and the time did to the recovery, and no more: whether
    /// there is an account, or was a recovery elsewhere, is told to those who know a code.
    async fn examine_code(
        &self,
        flow: &str,
        code: &SecretString,
        verifier: Option<&SecretString>,
        network: &ClientNetwork,
        now: UnixTime,
    ) -> Result<Examined, ProofRefused> {
        let recovery = self.store.recovery_by_flow(flow).await?.ok_or(ProofRefused::Invalid)?;
        let verified =
            recovery.challenge().zip(verifier).is_some_and(|(challenge, it)| challenge.is_met_by(it));
        if !verified {
            return Err(ProofRefused::VerifierRequired);
        }
        if recovery.is_superseded() {
            return Err(ProofRefused::Superseded);
        }
        let refused = |otherwise| {
            if matches!(otherwise, ProofRefused::Fault(_)) {
                otherwise
            } else if now >= recovery.link_expires_at(now) {
                ProofRefused::Expired
            } else if now >= recovery.code_expires_at(now) {
                ProofRefused::CodeExpired
            } else {
                otherwise
            }
        };
        self.try_code(&recovery, code, network, now).await.unwrap_or_else(|otherwise| Err(refused(otherwise)))
    }

    /// Looks at a code. The outer error is for whoever does not know one, as long as the recovery is open.
    async fn try_code(
        &self,
        recovery: &Recovery,
        typed: &SecretString,
        network: &ClientNetwork,
        now: UnixTime,
    ) -> Result<Result<Examined, ProofRefused>, ProofRefused> {
        let allowed = i64::from(CODE_TRIES);
        let left = |taken: i64| u8::try_from(allowed - taken).unwrap_or(0);
        // What cannot be a code is a slip, not a guess.
        let Some(code) = secrets::typed_code(typed.expose_secret()) else {
            return Err(match left(recovery.code_tries) {
                0 => ProofRefused::CodeExpired,
                tries_left => ProofRefused::CodeInvalid { tries_left },
            });
        };
        let taken =
            self.store.take_code_try(&recovery.flow, allowed).await?.ok_or(ProofRefused::CodeExpired)?;
        let subject = secrets::fingerprint(&[b"code".as_slice(), &recovery.address_key].concat());
        let verdict = self.store.begin_try(&subject, network, &throttle::CODES, now).await?;
        if !matches!(verdict, Verdict::Try(_)) {
            self.store.return_code_try(&recovery.flow).await?;
        }
        match verdict {
            Verdict::Try(_) => {}
            Verdict::Wait { retry_after } => return Err(ProofRefused::TooManyCodes { retry_after }),
            Verdict::UsedUp { .. } => return Err(ProofRefused::CodeExpired),
        }
        let Some(known) = self.mailed_with(recovery, &code).await? else {
            return Err(ProofRefused::CodeInvalid { tries_left: left(taken) });
        };
        self.store.return_code_try(&recovery.flow).await?;
        self.store.try_succeeded(&subject, network).await?;
        Ok(match known.standing(now) {
            Standing::Spent => Ok(Examined::Spent(known)),
            Standing::Superseded => Err(ProofRefused::Superseded),
            Standing::Expired => Err(ProofRefused::Expired),
            Standing::Open if now >= known.code_expires_at(now) => Err(ProofRefused::CodeExpired),
            Standing::Open => Ok(Examined::Open(known)),
        })
    }

    /// The recovery that this code was mailed for: the given one, or another that the same device asked for and whose
    /// tries are not used up. Where there is no account no code was mailed, whatever is stored.
    async fn mailed_with(&self, recovery: &Recovery, code: &SecretString) -> Result<Option<Recovery>, Fault> {
        let mut known = None;
        for candidate in self.store.mailed_alongside(recovery).await? {
            let is_alive = candidate.flow == recovery.flow || candidate.code_tries < i64::from(CODE_TRIES);
            let (Some(salt), Some(mac)) = (&candidate.code_salt, &candidate.code_mac) else { continue };
            let matches = self.code_key.matches(code, salt, mac)?;
            if matches && is_alive && candidate.account_id.is_some() {
                known = Some(candidate);
            }
        }
        Ok(known)
    }
}
