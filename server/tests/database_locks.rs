//! Requests for one address wait for each other, for a limited time. They leave connections to PostgreSQL for others.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::{Duration, Instant};

use latchkey_server::Database;
use secrecy::ExposeSecret as _;
use sqlx::{AnyConnection, Connection as _, Executor as _};
use support::{ADA, OLD_PASSWORD, TestServer, UNKNOWN, config_in, database, join_all};

const REQUESTS: usize = 30;
/// Requests of several transactions.
const MORE_THAN_A_TRANSACTION: usize = 150;
const NEVER_ISSUED: &str = "Rk9ydHktdGhyZWUgY2hhcmFjdGVycyBvZiBub2lzZSE";
/// Connections of this database that wait for a lock.
const WAITING: &str = "SELECT COUNT(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'";

/// A transaction of another server that holds the locks of this statement until `ROLLBACK`. `None` with SQLite, where one
/// connection writes.
async fn hold_locks(server: &TestServer, statement: &'static str) -> Option<AnyConnection> {
    let Database::Postgres(url) = config_in(&server.folder).await.database else { return None };
    let mut other = AnyConnection::connect(url.expose_secret()).await.unwrap();
    other.execute("BEGIN").await.unwrap();
    other.execute(statement).await.unwrap();
    Some(other)
}

/// Holds all locks of subjects.
async fn hold_all_locks(server: &TestServer) -> Option<AnyConnection> {
    hold_locks(server, "SELECT id FROM subject_locks FOR UPDATE").await
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
async fn lock_that_is_never_released_fails_all_requests_that_wait() {
    let server = TestServer::start().await;
    let Some(mut other) = hold_all_locks(&server).await else { return };
    let asked = Instant::now();
    let ask = async |number| {
        server.post("/account/recovery", &[("email", &format!("p{number}@example.org"))]).await
    };
    for response in join_all((0..MORE_THAN_A_TRANSACTION).map(ask).collect()).await {
        response.assert_problem(503, "unavailable");
    }
    // The others do not begin a wait of their own. The limit of the database ends the wait, before that of the process does.
    assert!(asked.elapsed() < Duration::from_secs(28), "{:?}", asked.elapsed());
    other.execute("ROLLBACK").await.unwrap();
    assert_eq!(server.post("/account/recovery", &[("email", ADA)]).await.status, 200);
}

/// Takes 15 seconds with PostgreSQL.
#[tokio::test]
async fn change_of_one_statement_waits_for_a_lock_for_a_limited_time() {
    let server = TestServer::start().await;
    let session = server.sign_in(OLD_PASSWORD).await.body["session"].as_str().unwrap().to_owned();
    let Some(mut other) = hold_locks(&server, "LOCK TABLE sessions IN SHARE MODE").await else { return };
    // The next use of the session is recorded.
    server.clock.advance(120);
    let asked = Instant::now();
    assert_eq!(server.session_status(&session).await, 503);
    assert!(asked.elapsed() < Duration::from_secs(28), "{:?}", asked.elapsed());
    other.execute("ROLLBACK").await.unwrap();
    assert_eq!(server.session_status(&session).await, 200);
}
