//! Requests that share a transaction are decided as if each had its own.

#![allow(clippy::unwrap_used)]

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use proptest::prelude::*;

use super::batch::open_all;
use super::*;
use crate::crypto::secrets::sha256;
use crate::domain::client_network::ClientNetwork;
use crate::store::outbox::CLOCK_TOLERANCE;
use crate::store::tests::{NOW, RESEND_AFTER, store};

/// A request: the numbers of its address, network and device, and the seconds since the one before.
#[derive(Debug, Clone, Copy)]
struct Asked {
    address: u8,
    network: u8,
    device: u8,
    after: u32,
}

/// How long sqlx waits for a connection.
const CONNECTION_LIMIT: Duration = Duration::from_secs(30);
/// The network of operators, and the device of requests without challenge.
const NONE: u8 = 0;

fn asked() -> impl Strategy<Value = Asked> {
    let seconds = prop::sample::select(vec![0, 0, 0, 0, 1, 20, 60, 300, 1000]);
    (0..3_u8, 0..4_u8, 0..4_u8, seconds).prop_map(|(address, network, device, after)| Asked {
        address,
        network,
        device,
        after,
    })
}

fn request(number: usize, asked: Asked, now: UnixTime) -> NewRecovery {
    let by_operator = asked.network == NONE;
    let network = if by_operator { *ClientNetwork::for_operators().key() } else { sha256(&[asked.network]) };
    let challenge = (!by_operator && asked.device != NONE).then(|| Challenge(sha256(&[b'd', asked.device])));
    NewRecovery {
        flow: number.to_string(),
        address_key: sha256(&[b'a', asked.address]),
        domain_key: sha256(b"example.org"),
        challenge,
        requester: challenge.map_or(network, |challenge| sha256(&challenge.0)),
        network,
        now,
        resend_after: RESEND_AFTER,
        language: Language::english(),
        device: Device::default(),
        by_operator,
    }
}

impl Store {
    async fn open_together(&self, requests: Vec<NewRecovery>) -> Vec<OpenOutcome> {
        let engine = Arc::clone(&self.engine);
        let opened = self.write(move |connection| {
            Box::pin(async move { open_all(connection, &*engine, &requests).await })
        });
        opened.await.unwrap()
    }

    async fn open_one_by_one(&self, requests: Vec<NewRecovery>) -> Vec<OpenOutcome> {
        let mut outcomes = Vec::new();
        for new in requests {
            outcomes.push(self.open_recovery(new).await.unwrap());
        }
        outcomes
    }

    /// Sends the emails that are due.
    async fn send_all(&self, now: UnixTime) {
        while let Some(mail) = self.claim_mail(now, &[]).await.unwrap() {
            self.close_mail(mail.id).await.unwrap();
        }
    }

    /// All that requests have added.
    async fn rows(&self) -> Vec<String> {
        let rows = sqlx::query_scalar(
            "SELECT 'recovery ' || flow || ' ' || requested_at || ' ' || link_expires_at || ' ' || code_expires_at
                    || ' ' || COALESCE(number, 'no mail') || ' ' || COALESCE(superseded_at, 'open') FROM recoveries
             UNION ALL
             SELECT 'email ' || flow || ' ' || queued_at || ' ' || next_attempt_at || ' ' || give_up_at FROM outbox
             UNION ALL
             SELECT 'schedule ' || hex(subject) || ' ' || sent || ' ' || decided_at || ' ' || due_at FROM mail_schedules
             ORDER BY 1",
        );
        rows.fetch_all(&self.pool).await.unwrap()
    }
}

/// Runs the requests of each batch in one transaction, and in transactions of their own in another database.
async fn compare(batches: Vec<Vec<Asked>>) {
    let (together, one_by_one) = (store().await, store().await);
    let (mut now, mut number) = (NOW, 0);
    for batch in batches {
        let mut requests = Vec::new();
        for asked in batch {
            (now, number) = (now.plus(asked.after), number + 1);
            requests.push(request(number, asked, now));
        }
        assert_eq!(
            together.open_together(requests.clone()).await,
            one_by_one.open_one_by_one(requests).await
        );
        assert_eq!(together.rows().await, one_by_one.rows().await);
        together.send_all(now).await;
        one_by_one.send_all(now).await;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn requests_of_a_batch_are_decided_one_after_another(batches in prop::collection::vec(prop::collection::vec(asked(), 1..40), 1..5)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(compare(batches));
    }
}

#[tokio::test]
async fn limits_of_an_address_hold_within_a_batch() {
    let asked = |network| Asked { address: 1, network, device: NONE, after: 0 };
    let requests: Vec<_> = (0..128).map(|number| asked(1 + number % 120)).collect();
    compare(requests.chunks(64).map(<[Asked]>::to_vec).collect()).await;
    let store = store().await;
    let requests = (0..128).map(|number| request(number, asked(1 + number as u8), NOW)).collect();
    store.open_together(requests).await;
    let mails: i64 = sqlx::query_scalar("SELECT count(*) FROM outbox").fetch_one(&store.pool).await.unwrap();
    assert_eq!(mails, 96);
}

#[tokio::test]
async fn limits_count_emails_of_a_server_whose_clock_is_a_little_ahead() {
    let asked = |network| Asked { address: 1, network, device: NONE, after: 0 };
    for (ahead, mails) in [(0, 96), (1, 96), (CLOCK_TOLERANCE, 96), (CLOCK_TOLERANCE + 1, 160)] {
        let store = store().await;
        let requests = |networks: Range<u8>, now: UnixTime| -> Vec<NewRecovery> {
            networks.map(|network| request(network.into(), asked(network), now)).collect()
        };
        store.open_together(requests(1..101, NOW.plus(ahead))).await;
        store.open_together(requests(101..165, NOW)).await;
        let queued = sqlx::query_scalar::<_, i64>("SELECT count(*) FROM outbox").fetch_one(&store.pool);
        assert_eq!(queued.await.unwrap(), mails, "{ahead}");
    }
}

#[tokio::test]
async fn request_of_a_caller_that_has_gone_is_run() {
    let store = store().await;
    let asked = Asked { address: 1, network: 1, device: 1, after: 0 };
    for number in 0..3 {
        let mut opening = Box::pin(store.open_recovery(request(number, asked, NOW)));
        assert!(futures_util::poll!(&mut opening).is_pending());
    }
    store.open_recovery(request(3, asked, NOW)).await.unwrap();
    let opened: i64 =
        sqlx::query_scalar("SELECT count(*) FROM recoveries").fetch_one(&store.pool).await.unwrap();
    assert_eq!(opened, 4);
}

/// Requests fail together if the database has no connection, instead of one transaction after the other.
#[tokio::test]
async fn requests_without_a_connection_fail_together() {
    let store = store().await;
    let only = store.pool.acquire().await.unwrap();
    tokio::time::pause();
    let begun = tokio::time::Instant::now();
    let asked = Asked { address: 1, network: 1, device: 1, after: 0 };
    let requests = (0..200).map(|number| store.open_recovery(request(number, asked, NOW)));
    for opened in futures_util::future::join_all(requests).await {
        assert!(opened.unwrap_err().is_transient());
    }
    // The first request does not wait for the others.
    assert!(begun.elapsed() <= 2 * CONNECTION_LIMIT, "{:?}", begun.elapsed());
    drop(only);
}
