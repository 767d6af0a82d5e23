//! Requests for recovery: which are open together, and which get a mail.

use sqlx::{Any, Transaction};

use super::Store;
use crate::clock::UnixTime;
use crate::languages::Language;
use crate::recovery::mail_schedule::{MAX_PER_DAY, MAX_PER_HOUR, MailSchedule, Turn};
use crate::recovery::{CODE_VALID, LINK_VALID};
use crate::secrets::{Challenge, Fingerprint, fingerprint};

/// So many recoveries of one requester stay open for an address, the newest ones.
const OPEN_RECOVERIES: i64 = 3;
const HOUR: u32 = 60 * 60;
const DAY: u32 = 24 * HOUR;

/// What a request for recovery writes down.
pub(crate) struct NewRecovery<'a> {
    pub(crate) flow: &'a str,
    pub(crate) address_key: &'a Fingerprint,
    /// Of the address.
    pub(crate) domain_key: &'a Fingerprint,
    pub(crate) challenge: Option<Challenge>,
    /// SHA-256 of the challenge, or of the network where there is none.
    pub(crate) requester: &'a Fingerprint,
    pub(crate) network: &'a Fingerprint,
    pub(crate) now: UnixTime,
    /// Seconds between the first two mails.
    pub(crate) resend_after: u32,
    /// Of the mail.
    pub(crate) language: &'static Language,
    /// Operators are told to wait, instead of having their mail put off; theirs count towards no total.
    pub(crate) by_operator: bool,
}

/// What became of a request.
pub(crate) enum Opened {
    /// The recovery exists. The requester's next mail goes out after so many seconds.
    Yes { resend_after: u64 },
    /// An operator asked again too soon.
    TooSoon { wait: u64 },
}

impl Store {
    /// Opens a recovery, and queues its mail unless there were too many. It never looks whether the address has an
    /// account: that is found out when the mail is written.
    pub(crate) async fn open_recovery(&self, new: &NewRecovery<'_>) -> Result<Opened, sqlx::Error> {
        let mut transaction = self.begin().await?;
        // Of many requests for one address at once, each sees what those before it have written.
        self.lock_subject(&mut transaction, new.address_key).await?;
        let by_requester = subject(new, b"requester", new.requester);
        let stored = schedule_of(&mut transaction, &by_requester).await?;
        let (schedule, resend_after) = MailSchedule::for_requester(stored, new.resend_after, new.now);
        keep_schedule(&mut transaction, &by_requester, &schedule).await?;

        let by_network = subject(new, b"network", new.network);
        let stored = schedule_of(&mut transaction, &by_network).await?;
        let (schedule, mut turn) = MailSchedule::for_network(stored, new.resend_after, new.now);
        if new.by_operator {
            let wait = match turn {
                Turn::Now => 0,
                Turn::At(due) | Turn::InPlaceOfOne(due) => due.since(new.now),
                Turn::LeftOut { wait } => wait,
            };
            if wait > 0 {
                return Ok(Opened::TooSoon { wait });
            }
        } else if matches!(turn, Turn::Now | Turn::At(_)) && !fits_totals(&mut transaction, new).await? {
            turn = Turn::LeftOut { wait: u64::from(HOUR) };
        }
        let due = match turn {
            Turn::Now => Some(new.now),
            Turn::At(due) => Some(due),
            Turn::InPlaceOfOne(due) => withdraw_put_off(&mut transaction, new).await?.then_some(due),
            Turn::LeftOut { .. } => None,
        };
        if matches!(turn, Turn::Now | Turn::At(_)) {
            keep_schedule(&mut transaction, &by_network, &schedule).await?;
        }
        insert_recovery(&mut transaction, new, due).await?;
        transaction.commit().await?;
        Ok(Opened::Yes { resend_after })
    }
}

fn subject(new: &NewRecovery<'_>, kind: &[u8], of: &Fingerprint) -> Fingerprint {
    fingerprint(&[kind, new.address_key.as_slice(), of.as_slice()].concat())
}

async fn schedule_of(
    transaction: &mut Transaction<'_, Any>,
    subject: &Fingerprint,
) -> Result<Option<MailSchedule>, sqlx::Error> {
    sqlx::query_as("SELECT sent, decided_at, due_at FROM mail_schedules WHERE subject = $1")
        .bind(subject.as_slice())
        .fetch_optional(&mut **transaction)
        .await
}

async fn keep_schedule(
    transaction: &mut Transaction<'_, Any>,
    subject: &Fingerprint,
    schedule: &MailSchedule,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO mail_schedules (subject, sent, decided_at, due_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (subject) DO UPDATE SET sent = $2, decided_at = $3, due_at = $4",
    )
    .bind(subject.as_slice())
    .bind(schedule.sent)
    .bind(schedule.decided_at)
    .bind(schedule.due_at)
    .execute(&mut **transaction)
    .await
    .map(drop)
}

/// Counts one more mail to the address; false, with nothing counted, if this hour or this day has had its share.
async fn fits_totals(
    transaction: &mut Transaction<'_, Any>,
    new: &NewRecovery<'_>,
) -> Result<bool, sqlx::Error> {
    if new.resend_after == 0 {
        return Ok(true);
    }
    let address: String = new.address_key.iter().map(|byte| format!("{byte:02x}")).collect();
    let windows = [("hour", HOUR, MAX_PER_HOUR), ("day", DAY, MAX_PER_DAY)].map(|(name, length, most)| {
        let start = UnixTime(new.now.0 - new.now.0.rem_euclid(i64::from(length)));
        (format!("mail-{name}:{address}"), start, start.plus(length), most)
    });
    for (subject, start, _, most) in &windows {
        let counted: Option<i64> =
            sqlx::query_scalar("SELECT counted FROM counters WHERE subject = $1 AND window_start = $2")
                .bind(subject)
                .bind(start.0)
                .fetch_optional(&mut **transaction)
                .await?;
        if counted.unwrap_or(0) >= *most {
            return Ok(false);
        }
    }
    for (subject, start, end, _) in &windows {
        sqlx::query(
            "INSERT INTO counters (subject, window_start, window_end, counted) VALUES ($1, $2, $3, 1)
             ON CONFLICT (subject, window_start) DO UPDATE SET counted = counters.counted + 1",
        )
        .bind(subject)
        .bind(start.0)
        .bind(end.0)
        .execute(&mut **transaction)
        .await?;
    }
    Ok(true)
}

/// Takes back the mail that was put off for an earlier request of the same network: the newer request's goes out in its
/// place. False if it has left meanwhile.
async fn withdraw_put_off(
    transaction: &mut Transaction<'_, Any>,
    new: &NewRecovery<'_>,
) -> Result<bool, sqlx::Error> {
    let withdrawn: Vec<String> = sqlx::query_scalar(
        "DELETE FROM outbox WHERE next_attempt_at > $1 AND attempts = 0 AND claimed_until IS NULL AND flow IN (
             SELECT flow FROM recoveries WHERE address_key = $2 AND network = $3
         ) RETURNING flow",
    )
    .bind(new.now.0)
    .bind(new.address_key.as_slice())
    .bind(new.network.as_slice())
    .fetch_all(&mut **transaction)
    .await?;
    for flow in &withdrawn {
        sqlx::query("UPDATE recoveries SET number = NULL WHERE flow = $1")
            .bind(flow)
            .execute(&mut **transaction)
            .await?;
    }
    Ok(!withdrawn.is_empty())
}

/// Writes the recovery down and, if it gets a mail, queues that and ends the requester's oldest.
async fn insert_recovery(
    transaction: &mut Transaction<'_, Any>,
    new: &NewRecovery<'_>,
    due: Option<UnixTime>,
) -> Result<(), sqlx::Error> {
    // What is mailed later works as long, from then on.
    let begins = due.unwrap_or(new.now);
    let (link_expires_at, code_expires_at) = (begins.plus(LINK_VALID), begins.plus(CODE_VALID));
    sqlx::query(
        "INSERT INTO recoveries (flow, address_key, challenge, requester, network, requested_at, link_expires_at,
                                 code_expires_at, number)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CASE WHEN $9 = 0 THEN NULL ELSE (
             SELECT COALESCE(MAX(number), 0) + 1 FROM recoveries WHERE address_key = $2 AND requester = $4
         ) END)",
    )
    .bind(new.flow)
    .bind(new.address_key.as_slice())
    .bind(new.challenge.as_ref().map(|challenge| challenge.0.as_slice()))
    .bind(new.requester.as_slice())
    .bind(new.network.as_slice())
    .bind(new.now.0)
    .bind(link_expires_at.0)
    .bind(code_expires_at.0)
    .bind(i64::from(due.is_some()))
    .execute(&mut **transaction)
    .await?;
    let Some(due) = due else { return Ok(()) };
    // Spent ones too: whoever asks must not see the difference.
    sqlx::query(
        "UPDATE recoveries SET superseded_at = $1
         WHERE address_key = $2 AND requester = $3 AND superseded_at IS NULL
           AND number <= (SELECT number FROM recoveries WHERE flow = $4) - $5",
    )
    .bind(new.now.0)
    .bind(new.address_key.as_slice())
    .bind(new.requester.as_slice())
    .bind(new.flow)
    .bind(OPEN_RECOVERIES)
    .execute(&mut **transaction)
    .await?;
    sqlx::query(
        "INSERT INTO outbox (flow, queued_at, scheduled_at, next_attempt_at, give_up_at, language, domain_key)
         VALUES ($1, $2, $2, $3, $4, $5, $6)",
    )
    .bind(new.flow)
    .bind(new.now.0)
    .bind(due.0)
    .bind(link_expires_at.0)
    .bind(new.language.tag)
    .bind(new.domain_key.as_slice())
    .execute(&mut **transaction)
    .await
    .map(drop)
}
