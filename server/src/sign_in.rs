//! Signing in, so that it can be seen what a recovery, a freeze and a second factor do.

use secrecy::{ExposeSecret as _, SecretString};

use crate::address::EmailAddress;
use crate::client_network::ClientNetwork;
use crate::core::Core;
use crate::fault::Fault;
use crate::passwords::Password;
use crate::recovery::{SecondFactorRefused, SecondFactorUse};
use crate::secrets;
use crate::store::Account;
use crate::throttle::{self, Verdict};

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
        let matches = self.hashing.verify_or_decoy(with.password.clone().into_secret(), hash).await?;
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
        let token = secrets::fresh_token()?;
        let token_hash = secrets::fingerprint(token.expose_secret().as_bytes());
        let opened = self.store.open_session(&account, &token_hash, self.now()).await?;
        opened.then_some(token).ok_or(SignInRefused::Credentials)
    }

    /// Hashes the password anew where the old hash is cheaper than new ones are: this is the moment at which the
    /// password is known (PWD-11).
    async fn strengthen(&self, account: &mut Account, password: Password) -> Result<(), Fault> {
        if !self.hashing.is_outdated(&account.password_hash) {
            return Ok(());
        }
        let new_hash = self.hashing.hash(password.into_secret()).await?;
        if self.store.replace_hash(account.id, &account.password_hash, &new_hash).await? {
            account.password_hash = new_hash;
        }
        Ok(())
    }

    /// The address of the account that a session token belongs to.
    pub(crate) async fn session_email(&self, token: &str) -> Result<Option<String>, Fault> {
        Ok(self.store.session_email(&secrets::fingerprint(token.as_bytes())).await?)
    }
}
