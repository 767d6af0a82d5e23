//! Checkpoints of SQLite: copying the write-ahead log into the database.
//!
//! By default the commit that fills the log does that, and all other changes wait meanwhile. Here a connection that does not
//! write does it, beside the next changes. It can copy what is in the log when it begins. So the log keeps growing while
//! there are always changes, until a commit finds it full. That one has little left to copy.

use sqlx::AnyPool;
use tokio::sync::mpsc;

/// Number of transactions after which the length of the log is read.
const TRANSACTIONS_PER_READ: u32 = 8;
/// Number of pages of 4 KiB that were added to the log since it was last copied, at which it is copied again. Longer copies
/// delay the commits beside them for longer (docs/performance-server.md).
const PAGES_PER_COPY: i64 = 1024;

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
        if self.transactions == TRANSACTIONS_PER_READ {
            self.transactions = 0;
            // An error means that the task is about to be woken anyway, or that it has ended.
            _ = self.wake.try_send(());
        }
    }
}

async fn run(reader: AnyPool, mut woken: mpsc::Receiver<()>) {
    while woken.recv().await.is_some() {
        match copy_long_log(&reader).await {
            Ok(()) => {}
            Err(sqlx::Error::PoolClosed) => return,
            Err(error) => tracing::warn!(%error, "cannot copy the write-ahead log into the database"),
        }
    }
}

async fn copy_long_log(reader: &AnyPool) -> sqlx::Result<()> {
    // `NOOP` copies nothing. The columns: whether it failed, the pages of the log, and how many of them were copied.
    let status = sqlx::query_as("PRAGMA wal_checkpoint(NOOP)").fetch_one(reader).await?;
    let (_, in_log, copied): (i64, i64, i64) = status;
    if in_log - copied >= PAGES_PER_COPY {
        // `PASSIVE` waits for no other connection.
        sqlx::query("PRAGMA wal_checkpoint(PASSIVE)").execute(reader).await?;
    }
    Ok(())
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
        // Each of these transactions changes at least one page.
        for number in 0..PAGES_PER_COPY + i64::from(TRANSACTIONS_PER_READ) {
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
