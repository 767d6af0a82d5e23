//! Forgetting what is no longer of use.

use super::Store;
use crate::clock::UnixTime;

impl Store {
    /// Deletes recoveries whose link expired before `recoveries_before`, and all counts, limits and freeze links that
    /// ended before `now`; says how many recoveries there were. What is still in the outbox stays.
    pub(crate) async fn prune(
        &self,
        now: UnixTime,
        recoveries_before: UnixTime,
        requests_before: UnixTime,
    ) -> Result<u64, sqlx::Error> {
        sqlx::query("DELETE FROM counters WHERE window_end <= $1").bind(now.0).execute(&self.pool).await?;
        sqlx::query("DELETE FROM freeze_tokens WHERE expires_at <= $1")
            .bind(now.0)
            .execute(&self.pool)
            .await?;
        sqlx::query("DELETE FROM address_requests WHERE requested_at <= $1")
            .bind(requests_before.0)
            .execute(&self.pool)
            .await?;
        let pruned = sqlx::query(
            "DELETE FROM recoveries WHERE link_expires_at <= $1
             AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.flow = recoveries.flow)",
        )
        .bind(recoveries_before.0)
        .execute(&self.pool)
        .await?;
        Ok(pruned.rows_affected())
    }
}
