//! Forgetting what is no longer of use.

use super::Store;
use crate::clock::UnixTime;
use crate::recovery::NOTICE_VALID;
use crate::recovery::mail_schedule::FORGOTTEN_AFTER;
use crate::throttle::CODES;

/// What a clock that ran ahead wrote down becomes, once it was set back to `$1`, as if it had been written down now.
/// Readers see it so already; this makes it end.
const SET_BACK: [&str; 5] = [
    "UPDATE recoveries SET link_expires_at = link_expires_at - (requested_at - $1),
            code_expires_at = code_expires_at - (requested_at - $1), requested_at = $1
     WHERE requested_at > $1",
    "UPDATE outbox SET give_up_at = give_up_at - (queued_at - $1), queued_at = $1 WHERE queued_at > $1",
    "UPDATE mail_schedules SET due_at = due_at - (decided_at - $1), decided_at = $1 WHERE decided_at > $1",
    "UPDATE failures SET failed_at = $1 WHERE failed_at > $1",
    "DELETE FROM counters WHERE window_start > $1",
];

impl Store {
    /// Deletes recoveries whose link expired before `recoveries_before`, and all counts, limits and freeze links that
    /// ended before `now`; says how many recoveries there were. What is still in the outbox stays.
    pub(crate) async fn prune(&self, now: UnixTime, recoveries_before: UnixTime) -> Result<u64, sqlx::Error> {
        self.follow_clock_set_back(now).await?;
        sqlx::query("DELETE FROM counters WHERE window_end <= $1").bind(now.0).execute(&self.pool).await?;
        sqlx::query("DELETE FROM freeze_tokens WHERE expires_at <= $1")
            .bind(now.0)
            .execute(&self.pool)
            .await?;
        sqlx::query("DELETE FROM mail_schedules WHERE due_at <= $1")
            .bind(now.0 - i64::from(FORGOTTEN_AFTER))
            .execute(&self.pool)
            .await?;
        sqlx::query("DELETE FROM failures WHERE failed_at <= $1")
            .bind(now.0 - i64::from(CODES.memory))
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

    async fn follow_clock_set_back(&self, now: UnixTime) -> Result<(), sqlx::Error> {
        for set_back in SET_BACK {
            sqlx::query(set_back).bind(now.0).execute(&self.pool).await?;
        }
        // No link of a notice is made for longer.
        sqlx::query("UPDATE freeze_tokens SET expires_at = $1 WHERE expires_at > $1")
            .bind(now.plus(NOTICE_VALID).0)
            .execute(&self.pool)
            .await
            .map(drop)
    }
}
