//! How many rows a request and its email read. PostgreSQL plans a statement when a connection first uses it, and often keeps
//! that plan although the tables have grown since. So the test begins with empty tables. It counts on PostgreSQL only;
//! SQLite's plans do not depend on the size of tables (`store/tests.rs`).

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::{Database, Limits};
use support::networks::{address_in_network, post_from, trust_proxy};
use support::{TestServer, database, join_all};

const REQUESTS: usize = 1_280;
/// Requests that are sent at the same time, so that emails wait.
const SIMULTANEOUS: usize = 64;

/// Rows of all tables that statements have read.
const ROWS_READ: &str = "SELECT CAST(SUM(COALESCE(seq_tup_read, 0) + COALESCE(idx_tup_fetch, 0)) AS BIGINT) FROM pg_stat_user_tables";

#[tokio::test]
async fn requests_and_their_emails_read_few_rows_each_while_the_tables_grow() {
    /// A request and its email read 22 rows in all tables, or 31 with serializable transactions. When some statements read
    /// all emails that wait, or all recoveries of a day, it was 677.
    const MAX_ROWS: i64 = 100;
    let mut on_postgres = false;
    let server = TestServer::start_with(|config| {
        config.limits.client_requests = Limits::MAX_REQUESTS;
        on_postgres = matches!(config.database, Database::Postgres(_));
        trust_proxy(config);
    })
    .await;
    if !on_postgres {
        return;
    }
    let before = database::query_scalar(server.folder.path(), ROWS_READ).await;
    for round in 0..REQUESTS / SIMULTANEOUS {
        let request = async |number: usize| {
            let (network, email) =
                (address_in_network(number), format!("{round}-{number}@{}.example", number % 16));
            post_from(&server, &network, "/account/recovery", &[("email", &email)]).await.assert_ok();
        };
        join_all((0..SIMULTANEOUS).map(request).collect()).await;
    }
    // Sends all email first. Connections report what they have read at the latest when they are closed.
    let TestServer { running, folder, .. } = server;
    running.shutdown().await;
    let read = database::query_scalar(folder.path(), ROWS_READ).await - before;
    let each = read / i64::try_from(REQUESTS).unwrap();
    assert!(each <= MAX_ROWS, "{each} rows for each of {REQUESTS} requests");
}
