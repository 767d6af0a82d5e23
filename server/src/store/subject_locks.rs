//! Locks of subjects, such as addresses. A subject needs no row of its own.
//!
//! On PostgreSQL these are the rows of a table, which all processes share, and several subjects may have the same one. A
//! transaction that waits for a row occupies a connection. So in each process the changes of one row wait for each other
//! before they take a connection. Otherwise many changes of one address would occupy them all. Only the transaction of
//! several requests locks rows without that: there is one at a time. On SQLite every transaction that writes waits for the
//! others.

use std::collections::BTreeSet;
use std::sync::Arc;

use sqlx::{AnyConnection, AssertSqlSafe};
use tokio::sync::{Mutex, MutexGuard};

use super::Store;
use super::engine::Engine;
use super::rows::{padded_keys, parameters};
use super::writer::ChangeFuture;
use crate::crypto::secrets::Sha256Hash;
use crate::internal_error::InternalError;

/// Number of rows for subjects. There are many, so that two transactions that lock 64 subjects each seldom have one in
/// common.
const SUBJECT_LOCKS: u16 = 16_384;
/// The row for giving turns and claiming emails, after those for subjects.
const TURNS_LOCK: i64 = SUBJECT_LOCKS as i64;

/// The locks within this process, one for each row. None if every transaction that writes waits for the others.
#[derive(Clone, Default)]
pub(super) struct ProcessLocks(Arc<[Mutex<()>]>);

impl ProcessLocks {
    /// A lock for each row.
    pub(super) fn for_rows() -> Self {
        Self((0..SUBJECT_LOCKS).map(|_| Mutex::default()).collect())
    }

    async fn lock(&self, subject: &Sha256Hash) -> Option<MutexGuard<'_, ()>> {
        Some(self.0.get(usize::from(row_of(subject)))?.lock().await)
    }
}

fn row_of(subject: &Sha256Hash) -> u16 {
    let [.., high, low] = *subject;
    u16::from_be_bytes([high, low]) % SUBJECT_LOCKS
}

impl Store {
    /// Runs a change of this subject as [`write`](Self::write) does, in a transaction that locks the subject until it ends.
    /// It locks no other one, so that two transactions cannot wait for each other.
    pub(super) async fn write_subject<T, F>(
        &self,
        subject: &Sha256Hash,
        change: F,
    ) -> Result<T, InternalError>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut AnyConnection) -> ChangeFuture<'c, T> + Clone + Send + 'static,
    {
        let _lock = self.process_locks.lock(subject).await;
        let (store, row) = (self.clone(), i64::from(row_of(subject)));
        self.write(move |connection| {
            Box::pin(async move {
                store.lock_row(connection, row).await?;
                change(connection).await
            })
        })
        .await
    }

    /// Excludes other processes from giving turns and claiming emails until the transaction ends.
    pub(super) async fn lock_turns(&self, connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
        self.lock_row(connection, TURNS_LOCK).await
    }

    async fn lock_row(&self, connection: &mut AnyConnection, row: i64) -> Result<(), sqlx::Error> {
        lock_rows(connection, &*self.engine, vec![row]).await
    }
}

/// Locks several subjects until the transaction ends. They are locked in the order of their rows, so that two transactions
/// cannot wait for each other. Beyond [`MAX_KEYS`](super::rows::MAX_KEYS) rows, there is a statement for each part of them.
pub(super) async fn lock_subjects(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    subjects: impl Iterator<Item = &Sha256Hash>,
) -> Result<(), sqlx::Error> {
    let rows: BTreeSet<i64> = subjects.map(|subject| i64::from(row_of(subject))).collect();
    lock_rows(connection, engine, rows.into_iter().collect()).await
}

/// Locks rows, which are in their order.
async fn lock_rows(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    rows: Vec<i64>,
) -> Result<(), sqlx::Error> {
    for rows in padded_keys(&rows) {
        let Some(statement) = engine.lock_rows(&parameters(1, rows.len())) else { return Ok(()) };
        let mut lock = sqlx::query(AssertSqlSafe(statement));
        for row in rows {
            lock = lock.bind(row);
        }
        lock.execute(&mut *connection).await?;
    }
    Ok(())
}
