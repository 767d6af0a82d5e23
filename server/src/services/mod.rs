//! The operations of the server, independent of HTTP: recovering an account, signing in, administration, and the
//! background work that belongs to them.

pub(crate) mod admin;
pub(crate) mod authenticator;
mod new_password;
pub(crate) mod outbox;
mod pruning;
pub(crate) mod rate_limiter;
pub(crate) mod readiness;
pub(crate) mod recovery;
mod second_factor;
mod tries;

use std::sync::Arc;

use latchkey_client::breach::BreachList;
use latchkey_core::service::CallError;

use crate::audit::AuditLog;
use crate::config::{Config, ConfigError};
use crate::crypto::code_key::CodeKey;
use crate::crypto::pepper::Pepper;
use crate::domain::clock::Clock;
use crate::internal_error::InternalError;
use crate::metrics::Metrics;
use crate::passwords::{CpuPool, PasswordHasher};
use crate::store::Store;
use admin::AdminService;
use authenticator::Authenticator;
use new_password::NewPasswordValidator;
use outbox::{MailQueue, OutboxStatus};
use pruning::Pruner;
use recovery::{AccountLocks, RecoveryService};
pub(crate) use second_factor::SecondFactorRejection;
use second_factor::SecondFactors;

/// Why the services cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The configuration is invalid.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The client for the list of breached passwords cannot be built.
    #[error("list of breached passwords: {0}")]
    BreachList(#[from] CallError),
    /// The database or the audit log cannot be opened.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

/// The services on one database.
pub(crate) struct Services {
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) audit: AuditLog,
    pub(crate) metrics: Metrics,
    pub(crate) code_key: Arc<CodeKey>,
    pub(crate) recovery: Arc<RecoveryService>,
    pub(crate) authenticator: Arc<Authenticator>,
    pub(crate) admin: AdminService,
    pub(crate) pruner: Pruner,
    pub(crate) outbox: OutboxStatus,
    pub(crate) mail_queue: MailQueue,
}

impl Services {
    /// Validates the configuration and opens the database.
    pub(crate) async fn open(config: &Config, clock: Arc<dyn Clock>) -> Result<Self, OpenError> {
        config.check()?;
        let metrics = Metrics::new();
        let store = Store::open(&config.database).await?;
        let pepper = config.pepper.clone().map(Arc::new);
        let hasher = PasswordHasher::new(&config.hashing, config.pepper.clone())?;
        hasher.add_costs_of(&store.hash_of_each_cost().await?)?;
        let audit = AuditLog::open(config.audit_file.as_deref(), metrics.clone(), Arc::clone(&clock))?;
        let code_key = Arc::new(open_code_key(pepper.as_deref(), &store).await?);
        let second_factors = SecondFactors {
            store: store.clone(),
            clock: Arc::clone(&clock),
            audit: audit.clone(),
            pepper: pepper.clone(),
            issuer: config.product.name.as_str().into(),
        };
        let new_passwords = new_password_validator(config, &hasher, &audit)?;
        let mail_queue = MailQueue::default();
        let authenticator = Authenticator {
            store: store.clone(),
            // Sign-ins and recoveries have separate queues, so that many of one do not delay the other.
            hasher: hasher.sharing_threads(),
            clock: Arc::clone(&clock),
            pepper,
            code_key: Arc::clone(&code_key),
            second_factors: second_factors.clone(),
        };
        let recovery = Arc::new(RecoveryService {
            store: store.clone(),
            clock: Arc::clone(&clock),
            binding: config.binding,
            resend_after: config.limits.resend_after,
            code_key: Arc::clone(&code_key),
            hasher,
            new_passwords: new_passwords.clone(),
            second_factors: second_factors.clone(),
            reset_locks: AccountLocks::default(),
            mail_queue: mail_queue.clone(),
        });
        let outbox = OutboxStatus { store: store.clone(), clock: Arc::clone(&clock) };
        let pruner = Pruner { store: store.clone(), clock: Arc::clone(&clock) };
        let admin = AdminService {
            store: store.clone(),
            clock: Arc::clone(&clock),
            audit: audit.clone(),
            new_passwords,
            second_factors,
            recovery: Arc::clone(&recovery),
            pruner: pruner.clone(),
            mail: config.mail.clone(),
            product: config.product.clone(),
            link_base: config.link_base.clone(),
            public_origin: config.public_origin.clone(),
        };
        Ok(Self {
            store,
            clock,
            audit,
            metrics,
            code_key,
            recovery,
            authenticator: Arc::new(authenticator),
            admin,
            pruner,
            outbox,
            mail_queue,
        })
    }
}

fn new_password_validator(
    config: &Config,
    hasher: &PasswordHasher,
    audit: &AuditLog,
) -> Result<NewPasswordValidator, CallError> {
    Ok(NewPasswordValidator {
        hasher: hasher.clone(),
        rules_pool: CpuPool::of_half_the_cores(),
        rules: config.new_passwords,
        product_name: config.product.name.as_str().into(),
        breach_list: config.breach_list.clone().map(BreachList::new).transpose()?,
        audit: audit.clone(),
    })
}

/// Name of the key of mailed codes in the database.
const CODE_KEY_NAME: &str = "mailed codes";

/// The key of mailed codes, which all servers with the same database and pepper share.
async fn open_code_key(pepper: Option<&Pepper>, store: &Store) -> Result<CodeKey, InternalError> {
    if let Some(pepper) = pepper {
        return Ok(CodeKey::new(pepper.code_key()));
    }
    let mut generated = [0; CodeKey::BYTES];
    getrandom::fill(&mut generated)?;
    Ok(CodeKey::new(store.server_key(CODE_KEY_NAME, &generated).await?.into()))
}
