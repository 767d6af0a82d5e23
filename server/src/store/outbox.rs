//! Mail that is still to be sent, and what is written down while it is.

use super::Store;
use crate::clock::UnixTime;
use crate::code_key::StoredCode;
use crate::languages::Language;
use crate::mail::MAX_FULL_DOMAINS;
use crate::secrets::Fingerprint;

/// The statement has room for so many domains.
const _: () = assert!(MAX_FULL_DOMAINS == 3);

/// How long one process may be at one mail, in seconds. After that it is taken for dead and another one tries. It is
/// longer than a sending is allowed to take.
const CLAIM: u32 = 120;

/// One mail to be written and sent: a recovery mail if it has a `flow`, else a notice that the password was changed.
#[derive(sqlx::FromRow)]
pub(crate) struct QueuedMail {
    pub(crate) id: i64,
    pub(crate) flow: Option<String>,
    pub(crate) queued_at: i64,
    pub(crate) attempts: i64,
    pub(crate) give_up_at: i64,
    /// Of a notice: which of the account's passwords it tells of.
    pub(crate) password_generation: i64,
    language: Option<String>,
    domain_key: Option<Vec<u8>>,
    bound: i64,
    superseded: i64,
    /// The account and its stored address; absent where a recovery was asked for an address that has none.
    pub(crate) account_id: Option<i64>,
    pub(crate) email: Option<String>,
}

impl QueuedMail {
    /// Whether the recovery was asked for with a challenge, so that its code can be used.
    pub(crate) fn is_bound(&self) -> bool {
        self.bound != 0
    }

    /// The recipient's domain; absent in mail that was queued before it was written down.
    pub(crate) fn domain(&self) -> Option<Fingerprint> {
        self.domain_key.as_deref()?.try_into().ok()
    }

    /// The language to write in.
    pub(crate) fn language(&self) -> &'static Language {
        Language::chosen(self.language.as_deref(), None)
    }

    /// Whether the recovery ended before its mail was sent.
    pub(crate) fn is_superseded(&self) -> bool {
        self.superseded != 0
    }
}

/// What stands in a recovery mail, as it is stored.
pub(crate) struct Arming<'a> {
    pub(crate) flow: &'a str,
    pub(crate) account_id: Option<i64>,
    pub(crate) token_hash: &'a Fingerprint,
    pub(crate) code: Option<&'a StoredCode>,
}

impl Store {
    /// Claims the oldest mail that is due and goes to none of `full_domains`, so that no other process takes it while
    /// this one lives.
    pub(crate) async fn claim_mail(
        &self,
        now: UnixTime,
        full_domains: &[Fingerprint],
    ) -> Result<Option<QueuedMail>, sqlx::Error> {
        let full = |place: usize| full_domains.get(place).map_or(&[][..], Fingerprint::as_slice);
        let claimed: Option<i64> = sqlx::query_scalar(self.engine.claim_mail())
            .bind(now.0)
            .bind(now.plus(CLAIM).0)
            .bind(now.plus(2 * CLAIM).0)
            .bind(full(0))
            .bind(full(1))
            .bind(full(2))
            .fetch_optional(&self.pool)
            .await?;
        let Some(id) = claimed else { return Ok(None) };
        sqlx::query_as(
            "SELECT outbox.id, outbox.flow, queued_at, attempts, give_up_at, language, domain_key,
                    outbox.password_generation,
                    CASE WHEN challenge IS NULL THEN 0 ELSE 1 END AS bound,
                    CASE WHEN superseded_at IS NULL AND ended_at IS NULL THEN 0 ELSE 1 END AS superseded,
                    addresses.account_id, addresses.email
             FROM outbox
             LEFT JOIN recoveries ON recoveries.flow = outbox.flow
             LEFT JOIN addresses
                 ON addresses.id = outbox.address_id OR addresses.address_key = recoveries.address_key
             WHERE outbox.id = $1",
        )
        .bind(id)
        .fetch_optional(&self.pool)
        .await
    }

    /// How many mails are due or under way.
    pub(crate) async fn mails_due(&self, now: UnixTime) -> Result<i64, sqlx::Error> {
        sqlx::query_scalar("SELECT count(*) FROM outbox WHERE next_attempt_at <= $1 OR scheduled_at > $1")
            .bind(now.0)
            .fetch_one(&self.pool)
            .await
    }

    /// Writes down the hashes of a mail that is about to be sent: its token beside earlier ones, its code instead of
    /// an earlier one.
    pub(crate) async fn arm_recovery(&self, arming: &Arming<'_>) -> Result<(), sqlx::Error> {
        let mut transaction = self.begin().await?;
        sqlx::query("UPDATE recoveries SET account_id = $1, code_salt = $2, code_mac = $3 WHERE flow = $4")
            .bind(arming.account_id)
            .bind(arming.code.map(|code| code.salt.as_slice()))
            .bind(arming.code.map(|code| code.mac.as_slice()))
            .bind(arming.flow)
            .execute(&mut *transaction)
            .await?;
        sqlx::query("INSERT INTO link_tokens (token_hash, flow) VALUES ($1, $2)")
            .bind(arming.token_hash.as_slice())
            .bind(arming.flow)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await
    }

    /// Takes a mail that is sent, or given up, off the list.
    pub(crate) async fn close_mail(&self, id: i64) -> Result<(), sqlx::Error> {
        sqlx::query("DELETE FROM outbox WHERE id = $1").bind(id).execute(&self.pool).await.map(drop)
    }

    /// Puts off a mail that could not be sent.
    pub(crate) async fn postpone_mail(
        &self,
        id: i64,
        now: UnixTime,
        until: UnixTime,
    ) -> Result<(), sqlx::Error> {
        sqlx::query(
            "UPDATE outbox SET attempts = attempts + 1, scheduled_at = $1, next_attempt_at = $2,
                    claimed_until = NULL
             WHERE id = $3",
        )
        .bind(now.0)
        .bind(until.0)
        .bind(id)
        .execute(&self.pool)
        .await
        .map(drop)
    }
}
