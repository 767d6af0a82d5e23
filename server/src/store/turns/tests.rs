#![allow(clippy::unwrap_used)]

use super::*;
use crate::store::tests::{NOW, RESEND_AFTER, request, store};

/// Queues `count` emails to different addresses.
async fn request_many(store: &Store, network: &str, count: usize, now: UnixTime) {
    for number in 0..count {
        let flow = format!("{network}{number}");
        request(store, network, &flow, &flow, now).await;
    }
}

/// Sends the next email. Returns its flow.
async fn send_next(store: &Store, now: UnixTime) -> String {
    let mail = store.claim_mail(now, &[]).await.unwrap().unwrap();
    store.close_mail(mail.id).await.unwrap();
    mail.flow.unwrap()
}

/// Sends so many emails. Returns their flows.
async fn send(store: &Store, count: usize, now: UnixTime) -> Vec<String> {
    let mut flows = Vec::new();
    for _ in 0..count {
        flows.push(send_next(store, now).await);
    }
    flows
}

#[tokio::test]
async fn networks_alternate() {
    let store = store().await;
    request_many(&store, "a", 4, NOW).await;
    assert_eq!(send(&store, 2, NOW).await, ["a0", "a1"]);
    request_many(&store, "b", 2, NOW).await;
    request_many(&store, "c", 1, NOW).await;
    assert_eq!(send(&store, 5, NOW).await, ["a2", "b0", "c0", "a3", "b1"]);
}

#[tokio::test]
async fn delayed_mails_do_not_delay_other_mails_of_their_network() {
    let store = store().await;
    request_many(&store, "own", 10, NOW).await;
    send(&store, 10, NOW).await;
    for number in 0..10 {
        let (flow, address) = (format!("delayed{number}"), format!("own{number}"));
        request(&store, "own", &flow, &address, NOW).await;
    }
    request_many(&store, "other", 10, NOW).await;
    request(&store, "own", "owner", "owner", NOW).await;
    assert_eq!(send(&store, 3, NOW).await, ["other0", "owner", "other1"]);
    // When they are due, they take turns like others.
    let due = NOW.plus(RESEND_AFTER);
    assert_eq!(send(&store, 4, due).await, ["delayed0", "other2", "delayed1", "other3"]);
}

#[tokio::test]
async fn retried_mails_do_not_delay_other_mails_of_their_network() {
    let store = store().await;
    request_many(&store, "own", 10, NOW).await;
    let due = NOW.plus(15);
    for _ in 0..10 {
        let mail = store.claim_mail(NOW, &[]).await.unwrap().unwrap();
        store.postpone_mail(mail.id, NOW, due).await.unwrap();
    }
    request_many(&store, "other", 10, NOW).await;
    request(&store, "own", "owner", "owner", NOW).await;
    assert_eq!(send(&store, 3, NOW).await, ["other0", "owner", "other1"]);
    assert_eq!(send(&store, 4, due).await, ["own0", "other2", "own1", "other3"]);
}

#[tokio::test]
async fn delayed_and_claimed_mails_do_not_keep_the_first_turn() {
    let store = store().await;
    request_many(&store, "slow", 2, NOW).await;
    request(&store, "slow", "delayed", "slow0", NOW).await;
    // This email is being sent for a long time.
    assert_eq!(store.claim_mail(NOW, &[]).await.unwrap().unwrap().flow.unwrap(), "slow0");
    assert_eq!(send_next(&store, NOW).await, "slow1");
    request_many(&store, "own", 3, NOW).await;
    let mut sent = vec![send_next(&store, NOW).await];
    // Another network always has one email that waits.
    for number in 0..3 {
        let flow = format!("other{number}");
        request(&store, "other", &flow, &flow, NOW).await;
        sent.push(send_next(&store, NOW).await);
    }
    assert_eq!(sent, ["own0", "own1", "other0", "own2"]);
}

#[tokio::test]
async fn network_that_always_has_one_mail_does_not_overtake_a_second_mail() {
    let store = store().await;
    let others = ["n0", "n1", "n2"];
    for other in others {
        request(&store, other, &format!("{other}first"), other, NOW).await;
    }
    request(&store, "own", "neighbour", "neighbour", NOW).await;
    request(&store, "own", "owner", "owner", NOW).await;
    let mut sent = Vec::new();
    for number in 0..8 {
        let flow = send_next(&store, NOW).await;
        if let Some(other) = others.into_iter().find(|other| flow.starts_with(other)) {
            let next = format!("{other}next{number}");
            request(&store, other, &next, &next, NOW).await;
        }
        sent.push(flow);
    }
    assert!(sent.iter().any(|flow| flow == "owner"), "two rounds of four networks: {sent:?}");
    let recorded: i64 =
        sqlx::query_scalar("SELECT count(*) FROM network_turns").fetch_one(&store.pool).await.unwrap();
    assert!(recorded <= 4, "{recorded}");
}

#[tokio::test]
async fn series_of_new_networks_does_not_overtake_a_second_mail() {
    let store = store().await;
    for number in 0..4 {
        request_many(&store, &format!("first{number}-"), 1, NOW).await;
    }
    request(&store, "own", "neighbour", "neighbour", NOW).await;
    request(&store, "own", "owner", "owner", NOW).await;
    let mut sent = Vec::new();
    for number in 0..12 {
        request_many(&store, &format!("new{number}-"), 1, NOW.plus(number)).await;
        sent.push(send_next(&store, NOW.plus(number)).await);
    }
    assert!(sent.iter().any(|flow| flow == "owner"), "{sent:?}");
}

async fn count_with_turn(store: &Store) -> i64 {
    let statement = "SELECT COUNT(*) FROM outbox WHERE turn IS NOT NULL";
    sqlx::query_scalar(statement).fetch_one(&store.pool).await.unwrap()
}

#[tokio::test]
async fn flood_of_one_network_lets_the_mails_of_others_wait_for_one_of_its_own() {
    let store = store().await;
    request_many(&store, "stranger", 600, NOW).await;
    for number in 0..100 {
        let owner = format!("owner{number}");
        request(&store, &format!("other{number}"), &owner, &owner, NOW).await;
    }
    let sent = send(&store, 105, NOW).await;
    let of_owners = sent.iter().filter(|flow| flow.starts_with("owner")).count();
    assert_eq!(of_owners, 100, "{sent:?}");
    // Those of the flood get their turns meanwhile, not before.
    let store = super::super::tests::store().await;
    request_many(&store, "stranger", 600, NOW).await;
    send_next(&store, NOW).await;
    let with_turn = count_with_turn(&store).await;
    assert!((1..=200).contains(&with_turn), "{with_turn}");
}

#[tokio::test]
async fn change_notice_is_sent_before_a_flood_that_has_no_turns() {
    let store = store().await;
    request_many(&store, "stranger", 600, NOW).await;
    assert!(store.add_account("ada@example.org", &[1; 32], "hash", NOW).await.unwrap());
    let notice =
        "INSERT INTO outbox (address_id, queued_at, scheduled_at, next_attempt_at, give_up_at, language)
                  SELECT id, $1, $1, $1, $2, 'en' FROM addresses";
    let notice = sqlx::query(notice).bind(NOW.0).bind(NOW.plus(600).0);
    notice.execute(&store.pool).await.unwrap();
    let first = store.claim_mail(NOW, &[]).await.unwrap().unwrap();
    assert_eq!(first.flow, None);
}

#[tokio::test]
async fn networks_whose_mails_are_delayed_do_not_hide_others() {
    let store = store().await;
    for number in 0..300 {
        let (network, address) = (format!("delayed{number}"), format!("address{number}"));
        request(&store, &network, &format!("{network}first"), &address, NOW).await;
        request(&store, &network, &format!("{network}second"), &address, NOW).await;
    }
    send(&store, 300, NOW).await;
    request_many(&store, "stranger", 600, NOW).await;
    request(&store, "own", "owner", "owner", NOW).await;
    let sent = send(&store, 40, NOW).await;
    assert!(sent.iter().any(|flow| flow == "owner"), "{sent:?}");
}

#[tokio::test]
async fn turns_of_networks_without_waiting_mails_are_forgotten() {
    let store = store().await;
    for number in 0..20 {
        request_many(&store, &format!("network{number}-"), 1, NOW).await;
        send_next(&store, NOW).await;
    }
    let recorded: i64 =
        sqlx::query_scalar("SELECT count(*) FROM network_turns").fetch_one(&store.pool).await.unwrap();
    assert_eq!(recorded, 1);
}
