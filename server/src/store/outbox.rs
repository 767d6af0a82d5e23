//! The outbox: email that is still to be sent.

use sqlx::AnyConnection;

use super::Store;
use super::claims::{MAX_CLAIMED, claim_in_order, release_claims};
use super::from_row::from_row;
use super::retry::retry;
use crate::crypto::secrets::Sha256Hash;
use crate::domain::busy_domains::BusyDomains;
use crate::domain::clock::UnixTime;
use crate::domain::device::Device;
use crate::i18n::Language;
use crate::internal_error::InternalError;

/// An email that was scheduled later than this, in seconds from now, shows that the clock has been set back. Smaller
/// differences are normal: the clocks of several servers differ, and a time is a little older when a statement uses it.
pub(super) const CLOCK_TOLERANCE: u32 = 60;

/// Counts the emails that are due or being sent. Each part reads one index, and nothing else.
pub(super) const COUNT_DUE_MAILS: &str = "
    SELECT (SELECT COUNT(*) FROM outbox WHERE claimed_until IS NOT NULL)
         + (SELECT COUNT(*) FROM outbox WHERE domain_key IS NOT NULL AND turn IS NOT NULL AND claimed_until IS NULL)
         + (SELECT COUNT(*) FROM outbox
            WHERE turn IS NULL AND claimed_until IS NULL AND next_attempt_at >= 0 AND next_attempt_at <= $1)
         + (SELECT COUNT(*) FROM outbox
            WHERE turn IS NULL AND claimed_until IS NULL AND scheduled_at >= 0 AND scheduled_at > $2
              AND next_attempt_at > $1)";

/// The result of one transaction of a claim.
enum ClaimStep {
    /// Nothing was claimed, but there can be more emails. Other changes can run before the next transaction.
    Incomplete,
    /// The claimed emails.
    Done(Vec<QueuedMail>),
}

/// Selects up to [`MAX_CLAIMED`] emails by their ids.
pub(super) const SELECT_CLAIMED: &str = "
    SELECT outbox.id, outbox.flow, queued_at, attempts, give_up_at, language, domain_key,
           device_program, device_system, outbox.password_generation,
           CASE WHEN challenge IS NULL THEN 0 ELSE 1 END AS bound,
           CASE WHEN superseded_at IS NULL AND ended_at IS NULL THEN 0 ELSE 1 END AS superseded,
           addresses.account_id, addresses.email
    FROM outbox
    LEFT JOIN recoveries ON recoveries.flow = outbox.flow
    LEFT JOIN addresses ON addresses.id = outbox.address_id OR addresses.address_key = recoveries.address_key
    WHERE outbox.id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      AND claimed_until IS NOT NULL";
/// No email has this id.
const NO_ID: i64 = -1;

/// An email to compose and send: a recovery email if it has a `flow`, otherwise a notice that the password was changed.
pub(crate) struct QueuedMail {
    pub(crate) id: i64,
    pub(crate) flow: Option<String>,
    pub(crate) queued_at: i64,
    pub(crate) attempts: i64,
    pub(crate) give_up_at: i64,
    /// Generation of the password that a notice is about.
    pub(crate) password_generation: i64,
    language: Option<String>,
    domain_key: Option<Vec<u8>>,
    device_program: Option<String>,
    device_system: Option<String>,
    bound: i64,
    superseded: i64,
    /// The account and its registered address; `None` if the recovery was requested for an address without account.
    pub(crate) account_id: Option<i64>,
    pub(crate) email: Option<String>,
}

from_row!(QueuedMail {
    id,
    flow,
    queued_at,
    attempts,
    give_up_at,
    password_generation,
    language,
    domain_key,
    device_program,
    device_system,
    bound,
    superseded,
    account_id,
    email
});

impl QueuedMail {
    /// Whether the recovery was requested with a challenge, so that its code can be used.
    pub(crate) fn is_bound(&self) -> bool {
        self.bound != 0
    }

    /// The recipient's domain, if it is known.
    pub(crate) fn domain(&self) -> Option<Sha256Hash> {
        self.domain_key.as_deref()?.try_into().ok()
    }

    /// The language of the email.
    pub(crate) fn language(&self) -> &'static Language {
        Language::negotiate(self.language.as_deref(), None)
    }

    /// The device that requested the email or changed the password.
    pub(crate) fn device(&self) -> Device {
        Device::from_names(self.device_program.as_deref(), self.device_system.as_deref())
    }

    /// Whether the recovery ended before the email was sent.
    pub(crate) fn is_superseded(&self) -> bool {
        self.superseded != 0
    }
}

impl Store {
    /// Claims up to `count` due emails in the order of their turns, except for email to domains that are at their limit. No
    /// other process can claim them until they are closed or postponed, or the claim expires.
    ///
    /// Claims exclude each other, in all processes. So a process claims for all its workers that wait.
    pub(crate) async fn claim_mails(
        &self,
        now: UnixTime,
        count: usize,
        busy_domains: BusyDomains,
    ) -> Result<Vec<QueuedMail>, InternalError> {
        let count = count.min(MAX_CLAIMED);
        loop {
            let (store, busy_domains) = (self.clone(), busy_domains.clone());
            let mut random = [0; 32];
            getrandom::fill(&mut random)?;
            let step = self.write(move |connection| {
                Box::pin(async move {
                    Ok(store.claim_mails_in(connection, now, count, busy_domains, random).await?)
                })
            });
            if let ClaimStep::Done(mails) = step.await? {
                return Ok(mails);
            }
        }
    }

    async fn claim_mails_in(
        &self,
        connection: &mut AnyConnection,
        now: UnixTime,
        count: usize,
        busy_domains: BusyDomains,
        random: Sha256Hash,
    ) -> Result<ClaimStep, sqlx::Error> {
        self.lock_turns(connection).await?;
        release_claims(connection, &*self.engine, now).await?;
        let all_have_turns = self.assign_turns(connection, now, random).await?;
        let claimed = claim_in_order(connection, &*self.engine, now, count, busy_domains).await?;
        // An email can be deleted or postponed while it is claimed.
        let mails = select_claimed(connection, &claimed).await?;
        if mails.is_empty() {
            let is_last = all_have_turns && claimed.is_empty();
            return Ok(if is_last { ClaimStep::Done(mails) } else { ClaimStep::Incomplete });
        }
        self.prune_turns(connection).await?;
        Ok(ClaimStep::Done(mails))
    }

    /// The number of emails that are due or being sent.
    pub(crate) async fn due_mail_count(&self, now: UnixTime) -> Result<i64, InternalError> {
        retry(|| {
            sqlx::query_scalar(COUNT_DUE_MAILS)
                .bind(now.0)
                .bind(now.plus(CLOCK_TOLERANCE).0)
                .fetch_one(&self.reader)
        })
        .await
    }

    /// Schedules a retry of an email that could not be sent. It gets a new turn when it is due.
    pub(crate) async fn postpone_mail(
        &self,
        id: i64,
        now: UnixTime,
        until: UnixTime,
    ) -> Result<(), InternalError> {
        self.execute(move || {
            sqlx::query(
                "UPDATE outbox SET attempts = attempts + 1, scheduled_at = $1, next_attempt_at = $2,
                    claimed_until = NULL, turn = NULL
             WHERE id = $3",
            )
            .bind(now.0)
            .bind(until.0)
            .bind(id)
        })
        .await?;
        Ok(())
    }
}

/// The emails with these ids, in their order.
async fn select_claimed(
    connection: &mut AnyConnection,
    claimed: &[i64],
) -> Result<Vec<QueuedMail>, sqlx::Error> {
    if claimed.is_empty() {
        return Ok(Vec::new());
    }
    let mut select = sqlx::query_as(SELECT_CLAIMED);
    for index in 0..MAX_CLAIMED {
        select = select.bind(claimed.get(index).copied().unwrap_or(NO_ID));
    }
    let mut mails: Vec<QueuedMail> = select.fetch_all(connection).await?;
    mails.sort_by_key(|mail| claimed.iter().position(|id| *id == mail.id));
    Ok(mails)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::store::tests::{NOW, request, store};

    #[tokio::test]
    async fn delayed_mail_is_not_sent_early_by_a_server_whose_clock_is_a_little_behind() {
        let store = store().await;
        request(&store, "own", "first", "ada", NOW).await;
        let first = store.claim_mail(NOW, &[]).await.unwrap().unwrap();
        store.close_mail(first.id).await.unwrap();
        request(&store, "own", "delayed", "ada", NOW).await;
        for behind in [1, CLOCK_TOLERANCE] {
            let now = NOW.minus(behind);
            assert_eq!(store.due_mail_count(now).await.unwrap(), 0, "{behind}");
            assert!(store.claim_mail(now, &[]).await.unwrap().is_none(), "{behind}");
        }
        // The clock has been set back, so the email would wait for too long.
        let now = NOW.minus(CLOCK_TOLERANCE + 1);
        assert_eq!(store.due_mail_count(now).await.unwrap(), 1);
        assert_eq!(store.claim_mail(now, &[]).await.unwrap().unwrap().flow.unwrap(), "delayed");
    }
}
