//! What can go wrong inside, through no fault of the caller: told in the log, and outside only as `internal`.

/// A failure of the machinery. Its text names no address, token, code or password.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database refused or is not to be reached.
    #[error("database: {0}")]
    Store(#[from] sqlx::Error),
    /// The database's file cannot be created or kept from others.
    #[error("database file: {0}")]
    DatabaseFile(std::io::Error),
    /// The database's tables could not be brought up to date.
    #[error("database migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The system's random source failed.
    #[error("random source: {0}")]
    Random(#[from] getrandom::Error),
    /// Argon2's parameters are not possible.
    #[error("password hashing: {0}")]
    Parameters(#[from] argon2::Error),
    /// A stored hash cannot be read, or a new one not be made.
    #[error("password hashing: {0}")]
    Hash(#[from] argon2::password_hash::Error),
    /// Too many passwords wait to be hashed.
    #[error("too many passwords wait to be hashed")]
    Busy,
    /// The server is shutting down.
    #[error("hashing threads are closed")]
    Closed(#[from] tokio::sync::AcquireError),
    /// A blocking task ended early.
    #[error("background work: {0}")]
    Task(#[from] tokio::task::JoinError),
    /// A sealed secret cannot be read.
    #[error(transparent)]
    Sealed(#[from] crate::passwords::SealError),
    /// The list of breached passwords cannot be asked.
    #[error("list of breached passwords: {0}")]
    BreachList(#[from] latchkey_core::service::CallError),
    /// The list of breached passwords has no address that could be asked.
    #[error("list of breached passwords: {0}")]
    BreachListAddress(#[from] latchkey_client::BaseUrlError),
    /// A second factor's parameters are not possible.
    #[error("second factor: {0}")]
    SecondFactor(#[from] totp_rs::TotpError),
    /// The metrics cannot be written.
    #[error("metrics: {0}")]
    Metrics(std::fmt::Error),
    /// A page could not be filled in.
    #[error("page: {0}")]
    Page(#[from] askama::Error),
    /// The key of mailed codes has a length that cannot be.
    #[error("the key of mailed codes cannot be used")]
    CodeKey,
    /// The audit log cannot be written.
    #[error("audit log: {0}")]
    Audit(std::io::Error),
    /// A mail could not be written or handed over.
    #[error("mail: {0}")]
    Mail(#[from] crate::mail::MailError),
}

impl Fault {
    /// Whether it is a mail that no other attempt would deliver.
    pub(crate) fn is_permanent(&self) -> bool {
        matches!(self, Self::Mail(error) if error.is_permanent())
    }

    /// Whether it passes by itself: the database cannot be reached, or has no room, or lets nobody write.
    pub(crate) fn is_passing(&self) -> bool {
        match self {
            Self::Store(sqlx::Error::Database(error)) => error.code().is_some_and(|code| is_passing(&code)),
            Self::Store(error) => {
                matches!(error, sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed)
            }
            _ => false,
        }
    }
}

/// Whether a database's code is one of its surroundings: of SQLite a primary code with or without an extended one
/// (<https://sqlite.org/rescode.html>), of PostgreSQL a class of SQLSTATE (five characters).
fn is_passing(code: &str) -> bool {
    if code.len() == 5 {
        // Connection, read-only transaction, rollback to be tried again, resources, intervention, system.
        return code == "25006" || ["08", "40", "53", "57", "58"].iter().any(|class| code.starts_with(class));
    }
    // BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN.
    code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 8 | 10 | 13 | 14))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_a_database_s_surroundings_passes_and_what_is_wrong_with_a_statement_does_not() {
        // The disk is full (13), a write failed (778 = 10 + 3·256), the file is read-only (8), busy (5); the same of
        // PostgreSQL.
        for code in ["13", "778", "8", "5", "14", "53100", "57P03", "25006", "08006", "40001"] {
            assert!(is_passing(code), "{code}");
        }
        for code in ["1", "19", "2067", "787", "23505", "42601", "", "x"] {
            assert!(!is_passing(code), "{code}");
        }
    }
}
