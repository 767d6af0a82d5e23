//! Requests for a recovery: which recoveries stay open, and which get an email.

use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, AssertSqlSafe};

use super::Store;
use crate::crypto::secrets::{Challenge, Sha256Hash, sha256};
use crate::domain::client_network::ClientNetwork;
use crate::domain::clock::UnixTime;
use crate::domain::device::Device;
use crate::domain::lifetimes::{CODE_LIFETIME, LINK_LIFETIME};
use crate::domain::mail_schedule::{MailCounts, MailSchedule, SendDecision, address_allows_another};
use crate::i18n::Language;
use crate::internal_error::InternalError;

/// Maximum number of open recoveries of one device for one address. Older ones are superseded. Recoveries without challenge
/// are never superseded, because anybody in the same network may have requested the newer ones.
const MAX_OPEN_RECOVERIES: i64 = 3;
/// Maximum number of delayed emails to an address that were requested from one network. They are sent at the same time.
const MAX_DELAYED_MAILS: i64 = 2;
const HOUR: u32 = 60 * 60;
const DAY: u32 = 24 * HOUR;

macro_rules! upsert_schedules {
    () => {
        "INSERT INTO mail_schedules (subject, sent, decided_at, due_at) VALUES"
    };
}
macro_rules! on_conflict {
    () => {
        "ON CONFLICT (subject) DO UPDATE
         SET sent = excluded.sent, decided_at = excluded.decided_at, due_at = excluded.due_at"
    };
}

// The statements that look recoveries up by address. Each names only those with an email (`store::tests`).

/// Counts the emails to an address in the last hour and day, in total and of a network, and selects the schedules of a
/// requester and a network. One statement saves a round trip.
pub(super) const SELECT_MAIL_STATE: &str = "
    SELECT mails.in_hour, mails.in_day, mails.of_network_in_hour, mails.of_network_in_day,
           of_requester.sent, of_requester.decided_at, of_requester.due_at,
           of_network.sent, of_network.decided_at, of_network.due_at
    FROM (
        SELECT COUNT(CASE WHEN requested_at > $3 THEN 1 END) AS in_hour, COUNT(*) AS in_day,
               COUNT(CASE WHEN requested_at > $3 AND network = $5 THEN 1 END) AS of_network_in_hour,
               COUNT(CASE WHEN network = $5 THEN 1 END) AS of_network_in_day
        FROM recoveries
        WHERE address_key = $1 AND number IS NOT NULL AND requested_at > $4 AND requested_at <= $2
          AND network <> $6
    ) AS mails
    LEFT JOIN mail_schedules AS of_requester ON of_requester.subject = $7
    LEFT JOIN mail_schedules AS of_network ON of_network.subject = $8";

/// Counts the delayed emails to an address that were requested from one network.
pub(super) const COUNT_DELAYED_MAILS: &str = "
    SELECT COUNT(*) FROM outbox WHERE next_attempt_at > $1 AND attempts = 0 AND claimed_until IS NULL AND flow IN (
        SELECT flow FROM recoveries WHERE address_key = $2 AND network = $3 AND number IS NOT NULL
    )";

/// Deletes the delayed email of a requester.
pub(super) const WITHDRAW_DELAYED_MAIL: &str = "
    DELETE FROM outbox WHERE next_attempt_at > $1 AND attempts = 0 AND claimed_until IS NULL AND flow IN (
        SELECT flow FROM recoveries WHERE address_key = $2 AND network = $3 AND requester = $4 AND number IS NOT NULL
    ) RETURNING flow";

/// Inserts a recovery, with the next number of its requester if it gets an email.
pub(super) const INSERT_RECOVERY: &str = "
    INSERT INTO recoveries (flow, address_key, challenge, requester, network, requested_at, link_expires_at,
                            code_expires_at, number)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CASE WHEN $9 = 0 THEN NULL ELSE (
        SELECT COALESCE(MAX(number), 0) + 1 FROM recoveries
        WHERE address_key = $2 AND requester = $4 AND number IS NOT NULL
    ) END)";

// These statements run together with `INSERT_RECOVERY`, and have their parameters in common with it.

/// Stores the schedule of a requester.
const UPSERT_SCHEDULE: &str = concat!(upsert_schedules!(), " ($10, $11, $12, $13) ", on_conflict!());
/// Stores the schedules of a requester and of a network.
const UPSERT_SCHEDULES: &str =
    concat!(upsert_schedules!(), " ($10, $11, $12, $13), ($19, $20, $21, $22) ", on_conflict!());
/// Queues the email of a recovery.
const QUEUE_MAIL: &str = "
    INSERT INTO outbox (flow, queued_at, scheduled_at, next_attempt_at, give_up_at, language, domain_key,
                        network, turn, device_program, device_system)
    VALUES ($1, $6, $6, $14, $7, $15, $16, $5, NULL, $17, $18)";

/// Supersedes all but the newest recoveries of a device.
pub(super) const SUPERSEDE_OLDEST: &str = "
    UPDATE recoveries SET superseded_at = $1
    WHERE address_key = $2 AND requester = $3 AND superseded_at IS NULL
      AND challenge IS NOT NULL
      AND number <= (SELECT number FROM recoveries WHERE flow = $4) - $5";

/// A new recovery.
#[derive(Clone)]
pub(crate) struct NewRecovery {
    pub(crate) flow: String,
    pub(crate) address_key: Sha256Hash,
    pub(crate) domain_key: Sha256Hash,
    pub(crate) challenge: Option<Challenge>,
    /// SHA-256 of the challenge, or of the network if there is no challenge.
    pub(crate) requester: Sha256Hash,
    pub(crate) network: Sha256Hash,
    pub(crate) now: UnixTime,
    /// Seconds between the first two emails.
    pub(crate) resend_after: u32,
    /// Language of the email.
    pub(crate) language: &'static Language,
    /// The device that the email names.
    pub(crate) device: Device,
    /// Whether an operator requested it. It is rejected instead of delayed if an operator's last email to the address is too
    /// recent, and it does not count towards the limits of the address.
    pub(crate) by_operator: bool,
}

/// The result of a request.
pub(crate) enum OpenOutcome {
    /// The recovery is open. The requester's next email can be sent in `resend_after` seconds.
    Opened { resend_after: u64 },
    /// An operator's request is too early. Another one is accepted in `wait` seconds.
    TooSoon { wait: u64 },
}

impl Store {
    /// Opens a recovery, and queues its email unless there were too many. It does not look the account up. That is done when
    /// the email is composed.
    pub(crate) async fn open_recovery(&self, new: NewRecovery) -> Result<OpenOutcome, InternalError> {
        let (store, address_key) = (self.clone(), new.address_key);
        // Concurrent requests for one address wait for each other.
        self.write_subject(&address_key, move |connection| {
            Box::pin(async move { store.open_recovery_in(connection, &new).await })
        })
        .await
    }

    async fn open_recovery_in(
        &self,
        connection: &mut AnyConnection,
        new: &NewRecovery,
    ) -> Result<OpenOutcome, InternalError> {
        let by_requester = schedule_key(new, b"requester", &new.requester);
        let by_network = schedule_key(new, b"network", &new.network);
        let state = select_mail_state(connection, new, [&by_requester, &by_network]).await?;
        let (requester_schedule, resend_after) =
            MailSchedule::for_requester(state.of_requester, new.resend_after, new.now);
        let (network_schedule, mut decision) =
            MailSchedule::for_network(state.of_network, new.resend_after, new.now);
        if new.by_operator {
            let wait = match decision {
                SendDecision::Now => 0,
                SendDecision::Delay(due) | SendDecision::Join(due) => due.since(new.now),
                SendDecision::Skip { wait } => wait,
            };
            if wait > 0 {
                return Ok(OpenOutcome::TooSoon { wait });
            }
        } else if matches!(decision, SendDecision::Now | SendDecision::Delay(_)) && !state.address_allows_mail
        {
            decision = SendDecision::Skip { wait: u64::from(HOUR) };
        }
        let due = match decision {
            SendDecision::Now => Some(new.now),
            SendDecision::Delay(due) => Some(due),
            SendDecision::Join(due) => {
                joins_delayed_mails(connection, new, state.address_allows_mail).await?.then_some(due)
            }
            SendDecision::Skip { .. } => None,
        };
        // A network's schedule changes only with an email.
        let of_network = matches!(decision, SendDecision::Now | SendDecision::Delay(_))
            .then_some((&by_network, &network_schedule));
        self.insert_recovery(connection, new, due, (&by_requester, &requester_schedule), of_network).await?;
        if due.is_some() && new.challenge.is_some() {
            supersede_oldest(connection, new).await?;
        }
        Ok(OpenOutcome::Opened { resend_after })
    }

    /// Inserts the recovery, queues its email if that is `due`, and stores the schedules.
    async fn insert_recovery(
        &self,
        connection: &mut AnyConnection,
        new: &NewRecovery,
        due: Option<UnixTime>,
        of_requester: (&Sha256Hash, &MailSchedule),
        of_network: Option<(&Sha256Hash, &MailSchedule)>,
    ) -> Result<(), sqlx::Error> {
        // The lifetime of a delayed email's link starts when the email is due.
        let starts = due.unwrap_or(new.now);
        let schedules = if of_network.is_some() { UPSERT_SCHEDULES } else { UPSERT_SCHEDULE };
        let statements = [schedules, INSERT_RECOVERY, QUEUE_MAIL];
        let statements = &statements[..if due.is_some() { 3 } else { 2 }];
        let mut insert = sqlx::query(AssertSqlSafe(self.engine.together(statements)))
            .bind(&new.flow)
            .bind(new.address_key.as_slice())
            .bind(new.challenge.as_ref().map(|challenge| challenge.0.as_slice()))
            .bind(new.requester.as_slice())
            .bind(new.network.as_slice())
            .bind(new.now.0)
            .bind(starts.plus(LINK_LIFETIME).0)
            .bind(starts.plus(CODE_LIFETIME).0)
            .bind(i64::from(due.is_some()));
        insert = bind_schedule(insert, of_requester);
        if let Some(due) = due {
            insert = insert
                .bind(due.0)
                .bind(new.language.tag)
                .bind(new.domain_key.as_slice())
                .bind(new.device.program)
                .bind(new.device.system);
        }
        if let Some(of_network) = of_network {
            insert = bind_schedule(insert, of_network);
        }
        insert.execute(connection).await.map(drop)
    }
}

fn bind_schedule<'q>(
    query: Query<'q, Any, AnyArguments>,
    (subject, schedule): (&Sha256Hash, &MailSchedule),
) -> Query<'q, Any, AnyArguments> {
    query.bind(subject.to_vec()).bind(schedule.sent).bind(schedule.decided_at).bind(schedule.due_at)
}

/// The key of the schedule of a requester or network for one address.
fn schedule_key(new: &NewRecovery, kind: &[u8], of: &Sha256Hash) -> Sha256Hash {
    sha256(&[kind, new.address_key.as_slice(), of.as_slice()].concat())
}

/// What decides about the email of a request.
struct MailState {
    of_requester: Option<MailSchedule>,
    of_network: Option<MailSchedule>,
    /// Whether the limits on emails to the address allow another one. Emails that operators requested do not count.
    address_allows_mail: bool,
}

type MailStateRow =
    (i64, i64, i64, i64, Option<i64>, Option<i64>, Option<i64>, Option<i64>, Option<i64>, Option<i64>);

async fn select_mail_state(
    connection: &mut AnyConnection,
    new: &NewRecovery,
    [by_requester, by_network]: [&Sha256Hash; 2],
) -> Result<MailState, sqlx::Error> {
    let row: MailStateRow = sqlx::query_as(SELECT_MAIL_STATE)
        .bind(new.address_key.as_slice())
        .bind(new.now.0)
        .bind(new.now.0 - i64::from(HOUR))
        .bind(new.now.0 - i64::from(DAY))
        .bind(new.network.as_slice())
        .bind(ClientNetwork::for_operators().key().as_slice())
        .bind(by_requester.as_slice())
        .bind(by_network.as_slice())
        .fetch_one(connection)
        .await?;
    let schedule = |sent: Option<i64>, decided_at: Option<i64>, due_at: Option<i64>| {
        Some(MailSchedule { sent: sent?, decided_at: decided_at?, due_at: due_at? })
    };
    let hour = MailCounts { total: row.0, of_network: row.2 };
    let day = MailCounts { total: row.1, of_network: row.3 };
    Ok(MailState {
        of_requester: schedule(row.4, row.5, row.6),
        of_network: schedule(row.7, row.8, row.9),
        address_allows_mail: new.resend_after == 0 || address_allows_another(hour, day),
    })
}

/// Whether the email of a request is sent together with the delayed emails of its network. It replaces the delayed email of
/// the same requester, and never that of another one: anybody may be in the network.
async fn joins_delayed_mails(
    connection: &mut AnyConnection,
    new: &NewRecovery,
    address_allows_mail: bool,
) -> Result<bool, sqlx::Error> {
    if withdraw_own_delayed_mail(connection, new).await? {
        return Ok(true);
    }
    let delayed: i64 = sqlx::query_scalar(COUNT_DELAYED_MAILS)
        .bind(new.now.0)
        .bind(new.address_key.as_slice())
        .bind(new.network.as_slice())
        .fetch_one(&mut *connection)
        .await?;
    // If there is none, it has been sent meanwhile.
    Ok((1..MAX_DELAYED_MAILS).contains(&delayed) && address_allows_mail)
}

/// Removes the delayed email of an earlier request of this requester. Returns `false` if there is none.
async fn withdraw_own_delayed_mail(
    connection: &mut AnyConnection,
    new: &NewRecovery,
) -> Result<bool, sqlx::Error> {
    let withdrawn: Vec<String> = sqlx::query_scalar(WITHDRAW_DELAYED_MAIL)
        .bind(new.now.0)
        .bind(new.address_key.as_slice())
        .bind(new.network.as_slice())
        .bind(new.requester.as_slice())
        .fetch_all(&mut *connection)
        .await?;
    for flow in &withdrawn {
        sqlx::query("UPDATE recoveries SET number = NULL WHERE flow = $1")
            .bind(flow)
            .execute(&mut *connection)
            .await?;
    }
    Ok(!withdrawn.is_empty())
}

/// Supersedes the oldest open recoveries of the device.
async fn supersede_oldest(connection: &mut AnyConnection, new: &NewRecovery) -> Result<(), sqlx::Error> {
    // Redeemed recoveries are superseded too, so that the requester cannot detect a redemption.
    sqlx::query(SUPERSEDE_OLDEST)
        .bind(new.now.0)
        .bind(new.address_key.as_slice())
        .bind(new.requester.as_slice())
        .bind(&new.flow)
        .bind(MAX_OPEN_RECOVERIES)
        .execute(connection)
        .await
        .map(drop)
}
