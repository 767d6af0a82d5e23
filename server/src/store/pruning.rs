//! Deletion of expired data.

use super::Store;
use crate::domain::clock::UnixTime;
use crate::domain::lifetimes::NOTICE_LIFETIME;
use crate::domain::mail_schedule::SCHEDULE_RETENTION;
use crate::domain::throttle::CODES;
use crate::internal_error::InternalError;

/// Corrects times that were recorded by a clock that was ahead and has been set back to `$1`, as if they had been recorded
/// now. Readers correct them too (`UnixTime::corrected`); without this update they would never expire.
const CORRECT_FUTURE_TIMES: [&str; 5] = [
    "UPDATE recoveries SET link_expires_at = link_expires_at - (requested_at - $1),
            code_expires_at = code_expires_at - (requested_at - $1), requested_at = $1
     WHERE requested_at > $1",
    "UPDATE outbox SET give_up_at = give_up_at - (queued_at - $1), queued_at = $1 WHERE queued_at > $1",
    "UPDATE mail_schedules SET due_at = due_at - (decided_at - $1), decided_at = $1 WHERE decided_at > $1",
    "UPDATE failures SET failed_at = $1 WHERE failed_at > $1",
    "DELETE FROM counters WHERE window_start > $1",
];

impl Store {
    /// Deletes recoveries that were requested until `requested_until`, and counters, schedules and freeze links that
    /// expired before `now`. Recoveries with mail in the outbox are kept. Returns the number of deleted recoveries.
    pub(crate) async fn prune(&self, now: UnixTime, requested_until: UnixTime) -> Result<u64, InternalError> {
        self.correct_future_times(now).await?;
        self.execute(sqlx::query("DELETE FROM counters WHERE window_end <= $1").bind(now.0)).await?;
        self.execute(sqlx::query("DELETE FROM freeze_tokens WHERE expires_at <= $1").bind(now.0)).await?;
        self.execute(
            sqlx::query("DELETE FROM mail_schedules WHERE due_at <= $1")
                .bind(now.0 - i64::from(SCHEDULE_RETENTION)),
        )
        .await?;
        self.execute(
            sqlx::query("DELETE FROM failures WHERE failed_at <= $1")
                .bind(now.0 - i64::from(CODES.retention)),
        )
        .await?;
        let pruned = self
            .execute(
                sqlx::query(
                    "DELETE FROM recoveries WHERE requested_at <= $1
             AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.flow = recoveries.flow)",
                )
                .bind(requested_until.0),
            )
            .await?;
        Ok(pruned)
    }

    async fn correct_future_times(&self, now: UnixTime) -> Result<(), InternalError> {
        for statement in CORRECT_FUTURE_TIMES {
            self.execute(sqlx::query(statement).bind(now.0)).await?;
        }
        // No freeze link has a longer lifetime.
        self.execute(
            sqlx::query("UPDATE freeze_tokens SET expires_at = $1 WHERE expires_at > $1")
                .bind(now.plus(NOTICE_LIFETIME).0),
        )
        .await
        .map(drop)
    }
}
