//! Recoveries: from the request to the change that spends them.

use sqlx::{Any, Transaction};

use super::Store;
use crate::address::EmailAddress;
use crate::clock::UnixTime;
use crate::languages::Language;
use crate::secrets::{Challenge, Fingerprint};

/// Whether a recovery can still be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Open,
    Spent,
    Superseded,
    Expired,
}

/// A recovery and, if its address has one, its account.
#[derive(sqlx::FromRow)]
pub(crate) struct Recovery {
    pub(crate) flow: String,
    pub(crate) account_id: Option<i64>,
    pub(crate) password_hash: Option<String>,
    pub(crate) totp_secret: Option<Vec<u8>>,
    pub(crate) address_key: Vec<u8>,
    challenge: Option<Vec<u8>>,
    requested_at: i64,
    link_expires_at: i64,
    code_expires_at: i64,
    pub(crate) code_salt: Option<Vec<u8>>,
    pub(crate) code_mac: Option<Vec<u8>>,
    pub(crate) code_tries: i64,
    superseded_at: Option<i64>,
    ended_at: Option<i64>,
    spent_at: Option<i64>,
    pub(crate) spent_key_hash: Option<Vec<u8>>,
}

impl Recovery {
    /// What the asking device committed to, if it did.
    pub(crate) fn challenge(&self) -> Option<Challenge> {
        self.challenge.as_deref().and_then(|bytes| bytes.try_into().ok()).map(Challenge)
    }

    /// Whether it can still be used. What a person should hear first comes first.
    pub(crate) fn standing(&self, now: UnixTime) -> Standing {
        if self.spent_at.is_some() {
            Standing::Spent
        } else if self.is_superseded() || self.ended_at.is_some() {
            Standing::Superseded
        } else if now >= self.link_expires_at(now) {
            Standing::Expired
        } else {
            Standing::Open
        }
    }

    /// Whether newer requests of the same requester ended it: the one end that its requester may see without the mail.
    pub(crate) fn is_superseded(&self) -> bool {
        self.superseded_at.is_some()
    }

    /// The first moment at which the link no longer works.
    pub(crate) fn link_expires_at(&self, now: UnixTime) -> UnixTime {
        UnixTime(self.link_expires_at).as_of(UnixTime(self.requested_at), now)
    }

    /// The first moment at which the code no longer works.
    pub(crate) fn code_expires_at(&self, now: UnixTime) -> UnixTime {
        UnixTime(self.code_expires_at).as_of(UnixTime(self.requested_at), now)
    }
}

/// What a successful change writes down.
pub(crate) struct Spending<'a> {
    pub(crate) flow: &'a str,
    pub(crate) account_id: i64,
    pub(crate) password_hash: &'a str,
    pub(crate) key_hash: Option<&'a Fingerprint>,
    pub(crate) now: UnixTime,
    /// Of the notice.
    pub(crate) language: &'static Language,
    /// After this moment the notice of the change is no longer tried.
    pub(crate) notice_until: UnixTime,
}

macro_rules! select_recovery {
    ($from_where:literal) => {
        concat!(
            "SELECT recoveries.flow, recoveries.account_id, password_hash, totp_secret, address_key, challenge, \
                    requested_at, link_expires_at, code_expires_at, code_salt, code_mac, code_tries, superseded_at, \
                    ended_at, spent_at, spent_key_hash \
             FROM recoveries LEFT JOIN accounts ON accounts.id = recoveries.account_id ",
            $from_where
        )
    };
}

impl Store {
    /// The recovery that a link's token belongs to.
    pub(crate) async fn recovery_by_token(
        &self,
        token_hash: &Fingerprint,
    ) -> Result<Option<Recovery>, sqlx::Error> {
        sqlx::query_as(select_recovery!(
            "JOIN link_tokens ON link_tokens.flow = recoveries.flow WHERE token_hash = $1"
        ))
        .bind(token_hash.as_slice())
        .fetch_optional(&self.pool)
        .await
    }

    /// The recovery with this flow id.
    pub(crate) async fn recovery_by_flow(&self, flow: &str) -> Result<Option<Recovery>, sqlx::Error> {
        sqlx::query_as(select_recovery!("WHERE recoveries.flow = $1"))
            .bind(flow)
            .fetch_optional(&self.pool)
            .await
    }

    /// The recoveries that were mailed for the same address and the same device, and are not superseded: a code of any of
    /// them is as good.
    pub(crate) async fn mailed_alongside(&self, recovery: &Recovery) -> Result<Vec<Recovery>, sqlx::Error> {
        sqlx::query_as(select_recovery!(
            "WHERE address_key = $1 AND challenge = $2 AND code_mac IS NOT NULL AND superseded_at IS NULL"
        ))
        .bind(recovery.address_key.as_slice())
        .bind(recovery.challenge.as_deref())
        .fetch_all(&self.pool)
        .await
    }

    /// Takes one of `allowed` tries at the account's second factor; false if none was left.
    pub(crate) async fn take_second_factor_try(&self, flow: &str, allowed: i64) -> Result<bool, sqlx::Error> {
        let taken = sqlx::query(
            "UPDATE recoveries SET second_factor_tries = second_factor_tries + 1
             WHERE flow = $1 AND second_factor_tries < $2",
        )
        .bind(flow)
        .bind(allowed)
        .execute(&self.pool)
        .await?;
        Ok(taken.rows_affected() == 1)
    }

    /// Gives that try back: the second factor was right.
    pub(crate) async fn return_second_factor_try(&self, flow: &str) -> Result<(), sqlx::Error> {
        sqlx::query("UPDATE recoveries SET second_factor_tries = second_factor_tries - 1 WHERE flow = $1")
            .bind(flow)
            .execute(&self.pool)
            .await
            .map(drop)
    }

    /// Takes one of `allowed` tries at the code, before it is looked at: of many guesses at once no more than that
    /// are looked at. Answers how many are taken now, or `None` if none was left.
    pub(crate) async fn take_code_try(&self, flow: &str, allowed: i64) -> Result<Option<i64>, sqlx::Error> {
        sqlx::query_scalar(
            "UPDATE recoveries SET code_tries = code_tries + 1 WHERE flow = $1 AND code_tries < $2
             RETURNING code_tries",
        )
        .bind(flow)
        .bind(allowed)
        .fetch_optional(&self.pool)
        .await
    }

    /// Gives a try back: the code was right.
    pub(crate) async fn return_code_try(&self, flow: &str) -> Result<(), sqlx::Error> {
        sqlx::query("UPDATE recoveries SET code_tries = code_tries - 1 WHERE flow = $1 AND code_tries > 0")
            .bind(flow)
            .execute(&self.pool)
            .await
            .map(drop)
    }

    /// Spends a recovery and changes the password, all or nothing: every session of the account and its other
    /// recoveries end, it is no longer frozen, and a notice to each of its addresses is queued. False, with nothing changed, if it was no longer open.
    pub(crate) async fn spend_recovery(&self, spending: &Spending<'_>) -> Result<bool, sqlx::Error> {
        let mut transaction = self.begin().await?;
        // The account comes first wherever several rows of one are changed, so that nobody waits in a circle.
        if !self.lock_account(&mut transaction, spending.account_id).await? {
            return Ok(false);
        }
        let spent = sqlx::query(
            "UPDATE recoveries SET spent_at = $1, spent_key_hash = $2
             WHERE flow = $3 AND account_id = $4 AND spent_at IS NULL AND superseded_at IS NULL
               AND ended_at IS NULL AND link_expires_at > $1",
        )
        .bind(spending.now.0)
        .bind(spending.key_hash.map(Fingerprint::as_slice))
        .bind(spending.flow)
        .bind(spending.account_id)
        .execute(&mut *transaction)
        .await?;
        if spent.rows_affected() != 1 {
            return Ok(false);
        }
        change_password(&mut transaction, spending).await?;
        transaction.commit().await?;
        Ok(true)
    }
}

async fn change_password(
    transaction: &mut Transaction<'_, Any>,
    spending: &Spending<'_>,
) -> Result<(), sqlx::Error> {
    let generation: i64 = sqlx::query_scalar(
        "UPDATE accounts SET password_hash = $1, frozen_at = NULL, password_generation = password_generation + 1
         WHERE id = $2 RETURNING password_generation",
    )
    .bind(spending.password_hash)
    .bind(spending.account_id)
    .fetch_one(&mut **transaction)
    .await?;
    sqlx::query("DELETE FROM sessions WHERE account_id = $1")
        .bind(spending.account_id)
        .execute(&mut **transaction)
        .await?;
    end_recoveries(transaction, spending.account_id, spending.now).await?;
    queue_notices(transaction, spending, generation).await
}

/// Ends all open recoveries of an account, at all its addresses, those whose mail is still to be written too.
pub(super) async fn end_recoveries(
    transaction: &mut Transaction<'_, Any>,
    account_id: i64,
    now: UnixTime,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "UPDATE recoveries SET ended_at = $1
         WHERE address_key IN (SELECT address_key FROM addresses WHERE account_id = $2)
           AND ended_at IS NULL AND spent_at IS NULL",
    )
    .bind(now.0)
    .bind(account_id)
    .execute(&mut **transaction)
    .await
    .map(drop)
}

async fn queue_notices(
    transaction: &mut Transaction<'_, Any>,
    spending: &Spending<'_>,
    password_generation: i64,
) -> Result<(), sqlx::Error> {
    let addresses: Vec<(i64, String)> =
        sqlx::query_as("SELECT id, email FROM addresses WHERE account_id = $1 ORDER BY id")
            .bind(spending.account_id)
            .fetch_all(&mut **transaction)
            .await?;
    for (address_id, email) in addresses {
        let domain_key = EmailAddress::parse(&email).map(|email| email.domain_key());
        sqlx::query(
            "INSERT INTO outbox (address_id, queued_at, scheduled_at, next_attempt_at, give_up_at, language,
                                 domain_key, password_generation)
             VALUES ($1, $2, $2, $2, $3, $4, $5, $6)",
        )
        .bind(address_id)
        .bind(spending.now.0)
        .bind(spending.notice_until.0)
        .bind(spending.language.tag)
        .bind(domain_key.as_ref().map(Fingerprint::as_slice))
        .bind(password_generation)
        .execute(&mut **transaction)
        .await?;
    }
    Ok(())
}
