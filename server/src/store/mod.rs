//! The database: every question and every change as one method, each change one transaction.
//!
//! Nothing outside this folder knows SQL. A change that depends on what it reads begins with `BEGIN IMMEDIATE`,
//! so that of several at once exactly one sees the old state.

mod accounts;
mod limits;
mod outbox;
mod recoveries;

use std::path::PathBuf;
use std::time::Duration;

use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Sqlite, Transaction};

use crate::fault::Fault;
pub(crate) use outbox::Errand;
pub(crate) use recoveries::{NewRecovery, Opened, Recovery, Spending, Standing};

/// How long a connection waits for another's write to end.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
const CONNECTIONS: u32 = 4;

/// Where accounts and recoveries are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Database {
    /// A SQLite file, created if it is missing.
    File(PathBuf),
    /// Memory: gone with the server.
    Memory,
}

/// The open database.
#[derive(Clone)]
pub(crate) struct Store {
    pool: SqlitePool,
}

impl Store {
    /// Opens the database and brings its tables up to date.
    pub(crate) async fn open(database: &Database) -> Result<Self, Fault> {
        let options = SqliteConnectOptions::new().foreign_keys(true).busy_timeout(BUSY_TIMEOUT);
        let pool = match database {
            Database::File(path) => {
                let options = options
                    .filename(path)
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    // A change that was answered with 200 must outlive a power cut.
                    .synchronous(SqliteSynchronous::Full);
                SqlitePoolOptions::new().max_connections(CONNECTIONS).connect_with(options).await?
            }
            // Each connection to memory is a database of its own: there must be one, and it must stay.
            Database::Memory => {
                SqlitePoolOptions::new()
                    .max_connections(1)
                    .idle_timeout(None)
                    .max_lifetime(None)
                    .test_before_acquire(false)
                    .connect_with(options.in_memory(true))
                    .await?
            }
        };
        sqlx::migrate!().run(&pool).await?;
        Ok(Self { pool })
    }

    /// Closes all connections, so that SQLite can fold its log back into the file.
    pub(crate) async fn close(&self) {
        self.pool.close().await;
    }

    async fn begin(&self) -> Result<Transaction<'static, Sqlite>, sqlx::Error> {
        self.pool.begin_with("BEGIN IMMEDIATE").await
    }
}
