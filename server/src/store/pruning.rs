//! Deletion of expired data, in slices: other changes run between them, so nobody waits for more than one.

use sqlx::AssertSqlSafe;

use super::{ActiveSessions, Store};
use crate::domain::clock::UnixTime;
use crate::domain::lifetimes::NOTICE_LIFETIME;
use crate::domain::mail_schedule::SCHEDULE_RETENTION;
use crate::domain::throttle::CODES;
use crate::internal_error::InternalError;

/// Maximum number of rows that are deleted in one transaction, which takes a few milliseconds.
const SLICE_ROWS: u64 = 200;

/// Corrects times that were recorded by a clock that was ahead and has been set back to `$1`, as if they had been recorded
/// now. Readers correct them too (`UnixTime::corrected`); without this update they would never expire. An email is never due
/// before it was decided, so that the index of `due_at` finds schedules.
const CORRECT_FUTURE_TIMES: [&str; 5] = [
    "UPDATE recoveries SET link_expires_at = link_expires_at - (requested_at - $1),
            code_expires_at = code_expires_at - (requested_at - $1), requested_at = $1
     WHERE link_expires_at >= 0 AND requested_at > $1",
    "UPDATE outbox SET give_up_at = give_up_at - (queued_at - $1), queued_at = $1 WHERE queued_at > $1",
    "UPDATE mail_schedules SET due_at = due_at - (decided_at - $1), decided_at = $1
     WHERE due_at > $1 AND decided_at > $1",
    "UPDATE failures SET failed_at = $1 WHERE failed_at > $1",
    "DELETE FROM counters WHERE window_end > $1 AND window_start > $1",
];

impl Store {
    /// Deletes recoveries that were requested until `requested_until`, and counters, schedules and freeze links that
    /// expired before `now`. Recoveries with email in the outbox are kept. Returns the number of deleted recoveries.
    pub(crate) async fn prune(&self, now: UnixTime, requested_until: UnixTime) -> Result<u64, InternalError> {
        self.correct_future_times(now).await?;
        self.delete_until("counters", "subject, window_start", "window_end <= $1", now).await?;
        self.delete_until("freeze_tokens", "token_hash", "expires_at <= $1", now).await?;
        let schedules_until = now.minus(SCHEDULE_RETENTION);
        self.delete_until("mail_schedules", "subject", "due_at <= $1", schedules_until).await?;
        let failures_until = now.minus(CODES.retention);
        self.delete_until("failures", "subject, network", "failed_at <= $1", failures_until).await?;
        let expired = "link_expires_at >= 0 AND requested_at <= $1
                AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.flow = recoveries.flow)";
        self.delete_until("recoveries", "flow", expired, requested_until).await
    }

    /// Deletes the sessions that are not active.
    pub(crate) async fn prune_sessions(&self, active: &ActiveSessions) -> Result<(), InternalError> {
        self.delete_until("sessions", "token_hash", "created_at <= $1", active.opened_after).await?;
        self.delete_until("sessions", "token_hash", "used_at <= $1", active.used_after).await?;
        self.delete_until("sessions", "token_hash", "created_at > $1", active.opened_until).await?;
        Ok(())
    }

    /// Deletes the rows of `table` for which `condition` is true at `$1`, a slice at a time. Returns their number.
    async fn delete_until(
        &self,
        table: &'static str,
        key: &'static str,
        condition: &'static str,
        until: UnixTime,
    ) -> Result<u64, InternalError> {
        let statement = format!(
            "DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} WHERE {condition} LIMIT {SLICE_ROWS})"
        );
        let mut deleted = 0;
        loop {
            let statement = statement.clone();
            let slice = self.execute(move || sqlx::query(AssertSqlSafe(statement)).bind(until.0)).await?;
            deleted += slice;
            if slice < SLICE_ROWS {
                return Ok(deleted);
            }
        }
    }

    async fn correct_future_times(&self, now: UnixTime) -> Result<(), InternalError> {
        for statement in CORRECT_FUTURE_TIMES {
            self.execute(move || sqlx::query(statement).bind(now.0)).await?;
        }
        // No freeze link has a longer lifetime.
        let latest = now.plus(NOTICE_LIFETIME).0;
        let correct = move || {
            sqlx::query("UPDATE freeze_tokens SET expires_at = $1 WHERE expires_at > $1").bind(latest)
        };
        self.execute(correct).await.map(drop)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::config::Database;

    #[tokio::test]
    async fn expired_rows_of_several_slices_are_deleted() {
        const EXPIRED: i64 = 5 * SLICE_ROWS as i64 + 1;
        let store = Store::open(&Database::Memory).await.unwrap();
        let now = UnixTime(1_000_000_000);
        for (table, columns, values) in [
            (
                "recoveries",
                "flow, address_key, requested_at, link_expires_at, code_expires_at",
                "n, 'a', n, n, n",
            ),
            ("mail_schedules", "subject, sent, decided_at, due_at", "n, 1, n, n"),
            ("counters", "subject, window_start, window_end, counted", "n, n, n, 1"),
            ("failures", "subject, network, in_a_row, counted, failed_at", "n, 'a', 1, 1, n"),
        ] {
            let numbers = format!(
                "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {EXPIRED})"
            );
            let expired = format!("INSERT INTO {table} ({columns}) {numbers} SELECT {values} FROM numbers");
            store.execute(move || sqlx::query(AssertSqlSafe(expired))).await.unwrap();
            let current = format!(
                "INSERT INTO {table} ({columns}) WITH numbers(n) AS (SELECT {}) SELECT {values} FROM numbers",
                now.0
            );
            store.execute(move || sqlx::query(AssertSqlSafe(current))).await.unwrap();
        }
        assert_eq!(store.prune(now, UnixTime(now.0 - 1)).await.unwrap(), EXPIRED as u64);
        for table in ["recoveries", "mail_schedules", "counters", "failures"] {
            let count = AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
            let left: i64 = sqlx::query_scalar(count).fetch_one(&store.reader).await.unwrap();
            assert_eq!(left, i64::from(table != "counters"), "{table}");
        }
    }
}
