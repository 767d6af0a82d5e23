//! What one prepared statement costs through `sqlx::Any`, which the server uses, and through the connection of the database
//! itself: `statement_price URL`, with the URL of a SQLite file or of a PostgreSQL server. On SQLite also the time of a
//! round trip between two threads, which each statement contains.

use std::io::Write as _;
use std::time::{Duration, Instant};

use sqlx::{AnyConnection, Connection as _, Executor as _, PgConnection, SqliteConnection};

const STATEMENTS: u32 = 20_000;
const ROUNDS: usize = 7;

const SELECT: &str = "SELECT bytes, number FROM statement_price WHERE id = $1";
const UPDATE: &str = "UPDATE statement_price SET number = $1 WHERE id = $2";

/// Runs statements on a connection, and returns the time of one.
macro_rules! time_of_one {
    ($connection:expr) => {{
        let started = Instant::now();
        for number in 0..STATEMENTS / 2 {
            let row: (Vec<u8>, i64) =
                sqlx::query_as(SELECT).bind(i64::from(number % 100)).fetch_one(&mut $connection).await?;
            let update = sqlx::query(UPDATE).bind(row.1 + 1).bind(i64::from(number % 100));
            update.execute(&mut $connection).await?;
        }
        started.elapsed() / STATEMENTS
    }};
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

async fn prepare(connection: &mut AnyConnection, bytes: &str) -> sqlx::Result<()> {
    drop(connection.execute("DROP TABLE statement_price").await);
    let create =
        format!("CREATE TABLE statement_price (id BIGINT PRIMARY KEY, bytes {bytes}, number BIGINT)");
    connection.execute(sqlx::AssertSqlSafe(create)).await?;
    for id in 0..100_i64 {
        let insert = sqlx::query("INSERT INTO statement_price VALUES ($1, $2, 0)");
        insert.bind(id).bind([7_u8; 32].as_slice()).execute(&mut *connection).await?;
    }
    Ok(())
}

/// The time of a round trip between this thread and another one.
fn round_trip() -> Duration {
    let (ask, asked) = std::sync::mpsc::channel::<std::sync::mpsc::Sender<()>>();
    let other =
        std::thread::spawn(move || asked.iter().for_each(|answer| answer.send(()).unwrap_or_default()));
    let started = Instant::now();
    for _ in 0..STATEMENTS {
        let (answer, answered) = std::sync::mpsc::channel();
        drop(ask.send(answer));
        answered.recv().unwrap_or_default();
    }
    let time = started.elapsed() / STATEMENTS;
    drop(ask);
    drop(other.join());
    time
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::args().nth(1).ok_or("usage: statement_price URL")?;
    let on_sqlite = url.starts_with("sqlite:");
    sqlx::any::install_default_drivers();
    let mut any = AnyConnection::connect(&url).await?;
    prepare(&mut any, if on_sqlite { "BLOB" } else { "BYTEA" }).await?;
    let (mut of_any, mut of_own, mut of_threads) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        // In a transaction, so that no statement waits for the disk.
        any.execute("BEGIN").await?;
        of_any.push(time_of_one!(any));
        any.execute("ROLLBACK").await?;
        if on_sqlite {
            let mut own = SqliteConnection::connect(&url).await?;
            own.execute("BEGIN").await?;
            of_own.push(time_of_one!(own));
            own.close().await?;
            of_threads.push(round_trip());
        } else {
            let mut own = PgConnection::connect(&url).await?;
            own.execute("BEGIN").await?;
            of_own.push(time_of_one!(own));
            own.close().await?;
        }
    }
    let (any, own) = (median(of_any), median(of_own));
    writeln!(std::io::stdout(), "sqlx::Any {any:?}, the database's own connection {own:?}")?;
    if on_sqlite {
        writeln!(std::io::stdout(), "a round trip between two threads {:?}", median(of_threads))?;
    }
    Ok(())
}
