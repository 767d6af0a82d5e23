//! Counting in fixed windows: the requests of a client, the tries at a second factor.

use super::Store;
use crate::clock::UnixTime;

impl Store {
    /// Counts one more for `subject` in the window from `start` to `end`, and says how many there are now.
    pub(crate) async fn count(
        &self,
        subject: &str,
        start: UnixTime,
        end: UnixTime,
    ) -> Result<i64, sqlx::Error> {
        sqlx::query_scalar(
            "INSERT INTO counters (subject, window_start, window_end, counted) VALUES ($1, $2, $3, 1)
             ON CONFLICT (subject, window_start) DO UPDATE SET counted = counters.counted + 1
             RETURNING counted",
        )
        .bind(subject)
        .bind(start.0)
        .bind(end.0)
        .fetch_one(&self.pool)
        .await
    }
}
