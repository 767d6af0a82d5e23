//! Checkpoints of SQLite: copying the write-ahead log into the database.
//!
//! By default the commit that fills the log does that, and all other changes wait meanwhile. Here a connection that does not
//! write does it, beside the next changes. It can copy what is in the log when it begins. So the log keeps growing while
//! there are always changes, until a commit finds it full. That one has little left to copy.

use sqlx::{AnyPool, Executor as _};
use tokio::sync::mpsc;

/// Number of transactions after which the log is copied. With 16, fewer emails were sent (docs/performance-server.md).
const TRANSACTIONS_PER_CHECKPOINT: u32 = 128;

/// Counts transactions, and wakes the task that copies the log.
pub(super) struct Checkpoints {
    transactions: u32,
    wake: mpsc::Sender<()>,
}

impl Checkpoints {
    /// Copies the log with a connection of `reader`, until this is dropped.
    pub(super) fn new(reader: AnyPool) -> Self {
        let (wake, woken) = mpsc::channel(1);
        tokio::spawn(run(reader, woken));
        Self { transactions: 0, wake }
    }

    /// Counts a transaction.
    pub(super) fn count_transaction(&mut self) {
        self.transactions += 1;
        if self.transactions == TRANSACTIONS_PER_CHECKPOINT {
            self.transactions = 0;
            // An error means that the task is about to be woken anyway, or that it has ended.
            _ = self.wake.try_send(());
        }
    }
}

async fn run(reader: AnyPool, mut woken: mpsc::Receiver<()>) {
    while woken.recv().await.is_some() {
        // `PASSIVE` waits for no other connection.
        match reader.execute("PRAGMA wal_checkpoint(PASSIVE)").await {
            Ok(_) => {}
            Err(sqlx::Error::PoolClosed) => return,
            Err(error) => tracing::warn!(%error, "cannot copy the write-ahead log into the database"),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::config::Database;
    use crate::store::Store;

    #[tokio::test]
    async fn log_is_copied_into_the_database_long_before_it_is_full() {
        const TEXT: &[u8] = b"a text that is found in the file";
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("test.db");
        let store = Store::open(&Database::File(file.clone())).await.unwrap();
        for number in 0..i64::from(2 * TRANSACTIONS_PER_CHECKPOINT) {
            let insert = move || {
                let insert = sqlx::query(
                    "INSERT INTO counters (subject, window_start, window_end, counted) VALUES ($1, $2, $2, 1)",
                );
                insert.bind(TEXT).bind(number)
            };
            store.execute(insert).await.unwrap();
        }
        let copied = async {
            while !std::fs::read(&file).unwrap().windows(TEXT.len()).any(|part| part == TEXT) {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(30), copied).await.unwrap();
    }
}
