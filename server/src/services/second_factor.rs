//! The second factor of an account: a time-based one-time code (RFC 6238). Neither a recovery nor a sign-in bypasses it
//! (END-5).

use std::sync::Arc;

use latchkey_core::code::read_digits;
use secrecy::{ExposeSecret as _, SecretString};
use totp_rs::{Builder, Totp};
use zeroize::Zeroizing;

use crate::audit::{AuditEntry, AuditEvent, AuditLog};
use crate::crypto::pepper::Pepper;
use crate::crypto::secrets::sha256;
use crate::domain::client_network::ClientNetwork;
use crate::domain::clock::{Clock, UnixTime};
use crate::domain::throttle::{self, ThrottleDecision};
use crate::internal_error::InternalError;
use crate::services::tries::give_back_unless_wrong;
use crate::store::{Recovery, Store};

/// Length of a generated secret, in bytes; RFC 4226 §4 recommends 160 bits.
const SECRET_BYTES: usize = 20;
/// Length of a time step, in seconds (RFC 6238 §4.1).
const TIME_STEP: i64 = 30;
/// Maximum number of wrong second factors for one recovery. After that a new email is needed.
const MAX_TRIES_PER_RECOVERY: i64 = 5;

/// Why a second factor was rejected.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SecondFactorRejection {
    /// The account has a second factor, and none was sent.
    #[error("a second factor is required")]
    Required,
    /// The code is wrong or was used before.
    #[error("wrong second factor")]
    Invalid,
    /// Too many failures; `retry_after` is in seconds.
    #[error("too many wrong second factors")]
    Throttled { retry_after: u64 },
    /// An internal failure.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

/// What a second factor is used for. Failures are counted separately, so that an attacker who can read the mailbox cannot
/// exhaust the tries of the person who knows the password.
#[derive(Clone, Copy)]
pub(super) enum SecondFactorUse<'a> {
    Recovery(&'a Recovery),
    SignIn,
}

/// The time step of a code that is right and has not been used.
pub(super) struct MatchedStep(i64);

/// Checks and enrolls second factors.
#[derive(Clone)]
pub(super) struct SecondFactors {
    pub(super) store: Store,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) audit: AuditLog,
    pub(super) pepper: Option<Arc<Pepper>>,
    /// The name that authenticator apps show.
    pub(super) issuer: Arc<str>,
}

impl SecondFactors {
    /// Checks a code against an account's sealed secret. A wrong code uses a try; a right code is not consumed yet. Returns
    /// `None` if the account has no second factor. A try is used before the code is compared, so that concurrent guesses
    /// cannot exceed the limit.
    pub(super) async fn check(
        &self,
        account_id: i64,
        sealed: Option<&[u8]>,
        code: Option<&SecretString>,
        used_for: SecondFactorUse<'_>,
        network: &ClientNetwork,
    ) -> Result<Option<MatchedStep>, SecondFactorRejection> {
        let Some(sealed) = sealed else { return Ok(None) };
        let code = code.ok_or(SecondFactorRejection::Required)?;
        let SecondFactorUse::Recovery(recovery) = used_for else {
            return self.check_within_limits(account_id, sealed, code, used_for, network).await.map(Some);
        };
        if !self.store.take_second_factor_try(&recovery.flow, MAX_TRIES_PER_RECOVERY).await? {
            let now = self.clock.now();
            return Err(self.exhausted(account_id, used_for, recovery.link_expires_at(now).since(now)));
        }
        let checked = self.check_within_limits(account_id, sealed, code, used_for, network).await;
        let is_wrong =
            |rejection: &SecondFactorRejection| matches!(rejection, SecondFactorRejection::Invalid);
        let returned = self.store.return_second_factor_try(&recovery.flow);
        give_back_unless_wrong(checked, is_wrong, returned).await.map(Some)
    }

    /// Checks a code within the limits on wrong codes for its account.
    async fn check_within_limits(
        &self,
        account_id: i64,
        sealed: &[u8],
        code: &SecretString,
        used_for: SecondFactorUse<'_>,
        network: &ClientNetwork,
    ) -> Result<MatchedStep, SecondFactorRejection> {
        let now = self.clock.now();
        let kind = match used_for {
            SecondFactorUse::Recovery(_) => "recovery",
            SecondFactorUse::SignIn => "sign-in",
        };
        let subject = sha256(format!("second factor of {kind}: {account_id}").as_bytes());
        let attempt =
            match self.store.begin_attempt(&subject, network, &throttle::SECOND_FACTORS, now).await? {
                ThrottleDecision::Allow(attempt) => attempt,
                ThrottleDecision::Wait { retry_after } => {
                    return Err(SecondFactorRejection::Throttled { retry_after });
                }
                ThrottleDecision::Exhausted { retry_after } => {
                    return Err(self.exhausted(account_id, used_for, retry_after));
                }
            };
        let step = self.matching_step(account_id, sealed, code, now);
        let checked = step.map(|step| step.ok_or(SecondFactorRejection::Invalid));
        self.store.end_attempt(attempt, checked).await?
    }

    /// The time step of a code, if it is right.
    fn matching_step(
        &self,
        account_id: i64,
        sealed: &[u8],
        code: &SecretString,
        now: UnixTime,
    ) -> Result<Option<MatchedStep>, InternalError> {
        let secret = self.pepper.as_ref().ok_or(InternalError::Unseal)?.open(sealed, account_id)?;
        let time = u64::try_from(now.0).unwrap_or(0);
        let Some(code) = read_digits(code.expose_secret(), 6..=8) else { return Ok(None) };
        let step = totp(&secret, None)?.check(&code, time);
        Ok(step.map(|step| MatchedStep(i64::try_from(step).unwrap_or(i64::MAX))))
    }

    /// Exhausted tries are recorded in the audit log, because they may be an attack.
    fn exhausted(
        &self,
        account_id: i64,
        used_for: SecondFactorUse<'_>,
        retry_after: u64,
    ) -> SecondFactorRejection {
        let flow = match used_for {
            SecondFactorUse::Recovery(recovery) => Some(recovery.flow.as_str()),
            SecondFactorUse::SignIn => None,
        };
        let entry = AuditEntry::new(AuditEvent::SecondFactorTries, "used_up");
        self.audit.record(&AuditEntry { account: Some(account_id), flow, ..entry });
        SecondFactorRejection::Throttled { retry_after }
    }

    /// Consumes a matched code. Of several concurrent uses one succeeds.
    pub(super) async fn consume(
        &self,
        account_id: i64,
        step: Option<MatchedStep>,
    ) -> Result<(), SecondFactorRejection> {
        let Some(MatchedStep(step)) = step else { return Ok(()) };
        // The code of the next time step is accepted too.
        let latest = self.clock.now().0.div_euclid(TIME_STEP) + 1;
        if self.store.use_totp_step(account_id, step, latest).await? {
            Ok(())
        } else {
            Err(SecondFactorRejection::Invalid)
        }
    }

    /// Enrolls a generated secret and returns the `otpauth:` link for an authenticator app. Returns `None` without a pepper,
    /// because the secret would be stored unencrypted.
    pub(super) async fn enroll(
        &self,
        account_id: i64,
        email: &str,
    ) -> Result<Option<SecretString>, InternalError> {
        let Some(pepper) = &self.pepper else { return Ok(None) };
        let mut secret = Zeroizing::new([0_u8; SECRET_BYTES]);
        getrandom::fill(secret.as_mut())?;
        let sealed = pepper.seal(secret.as_ref(), account_id)?;
        let link = totp(secret.as_ref(), Some((&self.issuer, email)))?.to_url()?;
        self.store.set_totp_secret(account_id, Some(&sealed)).await?;
        Ok(Some(link.into()))
    }
}

/// `label` is the issuer and the account name.
fn totp(secret: &[u8], label: Option<(&str, &str)>) -> Result<Totp, InternalError> {
    let mut builder = Builder::new().with_secret(secret.to_vec());
    if let Some((issuer, account)) = label {
        // A colon separates the two in the link.
        builder =
            builder.with_issuer(Some(issuer.replace(':', " "))).with_account_name(account.replace(':', " "));
    }
    Ok(builder.build()?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn codes_match_the_test_vectors_of_rfc_6238() {
        let totp = totp(b"12345678901234567890", None).unwrap();
        // Appendix B lists eight digits. A code of six digits is their end.
        assert_eq!(totp.check("287082", 59), Some(1));
        assert_eq!(totp.check("081804", 1_111_111_109), Some(37_037_036));
        assert_eq!(totp.check("287082", 59 + 60), None, "a code is valid for one step before and after");
    }
}
