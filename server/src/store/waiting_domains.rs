//! The domains with emails that wait to be claimed.
//!
//! `waiting_domains` names the first waiting email of each. An email that it names may have been claimed or deleted since.
//! No waiting email of the domain ever comes before the named one, because [`ADD_WAITING`] records each.

use std::collections::BTreeMap;

use sqlx::{AnyConnection, AssertSqlSafe};

use super::claims::CLAIM_LIFETIME;
use super::engine::Engine;
use super::rows::{
    AnyQuery, MAX_ROWS, RowsStatement, padded_keys, padded_row_count, padded_rows, parameters, unless_copy,
};
use crate::domain::clock::UnixTime;

/// The domain of emails without domain. It is never excluded.
pub(super) const NO_DOMAIN: &[u8] = &[0];

/// Selects the emails whose claims ended until `$1`, because the claiming process is dead, and those whose claims end after
/// `$2`, which were made with a clock that was ahead. With one condition for both, or with an `UPDATE`, PostgreSQL would
/// read all claims.
pub(super) const SELECT_EXPIRED_CLAIMS: &str = "
    SELECT id FROM outbox WHERE claimed_until <= $1 UNION ALL SELECT id FROM outbox WHERE claimed_until > $2";

/// An email that waits.
pub(super) struct WaitingMail<'m> {
    pub(super) domain_key: &'m [u8],
    pub(super) turn: i64,
    pub(super) id: i64,
}

/// Records that the first emails of domains wait.
pub(super) const ADD_WAITING: RowsStatement = RowsStatement {
    start: "INSERT INTO waiting_domains (domain_key, turn, mail_id) SELECT *",
    row: "(?, ?, ?)",
    end: "ON CONFLICT (domain_key) DO UPDATE SET turn = excluded.turn, mail_id = excluded.mail_id
          WHERE excluded.turn < waiting_domains.turn
             OR (excluded.turn = waiting_domains.turn AND excluded.mail_id < waiting_domains.mail_id)",
};

/// The first email of each domain.
pub(super) fn first_of_domains<'m>(mails: impl Iterator<Item = WaitingMail<'m>>) -> Vec<WaitingMail<'m>> {
    let mut first_mails = BTreeMap::new();
    for WaitingMail { domain_key, turn, id } in mails {
        let first = first_mails.entry(domain_key).or_insert((turn, id));
        *first = (turn, id).min(*first);
    }
    first_mails.into_iter().map(|(domain_key, (turn, id))| WaitingMail { domain_key, turn, id }).collect()
}

/// Binds the parameters of [`ADD_WAITING`] with room for so many rows.
pub(super) fn bind_waiting<'m>(
    mut add: AnyQuery<'m>,
    mails: &[WaitingMail<'m>],
    rows: usize,
) -> AnyQuery<'m> {
    for (mail, is_copy) in padded_rows(mails, rows) {
        add = add.bind(unless_copy(mail.domain_key, is_copy)).bind(mail.turn).bind(mail.id);
    }
    add
}

/// Records that these emails wait.
async fn add_waiting(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    mails: impl Iterator<Item = WaitingMail<'_>>,
) -> Result<(), sqlx::Error> {
    for mails in first_of_domains(mails).chunks(MAX_ROWS) {
        let rows = padded_row_count(mails.len());
        let add = sqlx::query(AssertSqlSafe(ADD_WAITING.for_engine(engine, rows)));
        bind_waiting(add, mails, rows).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Lets the emails wait whose claiming process is dead. They keep their turn.
pub(super) async fn release_claims(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    now: UnixTime,
) -> Result<(), sqlx::Error> {
    let expired: Vec<i64> = sqlx::query_scalar(SELECT_EXPIRED_CLAIMS)
        .bind(now.0)
        .bind(now.plus(2 * CLAIM_LIFETIME).0)
        .fetch_all(&mut *connection)
        .await?;
    let mut released: Vec<(Option<Vec<u8>>, Option<i64>, i64)> = Vec::new();
    for ids in padded_keys(&expired) {
        let ids_in = parameters(1, ids.len());
        let release = format!(
            "UPDATE outbox SET claimed_until = NULL WHERE id IN {ids_in} RETURNING domain_key, turn, id"
        );
        let mut release = sqlx::query_as(AssertSqlSafe(release));
        for id in ids {
            release = release.bind(id);
        }
        released.extend(release.fetch_all(&mut *connection).await?);
    }
    let waiting = released.iter().filter_map(|(domain_key, turn, id)| {
        Some(WaitingMail { domain_key: domain_key.as_deref()?, turn: (*turn)?, id: *id })
    });
    add_waiting(connection, engine, waiting).await
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
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
}
