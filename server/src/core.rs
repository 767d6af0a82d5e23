//! What all operations share, and the operations on accounts.

use std::sync::Arc;
use std::time::Instant;

use ipnet::IpNet;
use latchkey_client::breach::BreachList;
use latchkey_core::secret::NewPassword;
use tokio::sync::Notify;
use url::Url;

use crate::address::EmailAddress;
use crate::audit::{Audit, Entry, Event};
use crate::clock::{Clock, UnixTime};
use crate::code_key::CodeKey;
use crate::config::{Apps, Binding, ConfigError, ForwardedHeader, Limits};
use crate::fault::Fault;
use crate::metrics::Metrics;
use crate::passwords::hashing::Hashing;
use crate::passwords::{Password, PasswordPolicy, Pepper, Refusal};
use crate::rate_limit::RateLimiter;
use crate::readiness::Readiness;
use crate::store::{Account, Store};

/// The rules and the tools that every operation works with.
pub(crate) struct Core {
    pub(crate) store: Store,
    /// For recoveries, and what operators do.
    pub(crate) hashing: Hashing,
    /// For signing in: neither of the two waits for the other.
    pub(crate) sign_in_hashing: Hashing,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) policy: PasswordPolicy,
    pub(crate) limits: Limits,
    pub(crate) product_name: Arc<str>,
    pub(crate) binding: Binding,
    pub(crate) pepper: Option<Pepper>,
    pub(crate) code_key: CodeKey,
    pub(crate) breaches: Option<BreachList>,
    pub(crate) apps: Apps,
    /// Where mailed links lead.
    pub(crate) link_base: Url,
    pub(crate) trusted_proxies: Vec<IpNet>,
    pub(crate) forwarded_header: ForwardedHeader,
    pub(crate) rate_limiter: RateLimiter,
    pub(crate) readiness: Readiness,
    pub(crate) audit: Audit,
    pub(crate) metrics: Metrics,
    /// Rung whenever mail was queued.
    pub(crate) mail_queued: Notify,
}

/// Why an account was not added or changed.
#[derive(Debug, thiserror::Error)]
pub enum AddUserError {
    /// The address is not an e-mail address.
    #[error("this is not an e-mail address")]
    EmailInvalid,
    /// The address has an account already; it was not touched.
    #[error("there is an account with this address already")]
    AlreadyExists,
    /// No account has this address.
    #[error("there is no account with this address")]
    Unknown,
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

    /// Gives the account with the address `of` one more address.
    pub(crate) async fn add_address(&self, of: &str, email: &str) -> Result<(), AddUserError> {
        let account = self.account_of(of).await?;
        let email = EmailAddress::parse(email).ok_or(AddUserError::EmailInvalid)?;
        let added = self.store.add_address(account.id, email.as_typed(), &email.key()).await?;
        if added { Ok(()) } else { Err(AddUserError::AlreadyExists) }
    }

    /// The account with this address.
    pub(crate) async fn account_of(&self, email: &str) -> Result<Account, AddUserError> {
        let email = EmailAddress::parse(email).ok_or(AddUserError::EmailInvalid)?;
        self.store.account_by_address(&email.key()).await?.ok_or(AddUserError::Unknown)
    }

    /// Whether the password is known from a breach, where that is asked at all. A service that does not answer lets it
    /// pass.
    pub(crate) async fn is_breached(&self, password: &Password) -> bool {
        let Some(breaches) = &self.breaches else { return false };
        let Ok(password) = NewPassword::new(password.expose()) else { return false };
        breaches.has(&password).await.unwrap_or_else(|fault| {
            tracing::warn!(%fault, "password not checked for breaches");
            self.record(&Entry::new(Event::BreachCheckSkipped, "unanswered"));
            false
        })
    }

    /// Waits until a request that came in at `began` may be answered: after the time that the limits name, or a multiple
    /// of it, so that the time tells nothing of what was done (REQ-2).
    pub(crate) async fn hold_back(&self, began: Instant) {
        let step = self.limits.answer_after;
        if step.is_zero() {
            return;
        }
        let steps = began.elapsed().as_nanos() / step.as_nanos() + 1;
        let until = began + step * u32::try_from(steps).unwrap_or(u32::MAX);
        tokio::time::sleep_until(until.into()).await;
    }

    /// Writes an event to the audit log.
    pub(crate) fn record(&self, entry: &Entry<'_>) {
        self.audit.record(self.now(), entry);
    }
}
