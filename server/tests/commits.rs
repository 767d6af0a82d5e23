//! How often requests wait for the disk. SQLite's write-ahead log shows every commit, so the tests run on SQLite only.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::{Duration, Instant};

use latchkey_server::{Database, Limits};
use support::{ADA, TestServer, database, join_all};

/// The interval at which a server stores the numbers of requests.
const STORE_INTERVAL: Duration = Duration::from_secs(1);

/// A server that accepts any number of requests. `None` on PostgreSQL.
async fn start() -> Option<TestServer> {
    let mut on_sqlite = false;
    let server = TestServer::start_with(|config| {
        config.limits.client_requests = Limits::MAX_REQUESTS;
        on_sqlite = matches!(config.database, Database::File(_));
    });
    let server = server.await;
    on_sqlite.then_some(server)
}

/// The number of commits in the write-ahead log (<https://sqlite.org/fileformat2.html#walformat>): each frame has the size
/// of the database after its commit, or zero if more frames of the transaction follow.
fn commits(server: &TestServer) -> usize {
    let log = std::fs::read(format!("{}-wal", database::file(server.folder.path()).display())).unwrap();
    let number = |at: usize| u32::from_be_bytes(log[at..at + 4].try_into().unwrap());
    let frame_bytes = 24 + usize::try_from(number(8)).unwrap();
    let salts = |at: usize| (number(at), number(at + 4));
    // Frames with other salts are left from an earlier log.
    let frames = (32..log.len()).step_by(frame_bytes).filter(|&frame| salts(frame + 8) == salts(16));
    frames.filter(|&frame| number(frame + 4) != 0).count()
}

#[tokio::test]
async fn checks_of_wrong_tokens_are_answered_without_a_commit() {
    const CHECKS: usize = 400;
    let Some(server) = start().await else { return };
    let (before, started) = (commits(&server), Instant::now());
    for number in 0..CHECKS {
        let token = format!("wrong{number}");
        server.check(&[("token", &token)]).await.assert_problem(400, "token_invalid");
    }
    let intervals = usize::try_from(started.elapsed().as_millis() / STORE_INTERVAL.as_millis()).unwrap();
    let commits = commits(&server) - before;
    assert!(commits <= intervals + 2, "{commits} commits of {CHECKS} checks in {intervals} intervals");
}

#[tokio::test]
async fn simultaneous_requests_share_commits() {
    const REQUESTS: usize = 200;
    let Some(server) = start().await else { return };
    let before = commits(&server);
    let request = async || server.post("/account/recovery", &[("email", ADA)]).await.assert_ok();
    join_all((0..REQUESTS).map(|_| request()).collect()).await;
    let commits = commits(&server) - before;
    assert!(commits * 2 < REQUESTS, "{commits} commits of {REQUESTS} requests");
}
