//! "This was not me": the links of change notices, and what they do.

use super::Store;
use crate::clock::UnixTime;
use crate::secrets::Fingerprint;

impl Store {
    /// Writes down the hash of a link that is about to be mailed.
    pub(crate) async fn arm_freeze(
        &self,
        account_id: i64,
        token_hash: &Fingerprint,
        expires_at: UnixTime,
    ) -> Result<(), sqlx::Error> {
        sqlx::query("INSERT INTO freeze_tokens (token_hash, account_id, expires_at) VALUES ($1, $2, $3)")
            .bind(token_hash.as_slice())
            .bind(account_id)
            .bind(expires_at.0)
            .execute(&self.pool)
            .await
            .map(drop)
    }

    /// The account that a link may freeze, and until when.
    pub(crate) async fn freezable(
        &self,
        token_hash: &Fingerprint,
    ) -> Result<Option<(i64, UnixTime)>, sqlx::Error> {
        let found: Option<(i64, i64)> =
            sqlx::query_as("SELECT account_id, expires_at FROM freeze_tokens WHERE token_hash = $1")
                .bind(token_hash.as_slice())
                .fetch_optional(&self.pool)
                .await?;
        Ok(found.map(|(account, expires_at)| (account, UnixTime(expires_at))))
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
        sqlx::query(
            "UPDATE recoveries SET superseded_at = $1
             WHERE account_id = $2 AND superseded_at IS NULL AND spent_at IS NULL",
        )
        .bind(now.0)
        .bind(account_id)
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await
    }
}
