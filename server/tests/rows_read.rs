//! How many rows calls read while the tables grow. PostgreSQL plans a statement when a connection first uses it, and keeps
//! that plan until the statistics of its tables change. So the test begins with almost empty tables whose statistics are
//! known. It counts on PostgreSQL only; SQLite's plans do not depend on the size of tables (`store/tests.rs`).

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::{Database, Limits};
use support::networks::{address_in_network, post_from, trust_proxy};
use support::{TestServer, database, join_all};

/// Rounds of simultaneous requests, so that emails wait.
const ROUNDS: usize = 20;
const SIMULTANEOUS: usize = 64;

/// Rows that statements have read by reading whole tables.
const READ_WITHOUT_INDEX: &str = "SELECT CAST(SUM(seq_tup_read) AS BIGINT) FROM pg_stat_user_tables";
/// Rows that statements have read by an index.
const READ_BY_INDEX: &str = "SELECT CAST(SUM(idx_tup_fetch) AS BIGINT) FROM pg_stat_user_tables";

const INSERT_RECOVERIES: &str =
    "INSERT INTO recoveries (flow, address_key, requested_at, link_expires_at, code_expires_at)
     SELECT 'old' || number, sha256(CAST(CAST(number AS TEXT) AS BYTEA)), 1795437240, 1795437240, 1795437240
     FROM generate_series(1, 1000) AS number";
const INSERT_TOKENS: &str = "INSERT INTO link_tokens (token_hash, flow)
     SELECT sha256(CAST(flow AS BYTEA)), flow FROM recoveries WHERE flow LIKE 'old%'";

async fn request_and_check(server: &TestServer, round: usize) {
    let call = async |number: usize| {
        let (network, email) =
            (address_in_network(number), format!("{round}-{number}@{}.example", number % 16));
        post_from(server, &network, "/account/recovery", &[("email", &email)]).await.assert_ok();
        let token = format!("wrong{round}-{number}");
        server.check(&[("token", &token)]).await.assert_problem(400, "token_invalid");
    };
    join_all((0..SIMULTANEOUS).map(call).collect()).await;
}

#[tokio::test]
async fn requests_their_emails_and_checks_read_few_rows_while_the_tables_grow() {
    /// 29 to 40 were measured. With indexes that were chosen while the tables were empty it was 677.
    const MAX_BY_INDEX: i64 = 100;
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
    request_and_check(&server, 0).await;
    server.mail_delivered().await;
    database::execute(server.folder.path(), "VACUUM ANALYZE").await;
    // A table of this size is read as a whole if nothing prevents that.
    database::execute(server.folder.path(), INSERT_RECOVERIES).await;
    database::execute(server.folder.path(), INSERT_TOKENS).await;
    let without_index = database::query_scalar(server.folder.path(), READ_WITHOUT_INDEX).await;
    let by_index = database::query_scalar(server.folder.path(), READ_BY_INDEX).await;
    for round in 1..=ROUNDS {
        request_and_check(&server, round).await;
    }
    // Sends all email first. Connections report what they have read at the latest when they are closed.
    let TestServer { running, folder, .. } = server;
    running.shutdown().await;
    let without_index = database::query_scalar(folder.path(), READ_WITHOUT_INDEX).await - without_index;
    let by_index = database::query_scalar(folder.path(), READ_BY_INDEX).await - by_index;
    assert_eq!(without_index, 0, "rows were read without an index");
    let each = by_index / i64::try_from(ROUNDS * SIMULTANEOUS).unwrap();
    assert!(each <= MAX_BY_INDEX, "{each} rows for each of {ROUNDS} × {SIMULTANEOUS} requests and checks");
}
