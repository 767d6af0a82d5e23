//! What an operator does beside a running server, in the configured database.

use std::sync::Arc;

use secrecy::SecretString;

use crate::address::EmailAddress;
use crate::audit::{Entry, Event};
use crate::clock::SystemClock;
use crate::config::Config;
use crate::core::{AddUserError, Core};
use crate::fault::Fault;
use crate::mail::{Letters, Transport};
use crate::recovery::RequestRefused;
use crate::server::{StartError, open};
use crate::store::AccountEntry;

/// What an operator changed, or tried to.
#[derive(Debug, Clone, Copy)]
enum Action {
    AddAccount,
    AddAddress,
    Freeze,
    EnrolSecondFactor,
    RemoveSecondFactor,
    StartRecovery,
    TestMail,
    Prune,
}

impl Action {
    /// As the audit log names its success and its failure.
    fn outcome(self, succeeded: bool) -> &'static str {
        let (done, failed) = match self {
            Self::AddAccount => ("account_added", "account_add_failed"),
            Self::AddAddress => ("address_added", "address_add_failed"),
            Self::Freeze => ("account_frozen", "account_freeze_failed"),
            Self::EnrolSecondFactor => ("second_factor_enrolled", "second_factor_enrol_failed"),
            Self::RemoveSecondFactor => ("second_factor_removed", "second_factor_remove_failed"),
            Self::StartRecovery => ("recovery_started", "recovery_start_failed"),
            Self::TestMail => ("test_mail_sent", "test_mail_failed"),
            Self::Prune => ("pruned", "prune_failed"),
        };
        if succeeded { done } else { failed }
    }
}

/// Registers an account in the configured database without starting a server.
///
/// # Errors
/// When the address is no address or has an account, the password does not meet the policy, or the database cannot
/// be opened.
pub async fn add_user(config: &Config, email: &str, password: &str) -> Result<(), AddUserError> {
    config.check()?;
    let core = open(config, Arc::new(SystemClock)).await?;
    let added = core.add_user(email, password).await;
    note(
        &core,
        Action::AddAccount,
        added.is_ok(),
        core.account_of(email).await.ok().map(|account| account.id),
    );
    core.store.close().await;
    added
}

/// Forgets recoveries that ended a week ago, and limits and links that have ended; says how many recoveries there were.
/// A running server does the same every hour.
///
/// # Errors
/// When the configuration cannot be, or the database cannot be opened or written.
pub async fn prune(config: &Config) -> Result<u64, StartError> {
    config.check()?;
    let core = open(config, Arc::new(SystemClock)).await?;
    let pruned = core.prune().await;
    note(&core, Action::Prune, pruned.is_ok(), None);
    core.store.close().await;
    Ok(pruned?)
}

/// Writes down what was done, once it is known what became of it.
fn note(core: &Core, action: Action, succeeded: bool, account: Option<i64>) {
    core.record(&Entry { account, ..Entry::new(Event::Operator, action.outcome(succeeded)) });
}

/// Why an operator's command did nothing.
#[derive(Debug, thiserror::Error)]
pub enum OperatorError {
    /// The account is not there, or the address is none.
    #[error(transparent)]
    Account(#[from] AddUserError),
    /// The database or the mail cannot be opened.
    #[error(transparent)]
    Start(#[from] StartError),
    /// A second factor's secret must not lie open in the database.
    #[error("a second factor needs `passwords.pepper_file`: its secret must not lie open in the database")]
    NoPepper,
    /// The address was asked for a moment ago.
    #[error("a recovery was started a moment ago; wait {0} seconds")]
    TooSoon(u64),
}

impl<E: Into<Fault>> From<E> for OperatorError {
    fn from(error: E) -> Self {
        Self::Start(StartError::Fault(error.into()))
    }
}

/// The configured database, for one command.
pub struct Office {
    core: Core,
    config: Config,
}

impl Office {
    /// Opens it.
    ///
    /// # Errors
    /// When the configuration cannot be, or the database cannot be opened.
    pub async fn open(config: Config) -> Result<Self, StartError> {
        config.check()?;
        Ok(Self { core: open(&config, Arc::new(SystemClock)).await?, config })
    }

    /// Gives the account with the address `of` one more address. Notices go to all of them, and each can recover it.
    ///
    /// # Errors
    /// When there is no such account, or the new address is none or belongs to one already.
    pub async fn add_address(&self, of: &str, email: &str) -> Result<(), OperatorError> {
        let added = self.core.add_address(of, email).await;
        self.noted(Action::AddAddress, of, added.map_err(Into::into)).await
    }

    /// Every address of every account.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn accounts(&self) -> Result<Vec<AccountEntry>, OperatorError> {
        Ok(self.core.store.list_accounts().await?)
    }

    /// Freezes an account: nobody signs in until a recovery that is asked for from now on.
    ///
    /// # Errors
    /// When there is no such account.
    pub async fn freeze(&self, email: &str) -> Result<(), OperatorError> {
        let frozen = async {
            let account = self.core.account_of(email).await?;
            Ok(self.core.store.freeze(account.id, self.core.now()).await?)
        };
        self.noted(Action::Freeze, email, frozen.await).await
    }

    /// Gives an account a fresh second factor, in place of one that it may have. The `otpauth:` link is the secret: it
    /// goes into the person's authenticator app and nowhere else.
    ///
    /// # Errors
    /// When there is no such account, or no pepper is configured.
    pub async fn enrol_second_factor(&self, email: &str) -> Result<SecretString, OperatorError> {
        let enrolled = async {
            let account = self.core.account_of(email).await?;
            self.core.enrol_second_factor(account.id, email).await?.ok_or(OperatorError::NoPepper)
        };
        self.noted(Action::EnrolSecondFactor, email, enrolled.await).await
    }

    /// Takes an account's second factor away.
    ///
    /// # Errors
    /// When there is no such account.
    pub async fn remove_second_factor(&self, email: &str) -> Result<(), OperatorError> {
        let removed = async {
            let account = self.core.account_of(email).await?;
            Ok(self.core.store.set_totp_secret(account.id, None).await?)
        };
        self.noted(Action::RemoveSecondFactor, email, removed.await).await
    }

    /// Starts a recovery for somebody who cannot. A running server sends the mail; whoever receives it chooses the
    /// password, the operator never does (ASVS 6.4.6).
    ///
    /// # Errors
    /// When there is no such account, or a recovery was started a moment ago.
    pub async fn start_recovery(&self, email: &str) -> Result<(), OperatorError> {
        let started = self.open_recovery(email).await;
        self.noted(Action::StartRecovery, email, started).await
    }

    /// Sends a mail that says nothing, to see whether mail leaves.
    ///
    /// # Errors
    /// When the address is none, or the mail could not be handed over.
    pub async fn test_mail(&self, to: &str) -> Result<(), OperatorError> {
        let sent = self.send_test_mail(to).await;
        note(&self.core, Action::TestMail, sent.is_ok(), None);
        sent
    }

    /// Closes the database.
    pub async fn close(self) {
        self.core.store.close().await;
    }

    async fn open_recovery(&self, email: &str) -> Result<(), OperatorError> {
        self.core.account_of(email).await?;
        let address = EmailAddress::parse(email).ok_or(AddUserError::EmailInvalid)?;
        match self.core.start_recovery(&address).await {
            Err(RequestRefused::TooSoon { retry_after }) => Err(OperatorError::TooSoon(retry_after)),
            Err(RequestRefused::Fault(fault)) => Err(fault.into()),
            Ok(_) | Err(RequestRefused::ChallengeMissing) => Ok(()),
        }
    }

    async fn send_test_mail(&self, to: &str) -> Result<(), OperatorError> {
        let to = EmailAddress::parse(to).ok_or(AddUserError::EmailInvalid)?;
        let config = self.config.clone();
        let origin = config.public_origin.unwrap_or(config.link_base.clone());
        let transport = Transport::new(config.mail, &origin)?;
        let letters = Letters::new(config.product, config.link_base, origin)?;
        let now = self.core.now();
        transport.send("mail-test", letters.test(to.as_typed(), now)?).await?;
        Ok(())
    }

    /// Writes down what became of an action on the account with this address, and answers it.
    async fn noted<T>(
        &self,
        action: Action,
        email: &str,
        done: Result<T, OperatorError>,
    ) -> Result<T, OperatorError> {
        let account = self.core.account_of(email).await.ok().map(|account| account.id);
        note(&self.core, action, done.is_ok(), account);
        done
    }
}
