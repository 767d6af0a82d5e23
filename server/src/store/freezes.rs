//! "This was not me": the links of change notices, and what they do.

use super::Store;
use super::recoveries::end_recoveries;
use crate::clock::UnixTime;
use crate::secrets::Fingerprint;

/// A link that is about to be mailed.
pub(crate) struct NewFreezeToken<'a> {
    pub(crate) token_hash: &'a Fingerprint,
    pub(crate) account_id: i64,
    /// Which of the account's passwords its mail tells of.
    pub(crate) password_generation: i64,
    pub(crate) expires_at: UnixTime,
}

/// What a link may freeze.
#[derive(sqlx::FromRow)]
pub(crate) struct Freezable {
    pub(crate) account_id: i64,
    expires_at: i64,
    is_current: i64,
}

impl Freezable {
    /// The first moment at which the link no longer works.
    pub(crate) fn expires_at(&self) -> UnixTime {
        UnixTime(self.expires_at)
    }

    /// Whether the password that the link's mail tells of is still the account's.
    pub(crate) fn is_current(&self) -> bool {
        self.is_current != 0
    }
}

impl Store {
    /// Writes down the hash of a link that is about to be mailed.
    pub(crate) async fn arm_freeze(&self, new: &NewFreezeToken<'_>) -> Result<(), sqlx::Error> {
        sqlx::query(
            "INSERT INTO freeze_tokens (token_hash, account_id, password_generation, expires_at)
             VALUES ($1, $2, $3, $4)",
        )
        .bind(new.token_hash.as_slice())
        .bind(new.account_id)
        .bind(new.password_generation)
        .bind(new.expires_at.0)
        .execute(&self.pool)
        .await
        .map(drop)
    }

    /// What a link may freeze.
    pub(crate) async fn freezable(&self, token_hash: &Fingerprint) -> Result<Option<Freezable>, sqlx::Error> {
        sqlx::query_as(
            "SELECT account_id, expires_at,
                    CASE WHEN accounts.password_generation = freeze_tokens.password_generation THEN 1 ELSE 0 END
                        AS is_current
             FROM freeze_tokens JOIN accounts ON accounts.id = freeze_tokens.account_id
             WHERE token_hash = $1",
        )
        .bind(token_hash.as_slice())
        .fetch_optional(&self.pool)
        .await
    }

    /// Freezes an account until a recovery that is asked for from now on: ends its sessions and its open recoveries.
    /// A second time changes nothing.
    pub(crate) async fn freeze(&self, account_id: i64, now: UnixTime) -> Result<(), sqlx::Error> {
        let mut transaction = self.begin().await?;
        self.lock_account(&mut transaction, account_id).await?;
        sqlx::query("UPDATE accounts SET frozen_at = $1 WHERE id = $2 AND frozen_at IS NULL")
            .bind(now.0)
            .bind(account_id)
            .execute(&mut *transaction)
            .await?;
        sqlx::query("DELETE FROM sessions WHERE account_id = $1")
            .bind(account_id)
            .execute(&mut *transaction)
            .await?;
        end_recoveries(&mut transaction, account_id, now).await?;
        transaction.commit().await
    }
}
