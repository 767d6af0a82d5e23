//! The order in which recovery mails are sent: client networks take turns.

use sqlx::{Any, Transaction};

use super::Store;
use crate::crypto::secrets::sha256;
use crate::domain::clock::UnixTime;

/// Gives a turn to the mails that are due at `$1` and have none. The first of a network gets the turn of the first mail that
/// waits or, if that is higher, the one after the network's last turn. Further ones follow.
const ASSIGN_TURNS: &str = "
    UPDATE outbox SET turn = assigned.turn
    FROM (
        SELECT id, position - 1 + CASE WHEN after_own > first_waiting THEN after_own ELSE first_waiting END AS turn
        FROM (
            SELECT id, ROW_NUMBER() OVER (PARTITION BY network ORDER BY next_attempt_at, id) AS position,
                   (SELECT COALESCE(MAX(own.turn), 0) + 1 FROM outbox AS own WHERE own.network = due.network)
                       AS after_own,
                   COALESCE((SELECT MIN(turn) FROM outbox WHERE turn > 0 AND claimed_until IS NULL),
                            (SELECT MAX(turn) FROM outbox WHERE turn > 0),
                            1) AS first_waiting
            FROM outbox AS due
            WHERE turn IS NULL AND (next_attempt_at <= $1 OR scheduled_at > $1)
        ) AS positions
    ) AS assigned
    WHERE outbox.id = assigned.id";

impl Store {
    /// Gives a turn to the mails that have become due. So a network with many mails delays only its own: a mail is sent after
    /// the mails of its network that were due before, and after at most one mail of every other network for each of these
    /// and for itself. The order depends on who requested the mails, not on who has an account.
    ///
    /// Delayed and retried mails get their turn when they are due. Until then they must neither advance their network nor
    /// keep the first turn.
    pub(super) async fn assign_turns(
        &self,
        transaction: &mut Transaction<'_, Any>,
        now: UnixTime,
    ) -> Result<(), sqlx::Error> {
        // Two processes must not assign the same turn. Transactions that lock an address never take this lock.
        self.lock_subject(transaction, &sha256(b"turns")).await?;
        sqlx::query(ASSIGN_TURNS).bind(now.0).execute(&mut **transaction).await.map(drop)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::config::Database;
    use crate::crypto::secrets::Challenge;
    use crate::domain::device::Device;
    use crate::i18n::Language;
    use crate::store::NewRecovery;

    const NOW: UnixTime = UnixTime(1_000_000);
    const RESEND_AFTER: u32 = 60;

    async fn store() -> Store {
        Store::open(&Database::Memory).await.unwrap()
    }

    /// Queues a mail to an address, requested from a network. A second one within a minute is delayed.
    async fn request(store: &Store, network: &str, flow: &str, address: &str, now: UnixTime) {
        let new = NewRecovery {
            flow,
            address_key: &sha256(address.as_bytes()),
            domain_key: &sha256(b"example.org"),
            challenge: Some(Challenge(sha256(flow.as_bytes()))),
            requester: &sha256(flow.as_bytes()),
            network: &sha256(network.as_bytes()),
            now,
            resend_after: RESEND_AFTER,
            language: Language::english(),
            device: Device::default(),
            by_operator: false,
        };
        store.open_recovery(&new).await.unwrap();
    }

    /// Queues `count` mails to different addresses.
    async fn request_many(store: &Store, network: &str, count: usize, now: UnixTime) {
        for number in 0..count {
            let flow = format!("{network}{number}");
            request(store, network, &flow, &flow, now).await;
        }
    }

    /// Sends the next mail. Returns its flow.
    async fn send_next(store: &Store, now: UnixTime) -> String {
        let mail = store.claim_mail(now, &[]).await.unwrap().unwrap();
        store.close_mail(mail.id).await.unwrap();
        mail.flow.unwrap()
    }

    /// Sends so many mails. Returns their flows.
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
        // This mail is being sent for a long time.
        assert_eq!(store.claim_mail(NOW, &[]).await.unwrap().unwrap().flow.unwrap(), "slow0");
        assert_eq!(send_next(&store, NOW).await, "slow1");
        request_many(&store, "own", 3, NOW).await;
        let mut sent = vec![send_next(&store, NOW).await];
        // Another network always has one mail that waits.
        for number in 0..3 {
            let flow = format!("other{number}");
            request(&store, "other", &flow, &flow, NOW).await;
            sent.push(send_next(&store, NOW).await);
        }
        assert_eq!(sent, ["own0", "own1", "other0", "own2"]);
    }
}
