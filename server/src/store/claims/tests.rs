#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::crypto::secrets::{Sha256Hash, sha256};
use crate::store::Store;
use crate::store::tests::{NOW, request, request_at_domain, store};

/// Claims all emails that can be claimed. Returns their flows.
async fn claim_all(store: &Store, now: UnixTime, excluded: &[Sha256Hash]) -> Vec<String> {
    let mut flows = Vec::new();
    while let Some(mail) = store.claim_mail(now, excluded).await.unwrap() {
        flows.push(mail.flow.unwrap());
    }
    flows
}

async fn waiting_domains(store: &Store) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM waiting_domains").fetch_one(&store.pool).await.unwrap()
}

#[tokio::test]
async fn excluded_domain_delays_only_its_own_emails() {
    let store = store().await;
    for (network, domain) in
        [("a", "slow"), ("a", "fast"), ("b", "slow"), ("b", "other"), ("c", "fast"), ("c", "slow")]
    {
        let flow = format!("{network}-{domain}");
        request_at_domain(&store, network, &flow, (&flow, domain), NOW).await;
    }
    let claimed = claim_all(&store, NOW, &[sha256(b"slow")]).await;
    assert_eq!(claimed, ["c-fast", "a-fast", "b-other"]);
    assert_eq!(waiting_domains(&store).await, 1);
    assert_eq!(claim_all(&store, NOW, &[]).await, ["a-slow", "b-slow", "c-slow"]);
    assert_eq!(waiting_domains(&store).await, 0);
}

#[tokio::test]
async fn deleted_email_does_not_block_its_domain() {
    let store = store().await;
    for flow in ["first", "second"] {
        request(&store, "own", flow, flow, NOW).await;
    }
    // The emails wait, but none can be claimed.
    assert!(store.claim_mail(NOW, &[sha256(b"example.org")]).await.unwrap().is_none());
    store.execute(|| sqlx::query("DELETE FROM outbox WHERE flow = 'first'")).await.unwrap();
    assert_eq!(claim_all(&store, NOW, &[]).await, ["second"]);
}

#[tokio::test]
async fn email_of_a_dead_process_is_claimed_again_at_its_turn() {
    let store = store().await;
    for flow in ["first", "second", "third"] {
        request(&store, "own", flow, flow, NOW).await;
    }
    assert_eq!(store.claim_mail(NOW, &[]).await.unwrap().unwrap().flow.unwrap(), "first");
    let (valid, expired) = (NOW.plus(CLAIM_LIFETIME - 1), NOW.plus(CLAIM_LIFETIME));
    assert_eq!(store.claim_mail(valid, &[]).await.unwrap().unwrap().flow.unwrap(), "second");
    assert_eq!(claim_all(&store, expired, &[]).await, ["first", "third"]);
}

#[tokio::test]
async fn many_emails_that_become_due_at_once_keep_their_order() {
    const COUNT: usize = 120;
    let store = store().await;
    for number in 0..COUNT {
        for network in ["first", "own"] {
            let flow = format!("{network}{number:03}");
            request(&store, network, &flow, &flow, NOW).await;
        }
    }
    let claimed = claim_all(&store, NOW, &[]).await;
    assert_eq!(claimed.len(), 2 * COUNT);
    let own: Vec<&String> = claimed.iter().filter(|flow| flow.starts_with("own")).collect();
    assert!(own.is_sorted(), "{own:?}");
    assert_eq!(store.due_mail_count(NOW).await.unwrap(), 2 * COUNT as i64);
}

/// More domains than one statement reads.
const DOMAINS: u8 = 24;
/// The number that stands for no domain.
const NONE: u8 = 0;

/// An email: the numbers of its network and its domain.
type Mail = (u8, u8);

fn key_of(domain: u8) -> Sha256Hash {
    sha256(domain.to_string().as_bytes())
}

/// Claims up to `count` emails in these transactions, and returns their ids. All are finished before the next transaction.
/// After each one, `deleted` of those that wait are deleted.
async fn claim(store: &Store, steps: &[(usize, u8)], busy_domains: &BusyDomains) -> Vec<Vec<i64>> {
    let mut claims = Vec::new();
    for (count, deleted) in steps {
        let claimed = store.claim_mails(NOW, *count, busy_domains.clone()).await.unwrap();
        claims.push(claimed.into_iter().map(|mail| mail.id).collect());
        let delete = "DELETE FROM outbox WHERE id IN (
            SELECT id FROM outbox WHERE claimed_until IS NULL ORDER BY turn, id LIMIT $1)";
        let deleted = i64::from(*deleted);
        store.execute(move || sqlx::query(delete).bind(deleted)).await.unwrap();
    }
    claims
}

/// The same, decided by reading all emails that wait: their turns, ids and domains.
fn expected(
    mut waiting: Vec<(i64, i64, Vec<u8>)>,
    steps: &[(usize, u8)],
    busy_domains: &BusyDomains,
) -> Vec<Vec<i64>> {
    waiting.sort_unstable();
    let mut claims = Vec::new();
    for (count, deleted) in steps {
        let (mut claimed, mut busy_domains) = (Vec::new(), busy_domains.clone());
        waiting.retain(|(_, id, domain)| {
            let domain: Option<Sha256Hash> = domain[..].try_into().ok();
            let takes = claimed.len() < *count && domain.is_none_or(|domain| !busy_domains.is_full(&domain));
            if takes {
                claimed.push(*id);
                domain.iter().for_each(|domain| busy_domains.enter(*domain));
            }
            !takes
        });
        claims.push(claimed);
        waiting.drain(..usize::from(*deleted).min(waiting.len()));
    }
    claims
}

async fn compare(mails: Vec<Mail>, busy: Vec<u8>, mut steps: Vec<(usize, u8)>) {
    // The workers that send to the busy domains do not wait for an email.
    let idle = MAIL_WORKERS - MAX_WORKERS_PER_DOMAIN * busy.len();
    steps.iter_mut().for_each(|(count, _)| *count = idle.min(*count));
    let store = store().await;
    for (number, (network, domain)) in mails.iter().enumerate() {
        let (flow, domain) = (number.to_string(), domain.to_string());
        request_at_domain(&store, &network.to_string(), &flow, (&flow, &domain), NOW).await;
    }
    let remove = "UPDATE outbox SET domain_key = NULL WHERE domain_key = $1";
    store.execute(move || sqlx::query(remove).bind(key_of(NONE).to_vec())).await.unwrap();
    // Gives turns, and claims nothing.
    store.claim_mails(NOW, 0, BusyDomains::default()).await.unwrap();
    let select = sqlx::query_as("SELECT turn, id, domain_key FROM outbox");
    let waiting: Vec<(i64, i64, Vec<u8>)> = select.fetch_all(&store.pool).await.unwrap();
    let mut busy_domains = BusyDomains::default();
    for domain in busy {
        for _ in 0..MAX_WORKERS_PER_DOMAIN {
            busy_domains.enter(key_of(domain));
        }
    }
    assert_eq!(claim(&store, &steps, &busy_domains).await, expected(waiting, &steps, &busy_domains));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn emails_are_claimed_in_the_order_of_their_turns(
        // Many of the emails have no domain.
        mails in prop::collection::vec((0..6_u8, prop_oneof![2 => NONE + 1..DOMAINS, 1 => Just(NONE)]), 1..100),
        busy in prop::collection::vec(NONE + 1..DOMAINS, 0..=MAX_FULL_DOMAINS),
        steps in prop::collection::vec((1..=MAX_CLAIMED, 0..20_u8), 1..8),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(compare(mails, busy, steps));
    }
}
