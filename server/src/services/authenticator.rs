//! Signing in and sessions. They exist to show the effects of a recovery, a freeze and a second factor.

use std::sync::Arc;

use secrecy::{ExposeSecret as _, SecretString};

use crate::crypto::code_key::CodeKey;
use crate::crypto::pepper::Pepper;
use crate::crypto::secrets::{Sha256Hash, generate_token, sha256};
use crate::domain::client_network::ClientNetwork;
use crate::domain::clock::{Clock, UnixTime};
use crate::domain::email_address::EmailAddress;
use crate::domain::lifetimes::{SESSION_IDLE_TIMEOUT, SESSION_LIFETIME};
use crate::domain::password::Password;
use crate::domain::throttle::{self, ThrottleDecision};
use crate::internal_error::InternalError;
use crate::passwords::PasswordHasher;
use crate::services::second_factor::{SecondFactorRejection, SecondFactorUse, SecondFactors};
use crate::store::{Account, ActiveSessions, Store};

/// Minimum interval between two updates of a session's last use, in seconds. It avoids a write for each request.
const TOUCH_INTERVAL: i64 = 60;

/// Checks credentials and sessions.
pub(crate) struct Authenticator {
    pub(super) store: Store,
    pub(super) hasher: PasswordHasher,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) pepper: Option<Arc<Pepper>>,
    pub(super) code_key: Arc<CodeKey>,
    pub(super) second_factors: SecondFactors,
}

/// The credentials of a sign-in.
pub(crate) struct Credentials<'a> {
    pub(crate) email: &'a str,
    pub(crate) password: Password,
    pub(crate) second_factor: Option<SecretString>,
}

/// Why a sign-in was rejected.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SignInRejection {
    /// There is no account with this address, or it has another password.
    #[error("wrong address or password")]
    Credentials,
    /// Too many failures for this address; `retry_after` is in seconds.
    #[error("too many failures")]
    Throttled { retry_after: u64 },
    /// The credentials are right, but the account is frozen.
    #[error("the account is frozen")]
    Frozen,
    /// The credentials are right, but the second factor is missing or wrong.
    #[error(transparent)]
    SecondFactor(#[from] SecondFactorRejection),
    /// An internal failure.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl From<getrandom::Error> for SignInRejection {
    fn from(error: getrandom::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl Authenticator {
    /// Opens a session. It takes as long for an address without account as for a wrong password, and reveals other facts
    /// about the account only to those who know the password.
    pub(crate) async fn sign_in(
        &self,
        credentials: Credentials<'_>,
        network: &ClientNetwork,
    ) -> Result<SecretString, SignInRejection> {
        let email = EmailAddress::parse(credentials.email);
        // Failures with an invalid address are counted as well.
        let invalid_key = || sha256(credentials.email.trim().as_bytes());
        let address_key = email.as_ref().map_or_else(invalid_key, EmailAddress::key);
        let subject = sha256(&[b"sign-in".as_slice(), &address_key].concat());
        let now = self.clock.now();
        let limits = throttle::SIGN_INS.with_keyed_total(&self.code_key, &subject, now)?;
        let attempt = match self.store.begin_attempt(&subject, network, &limits, now).await? {
            ThrottleDecision::Allow(attempt) => attempt,
            ThrottleDecision::Wait { retry_after } | ThrottleDecision::Exhausted { retry_after } => {
                return Err(SignInRejection::Throttled { retry_after });
            }
        };
        let address_key = email.is_some().then_some(&address_key);
        let checked = self.check_password(address_key, &credentials.password).await;
        let mut account = self.store.end_attempt(attempt, checked).await??;
        if account.is_frozen() {
            return Err(SignInRejection::Frozen);
        }
        let step = self
            .second_factors
            .check(
                account.id,
                account.totp_secret.as_deref(),
                credentials.second_factor.as_ref(),
                SecondFactorUse::SignIn,
                network,
            )
            .await?;
        self.second_factors.consume(account.id, step).await?;
        self.rehash_if_outdated(&mut account, credentials.password).await?;
        self.reseal_second_factor(&account).await?;
        let token = generate_token()?;
        let token_hash = sha256(token.expose_secret().as_bytes());
        let opened = self.store.create_session(&account, &token_hash, self.clock.now()).await?;
        opened.then_some(token).ok_or(SignInRejection::Credentials)
    }

    /// The account of an address, if it has one and this is its password.
    async fn check_password(
        &self,
        address_key: Option<&Sha256Hash>,
        password: &Password,
    ) -> Result<Result<Account, SignInRejection>, InternalError> {
        let account = match address_key {
            Some(key) => self.store.account_by_address(key).await?,
            None => None,
        };
        let hash = account.as_ref().map(|account| account.password_hash.clone());
        let matches = self.hasher.verify_or_dummy(password.clone().into_secret(), hash).await?;
        Ok(account.filter(|_| matches).ok_or(SignInRejection::Credentials))
    }

    /// Rehashes the password if its hash is outdated. This is possible at a sign-in only, because the password is known then
    /// (PWD-11).
    async fn rehash_if_outdated(
        &self,
        account: &mut Account,
        password: Password,
    ) -> Result<(), InternalError> {
        if !self.hasher.is_outdated(&account.password_hash) {
            return Ok(());
        }
        let new_hash = self.hasher.hash(password.into_secret()).await?;
        if self.store.replace_hash(account.id, &account.password_hash, &new_hash).await? {
            account.password_hash = new_hash;
        }
        Ok(())
    }

    /// Reseals the secret of the second factor with the current pepper.
    async fn reseal_second_factor(&self, account: &Account) -> Result<(), InternalError> {
        let Some((pepper, sealed)) = self.pepper.as_ref().zip(account.totp_secret.as_deref()) else {
            return Ok(());
        };
        if let Some(resealed) = pepper.reseal(sealed, account.id)? {
            self.store.replace_totp_secret(account.id, sealed, &resealed).await?;
        }
        Ok(())
    }

    /// The address of the account that an active session belongs to.
    pub(crate) async fn session_email(&self, token: &str) -> Result<Option<String>, InternalError> {
        let now = self.clock.now();
        let token_hash = sha256(token.as_bytes());
        let found = self.store.session_email(&token_hash, &active_sessions(now)).await?;
        let Some((email, used_at)) = found else { return Ok(None) };
        if now.0 - used_at.0 >= TOUCH_INTERVAL {
            self.store.touch_session(&token_hash, now).await?;
        }
        Ok(Some(email))
    }
}

/// The time ranges of sessions that are active at `now`.
pub(super) fn active_sessions(now: UnixTime) -> ActiveSessions {
    ActiveSessions {
        opened_after: now.minus(SESSION_LIFETIME),
        opened_until: now.plus(SESSION_IDLE_TIMEOUT),
        used_after: now.minus(SESSION_IDLE_TIMEOUT),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::config::{Brand, Config, Database, Mail, Product};
    use crate::domain::clock::SystemClock;
    use crate::services::Services;

    #[tokio::test]
    async fn rejections_by_a_full_queue_are_no_wrong_passwords() {
        let product = Product {
            name: "Latchkey".into(),
            support: "a@b.example".into(),
            sender: "c@d.example".into(),
            brand: Brand::default(),
        };
        let link_base = "latchkey://reset-password".parse().unwrap();
        let config = Config::new(Database::Memory, Mail::Directory("unused".into()), link_base, product);
        let services = Services::open(&config, Arc::new(SystemClock)).await.unwrap();
        services.admin.add_user("ada@example.org", "seven grey herons").await.unwrap();
        let network = ClientNetwork::new(None);
        let sign_in = async |password| {
            let password = Password::new(password);
            let credentials = Credentials { email: "ada@example.org", password, second_factor: None };
            services.authenticator.sign_in(credentials, &network).await
        };

        let full_queue = services.authenticator.hasher.fill_queue().await;
        for _ in 0..8 {
            let busy = sign_in("seven grey herons").await;
            assert!(matches!(busy, Err(SignInRejection::Internal(InternalError::Busy))), "{busy:?}");
        }
        drop(full_queue);
        for _ in 0..5 {
            let wrong = sign_in("not the password at all").await;
            assert!(matches!(wrong, Err(SignInRejection::Credentials)), "{wrong:?}");
        }
        let throttled = sign_in("seven grey herons").await;
        assert!(matches!(throttled, Err(SignInRejection::Throttled { .. })), "{throttled:?}");
    }
}
