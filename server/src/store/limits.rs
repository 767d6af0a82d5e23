//! Request counters in fixed windows.

use super::Store;
use crate::domain::clock::UnixTime;
use crate::internal_error::InternalError;

impl Store {
    /// Increments the counter of `subject` in the window from `start` to `end`, and returns its new value.
    pub(crate) async fn increment_counter(
        &self,
        subject: &str,
        start: UnixTime,
        end: UnixTime,
    ) -> Result<i64, InternalError> {
        Ok(sqlx::query_scalar(
            "INSERT INTO counters (subject, window_start, window_end, counted) VALUES ($1, $2, $3, 1)
             ON CONFLICT (subject, window_start) DO UPDATE SET counted = counters.counted + 1
             RETURNING counted",
        )
        .bind(subject)
        .bind(start.0)
        .bind(end.0)
        .fetch_one(&self.pool)
        .await?)
    }
}
