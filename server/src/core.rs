//! What all operations share, and the operations on accounts.

use std::sync::Arc;

use secrecy::{ExposeSecret as _, SecretString};
use tokio::sync::Notify;

use crate::address::EmailAddress;
use crate::clock::{Clock, UnixTime};
use crate::config::{ConfigError, Limits};
use crate::fault::Fault;
use crate::passwords::hashing::Hashing;
use crate::passwords::{Password, PasswordPolicy, Refusal};
use crate::secrets;
use crate::store::Store;

/// The rules and the tools that every operation works with.
pub(crate) struct Core {
    pub(crate) store: Store,
    pub(crate) hashing: Hashing,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) policy: PasswordPolicy,
    pub(crate) limits: Limits,
    pub(crate) product_name: Arc<str>,
    /// Rung whenever mail was queued.
    pub(crate) mail_queued: Notify,
}

/// Why an account was not added.
#[derive(Debug, thiserror::Error)]
pub enum AddUserError {
    /// The address is not an e-mail address.
    #[error("this is not an e-mail address")]
    EmailInvalid,
    /// The address has an account already; it was not touched.
    #[error("there is an account with this address already")]
    AlreadyExists,
    /// The password does not meet the policy.
    #[error("the password is refused: {0:?}")]
    PasswordRefused(Vec<Refusal>),
    /// The configuration cannot be.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// Something inside failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<sqlx::Error> for AddUserError {
    fn from(error: sqlx::Error) -> Self {
        Self::Fault(error.into())
    }
}

impl Core {
    /// The present moment.
    pub(crate) fn now(&self) -> UnixTime {
        self.clock.now()
    }

    /// Why the policy refuses `password` for the account with these addresses; empty if it does not.
    pub(crate) async fn judge(
        &self,
        password: &Password,
        addresses: Vec<String>,
    ) -> Result<Vec<Refusal>, Fault> {
        let (policy, password) = (self.policy, password.clone());
        let product = Arc::clone(&self.product_name);
        self.hashing.run(move || policy.refusals(password.expose(), &addresses, &product)).await
    }

    /// Registers an account. The policy holds for operators too.
    pub(crate) async fn add_user(&self, email: &str, password: &str) -> Result<(), AddUserError> {
        let email = EmailAddress::parse(email).ok_or(AddUserError::EmailInvalid)?;
        let password = Password::typed(password);
        let refusals = self.judge(&password, vec![email.as_typed().to_owned()]).await?;
        if !refusals.is_empty() {
            return Err(AddUserError::PasswordRefused(refusals));
        }
        let hash = self.hashing.hash(password.into_secret()).await?;
        let added = self.store.add_account(email.as_typed(), &email.key(), &hash, self.now()).await?;
        if added { Ok(()) } else { Err(AddUserError::AlreadyExists) }
    }

    /// Opens a session; `None` if address and password do not belong together. It takes as long for an address
    /// without account as for a wrong password.
    pub(crate) async fn sign_in(&self, email: &str, password: &str) -> Result<Option<SecretString>, Fault> {
        let account = match EmailAddress::parse(email) {
            Some(email) => self.store.account_by_address(&email.key()).await?,
            None => None,
        };
        let hash = account.as_ref().map(|account| account.password_hash.clone());
        let matches = self.hashing.verify_or_decoy(Password::typed(password).into_secret(), hash).await?;
        let Some(account) = account.filter(|_| matches) else { return Ok(None) };
        let token = secrets::fresh_token()?;
        let opened = self
            .store
            .open_session(&account, &secrets::fingerprint(token.expose_secret().as_bytes()), self.now())
            .await?;
        Ok(opened.then_some(token))
    }

    /// The address of the account that a session token belongs to.
    pub(crate) async fn session_email(&self, token: &str) -> Result<Option<String>, Fault> {
        Ok(self.store.session_email(&secrets::fingerprint(token.as_bytes())).await?)
    }
}
