//! Signing in, so that it can be seen what a recovery, a freeze and a second factor do.

use secrecy::{ExposeSecret as _, SecretString};

use crate::address::EmailAddress;
use crate::client_network::ClientNetwork;
use crate::clock::UnixTime;
use crate::core::Core;
use crate::fault::Fault;
use crate::passwords::Password;
use crate::recovery::{SecondFactorRefused, SecondFactorUse};
use crate::secrets;
use crate::store::{Account, LivingSessions};
use crate::throttle::{self, Verdict};

/// How long a session lives, in seconds: a day (NIST SP 800-63B-4 §2.2.3, for accounts with a second factor) ...
pub const SESSION_VALID: u32 = 24 * 60 * 60;
/// ... and how long without being used: an hour.
pub const SESSION_IDLE: u32 = 60 * 60;
/// A use is written down if the last one is so many seconds ago: a look at a session is mostly no change of the database.
const USE_WRITTEN_EVERY: i64 = 60;

/// What somebody who signs in shows.
pub(crate) struct Credentials<'a> {
    pub(crate) email: &'a str,
    pub(crate) password: Password,
    pub(crate) second_factor: Option<SecretString>,
}

/// Why nobody was signed in.
#[derive(Debug)]
pub(crate) enum SignInRefused {
    /// Address and password do not belong together.
    Credentials,
    /// Too many wrong ones for this address; again in `retry_after` seconds.
    TooMany {
        /// Seconds.
        retry_after: u64,
    },
    /// They do, but the account is frozen.
    Frozen,
    /// They do, but the second factor is missing or wrong.
    SecondFactor(SecondFactorRefused),
    /// Something inside failed.
    Fault(Fault),
}

impl<E: Into<Fault>> From<E> for SignInRefused {
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}

impl Core {
    /// Opens a session. It takes as long for an address without account as for a wrong password, and only who knows
    /// the password learns anything else of the account.
    pub(crate) async fn sign_in(
        &self,
        with: Credentials<'_>,
        network: &ClientNetwork,
    ) -> Result<SecretString, SignInRefused> {
        let email = EmailAddress::parse(with.email);
        // What is no address is counted as if it were one.
        let typed = || secrets::fingerprint(with.email.trim().as_bytes());
        let address = email.as_ref().map_or_else(typed, EmailAddress::key);
        let subject = secrets::fingerprint(&[b"sign-in".as_slice(), &address].concat());
        match self.store.begin_try(&subject, network, &throttle::SIGN_INS, self.now()).await? {
            Verdict::Try(_) => {}
            Verdict::Wait { retry_after } | Verdict::UsedUp { retry_after } => {
                return Err(SignInRefused::TooMany { retry_after });
            }
        }
        let account = match &email {
            Some(_) => self.store.account_by_address(&address).await?,
            None => None,
        };
        let hash = account.as_ref().map(|account| account.password_hash.clone());
        let matches = self.sign_in_hashing.verify_or_decoy(with.password.clone().into_secret(), hash).await?;
        let mut account = account.filter(|_| matches).ok_or(SignInRefused::Credentials)?;
        self.store.try_succeeded(&subject, network).await?;
        if account.is_frozen() {
            return Err(SignInRefused::Frozen);
        }
        let step = self
            .match_second_factor(
                account.id,
                account.totp_secret.as_deref(),
                with.second_factor.as_ref(),
                SecondFactorUse::SignIn,
                network,
            )
            .await
            .map_err(SignInRefused::SecondFactor)?;
        self.use_second_factor(account.id, step).await.map_err(SignInRefused::SecondFactor)?;
        self.strengthen(&mut account, with.password).await?;
        self.reseal_second_factor(&account).await?;
        let token = secrets::fresh_token()?;
        let token_hash = secrets::fingerprint(token.expose_secret().as_bytes());
        let opened = self.store.open_session(&account, &token_hash, self.now()).await?;
        opened.then_some(token).ok_or(SignInRefused::Credentials)
    }

    /// Hashes the password anew where the old hash is cheaper than new ones are: this is the moment at which the
    /// password is known (PWD-11).
    async fn strengthen(&self, account: &mut Account, password: Password) -> Result<(), Fault> {
        if !self.sign_in_hashing.is_outdated(&account.password_hash) {
            return Ok(());
        }
        let new_hash = self.sign_in_hashing.hash(password.into_secret()).await?;
        if self.store.replace_hash(account.id, &account.password_hash, &new_hash).await? {
            account.password_hash = new_hash;
        }
        Ok(())
    }

    /// Seals the second factor's secret with the newest pepper.
    async fn reseal_second_factor(&self, account: &Account) -> Result<(), Fault> {
        let Some((pepper, sealed)) = self.pepper.as_ref().zip(account.totp_secret.as_deref()) else {
            return Ok(());
        };
        if let Some(anew) = pepper.reseal(sealed, account.id)? {
            self.store.replace_totp_secret(account.id, sealed, &anew).await?;
        }
        Ok(())
    }

    /// The address of the account that a session token belongs to, while the session lives.
    pub(crate) async fn session_email(&self, token: &str) -> Result<Option<String>, Fault> {
        let now = self.now();
        let token_hash = secrets::fingerprint(token.as_bytes());
        let found = self.store.session_email(&token_hash, &living_sessions(now)).await?;
        let Some((email, used_at)) = found else { return Ok(None) };
        if now.0 - used_at.0 >= USE_WRITTEN_EVERY {
            self.store.use_session(&token_hash, now).await?;
        }
        Ok(Some(email))
    }

    /// Forgets sessions that have ended.
    pub(crate) async fn prune_sessions(&self) -> Result<(), Fault> {
        Ok(self.store.prune_sessions(&living_sessions(self.now())).await?)
    }
}

fn living_sessions(now: UnixTime) -> LivingSessions {
    LivingSessions {
        opened_after: now.minus(SESSION_VALID),
        opened_until: now.plus(SESSION_IDLE),
        used_after: now.minus(SESSION_IDLE),
    }
}
