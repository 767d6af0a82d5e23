//! The database setting.

use std::fmt;
use std::path::PathBuf;

use secrecy::SecretString;

/// Where accounts and recoveries are stored.
#[derive(Clone)]
pub enum Database {
    /// A SQLite file. It is created if it is missing.
    File(PathBuf),
    /// SQLite in memory. The data is lost when the server stops.
    Memory,
    /// A PostgreSQL database, as `postgres://USER@HOST/NAME`, optionally with a password. Several servers may share it.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn database_password_is_not_in_debug_output() {
        let database = Database::Postgres("postgres://latchkey:canary@localhost/latchkey".into());
        assert_eq!(format!("{database:?}"), "Postgres(…)");
    }
}
