//! What decides about the emails of requests: the schedules, and the emails to their addresses.

use std::collections::{BTreeSet, HashMap};

use sqlx::{AnyConnection, AssertSqlSafe};

use super::{DAY, HOUR, NewRecovery};
use crate::crypto::secrets::{Sha256Hash, sha256};
use crate::domain::client_network::ClientNetwork;
use crate::domain::clock::UnixTime;
use crate::domain::mail_schedule::{MailCounts, MailSchedule, SendDecision, address_allows_another};
use crate::store::from_row::from_row;
use crate::store::outbox::CLOCK_TOLERANCE;
use crate::store::rows::{padded_slices, parameters};

/// The schedules and the emails of the last day that concern some requests at one time. It follows what these add.
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

/// What [`count_mails_to`] counts.
struct CountedMails {
    address_key: Vec<u8>,
    requested_by: Option<Vec<u8>>,
    in_hour: i64,
    in_day: i64,
}

from_row!(CountedMails { address_key, requested_by, in_hour, in_day });

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
        requests: &[NewRecovery],
    ) -> Result<Self, sqlx::Error> {
        let now = requests.first().map_or(UnixTime(0), |new| new.now);
        let mut state =
            Self { now, schedules: HashMap::new(), changed: BTreeSet::new(), mails: HashMap::new() };
        let subjects: BTreeSet<_> =
            requests.iter().flat_map(|new| [requester_key(new), network_key(new)]).collect();
        state.select_schedules(connection, subjects.into_iter().collect()).await?;
        let addresses: BTreeSet<_> = requests.iter().map(|new| new.address_key).collect();
        let networks: BTreeSet<_> = requests.iter().map(|new| new.network).collect();
        state.count_mails(connection, addresses, networks).await?;
        Ok(state)
    }

    async fn select_schedules(
        &mut self,
        connection: &mut AnyConnection,
        subjects: Vec<Sha256Hash>,
    ) -> Result<(), sqlx::Error> {
        for subjects in padded_slices(&subjects) {
            let statement = format!(
                "SELECT subject, sent, decided_at, due_at FROM mail_schedules WHERE subject IN {}",
                parameters(1, subjects.len())
            );
            let mut select = sqlx::query_as(AssertSqlSafe(statement));
            for subject in &subjects {
                select = select.bind(subject.as_slice());
            }
            let rows: Vec<(Vec<u8>, i64, i64, i64)> = select.fetch_all(&mut *connection).await?;
            for (subject, sent, decided_at, due_at) in rows {
                let Ok(subject) = subject.try_into() else { continue };
                self.schedules.insert(subject, MailSchedule { sent, decided_at, due_at });
            }
        }
        Ok(())
    }

    async fn count_mails(
        &mut self,
        connection: &mut AnyConnection,
        addresses: BTreeSet<Sha256Hash>,
        networks: BTreeSet<Sha256Hash>,
    ) -> Result<(), sqlx::Error> {
        let (addresses, networks): (Vec<_>, Vec<_>) =
            (addresses.into_iter().collect(), networks.into_iter().collect());
        // There is one slice of each, because a transaction has at most `MAX_KEYS` requests.
        for (addresses, networks) in padded_slices(&addresses).zip(padded_slices(&networks)) {
            let mut select = sqlx::query_as(AssertSqlSafe(count_mails_to(addresses.len(), networks.len())));
            for key in addresses.iter().chain(&networks) {
                select = select.bind(key.as_slice());
            }
            let rows: Vec<CountedMails> = select
                .bind(self.counted_until().0)
                .bind(self.now.0 - i64::from(HOUR))
                .bind(self.now.0 - i64::from(DAY))
                .bind(ClientNetwork::for_operators().key().as_slice())
                .fetch_all(&mut *connection)
                .await?;
            for CountedMails { address_key, requested_by, in_hour, in_day } in rows {
                let Ok(address) = address_key.try_into() else { continue };
                let network = requested_by.and_then(|network| network.try_into().ok());
                self.mails.entry(address).or_default().insert(network, Period { in_hour, in_day });
            }
        }
        Ok(())
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
    sha256(&[b"requester", new.address_key.as_slice(), &new.requester].concat())
}

/// The key of the schedule of a network for one address.
fn network_key(new: &NewRecovery) -> Sha256Hash {
    sha256(&[b"network", new.address_key.as_slice(), &new.network].concat())
}

/// Counts the emails to so many addresses in the last hour and day, by those of so many networks that requested them. All
/// other networks are counted together: there can be many, and each row costs time.
pub(in crate::store) fn count_mails_to(addresses: usize, networks: usize) -> String {
    let [until, hour, day, operators] = [1, 2, 3, 4].map(|number| addresses + networks + number);
    format!(
        "SELECT address_key, CASE WHEN network IN {} THEN network END AS requested_by,
                COUNT(CASE WHEN requested_at > ${hour} THEN 1 END) AS in_hour, COUNT(*) AS in_day
         FROM recoveries
         WHERE address_key IN {} AND number IS NOT NULL AND requested_at > ${day} AND requested_at <= ${until}
           AND network <> ${operators}
         GROUP BY address_key, requested_by",
        parameters(addresses + 1, networks),
        parameters(1, addresses)
    )
}
