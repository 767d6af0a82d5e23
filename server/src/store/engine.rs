//! The differences between SQLite and PostgreSQL.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use secrecy::{ExposeSecret as _, SecretString};
use sqlx::any::AnyPoolOptions;
use sqlx::migrate::Migrator;
use sqlx::{AnyConnection, AnyPool, Connection as _, Executor as _};

use super::checkpoints::Checkpoints;
use super::migrations;
use super::writer::Writer;
use crate::config::Database;
use crate::internal_error::InternalError;
use crate::private_file;

/// Maximum number of connections to PostgreSQL per process that write. A PostgreSQL server allows 100 connections by
/// default.
const MAX_POSTGRES_WRITERS: u32 = 8;
/// Maximum number of connections that only read. Changes that wait for a lock can occupy all the others.
const MAX_POSTGRES_READERS: u32 = 2;

/// Number of connections that read a SQLite file, each of which has a thread.
const SQLITE_READERS: u32 = 4;

/// Settings of the connection that writes to a SQLite file.
///
/// - `synchronous = FULL`: a committed change survives a power failure.
/// - `temp_store = MEMORY`: the original pages of a savepoint are kept in memory. By default they are written to a
///   temporary file.
/// - `wal_autocheckpoint`: the length of the write-ahead log, in pages of 4 KiB, at which a commit copies it into the
///   database. The default is 1000. [`Checkpoints`] copy most of it before.
/// - `cache_size`: in KiB, negative by SQLite's convention.
const SQLITE_WRITER_SETTINGS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; \
                                      PRAGMA wal_autocheckpoint = 65536; PRAGMA cache_size = -8192";

/// Removes what `ANALYZE` has stored. SQLite uses the indexes that are made for the statements if it has no statistics.
/// After an `ANALYZE` of a table with few rows it reads the whole table, even when that has grown.
const DROP_SQLITE_STATISTICS: &str = "DROP TABLE IF EXISTS sqlite_stat1; DROP TABLE IF EXISTS sqlite_stat4";

/// Characters that are percent-encoded in the path of a database URL.
const PATH_ENCODE_SET: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_');

/// A database system.
#[async_trait]
pub(super) trait Engine: Send + Sync {
    /// Connects to the database.
    async fn connect(&self) -> Result<AnyPool, InternalError>;
    /// The connections for queries that only read, beside those of [`connect`](Self::connect).
    async fn connect_reader(&self, pool: &AnyPool) -> Result<AnyPool, InternalError>;
    /// Runs changes on the connections of [`connect`](Self::connect). `reader` has those of
    /// [`connect_reader`](Self::connect_reader).
    fn writer(&self, pool: &AnyPool, reader: &AnyPool) -> Writer;
    /// The migrations.
    fn migrator(&self) -> Migrator;
    /// Selects account `$1` and locks it until the transaction ends.
    fn lock_account(&self) -> &'static str;
    /// Takes locks of the table of locks in the order of their ids, until the transaction ends. `ids` are the parameters
    /// with the ids, in parentheses. `None` if every transaction that writes waits for the others.
    fn lock_rows(&self, ids: &str) -> Option<String>;
    /// Whether the parameters of long statements have numbers. sqlx asks SQLite for the name of each parameter that has one,
    /// which SQLite finds by a search through all of them.
    fn numbers_parameters(&self) -> bool;
    /// One statement that runs all of these, which saves round trips. Numbered parameters are the same in all of them, and
    /// parameters without a number are bound in the order of the statements. None may read what another one changes. A row
    /// can refer to one that an earlier statement inserts: PostgreSQL, which may run them in another order, checks foreign
    /// keys after all of them. They return no rows.
    fn together(&self, statements: &[&str]) -> String;
    /// Selects, for the first `$1` domains, the position that `waiting_domains` names, and the positions of the first
    /// `$2` + 1 emails that wait.
    fn select_first_mails(&self) -> &'static str;
    /// Selects one password hash for each set of parameters. A hash is `$argon2id$v=19$parameters$salt$output`.
    fn hash_of_each_cost(&self) -> &'static str;
}

/// The engine for a database.
pub(super) fn for_database(database: &Database) -> Arc<dyn Engine> {
    sqlx::any::install_default_drivers();
    match database {
        Database::File(path) => Arc::new(Sqlite { file: Some(path.clone()) }),
        Database::Memory => Arc::new(Sqlite { file: None }),
        Database::Postgres(url) => Arc::new(Postgres { url: url.clone() }),
    }
}

struct Sqlite {
    file: Option<PathBuf>,
}

fn sqlite_url(path: &Path) -> String {
    format!("sqlite:{}?mode=rwc", utf8_percent_encode(&path.to_string_lossy(), PATH_ENCODE_SET))
}

/// Creates the file if it is missing, since SQLite would create it readable for everyone. SQLite's auxiliary files get the
/// permissions of the database file, but may already exist.
fn make_private(path: &Path) -> std::io::Result<()> {
    private_file::open_append(path)?;
    for suffix in ["-wal", "-shm"] {
        let file = PathBuf::from(format!("{}{suffix}", path.display()));
        if file.exists() {
            private_file::open_append(&file)?;
        }
    }
    Ok(())
}

#[async_trait]
impl Engine for Sqlite {
    async fn connect(&self) -> Result<AnyPool, InternalError> {
        // There is one connection: SQLite allows one writer at a time, and waits for its lock by polling, which can starve a
        // connection. The queue of the writer is fair. In memory each connection would be a separate database, so there
        // must be exactly one, which must never be closed.
        let options = AnyPoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
        // A connection to a file cannot be lost, so it need not be tested.
        let options = options.test_before_acquire(false);
        let Some(path) = &self.file else {
            return Ok(options.connect("sqlite::memory:").await?);
        };
        make_private(path).map_err(InternalError::DatabaseFile)?;
        // With a connection of its own, because one that has read the statistics keeps them.
        let mut connection = AnyConnection::connect(&sqlite_url(path)).await?;
        connection.execute(DROP_SQLITE_STATISTICS).await?;
        connection.close().await?;
        let options = options.after_connect(|connection, _| {
            // By default sqlx waits five seconds for the lock of another process and enforces foreign keys.
            Box::pin(async move { connection.execute(SQLITE_WRITER_SETTINGS).await.map(drop) })
        });
        Ok(options.connect(&sqlite_url(path)).await?)
    }

    /// With a write-ahead log, readers wait for no writer and see what was committed before.
    async fn connect_reader(&self, pool: &AnyPool) -> Result<AnyPool, InternalError> {
        let Some(path) = &self.file else { return Ok(pool.clone()) };
        let options =
            AnyPoolOptions::new().max_connections(SQLITE_READERS).idle_timeout(None).max_lifetime(None);
        let options = options.test_before_acquire(false).after_connect(|connection, _| {
            Box::pin(async move { connection.execute("PRAGMA query_only = ON").await.map(drop) })
        });
        Ok(options.connect(&sqlite_url(path)).await?)
    }

    /// `IMMEDIATE` takes the write lock at once, so that no other process can change what the transaction reads.
    fn writer(&self, pool: &AnyPool, reader: &AnyPool) -> Writer {
        let checkpoints = self.file.is_some().then(|| Checkpoints::new(reader.clone()));
        Writer::in_batches(pool.clone(), "BEGIN IMMEDIATE", checkpoints)
    }

    fn migrator(&self) -> Migrator {
        migrations::sqlite()
    }

    fn lock_account(&self) -> &'static str {
        "SELECT id FROM accounts WHERE id = $1"
    }

    /// The transaction already has the write lock.
    fn lock_rows(&self, _: &str) -> Option<String> {
        None
    }

    fn numbers_parameters(&self) -> bool {
        false
    }

    fn together(&self, statements: &[&str]) -> String {
        statements.join(";")
    }

    /// SQLite has no `LATERAL`. The emails are joined by their ids, because SQLite searches a range of turns and ids by the
    /// turn only, and many emails can have the same turn.
    fn select_first_mails(&self) -> &'static str {
        "SELECT first_domains.domain_key, first_domains.turn AS named_turn, mail_id AS named_id, outbox.turn, outbox.id
         FROM (
             SELECT domain_key, turn, mail_id FROM waiting_domains ORDER BY turn, mail_id LIMIT $1
         ) AS first_domains
         LEFT JOIN outbox ON outbox.id IN (
             SELECT mails.id FROM outbox AS mails
             WHERE mails.domain_key = first_domains.domain_key AND mails.turn IS NOT NULL
               AND mails.claimed_until IS NULL
               AND (mails.turn, mails.id) >= (first_domains.turn, first_domains.mail_id)
             ORDER BY mails.turn, mails.id LIMIT $2 + 1
         )"
    }

    fn hash_of_each_cost(&self) -> &'static str {
        // The parameters start at character 16.
        "SELECT min(password_hash) FROM accounts
         GROUP BY substr(password_hash, 16, instr(substr(password_hash, 16), '$') - 1)"
    }
}

/// Begins a transaction with limits. PostgreSQL ends the transaction of a process that was stopped, so that its locks stop
/// nobody for longer, and a statement fails if somebody else holds a lock. They are set here because PgBouncer rejects them
/// as options of a connection.
///
/// `enable_seqscan`: the plan of a prepared statement is kept until the statistics of its tables change, and most plans are
/// made while the tables are small, when reading a whole table is cheapest. So that is the last choice. It also makes
/// PostgreSQL compile a statement that has no index, for a tenth of a second. Only the start and the hourly pruning have
/// one.
const BEGIN_POSTGRES: &str = "BEGIN; SET LOCAL idle_in_transaction_session_timeout = '10s'; \
                              SET LOCAL lock_timeout = '15s'; SET LOCAL enable_seqscan = off";
/// The same setting for connections that read without a transaction. PgBouncer keeps it for the next client of a connection,
/// which is the same user of the same database.
const READER_SETTINGS_POSTGRES: &str = "SET enable_seqscan = off";

struct Postgres {
    url: SecretString,
}

#[async_trait]
impl Engine for Postgres {
    async fn connect(&self) -> Result<AnyPool, InternalError> {
        let options = AnyPoolOptions::new().max_connections(MAX_POSTGRES_WRITERS);
        Ok(options.connect(self.url.expose_secret()).await?)
    }

    async fn connect_reader(&self, _: &AnyPool) -> Result<AnyPool, InternalError> {
        let options = AnyPoolOptions::new().max_connections(MAX_POSTGRES_READERS);
        let options = options.after_connect(|connection, _| {
            Box::pin(async move { connection.execute(READER_SETTINGS_POSTGRES).await.map(drop) })
        });
        Ok(options.connect(self.url.expose_secret()).await?)
    }

    /// The isolation level "read committed" is sufficient: every transaction first updates or locks the row that decides, so
    /// a concurrent one waits there and then sees the result. With a stricter level it fails there, and is retried.
    fn writer(&self, pool: &AnyPool, _: &AnyPool) -> Writer {
        Writer::Transactions(pool.clone(), BEGIN_POSTGRES)
    }

    fn migrator(&self) -> Migrator {
        migrations::postgres()
    }

    fn lock_account(&self) -> &'static str {
        // Not `FOR UPDATE`, for which a recovery that is given this account waits: it locks the key that it refers to.
        "SELECT id FROM accounts WHERE id = $1 FOR NO KEY UPDATE"
    }

    fn lock_rows(&self, ids: &str) -> Option<String> {
        Some(format!("SELECT id FROM subject_locks WHERE id IN {ids} ORDER BY id FOR UPDATE"))
    }

    fn numbers_parameters(&self) -> bool {
        true
    }

    fn together(&self, statements: &[&str]) -> String {
        let Some((last, others)) = statements.split_last() else { return String::new() };
        let with = others.iter().enumerate().map(|(number, statement)| format!("s{number} AS ({statement})"));
        let with = with.collect::<Vec<_>>().join(", ");
        if with.is_empty() { (*last).to_owned() } else { format!("WITH {with} {last}") }
    }

    /// A join without `LATERAL` may read all emails, because PostgreSQL plans the statement while there are few.
    fn select_first_mails(&self) -> &'static str {
        "SELECT domain_key, named_turn, named_id, first_mails.turn, first_mails.id
         FROM (
             SELECT domain_key, turn AS named_turn, mail_id AS named_id FROM waiting_domains
             ORDER BY turn, mail_id LIMIT $1
         ) AS first_domains
         LEFT JOIN LATERAL (
             SELECT outbox.turn, outbox.id FROM outbox
             WHERE outbox.domain_key = first_domains.domain_key AND outbox.turn IS NOT NULL AND claimed_until IS NULL
               AND (outbox.turn, outbox.id) >= (named_turn, named_id)
             ORDER BY outbox.turn, outbox.id LIMIT $2 + 1
         ) AS first_mails ON true"
    }

    fn hash_of_each_cost(&self) -> &'static str {
        "SELECT min(password_hash) FROM accounts GROUP BY split_part(password_hash, '$', 4)"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_characters_in_a_path_are_encoded() {
        assert_eq!(sqlite_url(Path::new("/a b/c?d#e%.db")), "sqlite:/a%20b/c%3Fd%23e%25.db?mode=rwc");
    }
}
