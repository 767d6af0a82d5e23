//! The migrations of the database schema, which the program contains.
//!
//! `sqlx::migrate!` would find the files itself. But sqlx's macros compile its drivers and SQLite a second time, for the
//! compiler (docs/performance.md).

use sqlx::SqlStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// The migrations with these file names in a folder of `server/migrations`.
macro_rules! embed {
    ($folder:literal, $($name:literal),+) => {
        Migrator::with_migrations(vec![
            $(migration($name, include_str!(concat!("../../migrations/", $folder, "/", $name, ".sql")))),+
        ])
    };
}

/// The migrations that both databases have, and those that only this one has. Their numbers order them.
macro_rules! migrations {
    ($folder:literal $(, $only_here:literal)*) => {
        embed!(
            $folder,
            "0001_recovery",
            "0002_mail_language",
            "0003_outbox_and_notices",
            "0005_open_recoveries",
            "0006_session_lifetime",
            "0007_repeated_resets",
            "0008_outbox_turns",
            "0009_mails_of_address",
            "0010_turns_of_due_mails",
            "0011_device_of_mail",
            "0012_network_turns",
            "0013_pruning",
            "0014_rows_without_mail",
            "0016_waiting_domains",
            "0017_networks_without_turn",
            "0018_covering_index",
            "0020_conditions_of_indexes",
            "0021_fewer_pages"
            $(, $only_here)*
        )
    };
}

/// The migrations for SQLite.
pub(super) fn sqlite() -> Migrator {
    migrations!("sqlite")
}

/// The migrations for PostgreSQL.
pub(super) fn postgres() -> Migrator {
    migrations!("postgres", "0015_subject_locks", "0019_more_subject_locks")
}

/// A migration with its number and its description, which are the parts of its file name as sqlx splits them.
fn migration(name: &str, sql: &'static str) -> Migration {
    let (number, description) = name.split_once('_').unwrap_or_default();
    let number = number.parse().unwrap_or_default();
    let description = description.replace('_', " ");
    Migration::new(number, description.into(), MigrationType::Simple, SqlStr::from_static(sql), false)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::path::Path;

    use super::*;

    /// Databases have stored the checksums and descriptions that sqlx takes from the files.
    #[tokio::test]
    async fn migrations_are_those_that_sqlx_finds_in_the_folders() {
        for (folder, migrations) in [("sqlite", sqlite()), ("postgres", postgres())] {
            let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
            let files = Migrator::new(files).await.unwrap();
            let facts = |migrator: &Migrator| -> Vec<_> {
                let facts = |migration: &Migration| {
                    let Migration { version, description, checksum, .. } = migration.clone();
                    (version, description, checksum, migration.migration_type, migration.no_tx)
                };
                migrator.iter().map(facts).collect()
            };
            assert_eq!(facts(&migrations), facts(&files), "{folder}");
        }
    }
}
