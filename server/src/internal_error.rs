//! Failures that the caller did not cause. They are logged, and answered as `internal`, `busy` or `unavailable`.

/// An internal failure. Its text contains no address, token, code or password.
#[derive(Debug, thiserror::Error)]
pub enum InternalError {
    /// The database rejected a statement or cannot be reached.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// The transaction that this change shared with others could not be committed.
    #[error("database: {0}")]
    Transaction(std::sync::Arc<sqlx::Error>),
    /// The statement that this call shared with others failed.
    #[error(transparent)]
    Shared(std::sync::Arc<InternalError>),
    /// A change of the database panicked, and was rolled back.
    #[error("a change of the database panicked")]
    ChangePanicked,
    /// The database file cannot be created, or its permissions cannot be set.
    #[error("database file: {0}")]
    DatabaseFile(std::io::Error),
    /// The database schema could not be migrated.
    #[error("database migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The system's random number generator failed.
    #[error("random number generator: {0}")]
    Random(#[from] getrandom::Error),
    /// Argon2 does not support these parameters.
    #[error("password hashing: {0}")]
    HashParameters(#[from] argon2::Error),
    /// A stored hash cannot be parsed, or a new one cannot be computed.
    #[error("password hashing: {0}")]
    Hash(#[from] argon2::password_hash::Error),
    /// The queue for password hashing is full.
    #[error("the queue for password hashing is full")]
    Busy,
    /// The server is shutting down.
    #[error("the password hashing pool has shut down")]
    Closed(#[from] tokio::sync::AcquireError),
    /// A blocking task panicked or was cancelled.
    #[error("background task: {0}")]
    Task(#[from] tokio::task::JoinError),
    /// A sealed secret cannot be decrypted: it is damaged, belongs to another account, or was sealed with another pepper.
    #[error("cannot decrypt a sealed secret; was it sealed with another pepper?")]
    Unseal,
    /// A secret cannot be encrypted.
    #[error("cannot encrypt a secret")]
    Seal,
    /// The key for mailed codes has an unsupported length.
    #[error("the key for mailed codes cannot be used: {0}")]
    CodeKey(#[from] hmac::digest::InvalidLength),
    /// The parameters of a second factor are not supported.
    #[error("second factor: {0}")]
    SecondFactor(#[from] totp_rs::TotpError),
    /// The metrics cannot be encoded.
    #[error("metrics: {0}")]
    Metrics(#[from] std::fmt::Error),
    /// A page cannot be rendered.
    #[error("page template: {0}")]
    Template(#[from] askama::Error),
    /// The audit log cannot be opened.
    #[error("audit log: {0}")]
    AuditLog(std::io::Error),
}

impl InternalError {
    /// Whether the database rolled a transaction back because of a concurrent one, so that it can be repeated at once
    /// (SQLSTATE 40001 serialization_failure, 40P01 deadlock_detected).
    pub(crate) fn is_conflict(&self) -> bool {
        let Self::Database(sqlx::Error::Database(error)) = self else { return false };
        error.code().is_some_and(|code| matches!(&*code, "40001" | "40P01"))
    }

    /// Whether a limited wait has ended: for a connection, or for a lock of PostgreSQL (SQLSTATE 55P03 lock_not_available).
    pub(crate) fn is_end_of_wait(&self) -> bool {
        match self {
            Self::Database(sqlx::Error::Database(error)) => error.code().is_some_and(|code| code == "55P03"),
            Self::Database(error) => matches!(error, sqlx::Error::PoolTimedOut),
            _ => false,
        }
    }

    /// Whether the failure is likely to go away by itself: the database is unreachable, full or read-only.
    pub(crate) fn is_transient(&self) -> bool {
        match self {
            Self::Database(error) => is_transient_error(error),
            Self::Transaction(error) => is_transient_error(error),
            Self::Shared(error) => error.is_transient(),
            _ => false,
        }
    }
}

fn is_transient_error(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(error) => error.code().is_some_and(|code| is_transient_code(&code)),
        error => matches!(error, sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed),
    }
}

/// Whether a database error code reports a problem of the environment and not of the statement. SQLite uses decimal
/// result codes, extended or not (<https://sqlite.org/rescode.html>); PostgreSQL uses SQLSTATE, five characters.
fn is_transient_code(code: &str) -> bool {
    if code.len() == 5 {
        // Read-only transaction, transaction that was idle for too long, lock that was held for too long; classes:
        // connection, rollback, resources, intervention, system.
        return ["25006", "25P03", "55P03"].contains(&code)
            || ["08", "40", "53", "57", "58"].iter().any(|class| code.starts_with(class));
    }
    // BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN.
    code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 8 | 10 | 13 | 14))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_environment_errors_of_a_database_are_transient() {
        // SQLite: full disk (13), failed write (778 = 10 + 3·256), read-only file (8), busy (5), cannot open (14); then
        // their counterparts in PostgreSQL.
        for code in
            ["13", "778", "8", "5", "14", "53100", "57P03", "25006", "25P03", "55P03", "08006", "40001"]
        {
            assert!(is_transient_code(code), "{code}");
        }
        for code in ["1", "19", "2067", "787", "23505", "42601", "", "x"] {
            assert!(!is_transient_code(code), "{code}");
        }
    }
}
