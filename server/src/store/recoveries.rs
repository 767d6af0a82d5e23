//! Recoveries: from the request to the change that spends them.

use sqlx::{Any, Transaction};

use super::Store;
use crate::address::EmailAddress;
use crate::clock::UnixTime;
use crate::languages::Language;
use crate::secrets::{Challenge, Fingerprint};

/// What a request for recovery writes down.
pub(crate) struct NewRecovery<'a> {
    pub(crate) flow: &'a str,
    pub(crate) address_key: &'a Fingerprint,
    /// Of the address.
    pub(crate) domain_key: &'a Fingerprint,
    pub(crate) challenge: Option<Challenge>,
    pub(crate) now: UnixTime,
    pub(crate) link_expires_at: UnixTime,
    pub(crate) code_expires_at: UnixTime,
    /// Of the mail.
    pub(crate) language: &'static Language,
    /// Refused if the address was last asked for after this moment.
    pub(crate) not_after: UnixTime,
}

/// What became of a request.
pub(crate) enum Opened {
    /// The recovery exists and its mail is queued.
    Yes,
    /// The address was asked for a moment ago.
    TooSoon { last: UnixTime },
}

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
    challenge: Option<Vec<u8>>,
    requested_at: i64,
    link_expires_at: i64,
    code_expires_at: i64,
    pub(crate) code_hash: Option<String>,
    pub(crate) code_tries: i64,
    superseded_at: Option<i64>,
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
        } else if self.superseded_at.is_some() {
            Standing::Superseded
        } else if now >= self.link_expires_at(now) {
            Standing::Expired
        } else {
            Standing::Open
        }
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
            "SELECT recoveries.flow, recoveries.account_id, password_hash, totp_secret, challenge, requested_at, link_expires_at, \
                    code_expires_at, code_hash, code_tries, superseded_at, spent_at, spent_key_hash \
             FROM recoveries LEFT JOIN accounts ON accounts.id = recoveries.account_id ",
            $from_where
        )
    };
}

impl Store {
    /// Opens a recovery, ends the address's earlier ones and queues the mail. It never looks whether the address has
    /// an account: that is found out when the mail is written.
    pub(crate) async fn open_recovery(&self, new: &NewRecovery<'_>) -> Result<Opened, sqlx::Error> {
        let mut transaction = self.begin().await?;
        // Of many requests at once the first locks this row until its recovery is written; the others see it then.
        let allowed = sqlx::query(
            "INSERT INTO address_requests (address_key, requested_at) VALUES ($1, $2)
             ON CONFLICT (address_key) DO UPDATE SET requested_at = $2 WHERE address_requests.requested_at <= $3",
        )
        .bind(new.address_key.as_slice())
        .bind(new.now.0)
        .bind(new.not_after.0)
        .execute(&mut *transaction)
        .await?;
        if allowed.rows_affected() == 0 {
            let last: i64 =
                sqlx::query_scalar("SELECT requested_at FROM address_requests WHERE address_key = $1")
                    .bind(new.address_key.as_slice())
                    .fetch_one(&mut *transaction)
                    .await?;
            return Ok(Opened::TooSoon { last: UnixTime(last) });
        }
        sqlx::query(
            "UPDATE recoveries SET superseded_at = $1
             WHERE address_key = $2 AND superseded_at IS NULL AND spent_at IS NULL",
        )
        .bind(new.now.0)
        .bind(new.address_key.as_slice())
        .execute(&mut *transaction)
        .await?;
        insert_recovery(&mut transaction, new).await?;
        transaction.commit().await?;
        Ok(Opened::Yes)
    }

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
               AND link_expires_at > $1",
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

async fn insert_recovery(
    transaction: &mut Transaction<'_, Any>,
    new: &NewRecovery<'_>,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO recoveries (flow, address_key, challenge, requested_at, link_expires_at, code_expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(new.flow)
    .bind(new.address_key.as_slice())
    .bind(new.challenge.as_ref().map(|challenge| challenge.0.as_slice()))
    .bind(new.now.0)
    .bind(new.link_expires_at.0)
    .bind(new.code_expires_at.0)
    .execute(&mut **transaction)
    .await?;
    sqlx::query(
        "INSERT INTO outbox (flow, queued_at, scheduled_at, next_attempt_at, give_up_at, language, domain_key)
         VALUES ($1, $2, $2, $2, $3, $4, $5)",
    )
    .bind(new.flow)
    .bind(new.now.0)
    .bind(new.link_expires_at.0)
    .bind(new.language.tag)
    .bind(new.domain_key.as_slice())
    .execute(&mut **transaction)
    .await
    .map(drop)
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
    sqlx::query(
        "UPDATE recoveries SET superseded_at = $1
         WHERE account_id = $2 AND superseded_at IS NULL AND spent_at IS NULL",
    )
    .bind(spending.now.0)
    .bind(spending.account_id)
    .execute(&mut **transaction)
    .await?;
    queue_notices(transaction, spending, generation).await
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
