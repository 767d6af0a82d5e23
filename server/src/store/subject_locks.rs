//! Locks of subjects, such as addresses. A subject needs no row of its own.
//!
//! On PostgreSQL these are the rows of a table, which all processes share, and several subjects may have the same one. A
//! transaction that waits for a row occupies a connection. So in each process the changes of one row wait for each other
//! before they take a connection. Otherwise many requests for one address would occupy them all. On SQLite every
//! transaction that writes waits for the others.

use std::sync::Arc;

use sqlx::AnyConnection;
use tokio::sync::{Mutex, MutexGuard};

use super::Store;
use super::writer::ChangeFuture;
use crate::crypto::secrets::Sha256Hash;
use crate::internal_error::InternalError;

/// Number of rows for subjects.
const SUBJECT_LOCKS: u16 = 1024;
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
        let Some(lock) = self.engine.lock_row() else { return Ok(()) };
        sqlx::query(lock).bind(row).execute(connection).await.map(drop)
    }
}
