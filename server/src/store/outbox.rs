//! Mail that is still to be sent, and what is written down while it is.

use super::Store;
use crate::clock::UnixTime;
use crate::secrets::Fingerprint;

/// One mail to be written and sent: a recovery mail if it has a `flow`, else a notice that the password was changed.
#[derive(sqlx::FromRow)]
pub(crate) struct Errand {
    pub(crate) id: i64,
    pub(crate) flow: Option<String>,
    pub(crate) queued_at: i64,
    pub(crate) attempts: i64,
    pub(crate) give_up_at: i64,
    /// Whether the recovery was asked for with a challenge, so that its code can be used.
    pub(crate) bound: bool,
    /// Whether a newer request ended the recovery before its mail was sent.
    pub(crate) superseded: bool,
    /// The account and its stored address; absent where a recovery was asked for an address that has none.
    pub(crate) account_id: Option<i64>,
    pub(crate) email: Option<String>,
}

impl Store {
    /// The oldest errand that is due.
    pub(crate) async fn next_errand(&self, now: UnixTime) -> Result<Option<Errand>, sqlx::Error> {
        sqlx::query_as(
            "SELECT outbox.id, outbox.flow, queued_at, attempts, give_up_at,
                    challenge IS NOT NULL AS bound, superseded_at IS NOT NULL AS superseded,
                    accounts.id AS account_id, accounts.email
             FROM outbox
             LEFT JOIN recoveries ON recoveries.flow = outbox.flow
             LEFT JOIN accounts ON accounts.id = outbox.account_id OR accounts.address_key = recoveries.address_key
             WHERE next_attempt_at <= $1
             ORDER BY outbox.id LIMIT 1",
        )
        .bind(now.0)
        .fetch_optional(&self.pool)
        .await
    }

    /// Whether nothing is due.
    pub(crate) async fn outbox_is_idle(&self, now: UnixTime) -> Result<bool, sqlx::Error> {
        let due: i64 = sqlx::query_scalar("SELECT count(*) FROM outbox WHERE next_attempt_at <= $1")
            .bind(now.0)
            .fetch_one(&self.pool)
            .await?;
        Ok(due == 0)
    }

    /// Writes down the hashes of a mail that is about to be sent: its token beside earlier ones, its code instead of
    /// an earlier one.
    pub(crate) async fn arm_recovery(
        &self,
        flow: &str,
        account_id: Option<i64>,
        token_hash: &Fingerprint,
        code_hash: Option<&str>,
    ) -> Result<(), sqlx::Error> {
        let mut transaction = self.begin().await?;
        sqlx::query("UPDATE recoveries SET account_id = $1, code_hash = $2 WHERE flow = $3")
            .bind(account_id)
            .bind(code_hash)
            .bind(flow)
            .execute(&mut *transaction)
            .await?;
        sqlx::query("INSERT INTO link_tokens (token_hash, flow) VALUES ($1, $2)")
            .bind(token_hash.as_slice())
            .bind(flow)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await
    }

    /// Takes an errand that is done, or given up, off the list.
    pub(crate) async fn close_errand(&self, id: i64) -> Result<(), sqlx::Error> {
        sqlx::query("DELETE FROM outbox WHERE id = $1").bind(id).execute(&self.pool).await.map(drop)
    }

    /// Puts a failed errand off.
    pub(crate) async fn postpone_errand(&self, id: i64, until: UnixTime) -> Result<(), sqlx::Error> {
        sqlx::query("UPDATE outbox SET attempts = attempts + 1, next_attempt_at = $1 WHERE id = $2")
            .bind(until.0)
            .bind(id)
            .execute(&self.pool)
            .await
            .map(drop)
    }
}
