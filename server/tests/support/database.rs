//! The database of a test: a SQLite file in the test's folder, or a new database on the PostgreSQL server in the
//! environment (`scripts/with-postgres` starts one).

use std::path::Path;

use latchkey_server::Database;
use sha2::{Digest as _, Sha256};
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, Connection as _};

/// URL of the PostgreSQL server, without a database name.
const SERVER: &str = "LATCHKEY_TEST_POSTGRES";

/// The SQLite file in a test's folder.
pub fn file(folder: &Path) -> std::path::PathBuf {
    folder.join("latchkey.db")
}

/// The database for a folder. It is created if necessary.
pub async fn in_folder(folder: &Path) -> Database {
    let Some(url) = create_postgres(folder).await else { return Database::File(file(folder)) };
    Database::Postgres(url.into())
}

/// The database for a folder, as a value of the setting `database`.
pub async fn setting(folder: &Path) -> String {
    create_postgres(folder).await.unwrap_or_else(|| file(folder).display().to_string())
}

fn name_of(folder: &Path) -> String {
    let digest = Sha256::digest(folder.to_string_lossy().as_bytes());
    format!("test_{:x}", u64::from_be_bytes(digest[..8].try_into().unwrap()))
}

async fn create_postgres(folder: &Path) -> Option<String> {
    let server = std::env::var(SERVER).ok()?;
    let name = name_of(folder);
    let options: PgConnectOptions = format!("{server}/postgres").parse().unwrap();
    let mut connection = PgConnection::connect_with(&options).await.unwrap();
    let exists: Option<i32> = sqlx::query_scalar("SELECT 1 FROM pg_database WHERE datname = $1")
        .bind(&name)
        .fetch_optional(&mut connection)
        .await
        .unwrap();
    if exists.is_none() {
        let create = AssertSqlSafe(format!("CREATE DATABASE {name}"));
        sqlx::query(create).execute(&mut connection).await.unwrap();
    }
    Some(format!("{server}/{name}"))
}

/// Runs a query that returns a number.
pub async fn query_scalar(folder: &Path, query: &'static str) -> i64 {
    sqlx::any::install_default_drivers();
    let url = create_postgres(folder).await.unwrap_or_else(|| format!("sqlite:{}", file(folder).display()));
    let mut connection = sqlx::AnyConnection::connect(&url).await.unwrap();
    sqlx::query_scalar(query).fetch_one(&mut connection).await.unwrap()
}

/// Runs a statement.
pub async fn execute(folder: &Path, statement: &'static str) {
    sqlx::any::install_default_drivers();
    let url = create_postgres(folder).await.unwrap_or_else(|| format!("sqlite:{}", file(folder).display()));
    let mut connection = sqlx::AnyConnection::connect(&url).await.unwrap();
    sqlx::query(statement).execute(&mut connection).await.unwrap();
}

/// All data in the database, as an attacker with a copy would have it.
pub struct Contents(Vec<u8>);

impl Contents {
    pub async fn of(folder: &Path) -> Self {
        let Ok(server) = std::env::var(SERVER) else {
            let file = file(folder);
            let read =
                |ending: &str| std::fs::read(format!("{}{ending}", file.display())).unwrap_or_default();
            return Self(["", "-wal", "-shm"].map(read).concat());
        };
        let options: PgConnectOptions = format!("{server}/{}", name_of(folder)).parse().unwrap();
        let mut connection = PgConnection::connect_with(&options).await.unwrap();
        let tables: Vec<String> =
            sqlx::query_scalar("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .fetch_all(&mut connection)
                .await
                .unwrap();
        let mut rows = Vec::new();
        for table in tables {
            let select = AssertSqlSafe(format!("SELECT row_to_json({table})::text FROM {table}"));
            rows.extend(sqlx::query_scalar::<_, String>(select).fetch_all(&mut connection).await.unwrap());
        }
        Self(rows.join("\n").into_bytes())
    }

    /// Whether the data contains `text`.
    pub fn contains(&self, text: &str) -> bool {
        self.contains_bytes(text.as_bytes())
    }

    /// Whether the data contains `bytes`, in binary or, as PostgreSQL prints them, in hexadecimal.
    pub fn contains_bytes(&self, bytes: &[u8]) -> bool {
        let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        [bytes, digits.as_bytes()].iter().any(|it| self.0.windows(it.len()).any(|window| window == *it))
    }
}
