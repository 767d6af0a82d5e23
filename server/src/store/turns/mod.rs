//! The order in which recovery emails are sent: client networks take turns.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{AnyConnection, AssertSqlSafe};

use super::Store;
use super::engine::Engine;
use super::from_row::from_row;
use super::outbox::CLOCK_TOLERANCE;
use super::rows::{MAX_ROWS, RowsStatement, padded, padded_row_count, padded_rows, together, unless_copy};
use super::waiting_domains::{ADD_WAITING, NO_DOMAIN, WaitingMail, bind_waiting, first_of_domains};
use crate::crypto::secrets::Sha256Hash;
use crate::domain::clock::UnixTime;

/// Maximum number of emails of each kind that get a turn in one transaction. It limits how long other changes wait when
/// many emails become due at the same time.
macro_rules! max_assigned {
    () => {
        64
    };
}

/// Selects turns for emails that have none and are due at `$1`, or were scheduled after `$2`: for the oldest ones, for
/// change notices, and for the first one of several networks. Otherwise a network with many emails would let those of other
/// networks wait until all of its own have a turn. The networks are the first ones and those after `$4`, a random one, in
/// the order of their keys. So each network is reached soon, even if others only have emails that are not due.
///
/// The first email of a network gets the turn of the email that waits for the longest time or, if that is higher, the one
/// after the network's last turn. Further ones follow. If no email waits, all networks continue after the highest turn.
/// Using the lowest waiting turn instead would let new networks overtake a network's second email forever. Change notices
/// have no network and get turn 0. Emails without domain get domain `$3`. `$5` is less than all networks.
///
/// The time of a network's first email is selected a second time, because PostgreSQL would join all emails to find it by id.
pub(super) const SELECT_TURNS: &str = concat!(
    "WITH RECURSIVE networks (network, number) AS (
        SELECT network, 0 FROM (SELECT $4 AS network UNION ALL SELECT $5 AS network) AS first
        UNION ALL
        SELECT (SELECT outbox.network FROM outbox
                WHERE turn IS NULL AND claimed_until IS NULL AND outbox.network > networks.network
                ORDER BY outbox.network LIMIT 1), number + 1
        FROM networks WHERE networks.network IS NOT NULL AND number < ",
    max_assigned!(),
    "   )
    SELECT id, COALESCE((SELECT domain_key FROM outbox WHERE outbox.id = assigned.id), $3) AS domain_key, network, turn
    FROM (
        SELECT id, network,
               CASE WHEN network IS NULL THEN 0
                        WHEN next_of_network > first_waiting THEN next_of_network + position - 1
                        ELSE first_waiting + position - 1 END AS turn
        FROM (
            SELECT id, network,
                   ROW_NUMBER() OVER (PARTITION BY network ORDER BY next_attempt_at, id) AS position,
                   COALESCE((SELECT turn FROM network_turns WHERE network_turns.network = due.network), 0) + 1
                       AS next_of_network,
                   COALESCE((SELECT turn FROM outbox
                             WHERE network IS NOT NULL AND turn IS NOT NULL AND claimed_until IS NULL
                             ORDER BY next_attempt_at, id LIMIT 1),
                            (SELECT MAX(turn) FROM network_turns) + 1,
                            1) AS first_waiting
            FROM (
                SELECT * FROM (
                    SELECT id, network, next_attempt_at FROM outbox
                    WHERE turn IS NULL AND claimed_until IS NULL AND next_attempt_at >= 0 AND next_attempt_at <= $1
                    ORDER BY next_attempt_at, id LIMIT ",
    max_assigned!(),
    "           ) AS oldest
                UNION
                SELECT * FROM (
                    SELECT id, network, next_attempt_at FROM outbox
                    WHERE turn IS NULL AND claimed_until IS NULL AND network IS NULL AND next_attempt_at <= $1
                    ORDER BY next_attempt_at, id LIMIT ",
    max_assigned!(),
    "           ) AS notices
                UNION
                SELECT * FROM (
                    SELECT (SELECT id FROM outbox
                            WHERE turn IS NULL AND claimed_until IS NULL AND outbox.network = networks.network
                              AND next_attempt_at <= $1
                            ORDER BY next_attempt_at, id LIMIT 1) AS id,
                           network,
                           (SELECT MIN(next_attempt_at) FROM outbox
                            WHERE turn IS NULL AND claimed_until IS NULL AND outbox.network = networks.network
                              AND next_attempt_at <= $1) AS next_attempt_at
                    FROM networks WHERE number > 0 AND network IS NOT NULL
                ) AS first_of_networks WHERE id IS NOT NULL
                UNION
                SELECT * FROM (
                    SELECT id, network, next_attempt_at FROM outbox
                    WHERE turn IS NULL AND claimed_until IS NULL AND scheduled_at >= 0 AND scheduled_at > $2
                      AND next_attempt_at > $1
                    ORDER BY scheduled_at LIMIT ",
    max_assigned!(),
    "           ) AS due_because_of_clock
            ) AS due
        ) AS positions
    ) AS assigned"
);

/// Deletes some of the records that cannot affect a turn any more: those before the first email that waits, but not the
/// highest one. There are at most a few more for each email that is claimed.
pub(super) const PRUNE_TURNS: &str = "
    DELETE FROM network_turns WHERE network IN (
        SELECT network FROM network_turns
        WHERE turn < COALESCE((SELECT MIN(turn) FROM outbox WHERE turn > 0 AND claimed_until IS NULL),
                              (SELECT MAX(turn) FROM network_turns))
          AND turn < (SELECT MAX(turn) FROM network_turns)
        ORDER BY turn LIMIT 100
    )";

/// An email, and its turn of [`SELECT_TURNS`].
struct AssignedMail {
    id: i64,
    domain_key: Vec<u8>,
    network: Option<Vec<u8>>,
    turn: i64,
}

from_row!(AssignedMail { id, domain_key, network, turn });

const RECORD_TURNS: RowsStatement = RowsStatement {
    start: "INSERT INTO network_turns (network, turn) SELECT *",
    row: "(?, ?)",
    end: "ON CONFLICT (network) DO UPDATE SET turn = excluded.turn",
};

/// Stores the turns of emails.
const STORE_TURNS: RowsStatement = RowsStatement {
    start: "UPDATE outbox SET domain_key = column1, turn = column3",
    row: "(?, ?, ?)",
    end: "AND outbox.id = column2",
};

impl Store {
    /// Gives a turn to the emails that have become due. So a network with many emails delays only its own: an email is sent
    /// after the emails of its network that were due before, and after at most one email of every other network for each of
    /// these and for itself. The order depends on who requested the emails, not on who has an account.
    ///
    /// Delayed and retried emails get their turn when they are due. Until then they must neither advance their network nor
    /// keep the first turn.
    ///
    /// Returns whether all of them have a turn now. If not, the first emails of many networks have one. `random` chooses the
    /// networks. The caller holds the lock of [`lock_turns`](Self::lock_turns), so that two processes cannot assign the same
    /// turn.
    pub(super) async fn assign_turns(
        &self,
        connection: &mut AnyConnection,
        now: UnixTime,
        random: Sha256Hash,
    ) -> Result<bool, sqlx::Error> {
        let assigned: Vec<AssignedMail> = sqlx::query_as(SELECT_TURNS)
            .bind(now.0)
            .bind(now.plus(CLOCK_TOLERANCE).0)
            .bind(NO_DOMAIN)
            .bind(random.as_slice())
            .bind(Vec::new())
            .fetch_all(&mut *connection)
            .await?;
        let is_complete = assigned.len() < max_assigned!();
        let mut last_turns = BTreeMap::new();
        for AssignedMail { network, turn, .. } in &assigned {
            let Some(network) = network else { continue };
            let last = last_turns.entry(network.as_slice()).or_insert(*turn);
            *last = (*last).max(*turn);
        }
        for mails in assigned.chunks(MAX_ROWS) {
            store_turns(connection, &*self.engine, mails, &last_turns).await?;
        }
        Ok(is_complete)
    }

    /// Forgets the turns of networks that have no email with that turn or a higher one.
    pub(super) async fn prune_turns(&self, connection: &mut AnyConnection) -> Result<(), sqlx::Error> {
        sqlx::query(PRUNE_TURNS).execute(&mut *connection).await.map(drop)
    }
}

/// Stores the turns of emails, and the last turns of their networks. The emails themselves do not show these, because an
/// email that was sent is deleted: a network that always has one email in the outbox would get the first turn again and
/// again.
async fn store_turns(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    mails: &[AssignedMail],
    last_turns: &BTreeMap<&[u8], i64>,
) -> Result<(), sqlx::Error> {
    let networks: BTreeSet<&[u8]> = mails.iter().filter_map(|mail| mail.network.as_deref()).collect();
    let networks: Vec<&[u8]> = networks.into_iter().collect();
    let domains = first_of_domains(mails.iter().map(|mail| WaitingMail {
        domain_key: &mail.domain_key,
        turn: mail.turn,
        id: mail.id,
    }));
    let rows = padded_row_count(mails.len());
    let parts = [
        Some(STORE_TURNS.statement_for_keys("outbox.id", rows)),
        (!networks.is_empty()).then(|| RECORD_TURNS.statement(rows)),
        Some(ADD_WAITING.statement(rows)),
    ];
    let Some(statement) = together(engine, &parts) else { return Ok(()) };
    let mut store = sqlx::query(AssertSqlSafe(statement));
    for (mail, is_copy) in padded_rows(mails, rows) {
        store = store.bind(unless_copy(mail.domain_key.as_slice(), is_copy)).bind(mail.id).bind(mail.turn);
    }
    for mail in padded(mails, rows) {
        store = store.bind(mail.id);
    }
    for (network, is_copy) in padded_rows(&networks, rows) {
        store = store.bind(unless_copy(*network, is_copy)).bind(last_turns.get(network).copied());
    }
    bind_waiting(store, &domains, rows).execute(connection).await.map(drop)
}

#[cfg(test)]
mod tests;
