//! What SQLite and PostgreSQL do not have in common.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use secrecy::{ExposeSecret as _, SecretString};
use sqlx::any::AnyPoolOptions;
use sqlx::migrate::Migrator;
use sqlx::{AnyPool, Executor as _};

use crate::fault::Fault;
use crate::private_file;

/// How many connections one process opens to PostgreSQL: a fair share of the hundred that a server allows by default.
const POSTGRES_CONNECTIONS: u32 = 10;

/// What may stand unencoded in the path of a database URL.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_');

/// Where accounts and recoveries are kept.
#[derive(Clone)]
pub enum Database {
    /// A SQLite file, created if it is missing.
    File(PathBuf),
    /// Memory: gone with the server.
    Memory,
    /// A PostgreSQL database, as `postgres://USER@HOST/NAME`, which may hold a password. Several servers may share it.
    Postgres(SecretString),
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => f.debug_tuple("File").field(path).finish(),
            Self::Memory => f.write_str("Memory"),
            Self::Postgres(_) => f.write_str("Postgres(…)"),
        }
    }
}

/// `$lock`: what keeps two processes from taking the same row.
macro_rules! claim_mail {
    ($lock:literal) => {
        concat!(
            "UPDATE outbox SET claimed_until = $2 WHERE id = ( \
                 SELECT id FROM outbox \
                 WHERE (next_attempt_at <= $1 OR scheduled_at > $1) \
                   AND (claimed_until IS NULL OR claimed_until <= $1 OR claimed_until > $3) \
                   AND (domain_key IS NULL OR domain_key NOT IN ($4, $5, $6)) \
                 ORDER BY id LIMIT 1",
            $lock,
            ") RETURNING id"
        )
    };
}

/// One kind of database.
#[async_trait]
pub(super) trait Engine: Send + Sync {
    /// Opens it.
    async fn connect(&self) -> Result<AnyPool, Fault>;
    /// Its tables.
    fn migrator(&self) -> Migrator;
    /// Begins a transaction that reads and then changes what it has read.
    fn begin(&self) -> &'static str;
    /// Finds account `$1`, and keeps others from changing it until the transaction ends.
    fn lock_account(&self) -> &'static str;
    /// Keeps others that lock the number `$1` waiting until the transaction ends.
    fn lock_subject(&self) -> &'static str;
    /// One password hash for each set of parameters; a hash is `$argon2id$v=19$parameters$salt$output`.
    fn hash_of_each_cost(&self) -> &'static str;
    /// Takes the oldest mail that is due at `$1` and that nobody else is at, until `$2`; answers its id. A claim that
    /// ends after `$3` was made by a clock that ran ahead, and does not count; mail to the domains `$4` to `$6` waits.
    fn claim_mail(&self) -> &'static str;
}

/// The engine that a database needs.
pub(super) fn of(database: &Database) -> Arc<dyn Engine> {
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
    format!("sqlite:{}?mode=rwc", utf8_percent_encode(&path.to_string_lossy(), PATH))
}

/// Creates the file if it is missing, so that SQLite does not create it for everybody to read. What SQLite puts beside
/// it gets the file's own permissions, but may be there from before.
fn make_private(path: &Path) -> std::io::Result<()> {
    private_file::append(path)?;
    for ending in ["-wal", "-shm"] {
        let beside = PathBuf::from(format!("{}{ending}", path.display()));
        if beside.exists() {
            private_file::append(&beside)?;
        }
    }
    Ok(())
}

#[async_trait]
impl Engine for Sqlite {
    async fn connect(&self) -> Result<AnyPool, Fault> {
        // One connection: SQLite lets one writer in at a time, and whoever waits inside it for another waits by
        // sleeping, some for very long. The pool's queue is fair. (In memory each connection is a database of its own:
        // there must be one, and it must stay.)
        let options = AnyPoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
        // Nothing can come between the process and its file: there is no need to ask before each use.
        let options = options.test_before_acquire(false);
        let Some(path) = &self.file else {
            return Ok(options.connect("sqlite::memory:").await?);
        };
        make_private(path).map_err(Fault::DatabaseFile)?;
        let options = options.after_connect(|connection, _| {
            // FULL: a change that was answered with 200 must outlive a power cut. sqlx waits five seconds for a lock
            // of another process, and keeps foreign keys unless told otherwise.
            Box::pin(async move {
                connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL").await.map(drop)
            })
        });
        Ok(options.connect(&sqlite_url(path)).await?)
    }

    fn migrator(&self) -> Migrator {
        sqlx::migrate!("migrations/sqlite")
    }

    /// Of several at once exactly one sees the old state: SQLite lets one writer in.
    fn begin(&self) -> &'static str {
        "BEGIN IMMEDIATE"
    }

    fn lock_account(&self) -> &'static str {
        "SELECT id FROM accounts WHERE id = $1"
    }

    /// There is one writer.
    fn lock_subject(&self) -> &'static str {
        "SELECT 1 WHERE $1 = 0"
    }

    fn hash_of_each_cost(&self) -> &'static str {
        // 15 characters stand before the parameters.
        "SELECT min(password_hash) FROM accounts
         GROUP BY substr(password_hash, 16, instr(substr(password_hash, 16), '$') - 1)"
    }

    fn claim_mail(&self) -> &'static str {
        claim_mail!("")
    }
}

struct Postgres {
    url: SecretString,
}

#[async_trait]
impl Engine for Postgres {
    async fn connect(&self) -> Result<AnyPool, Fault> {
        let options = AnyPoolOptions::new().max_connections(POSTGRES_CONNECTIONS);
        Ok(options.connect(self.url.expose_secret()).await?)
    }

    fn migrator(&self) -> Migrator {
        sqlx::migrate!("migrations/postgres")
    }

    /// "Read committed" is enough, and needs no repeating: every change begins at the row that decides, and a second
    /// one waits there and then sees what the first has made of it.
    fn begin(&self) -> &'static str {
        "BEGIN"
    }

    fn lock_account(&self) -> &'static str {
        "SELECT id FROM accounts WHERE id = $1 FOR UPDATE"
    }

    fn lock_subject(&self) -> &'static str {
        "SELECT pg_advisory_xact_lock($1)::text"
    }

    fn hash_of_each_cost(&self) -> &'static str {
        "SELECT min(password_hash) FROM accounts GROUP BY split_part(password_hash, '$', 4)"
    }

    fn claim_mail(&self) -> &'static str {
        claim_mail!(" FOR UPDATE SKIP LOCKED")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_odd_characters_stays_one_path() {
        assert_eq!(sqlite_url(Path::new("/a b/c?d#e%.db")), "sqlite:/a%20b/c%3Fd%23e%25.db?mode=rwc");
    }

    #[test]
    fn the_password_of_a_database_is_not_shown() {
        let database = Database::Postgres("postgres://latchkey:canary@localhost/latchkey".into());
        assert_eq!(format!("{database:?}"), "Postgres(…)");
    }
}
