//! The second factor of accounts that have one: a time-based code (RFC 6238). Neither a recovery nor a sign-in gets
//! around it (END-5).

use secrecy::{ExposeSecret as _, SecretString};
use totp_rs::{Builder, Totp};
use zeroize::Zeroizing;

use crate::clock::UnixTime;
use crate::core::Core;
use crate::fault::Fault;
use crate::passwords::SealError;

/// Bytes of a fresh secret; RFC 4226 §4 recommends 160 bits.
const SECRET_BYTES: usize = 20;
/// Length of a time step, in seconds (RFC 6238 §4.1).
const STEP: i64 = 30;
/// Tries at one account's second factor in a window, right ones included ...
const TRIES: i64 = 5;
/// ... of so many seconds. Who also holds the mailbox or the password has one chance in 460 a day to guess it.
const WINDOW: u32 = 600;

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

/// A code that is right, and can still be used.
pub(crate) struct MatchedStep(i64);

impl Core {
    /// Looks at the code that goes with an account's sealed secret; uses up a try, but not the code. `None` where the
    /// account has no second factor.
    pub(crate) async fn match_second_factor(
        &self,
        account_id: i64,
        sealed: Option<&[u8]>,
        code: Option<&SecretString>,
    ) -> Result<Option<MatchedStep>, SecondFactorRefused> {
        let Some(sealed) = sealed else { return Ok(None) };
        let code = code.ok_or(SecondFactorRefused::Required)?;
        let now = self.now();
        let start = UnixTime(now.0 - now.0.rem_euclid(i64::from(WINDOW)));
        let tries = self.store.count(&format!("totp:{account_id}"), start, start.plus(WINDOW)).await?;
        if tries > TRIES {
            return Err(SecondFactorRefused::TooMany { retry_after: start.plus(WINDOW).since(now) });
        }
        let secret = self.pepper.as_ref().ok_or(SealError)?.open(sealed, account_id)?;
        let time = u64::try_from(now.0).unwrap_or(0);
        let typed: Zeroizing<String> =
            code.expose_secret().chars().filter(|c| !c.is_whitespace()).collect::<String>().into();
        let step = totp_of(&secret, None)?.check(&typed, time).ok_or(SecondFactorRefused::Invalid)?;
        Ok(Some(MatchedStep(i64::try_from(step).unwrap_or(i64::MAX))))
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
