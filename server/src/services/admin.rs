//! Administration by an operator: on the command line, directly in the configured database.

use std::sync::Arc;

use latchkey_core::password::PasswordRejection;
use secrecy::SecretString;
use url::Url;

use super::{OpenError, Services};
use crate::audit::{AuditEntry, AuditEvent, AuditLog};
use crate::config::{Config, Mail, Product};
use crate::domain::clock::{Clock, SystemClock};
use crate::domain::email_address::EmailAddress;
use crate::domain::password::Password;
use crate::internal_error::InternalError;
use crate::mail::{MailComposer, MailError, Transport};
use crate::services::new_password::NewPasswordValidator;
use crate::services::pruning::Pruner;
use crate::services::recovery::{RecoveryService, RequestRejection};
use crate::services::second_factor::SecondFactors;
use crate::store::{Account, AccountEntry, Store};

/// Why an account was not added or changed.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The email address is invalid.
    #[error("this is not an email address")]
    EmailInvalid,
    /// The address already has an account, which was not changed.
    #[error("there is already an account with this address")]
    AlreadyExists,
    /// No account has this address.
    #[error("there is no account with this address")]
    NotFound,
    /// The password violates the policy.
    #[error("the password was rejected: {0:?}")]
    PasswordRejected(Vec<PasswordRejection>),
    /// An internal failure.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

/// Why an operator's command failed.
#[derive(Debug, thiserror::Error)]
pub enum AdminError {
    /// The account cannot be found or changed.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The test email cannot be composed or sent.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// Without a pepper, the secret of a second factor would be stored unencrypted.
    #[error("a second factor requires `passwords.pepper_file`: its secret must not be stored unencrypted")]
    NoPepper,
    /// A recovery was requested for this address recently. The wait is in seconds.
    #[error("a recovery was started recently; wait {0} seconds")]
    TooSoon(u64),
    /// An internal failure.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

/// A command of an operator, for the audit log.
#[derive(Debug, Clone, Copy)]
enum AdminAction {
    AddAccount,
    AddAddress,
    Freeze,
    EnrollSecondFactor,
    RemoveSecondFactor,
    StartRecovery,
    TestMail,
    Prune,
}

impl AdminAction {
    /// The outcome in the audit log. Operators may rely on the names.
    fn outcome(self, succeeded: bool) -> &'static str {
        let (success, failure) = match self {
            Self::AddAccount => ("account_added", "account_add_failed"),
            Self::AddAddress => ("address_added", "address_add_failed"),
            Self::Freeze => ("account_frozen", "account_freeze_failed"),
            Self::EnrollSecondFactor => ("second_factor_enrolled", "second_factor_enrol_failed"),
            Self::RemoveSecondFactor => ("second_factor_removed", "second_factor_remove_failed"),
            Self::StartRecovery => ("recovery_started", "recovery_start_failed"),
            Self::TestMail => ("test_mail_sent", "test_mail_failed"),
            Self::Prune => ("pruned", "prune_failed"),
        };
        if succeeded { success } else { failure }
    }
}

/// Manages accounts, in the database of the configuration. A server may be running on the same database.
pub struct AdminService {
    pub(super) store: Store,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) audit: AuditLog,
    pub(super) new_passwords: NewPasswordValidator,
    pub(super) second_factors: SecondFactors,
    pub(super) recovery: Arc<RecoveryService>,
    pub(super) pruner: Pruner,
    pub(super) mail: Mail,
    pub(super) product: Product,
    pub(super) link_base: Url,
    pub(super) public_origin: Option<Url>,
}

impl AdminService {
    /// Opens the database.
    ///
    /// # Errors
    /// If the configuration is invalid, or the database or audit log cannot be opened.
    pub async fn open(config: &Config) -> Result<Self, OpenError> {
        Ok(Services::open(config, Arc::new(SystemClock)).await?.admin)
    }

    /// Closes the database.
    pub async fn close(self) {
        self.store.close().await;
    }

    /// Registers an account. Operators have to comply with the password policy too.
    ///
    /// # Errors
    /// If the address is invalid or already has an account, or the password violates the policy.
    pub async fn add_user(&self, email: &str, password: &str) -> Result<(), AdminError> {
        let added = self.register_account(email, password).await;
        self.record(AdminAction::AddAccount, email, added.map_err(Into::into)).await
    }

    /// Adds an address to the account with the address `account`. Change notices are sent to all addresses, and each address
    /// can be used to recover the account.
    ///
    /// # Errors
    /// If there is no such account, or the new address is invalid or already has an account.
    pub async fn add_address(&self, account: &str, email: &str) -> Result<(), AdminError> {
        let added = self.register_address(account, email).await;
        self.record(AdminAction::AddAddress, account, added.map_err(Into::into)).await
    }

    /// All addresses of all accounts.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn list_addresses(&self) -> Result<Vec<AccountEntry>, AdminError> {
        Ok(self.store.list_accounts().await?)
    }

    /// Freezes an account: signing in is blocked until a recovery that is requested from now on.
    ///
    /// # Errors
    /// If there is no such account.
    pub async fn freeze(&self, email: &str) -> Result<(), AdminError> {
        let frozen = async {
            let account = self.account(email).await?;
            self.store.freeze(account.id, None, self.clock.now()).await?;
            Ok(())
        };
        self.record(AdminAction::Freeze, email, frozen.await).await
    }

    /// Enrolls a new second factor, and replaces an existing one. The returned `otpauth:` link is the secret, for the
    /// person's authenticator app only.
    ///
    /// # Errors
    /// If there is no such account, or no pepper is configured.
    pub async fn enroll_second_factor(&self, email: &str) -> Result<SecretString, AdminError> {
        let enrolled = async {
            let account = self.account(email).await?;
            self.second_factors.enroll(account.id, email).await?.ok_or(AdminError::NoPepper)
        };
        self.record(AdminAction::EnrollSecondFactor, email, enrolled.await).await
    }

    /// Removes the second factor of an account.
    ///
    /// # Errors
    /// If there is no such account.
    pub async fn remove_second_factor(&self, email: &str) -> Result<(), AdminError> {
        let removed = async {
            let account = self.account(email).await?;
            Ok(self.store.set_totp_secret(account.id, None).await?)
        };
        self.record(AdminAction::RemoveSecondFactor, email, removed.await).await
    }

    /// Starts a recovery for a person who cannot request one. A running server sends the email. Whoever receives it chooses
    /// the password; the operator does not learn it (ASVS 6.4.6).
    ///
    /// # Errors
    /// If there is no such account, or a recovery was requested recently.
    pub async fn start_recovery(&self, email: &str) -> Result<(), AdminError> {
        let started = self.open_recovery(email).await;
        self.record(AdminAction::StartRecovery, email, started).await
    }

    /// Sends a test email.
    ///
    /// # Errors
    /// If the address is invalid, or the email cannot be sent.
    pub async fn test_mail(&self, to: &str) -> Result<(), AdminError> {
        let sent = self.send_test_mail(to).await;
        self.record_for(AdminAction::TestMail, sent.is_ok(), None);
        sent
    }

    /// Deletes recoveries that expired a week ago, and expired sessions, limits and freeze links. Returns the number of
    /// deleted recoveries. A running server does the same every hour.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn prune(&self) -> Result<u64, AdminError> {
        let pruned = self.pruner.prune().await;
        self.record_for(AdminAction::Prune, pruned.is_ok(), None);
        Ok(pruned?)
    }

    /// Registers an account without an audit entry.
    pub(crate) async fn register_account(&self, email: &str, password: &str) -> Result<(), AccountError> {
        let email = EmailAddress::parse(email).ok_or(AccountError::EmailInvalid)?;
        let password = Password::new(password);
        let rejections = self.new_passwords.evaluate(&password, vec![email.as_str().to_owned()]).await?;
        if !rejections.is_empty() {
            return Err(AccountError::PasswordRejected(rejections));
        }
        let hash = self.new_passwords.hash(password).await?;
        let added = self.store.add_account(email.as_str(), &email.key(), &hash, self.clock.now()).await?;
        if added { Ok(()) } else { Err(AccountError::AlreadyExists) }
    }

    async fn register_address(&self, account: &str, email: &str) -> Result<(), AccountError> {
        let account = self.account(account).await?;
        let email = EmailAddress::parse(email).ok_or(AccountError::EmailInvalid)?;
        let added = self.store.add_address(account.id, email.as_str(), &email.key()).await?;
        if added { Ok(()) } else { Err(AccountError::AlreadyExists) }
    }

    /// The account with this address.
    async fn account(&self, email: &str) -> Result<Account, AccountError> {
        let email = EmailAddress::parse(email).ok_or(AccountError::EmailInvalid)?;
        self.store.account_by_address(&email.key()).await?.ok_or(AccountError::NotFound)
    }

    async fn open_recovery(&self, email: &str) -> Result<(), AdminError> {
        self.account(email).await?;
        let address = EmailAddress::parse(email).ok_or(AccountError::EmailInvalid)?;
        match self.recovery.start_recovery(&address).await {
            Err(RequestRejection::TooSoon { retry_after }) => Err(AdminError::TooSoon(retry_after)),
            Err(RequestRejection::Internal(error)) => Err(error.into()),
            Ok(_) | Err(RequestRejection::ChallengeMissing) => Ok(()),
        }
    }

    async fn send_test_mail(&self, to: &str) -> Result<(), AdminError> {
        let to = EmailAddress::parse(to).ok_or(AccountError::EmailInvalid)?;
        let origin = self.public_origin.clone().unwrap_or(self.link_base.clone());
        let transport = Transport::new(self.mail.clone(), &origin)?;
        let composer = MailComposer::new(self.product.clone(), self.link_base.clone(), origin)?;
        let mail = composer.test(to.as_str(), self.clock.now())?;
        transport.prepare().await?.send("mail-test", mail).await?;
        transport.close().await;
        Ok(())
    }

    /// Records the result of an action on the account with this address, and returns it.
    async fn record<T>(
        &self,
        action: AdminAction,
        email: &str,
        result: Result<T, AdminError>,
    ) -> Result<T, AdminError> {
        let account = self.account(email).await.ok().map(|account| account.id);
        self.record_for(action, result.is_ok(), account);
        result
    }

    fn record_for(&self, action: AdminAction, succeeded: bool, account: Option<i64>) {
        let entry = AuditEntry::new(AuditEvent::Operator, action.outcome(succeeded));
        self.audit.record(&AuditEntry { account, ..entry });
    }
}
