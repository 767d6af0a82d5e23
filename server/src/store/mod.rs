//! The database. Every query is a method of [`Store`], and every change is one transaction.
//!
//! Nothing outside this folder contains SQL. SQLite and PostgreSQL run the same statements; the differences are behind
//! [`Engine`]. Several processes may share a database: limits, tries, redemptions and the claims of mails are decided by one
//! statement on one row, or under a lock.

mod accounts;
mod engine;
mod failures;
mod freezes;
mod keys;
mod limits;
mod outbox;
mod pruning;
mod recoveries;
mod requests;
mod sessions;
mod turns;

use std::sync::Arc;

use sqlx::any::AnyTransactionManager;
use sqlx::{Any, AnyPool, Connection as _, Executor as _, Transaction};
use sqlx_core::transaction::TransactionManager as _;

use crate::config::Database;
use crate::crypto::secrets::Sha256Hash;
use crate::domain::email_address::EmailAddress;
use crate::internal_error::InternalError;
pub(crate) use accounts::Account;
pub use accounts::AccountEntry;
use engine::Engine;
pub(crate) use freezes::NewFreezeToken;
pub(crate) use limits::CounterIncrement;
pub(crate) use outbox::{IssuedSecrets, MAX_EXCLUDED_DOMAINS, QueuedMail};
pub(crate) use recoveries::{Recovery, RecoveryStatus, Redemption};
pub(crate) use requests::{NewRecovery, OpenOutcome};
pub(crate) use sessions::ActiveSessions;

/// The open database.
#[derive(Clone)]
pub(crate) struct Store {
    pool: AnyPool,
    engine: Arc<dyn Engine>,
}

impl Store {
    /// Opens the database and runs its migrations.
    pub(crate) async fn open(database: &Database) -> Result<Self, InternalError> {
        let engine = engine::for_database(database);
        let pool = engine.connect().await?;
        engine.migrator().run(&pool).await?;
        let store = Self { pool, engine };
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
        self.pool.close().await;
    }

    /// Checks that the database responds.
    pub(crate) async fn ping(&self) -> Result<(), InternalError> {
        sqlx::query("SELECT 1").execute(&self.pool).await?;
        Ok(())
    }

    /// Begins a transaction that writes.
    async fn begin(&self) -> Result<Transaction<'static, Any>, sqlx::Error> {
        match self.pool.begin_with(self.engine.begin()).await {
            Err(sqlx::Error::InvalidSavePointStatement) => {
                self.reset_connection().await?;
                self.pool.begin_with(self.engine.begin()).await
            }
            transaction => transaction,
        }
    }

    /// Resets a connection after SQLite has rolled back its transaction, which it does by itself if it cannot write, for
    /// example to a full disk. sqlx still counts that transaction as open and would begin no other one. The transaction
    /// that is opened here replaces it, and rolling it back resets the state of both.
    async fn reset_connection(&self) -> Result<(), sqlx::Error> {
        let mut connection = self.pool.acquire().await?;
        if connection.is_in_transaction() {
            connection.execute("BEGIN").await?;
            AnyTransactionManager::rollback(&mut connection).await?;
        }
        Ok(())
    }

    /// Locks a subject until `transaction` ends. The subject needs no row.
    async fn lock_subject(
        &self,
        transaction: &mut Transaction<'_, Any>,
        subject: &Sha256Hash,
    ) -> Result<(), sqlx::Error> {
        let [a, b, c, d, e, f, g, h, ..] = *subject;
        sqlx::query(self.engine.lock_subject())
            .bind(i64::from_be_bytes([a, b, c, d, e, f, g, h]))
            .execute(&mut **transaction)
            .await
            .map(drop)
    }

    /// Locks an account until `transaction` ends. Returns whether the account exists.
    async fn lock_account(
        &self,
        transaction: &mut Transaction<'_, Any>,
        account_id: i64,
    ) -> Result<bool, sqlx::Error> {
        let found = sqlx::query(self.engine.lock_account())
            .bind(account_id)
            .fetch_optional(&mut **transaction)
            .await?;
        Ok(found.is_some())
    }
}
