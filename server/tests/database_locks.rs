//! Requests for one address wait for each other, for a limited time. They leave connections to PostgreSQL for others.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::{Duration, Instant};

use latchkey_server::Database;
use secrecy::ExposeSecret as _;
use sqlx::{AnyConnection, Connection as _, Executor as _};
use support::{ADA, TestServer, UNKNOWN, config_in, database, join_all};

const REQUESTS: usize = 30;
const NEVER_ISSUED: &str = "Rk9ydHktdGhyZWUgY2hhcmFjdGVycyBvZiBub2lzZSE";
/// Connections of this database that wait for a lock.
const WAITING: &str = "SELECT COUNT(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'";

/// Holds all locks of subjects, as a transaction of another server, until `ROLLBACK`. `None` with SQLite, where one
/// connection writes, and which has no such locks.
async fn hold_all_locks(server: &TestServer) -> Option<AnyConnection> {
    let Database::Postgres(url) = config_in(&server.folder).await.database else { return None };
    let mut other = AnyConnection::connect(url.expose_secret()).await.unwrap();
    other.execute("BEGIN").await.unwrap();
    other.execute("SELECT id FROM subject_locks FOR UPDATE").await.unwrap();
    Some(other)
}

#[tokio::test]
async fn requests_for_one_address_occupy_one_connection() {
    let server = TestServer::start().await;
    let Some(mut other) = hold_all_locks(&server).await else { return };

    let requests = async {
        let addresses: Vec<&str> = std::iter::repeat_n(ADA, REQUESTS).chain([UNKNOWN]).collect();
        let ask = async |email| server.post("/account/recovery", &[("email", email)]).await;
        join_all(addresses.into_iter().map(ask).collect()).await
    };
    let others = async {
        while database::query_scalar(server.folder.path(), WAITING).await < 2 {
            tokio::task::yield_now().await;
        }
        for _ in 0..REQUESTS {
            server.check(&[("token", NEVER_ISSUED)]).await.assert_problem(400, "token_invalid");
        }
        // The two addresses, and the claim of emails.
        let waiting = database::query_scalar(server.folder.path(), WAITING).await;
        assert!(waiting <= 3, "{waiting} connections wait");
        other.execute("ROLLBACK").await.unwrap();
    };
    let (responses, ()) = tokio::join!(requests, others);
    assert!(responses.iter().all(|response| response.status == 200), "{responses:?}");
}

/// Takes 15 seconds with PostgreSQL, whose clock cannot be changed.
#[tokio::test]
async fn lock_that_is_never_released_fails_requests() {
    let server = TestServer::start().await;
    let Some(mut other) = hold_all_locks(&server).await else { return };
    let asked = Instant::now();
    server.post("/account/recovery", &[("email", ADA)]).await.assert_problem(503, "unavailable");
    // The limit of the database ends the wait, before that of the process does.
    assert!(asked.elapsed() < Duration::from_secs(40), "{:?}", asked.elapsed());
    other.execute("ROLLBACK").await.unwrap();
    assert_eq!(server.post("/account/recovery", &[("email", ADA)]).await.status, 200);
}
