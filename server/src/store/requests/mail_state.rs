//! What decides about the emails of requests: the schedules, and the emails to their addresses.

use std::collections::{BTreeSet, HashMap};

use sqlx::{AnyConnection, AssertSqlSafe};

use super::{DAY, HOUR, NewRecovery};
use crate::crypto::secrets::{Sha256Hash, sha256};
use crate::domain::client_network::ClientNetwork;
use crate::domain::clock::UnixTime;
use crate::domain::mail_schedule::{MailCounts, MailSchedule, SendDecision, address_allows_another};
use crate::store::engine::Engine;
use crate::store::from_row::from_row;
use crate::store::outbox::CLOCK_TOLERANCE;
use crate::store::rows::{padded, padded_key_count, with_parameters_of};

/// The schedules and the emails of the last day that concern some requests at one time. It is updated as these add emails.
pub(super) struct MailState {
    now: UnixTime,
    schedules: HashMap<Sha256Hash, MailSchedule>,
    /// The subjects of the schedules that are not stored yet.
    changed: BTreeSet<Sha256Hash>,
    /// The emails to each address, by the networks that requested them: a network of these requests, or `None` for all
    /// others. Those that operators requested do not count.
    mails: HashMap<Sha256Hash, HashMap<Option<Sha256Hash>, Period>>,
}

/// The number of emails in the last hour and day.
#[derive(Clone, Copy, Default)]
struct Period {
    in_hour: i64,
    in_day: i64,
}

/// A row of [`select_state`]. One statement reads two kinds of rows, to save a round trip. With `due_at` it is a stored
/// schedule; without it, the number of emails to an address.
struct StateRow {
    key: Vec<u8>,
    network: Option<Vec<u8>>,
    in_hour_or_sent: i64,
    in_day_or_decided_at: i64,
    due_at: Option<i64>,
}

from_row!(StateRow { key, network, in_hour_or_sent, in_day_or_decided_at, due_at });

/// What the state says about a request.
pub(super) struct Decided {
    pub(super) requester_key: Sha256Hash,
    pub(super) requester_schedule: MailSchedule,
    pub(super) resend_after: u64,
    pub(super) network_key: Sha256Hash,
    pub(super) network_schedule: MailSchedule,
    pub(super) decision: SendDecision,
    /// Whether the limits on emails to the address allow another one.
    pub(super) address_allows_mail: bool,
}

impl MailState {
    /// Selects what concerns these requests, which have the same time.
    pub(super) async fn select(
        connection: &mut AnyConnection,
        engine: &dyn Engine,
        requests: &[NewRecovery],
    ) -> Result<Self, sqlx::Error> {
        let now = requests.first().map_or(UnixTime(0), |new| new.now);
        let mut state =
            Self { now, schedules: HashMap::new(), changed: BTreeSet::new(), mails: HashMap::new() };
        let count = padded_key_count(requests.len());
        let mut select = sqlx::query_as(AssertSqlSafe(select_state(engine, count)));
        let requests = || padded(requests, count);
        for new in requests() {
            select = select.bind(new.network.as_slice());
        }
        select = select.bind(now.0 - i64::from(HOUR));
        for new in requests() {
            select = select.bind(new.address_key.as_slice());
        }
        select = select
            .bind(now.0 - i64::from(DAY))
            .bind(state.counted_until().0)
            .bind(ClientNetwork::for_operators().key().to_vec());
        for key in requests().map(requester_key).chain(requests().map(network_key)) {
            select = select.bind(key.to_vec());
        }
        let rows: Vec<StateRow> = select.fetch_all(&mut *connection).await?;
        for row in rows {
            state.add(row);
        }
        Ok(state)
    }

    fn add(&mut self, row: StateRow) {
        let StateRow { key, network, in_hour_or_sent, in_day_or_decided_at, due_at } = row;
        let Ok(key) = key.try_into() else { return };
        if let Some(due_at) = due_at {
            let schedule = MailSchedule { sent: in_hour_or_sent, decided_at: in_day_or_decided_at, due_at };
            self.schedules.insert(key, schedule);
        } else {
            let network = network.and_then(|network| network.try_into().ok());
            let period = Period { in_hour: in_hour_or_sent, in_day: in_day_or_decided_at };
            self.mails.entry(key).or_default().insert(network, period);
        }
    }

    /// The latest time of an email that counts. Another server has stored later ones if its clock is a little ahead, or if
    /// these requests have waited. One that is much later shows that the clock has been set back.
    fn counted_until(&self) -> UnixTime {
        self.now.plus(CLOCK_TOLERANCE)
    }

    /// Decides about the email of a request.
    pub(super) fn decide(&self, new: &NewRecovery) -> Decided {
        let (requester_key, network_key) = (requester_key(new), network_key(new));
        let stored = |key| self.schedules.get(key).copied();
        let (requester_schedule, resend_after) =
            MailSchedule::for_requester(stored(&requester_key), new.resend_after, new.now);
        let (network_schedule, decision) =
            MailSchedule::for_network(stored(&network_key), new.resend_after, new.now);
        Decided {
            requester_key,
            requester_schedule,
            resend_after,
            network_key,
            network_schedule,
            decision,
            address_allows_mail: self.address_allows_mail(new),
        }
    }

    /// Whether the limits on emails to the address of a request allow another one.
    pub(super) fn address_allows_mail(&self, new: &NewRecovery) -> bool {
        if new.resend_after == 0 {
            return true;
        }
        let Some(networks) = self.mails.get(&new.address_key) else { return true };
        let of_network = networks.get(&Some(new.network)).copied().unwrap_or_default();
        let hour = MailCounts {
            total: networks.values().map(|period| period.in_hour).sum(),
            of_network: of_network.in_hour,
        };
        let day = MailCounts {
            total: networks.values().map(|period| period.in_day).sum(),
            of_network: of_network.in_day,
        };
        address_allows_another(hour, day)
    }

    /// Changes a schedule.
    pub(super) fn set_schedule(&mut self, key: Sha256Hash, schedule: MailSchedule) {
        if self.schedules.insert(key, schedule) != Some(schedule) {
            self.changed.insert(key);
        }
    }

    /// The schedules that were changed since the last call.
    pub(super) fn take_changed_schedules(&mut self) -> Vec<(Sha256Hash, MailSchedule)> {
        let changed = std::mem::take(&mut self.changed);
        changed.into_iter().filter_map(|key| Some((key, *self.schedules.get(&key)?))).collect()
    }

    /// Counts the email of a request.
    pub(super) fn mail_was_added(&mut self, new: &NewRecovery) {
        self.change_counts(new, new.now, 1);
    }

    /// Takes an email out of the counts that was requested for the same address from the same network.
    pub(super) fn mail_was_withdrawn(&mut self, new: &NewRecovery, requested_at: UnixTime) {
        self.change_counts(new, requested_at, -1);
    }

    fn change_counts(&mut self, new: &NewRecovery, requested_at: UnixTime, by: i64) {
        let is_within =
            |period| requested_at > self.now.minus(period) && requested_at <= self.counted_until();
        if new.network == *ClientNetwork::for_operators().key() || !is_within(DAY) {
            return;
        }
        let in_hour = is_within(HOUR);
        let counts = self.mails.entry(new.address_key).or_default().entry(Some(new.network)).or_default();
        counts.in_day += by;
        if in_hour {
            counts.in_hour += by;
        }
    }
}

/// The key of the schedule of a requester for one address.
fn requester_key(new: &NewRecovery) -> Sha256Hash {
    schedule_key(new, b"requester", &new.requester)
}

/// The key of the schedule of a network for one address.
fn network_key(new: &NewRecovery) -> Sha256Hash {
    schedule_key(new, b"network", &new.network)
}

/// The first half of the address's key, and the second half of a hash of the address, the kind and the subject. So the
/// schedules of a request are usually on one page of their table. Before migration 0021 all of it was the hash.
fn schedule_key(new: &NewRecovery, kind: &[u8], subject: &Sha256Hash) -> Sha256Hash {
    let mut key = sha256(&[kind, &new.address_key, subject].concat());
    let half = key.len() / 2;
    key[..half].copy_from_slice(&new.address_key[..half]);
    key
}

/// Selects the schedules of so many requests, and counts the emails to their addresses in the last hour and day, for each
/// of their networks. All other networks are counted together: there can be many, and each row costs time. The parameters
/// are, in this order: the networks, the time an hour ago, the addresses, the time a day ago, the latest time that counts,
/// the network of operators, and the keys of two schedules for each request.
pub(in crate::store) fn select_state(engine: &dyn Engine, requests: usize) -> String {
    let (keys, subjects) = (vec!["?"; requests].join(", "), vec!["?"; 2 * requests].join(", "));
    let statement = format!(
        "SELECT address_key AS key, CASE WHEN network IN ({keys}) THEN network END AS network,
                COUNT(CASE WHEN requested_at > ? THEN 1 END) AS in_hour_or_sent,
                COUNT(*) AS in_day_or_decided_at, NULL AS due_at
         FROM recoveries
         WHERE address_key IN ({keys}) AND number IS NOT NULL
           AND requested_at > ? AND requested_at <= ? AND network <> ?
         GROUP BY 1, 2
         UNION ALL
         SELECT subject, NULL, sent, decided_at, due_at FROM mail_schedules WHERE subject IN ({subjects})"
    );
    with_parameters_of(engine, statement)
}
