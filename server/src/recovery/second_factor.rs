//! The second factor of accounts that have one: a time-based code (RFC 6238). Neither a recovery nor a sign-in gets
//! around it (END-5).

use latchkey_core::code::read_digits;
use secrecy::{ExposeSecret as _, SecretString};
use totp_rs::{Builder, Totp};
use zeroize::Zeroizing;

use crate::audit::{Entry, Event};
use crate::client_network::ClientNetwork;
use crate::clock::UnixTime;
use crate::core::Core;
use crate::fault::Fault;
use crate::passwords::SealError;
use crate::secrets::{self, Fingerprint};
use crate::store::Recovery;
use crate::throttle::{self, Verdict};

/// Bytes of a fresh secret; RFC 4226 §4 recommends 160 bits.
const SECRET_BYTES: usize = 20;
/// Length of a time step, in seconds (RFC 6238 §4.1).
const STEP: i64 = 30;
/// Wrong second factors after which a recovery takes no more: a new mail is needed.
const TRIES_OF_RECOVERY: i64 = 5;

/// Why a second factor was not accepted.
#[derive(Debug)]
pub(crate) enum SecondFactorRefused {
    /// The account has one, and none was given.
    Required,
    /// Wrong, or used before.
    Invalid,
    /// Too many tries; again in `retry_after` seconds.
    TooMany {
        /// Seconds.
        retry_after: u64,
    },
    /// Something inside failed.
    Fault(Fault),
}

impl<E: Into<Fault>> From<E> for SecondFactorRefused {
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}

/// What a second factor is shown for. The two are counted apart: whoever holds the mailbox cannot use up the tries of
/// whoever knows the password.
#[derive(Clone, Copy)]
pub(crate) enum SecondFactorUse<'a> {
    Recovery(&'a Recovery),
    SignIn,
}

/// A code that is right, and can still be used.
pub(crate) struct MatchedStep(i64);

impl Core {
    /// Looks at the code that goes with an account's sealed secret; uses up a try if it is wrong, but not the code. `None`
    /// where the account has no second factor.
    pub(crate) async fn match_second_factor(
        &self,
        account_id: i64,
        sealed: Option<&[u8]>,
        code: Option<&SecretString>,
        shown_for: SecondFactorUse<'_>,
        network: &ClientNetwork,
    ) -> Result<Option<MatchedStep>, SecondFactorRefused> {
        let Some(sealed) = sealed else { return Ok(None) };
        let code = code.ok_or(SecondFactorRefused::Required)?;
        let now = self.now();
        let subject = self.take_second_factor_try(account_id, shown_for, network, now).await?;
        let secret = self.pepper.as_ref().ok_or(SealError)?.open(sealed, account_id)?;
        let time = u64::try_from(now.0).unwrap_or(0);
        let typed = read_digits(code.expose_secret(), 6..=8).ok_or(SecondFactorRefused::Invalid)?;
        let step = totp_of(&secret, None)?.check(&typed, time).ok_or(SecondFactorRefused::Invalid)?;
        if let SecondFactorUse::Recovery(recovery) = shown_for {
            self.store.return_second_factor_try(&recovery.flow).await?;
        }
        self.store.try_succeeded(&subject, network).await?;
        Ok(Some(MatchedStep(i64::try_from(step).unwrap_or(i64::MAX))))
    }

    /// Takes a try before the code is looked at, and answers what it was counted for. That tries are used up is written
    /// into the audit log: somebody may be guessing.
    async fn take_second_factor_try(
        &self,
        account_id: i64,
        shown_for: SecondFactorUse<'_>,
        network: &ClientNetwork,
        now: UnixTime,
    ) -> Result<Fingerprint, SecondFactorRefused> {
        let (kind, flow) = match shown_for {
            SecondFactorUse::Recovery(recovery) => ("recovery", Some(recovery)),
            SecondFactorUse::SignIn => ("sign-in", None),
        };
        let used_up = |retry_after| {
            let flow = flow.map(|recovery| recovery.flow.as_str());
            let entry = Entry::new(Event::SecondFactorTries, "used_up");
            self.record(&Entry { account: Some(account_id), flow, ..entry });
            SecondFactorRefused::TooMany { retry_after }
        };
        let subject = secrets::fingerprint(format!("second factor of {kind}: {account_id}").as_bytes());
        if let Some(recovery) = flow
            && !self.store.take_second_factor_try(&recovery.flow, TRIES_OF_RECOVERY).await?
        {
            return Err(used_up(recovery.link_expires_at(now).since(now)));
        }
        let verdict = self.store.begin_try(&subject, network, &throttle::SECOND_FACTORS, now).await?;
        if let (Some(recovery), false) = (flow, matches!(verdict, Verdict::Try(_))) {
            self.store.return_second_factor_try(&recovery.flow).await?;
        }
        match verdict {
            Verdict::Try(_) => Ok(subject),
            Verdict::Wait { retry_after } => Err(SecondFactorRefused::TooMany { retry_after }),
            Verdict::UsedUp { retry_after } => Err(used_up(retry_after)),
        }
    }

    /// Uses a matched code up; of several at once one succeeds.
    pub(crate) async fn use_second_factor(
        &self,
        account_id: i64,
        step: Option<MatchedStep>,
    ) -> Result<(), SecondFactorRefused> {
        let Some(MatchedStep(step)) = step else { return Ok(()) };
        // A code is good one step ahead of the clock, too.
        let latest = self.now().0.div_euclid(STEP) + 1;
        if self.store.use_totp_step(account_id, step, latest).await? {
            Ok(())
        } else {
            Err(SecondFactorRefused::Invalid)
        }
    }

    /// Enrols a fresh secret and answers the `otpauth:` link for an authenticator app; `None` without a pepper, since
    /// the secret would lie open in the database.
    pub(crate) async fn enrol_second_factor(
        &self,
        account_id: i64,
        email: &str,
    ) -> Result<Option<SecretString>, Fault> {
        let Some(pepper) = &self.pepper else { return Ok(None) };
        let mut secret = Zeroizing::new([0_u8; SECRET_BYTES]);
        getrandom::fill(secret.as_mut())?;
        let sealed = pepper.seal(secret.as_ref(), account_id)?;
        let link = totp_of(secret.as_ref(), Some((&self.product_name, email)))?.to_url()?;
        self.store.set_totp_secret(account_id, Some(&sealed)).await?;
        Ok(Some(link.into()))
    }
}

fn totp_of(secret: &[u8], label: Option<(&str, &str)>) -> Result<Totp, Fault> {
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
    fn the_codes_are_those_of_rfc_6238_appendix_b() {
        let totp = totp_of(b"12345678901234567890", None).unwrap();
        // The appendix prints eight digits; six are their last six.
        assert_eq!(totp.check("287082", 59), Some(1));
        assert_eq!(totp.check("081804", 1_111_111_109), Some(37_037_036));
        assert_eq!(totp.check("287082", 59 + 60), None, "a code is good for one step before and after");
    }
}
