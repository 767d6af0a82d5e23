//! Anybody can add rows for an address. These must not make it slow for its owner or for others.

#![allow(clippy::unwrap_used)]

use futures_util::future::join_all;

use super::failures::SELECT_TOTAL_FAILURES;
use super::*;
use crate::config::Database;
use crate::crypto::secrets::{Challenge, sha256};
use crate::domain::busy_domains::BusyDomains;
use crate::domain::client_network::ClientNetwork;
use crate::domain::clock::UnixTime;
use crate::domain::device::Device;
use crate::domain::throttle::{CODES, SIGN_INS, ThrottleDecision};
use crate::i18n::Language;

pub(crate) const NOW: UnixTime = UnixTime(1_000_000);
/// Seconds until a second email of a network is sent.
pub(super) const RESEND_AFTER: u32 = 60;

pub(crate) async fn store() -> Store {
    Store::open(&Database::Memory).await.unwrap()
}

/// Requests a recovery of an address, from a network and from a device of its own.
pub(crate) async fn request(store: &Store, network: &str, flow: &str, address: &str, now: UnixTime) {
    request_at_domain(store, network, flow, (address, "example.org"), now).await;
}

/// Requests a recovery of an address of a domain.
pub(super) async fn request_at_domain(
    store: &Store,
    network: &str,
    flow: &str,
    (address, domain): (&str, &str),
    now: UnixTime,
) {
    let new = NewRecovery {
        flow: flow.to_owned(),
        address_key: sha256(address.as_bytes()),
        domain_key: sha256(domain.as_bytes()),
        challenge: Some(Challenge(sha256(flow.as_bytes()))),
        requester: sha256(flow.as_bytes()),
        network: sha256(network.as_bytes()),
        now,
        resend_after: RESEND_AFTER,
        language: Language::english(),
        device: Device::default(),
        by_operator: false,
    };
    store.open_recovery(new).await.unwrap();
}

impl Store {
    /// Claims the next due email, except for email to `excluded` domains.
    pub(super) async fn claim_mail(
        &self,
        now: UnixTime,
        excluded: &[Sha256Hash],
    ) -> Result<Option<QueuedMail>, InternalError> {
        let mut busy_domains = BusyDomains::default();
        for domain in excluded {
            while !busy_domains.is_full(domain) {
                busy_domains.enter(*domain);
            }
        }
        Ok(self.claim_mails(now, 1, busy_domains).await?.pop())
    }
}

async fn count(store: &Store, condition: &'static str) -> i64 {
    let statement = format!("SELECT COUNT(*) FROM recoveries WHERE {condition}");
    sqlx::query_scalar(sqlx::AssertSqlSafe(statement)).fetch_one(&store.pool).await.unwrap()
}

/// How SQLite executes a statement.
async fn plan(store: &Store, statement: &str) -> String {
    let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
    let rows: Vec<(i64, i64, i64, String)> = sqlx::query_as(explain).fetch_all(&store.pool).await.unwrap();
    rows.into_iter().map(|(_, _, _, detail)| detail + "\n").collect()
}

fn network(number: u32) -> ClientNetwork {
    ClientNetwork::new(Some(std::net::Ipv4Addr::from(number << 8).into()))
}

#[tokio::test]
async fn change_of_password_ignores_recoveries_without_mail() {
    let store = store().await;
    let address_key = sha256(b"ada@example.org");
    assert!(store.add_account("ada@example.org", &address_key, "hash", NOW).await.unwrap());
    for number in 0..50 {
        request(&store, "stranger", &number.to_string(), "ada@example.org", NOW).await;
    }
    let with_mail = count(&store, "number IS NOT NULL").await;
    assert!((1..=3).contains(&with_mail), "{with_mail}");
    let account = store.account_by_address(&address_key).await.unwrap().unwrap();
    store
        .write(move |connection| {
            Box::pin(async move { Ok(recoveries::end_recoveries(connection, account.id, NOW).await?) })
        })
        .await
        .unwrap();
    assert_eq!(count(&store, "ended_at IS NOT NULL").await, with_mail);
    assert_eq!(count(&store, "ended_at IS NOT NULL AND number IS NULL").await, 0);
}

#[tokio::test]
async fn recoveries_without_mail_are_in_no_index_of_addresses() {
    let store = store().await;
    let indexes: Vec<String> = sqlx::query_scalar(
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'recoveries' AND sql LIKE '%address_key%'",
    )
    .fetch_all(&store.pool)
    .await
    .unwrap();
    assert!(!indexes.is_empty());
    for index in indexes {
        assert!(index.contains("WHERE number IS NOT NULL"), "{index}");
    }
    // Without that condition, a statement would read the whole table.
    for statement in [
        recoveries::SELECT_CODE_CANDIDATES,
        recoveries::END_RECOVERIES,
        &requests::select_state(&*store.engine, 64),
        requests::COUNT_DELAYED_MAILS,
        requests::WITHDRAW_DELAYED_MAIL,
        &requests::INSERT_RECOVERIES.for_engine(&*store.engine, 64),
        requests::SUPERSEDE_OLDEST,
    ] {
        let plan = plan(&store, statement).await;
        assert!(plan.contains("SEARCH recoveries USING"), "{statement}: {plan}");
        assert!(!plan.contains("SCAN recoveries"), "{statement}: {plan}");
    }
}

#[tokio::test]
async fn emails_that_wait_are_not_all_read_for_the_next_one() {
    let store = store().await;
    // Each step must use an index. A query that skips emails in the order of an index would read all emails to a domain
    // that is at its limit.
    for (statement, index) in [
        (claims::SELECT_EXPIRED_CLAIMS, "outbox_claimed (claimed_until<?)"),
        (claims::SELECT_EXPIRED_CLAIMS, "outbox_claimed (claimed_until>?)"),
        (turns::SELECT_TURNS, "outbox_without_turn (next_attempt_at>? AND next_attempt_at<?)"),
        (turns::SELECT_TURNS, "outbox_networks_without_turn (network>?)"),
        (turns::SELECT_TURNS, "outbox_networks_without_turn (network=? AND next_attempt_at<?)"),
        (turns::SELECT_TURNS, "outbox_scheduled (scheduled_at>?)"),
        (turns::SELECT_TURNS, "SCAN outbox USING INDEX outbox_waiting_by_time"),
        (store.engine.select_first_mails(), "SCAN waiting_domains USING INDEX waiting_domains_by_turn"),
        (
            store.engine.select_first_mails(),
            "SEARCH mails USING INDEX outbox_of_domain (domain_key=? AND turn>?)",
        ),
        (store.engine.select_first_mails(), "SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)"),
        (turns::PRUNE_TURNS, "outbox_waiting_by_turn (turn>?)"),
        (turns::PRUNE_TURNS, "network_turns_by_turn (turn<?)"),
        (requests::COUNT_DELAYED_MAILS, "SEARCH outbox USING INDEX outbox_of_recovery (flow=?)"),
        (requests::WITHDRAW_DELAYED_MAIL, "SEARCH outbox USING INDEX outbox_of_recovery (flow=?)"),
    ] {
        let plan = plan(&store, statement).await;
        assert!(plan.contains(index), "{statement}: {plan}");
        // This one has a limit and no condition besides that of its index.
        let others = plan.replace("SCAN outbox USING INDEX outbox_waiting_by_time", "");
        assert!(
            !others.contains("SCAN outbox") && !others.contains("SCAN network_turns"),
            "{statement}: {plan}"
        );
    }
}

#[tokio::test]
async fn statistics_of_small_tables_are_removed_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::File(folder.path().join("test.db"));
    let store = Store::open(&database).await.unwrap();
    request(&store, "own", "flow", "ada@example.org", NOW).await;
    sqlx::query("ANALYZE").execute(&store.pool).await.unwrap();
    let with_statistics = plan(&store, outbox::SELECT_CLAIMED).await;
    assert!(with_statistics.contains("SCAN recoveries"), "{with_statistics}");
    store.close().await;
    let store = Store::open(&database).await.unwrap();
    let plan = plan(&store, outbox::SELECT_CLAIMED).await;
    assert!(plan.contains("SEARCH recoveries USING INDEX") && !plan.contains("SCAN"), "{plan}");
}

#[tokio::test]
async fn failures_of_many_networks_are_not_all_read() {
    let store = store().await;
    let subject = sha256(b"subject");
    for number in 0..300 {
        store.begin_attempt(&subject, &network(number), &SIGN_INS, NOW).await.unwrap();
    }
    let plan = plan(&store, SELECT_TOTAL_FAILURES).await;
    assert!(plan.contains("USING INDEX failures_of_subject (subject=? AND failed_at>?)"), "{plan}");
    assert!(!plan.contains("TEMP B-TREE"), "{plan}");
    // The decisions are those of the whole number.
    let codes = store.begin_attempt(&subject, &network(1_000), &CODES, NOW).await.unwrap();
    assert!(matches!(codes, ThrottleDecision::Exhausted { .. }), "{codes:?}");
    let failed_before = store.begin_attempt(&subject, &network(1), &SIGN_INS, NOW.plus(10)).await.unwrap();
    assert_eq!(failed_before, ThrottleDecision::Wait { retry_after: 20 });
    let new = store.begin_attempt(&subject, &network(2_000), &SIGN_INS, NOW.plus(10)).await.unwrap();
    assert!(matches!(new, ThrottleDecision::Allow(_)), "{new:?}");
}

#[tokio::test]
async fn tokens_that_are_checked_together_are_found_by_their_index() {
    let store = store().await;
    for number in 0..20_u8 {
        let flow = number.to_string();
        request(&store, "own", &flow, &flow, NOW).await;
        let secrets = IssuedSecrets {
            flow,
            account_id: None,
            token_hash: sha256(&[number]),
            code: None,
            code_expires_at: NOW.plus(600),
        };
        store.store_issued_secrets(secrets).await.unwrap();
    }
    // Every second one was never issued.
    let found = join_all((0..40_u8).map(|number| {
        let (store, number) = (&store, number / 2 + 100 * (number % 2));
        async move { (number, store.recovery_by_token(&sha256(&[number])).await.unwrap()) }
    }));
    for (number, found) in found.await {
        assert_eq!(found.map(|recovery| recovery.flow), (number < 20).then(|| number.to_string()));
    }
    let statement = format!("{} {}", recoveries::SELECT_BY_TOKENS, rows::parameters(1, 64));
    let plan = plan(&store, &statement).await;
    assert!(!plan.contains("SCAN"), "{plan}");
}
