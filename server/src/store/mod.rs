//! The database. Every query is a method of [`Store`], and every change is one transaction.
//!
//! Nothing outside this folder contains SQL. SQLite and PostgreSQL run the same statements; the differences are behind
//! [`Engine`]. Several processes may share a database: limits, tries, redemptions and the claims of emails are decided by
//! one statement on one row, or under a lock.
//!
//! Some conditions are always true, such as `scheduled_at >= 0`. They are conditions of the indexes that these statements
//! must use, and that no other statement may use (migration 0020).

mod accounts;
mod checkpoints;
mod claims;
mod counters;
mod engine;
mod failures;
mod freezes;
mod from_row;
mod keys;
mod lookups;
mod mail_changes;
mod migrations;
mod outbox;
mod pruning;
mod recoveries;
mod recovery;
mod requests;
mod retry;
mod rows;
mod sessions;
mod shared_transactions;
mod subject_locks;
mod turns;
mod waiting_domains;
mod writer;

use std::sync::Arc;

use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, AnyPool};

use crate::config::Database;
use crate::crypto::secrets::Sha256Hash;
use crate::domain::email_address::EmailAddress;
use crate::internal_error::InternalError;
pub(crate) use accounts::Account;
pub use accounts::AccountEntry;
pub(crate) use counters::CounterIncrement;
use engine::Engine;
pub(crate) use freezes::NewFreezeToken;
use lookups::Lookups;
use mail_changes::FinishedMail;
pub(crate) use mail_changes::IssuedSecrets;
pub(crate) use outbox::QueuedMail;
pub(crate) use recoveries::Redemption;
pub(crate) use recovery::{Recovery, RecoveryStatus};
pub(crate) use requests::{NewRecovery, OpenOutcome};
pub(crate) use sessions::ActiveSessions;
use shared_transactions::SharedTransactions;
use subject_locks::ProcessLocks;
use writer::{ChangeFuture, Writer};

/// Number of statements that answer lookups at the same time. With two, a slow one delays only those that it answers; more
/// are not faster (docs/performance-server.md).
const LOOKUP_TASKS: usize = 2;

/// The open database.
#[derive(Clone)]
pub(crate) struct Store {
    /// Connections that only read.
    reader: AnyPool,
    /// Connections that write.
    pool: AnyPool,
    writer: Writer,
    recoveries_by_token: Lookups<Sha256Hash, Recovery>,
    requests: SharedTransactions<NewRecovery>,
    issued_secrets: SharedTransactions<IssuedSecrets>,
    finished_mails: SharedTransactions<FinishedMail>,
    increments: SharedTransactions<CounterIncrement>,
    process_locks: ProcessLocks,
    engine: Arc<dyn Engine>,
}

impl Store {
    /// Opens the database and runs its migrations.
    pub(crate) async fn open(database: &Database) -> Result<Self, InternalError> {
        let engine = engine::for_database(database);
        let pool = engine.connect().await?;
        engine.migrator().run(&pool).await?;
        let reader = engine.connect_reader(&pool).await?;
        let writer = engine.writer(&pool, &reader);
        let of_lookups = reader.clone();
        let recoveries_by_token = Lookups::new(LOOKUP_TASKS, move |token_hashes| {
            recoveries::find_by_tokens(of_lookups.clone(), token_hashes)
        });
        let process_locks = engine.lock_rows("($1)").map(|_| ProcessLocks::for_rows()).unwrap_or_default();
        let store = Self {
            reader,
            pool,
            requests: SharedTransactions::new(&writer, &engine),
            issued_secrets: SharedTransactions::new(&writer, &engine),
            finished_mails: SharedTransactions::new(&writer, &engine),
            increments: SharedTransactions::new(&writer, &engine),
            writer,
            recoveries_by_token,
            process_locks,
            engine,
        };
        let key_of = |email: &str| EmailAddress::parse(email).map(|address| address.key());
        let duplicates = store.update_address_keys(key_of).await?;
        if duplicates > 0 {
            tracing::warn!(
                duplicates,
                "addresses are registered twice in different spellings; only one of each is used"
            );
        }
        Ok(store)
    }

    /// Closes all connections, so that SQLite merges its write-ahead log into the file.
    pub(crate) async fn close(&self) {
        self.reader.close().await;
        self.pool.close().await;
    }

    /// Checks that the database responds.
    pub(crate) async fn ping(&self) -> Result<(), InternalError> {
        sqlx::query("SELECT 1").execute(&self.reader).await?;
        Ok(())
    }

    /// Runs a change in a transaction. It is committed if the result is `Ok`, and durable when this method returns.
    async fn write<T, F>(&self, change: F) -> Result<T, InternalError>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut AnyConnection) -> ChangeFuture<'c, T> + Clone + Send + 'static,
    {
        self.writer.run(change).await
    }

    /// Runs a change of one statement. Returns the number of affected rows.
    async fn execute<F>(&self, statement: F) -> Result<u64, InternalError>
    where
        F: FnOnce() -> Query<'static, Any, AnyArguments> + Clone + Send + 'static,
    {
        self.writer.execute(statement).await
    }

    /// Locks an account until the transaction ends. Returns whether the account exists.
    async fn lock_account(
        &self,
        connection: &mut AnyConnection,
        account_id: i64,
    ) -> Result<bool, sqlx::Error> {
        let found =
            sqlx::query(self.engine.lock_account()).bind(account_id).fetch_optional(connection).await?;
        Ok(found.is_some())
    }
}

#[cfg(test)]
pub(crate) mod tests;
