//! The database: every question and every change as one method, each change one transaction.
//!
//! Nothing outside this folder knows SQL. All of it is written once, in the words that SQLite and PostgreSQL share;
//! what the two do not share is behind [`Engine`]. Whatever several processes must agree on (limits, tries, what is
//! spent, who sends which mail) is decided by one statement on one row, or behind one row's lock.

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

use std::sync::Arc;

use sqlx::any::AnyTransactionManager;
use sqlx::{Any, AnyPool, Connection as _, Executor as _, Transaction};
use sqlx_core::transaction::TransactionManager as _;

use crate::address::EmailAddress;
use crate::fault::Fault;
use crate::secrets::Fingerprint;
pub(crate) use accounts::Account;
pub use accounts::AccountEntry;
pub use engine::Database;
use engine::Engine;
pub(crate) use freezes::NewFreezeToken;
pub(crate) use outbox::{Arming, QueuedMail};
pub(crate) use recoveries::{Recovery, Spending, Standing};
pub(crate) use requests::{NewRecovery, Opened};
pub(crate) use sessions::LivingSessions;

/// The open database.
#[derive(Clone)]
pub(crate) struct Store {
    pool: AnyPool,
    engine: Arc<dyn Engine>,
}

impl Store {
    /// Opens the database and brings its tables up to date.
    pub(crate) async fn open(database: &Database) -> Result<Self, Fault> {
        let engine = engine::of(database);
        let pool = engine.connect().await?;
        engine.migrator().run(&pool).await?;
        let store = Self { pool, engine };
        let key_of = |email: &str| EmailAddress::parse(email).map(|address| address.key());
        let left = store.update_address_keys(key_of).await?;
        if left > 0 {
            tracing::warn!(addresses = left, "registered twice in different spellings; only one is found");
        }
        Ok(store)
    }

    /// Closes all connections, so that SQLite can fold its log back into the file.
    pub(crate) async fn close(&self) {
        self.pool.close().await;
    }

    /// Whether the database answers.
    pub(crate) async fn ping(&self) -> Result<(), sqlx::Error> {
        sqlx::query("SELECT 1").execute(&self.pool).await.map(drop)
    }

    /// Begins a transaction that changes something.
    async fn begin(&self) -> Result<Transaction<'static, Any>, sqlx::Error> {
        match self.pool.begin_with(self.engine.begin()).await {
            Err(sqlx::Error::InvalidSavePointStatement) => {
                self.end_lost_transaction().await?;
                self.pool.begin_with(self.engine.begin()).await
            }
            begun => begun,
        }
    }

    /// SQLite ends a transaction by itself when it cannot write, because the disk is full for example. sqlx counts it
    /// as open for ever, and begins no other one on that connection. A new one takes its place, and both end it.
    async fn end_lost_transaction(&self) -> Result<(), sqlx::Error> {
        let mut connection = self.pool.acquire().await?;
        if connection.is_in_transaction() {
            connection.execute("BEGIN").await?;
            AnyTransactionManager::rollback(&mut connection).await?;
        }
        Ok(())
    }

    /// Makes others that lock the same subject wait until `transaction` ends. There need be no row for it.
    async fn lock_subject(
        &self,
        transaction: &mut Transaction<'_, Any>,
        subject: &Fingerprint,
    ) -> Result<(), sqlx::Error> {
        let [a, b, c, d, e, f, g, h, ..] = *subject;
        sqlx::query(self.engine.lock_subject())
            .bind(i64::from_be_bytes([a, b, c, d, e, f, g, h]))
            .execute(&mut **transaction)
            .await
            .map(drop)
    }

    /// Makes other changes of this account wait until `transaction` ends. False if there is no such account.
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
