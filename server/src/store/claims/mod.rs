//! Claims of emails, in the order of their turns.
//!
//! A domain that takes no more emails may have many of them, all with low turns. So the next emails are searched through the
//! domains (`waiting_domains`): only the first few emails of the first few domains are read.
//!
//! All of this runs under the lock of [`lock_turns`](super::Store::lock_turns), so that two processes cannot claim the
//! same email.

use std::collections::HashMap;

use sqlx::{AnyConnection, AssertSqlSafe};

use super::engine::Engine;
use super::from_row::from_row;
use super::rows::{
    RowsStatement, padded, padded_key_count, padded_keys, padded_rows, parameters, placeholders, together,
    unless_copy,
};
use super::waiting_domains::{NO_DOMAIN, WaitingMail, add_waiting};
use crate::domain::busy_domains::{BusyDomains, MAIL_WORKERS, MAX_FULL_DOMAINS, MAX_WORKERS_PER_DOMAIN};
use crate::domain::clock::UnixTime;

/// How long a claim of an email is valid, in seconds. After that the claiming process is considered dead. It is longer than
/// the maximum timeout for sending.
const CLAIM_LIFETIME: u32 = 120;
/// Maximum number of emails that one transaction claims.
pub(super) const MAX_CLAIMED: usize = MAIL_WORKERS;

/// Selects the emails whose claims ended until `$1`, because the claiming process is dead, and those whose claims end after
/// `$2`, which were made with a clock that was ahead. With one condition for both, or with an `UPDATE`, PostgreSQL would
/// read all claims.
pub(super) const SELECT_EXPIRED_CLAIMS: &str = "
    SELECT id FROM outbox WHERE claimed_until <= $1 UNION ALL SELECT id FROM outbox WHERE claimed_until > $2";

/// Names the next emails of domains.
const ADVANCE: RowsStatement = RowsStatement {
    start: "UPDATE waiting_domains SET turn = column2, mail_id = column3",
    row: "(?, ?, ?)",
    end: "AND waiting_domains.domain_key = column1",
};

/// The place of an email in the order of claims: its turn and its id.
type Position = (i64, i64);

/// The emails that are read to claim some of them.
struct ReadLimits {
    domains: usize,
    mails_of_domain: usize,
}

impl ReadLimits {
    fn for_claims(count: usize) -> Self {
        // Some domains may be at their limit. One email more than is claimed is read, to name it for the domain.
        Self { domains: count + MAX_FULL_DOMAINS, mails_of_domain: count.min(MAX_WORKERS_PER_DOMAIN) + 1 }
    }
}

/// A row of [`Engine::select_first_mails`].
struct FirstMail {
    domain_key: Vec<u8>,
    named_turn: i64,
    named_id: i64,
    turn: Option<i64>,
    id: Option<i64>,
}

from_row!(FirstMail { domain_key, named_turn, named_id, turn, id });

/// A domain with emails that may wait.
#[derive(Default)]
struct WaitingDomain {
    /// The email that `waiting_domains` names. No email of the domain that waits comes before it.
    named: Position,
    /// The first emails that wait. There may be more if they are as many as are read.
    mails: Vec<Position>,
}

impl WaitingDomain {
    /// The last email that was read, if there may be more.
    fn last_if_more(&self, limits: &ReadLimits) -> Option<Position> {
        self.mails.last().copied().filter(|_| self.mails.len() == limits.mails_of_domain)
    }
}

/// Which of the emails that were read are claimed.
#[derive(Default)]
struct Choice {
    claimed: Vec<i64>,
    /// The domains for which another email is to be named.
    advanced: Vec<(Vec<u8>, Position)>,
    /// The domains that have no email that waits.
    removed: Vec<Vec<u8>>,
    /// Whether emails that were not read may come next.
    may_have_more: bool,
}

impl Choice {
    /// Whether it changes nothing.
    fn is_empty(&self) -> bool {
        self.claimed.is_empty() && self.advanced.is_empty() && self.removed.is_empty()
    }
}

/// Claims up to `count` waiting emails with the lowest turns, except for email to domains that are at their limit, of which
/// there are at most [`MAX_FULL_DOMAINS`]. Returns their ids in this order.
pub(super) async fn claim_in_order(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    now: UnixTime,
    count: usize,
    mut busy_domains: BusyDomains,
) -> Result<Vec<i64>, sqlx::Error> {
    let mut claimed = Vec::new();
    loop {
        let missing = count - claimed.len();
        let limits = ReadLimits::for_claims(missing);
        let domains = select_first(connection, engine, &limits).await?;
        let choice = choose(domains, &limits, missing, &mut busy_domains);
        store_choice(connection, engine, now, &choice).await?;
        claimed.extend(&choice.claimed);
        if claimed.len() == count || !choice.may_have_more || choice.is_empty() {
            return Ok(claimed);
        }
    }
}

/// The first domains, and their first emails.
async fn select_first(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    limits: &ReadLimits,
) -> Result<HashMap<Vec<u8>, WaitingDomain>, sqlx::Error> {
    let number = |limit| i64::try_from(limit).unwrap_or(i64::MAX);
    let rows: Vec<FirstMail> = sqlx::query_as(engine.select_first_mails())
        .bind(number(limits.domains))
        .bind(number(limits.mails_of_domain - 1))
        .fetch_all(connection)
        .await?;
    let mut domains: HashMap<Vec<u8>, WaitingDomain> = HashMap::new();
    for FirstMail { domain_key, named_turn, named_id, turn, id } in rows {
        let domain = domains.entry(domain_key).or_default();
        domain.named = (named_turn, named_id);
        domain.mails.extend(turn.zip(id));
    }
    domains.values_mut().for_each(|domain| domain.mails.sort_unstable());
    Ok(domains)
}

/// Chooses up to `count` emails, and counts them in `busy_domains`. `limits` are those of what was read.
fn choose(
    domains: HashMap<Vec<u8>, WaitingDomain>,
    limits: &ReadLimits,
    count: usize,
    busy_domains: &mut BusyDomains,
) -> Choice {
    // Emails that were not read come after these positions: those of other domains, and those without domain, which have no
    // limit.
    let all_read = domains.len() < limits.domains;
    let last_named = domains.values().map(|domain| domain.named).max().filter(|_| !all_read);
    let last_without_domain = domains.get(NO_DOMAIN).and_then(|domain| domain.last_if_more(limits));
    let last = [last_named, last_without_domain].into_iter().flatten().min();
    let mut mails: Vec<(Position, &[u8])> = domains
        .iter()
        .flat_map(|(key, domain)| domain.mails.iter().map(|mail| (*mail, key.as_slice())))
        .filter(|(mail, _)| last.is_none_or(|last| *mail <= last))
        .collect();
    mails.sort_unstable();
    let mut choice = Choice { may_have_more: last.is_some(), ..Choice::default() };
    for ((_, id), key) in mails {
        if choice.claimed.len() == count {
            break;
        }
        // Emails without domain have no limit.
        if let Ok(domain) = key.try_into() {
            if busy_domains.is_full(&domain) {
                continue;
            }
            busy_domains.enter(domain);
        }
        choice.claimed.push(id);
    }
    for (key, domain) in domains {
        let next = domain.mails.iter().find(|(_, id)| !choice.claimed.contains(id));
        let next = next.copied().or(domain.last_if_more(limits));
        match next {
            None => choice.removed.push(key),
            Some(next) if next != domain.named => choice.advanced.push((key, next)),
            Some(_) => {}
        }
    }
    choice
}

async fn store_choice(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    now: UnixTime,
    choice: &Choice,
) -> Result<(), sqlx::Error> {
    let Choice { claimed, advanced, removed, .. } = choice;
    let rows = padded_key_count(claimed.len().max(advanced.len()).max(removed.len()));
    let keys = placeholders(rows);
    let parts = [
        (!claimed.is_empty())
            .then(|| format!("UPDATE outbox SET claimed_until = ? WHERE id IN {keys} AND turn IS NOT NULL")),
        (!advanced.is_empty()).then(|| ADVANCE.statement_for_keys("waiting_domains.domain_key", rows)),
        (!removed.is_empty()).then(|| format!("DELETE FROM waiting_domains WHERE domain_key IN {keys}")),
    ];
    let Some(statement) = together(engine, &parts) else { return Ok(()) };
    let mut change = sqlx::query(AssertSqlSafe(statement));
    if !claimed.is_empty() {
        change = change.bind(now.plus(CLAIM_LIFETIME).0);
    }
    for id in padded(claimed, rows) {
        change = change.bind(id);
    }
    for ((key, (turn, id)), is_copy) in padded_rows(advanced, rows) {
        change = change.bind(unless_copy(key.as_slice(), is_copy)).bind(turn).bind(id);
    }
    for (key, _) in padded(advanced, rows) {
        change = change.bind(key.as_slice());
    }
    for key in padded(removed, rows) {
        change = change.bind(key.as_slice());
    }
    change.execute(connection).await.map(drop)
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
mod tests;
