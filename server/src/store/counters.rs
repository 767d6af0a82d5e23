//! Request counters in fixed windows.

use sqlx::AnyConnection;

use super::Store;
use crate::domain::clock::UnixTime;
use crate::internal_error::InternalError;

/// An increment of the counter of `subject` in the window from `start` to `end`.
#[derive(Clone)]
pub(crate) struct CounterIncrement {
    pub(crate) subject: String,
    pub(crate) start: UnixTime,
    pub(crate) end: UnixTime,
    pub(crate) by: i64,
}

impl Store {
    /// Increments counters in one transaction, and returns their new values.
    pub(crate) async fn increment_counters(
        &self,
        increments: Vec<CounterIncrement>,
    ) -> Result<Vec<i64>, InternalError> {
        self.write(move |connection| Box::pin(increment_all(connection, increments))).await
    }
}

async fn increment_all(
    connection: &mut AnyConnection,
    increments: Vec<CounterIncrement>,
) -> Result<Vec<i64>, InternalError> {
    let mut counted = Vec::with_capacity(increments.len());
    for increment in increments {
        let total = sqlx::query_scalar(
            "INSERT INTO counters (subject, window_start, window_end, counted) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (subject, window_start) DO UPDATE SET counted = counters.counted + $4
                 RETURNING counted",
        )
        .bind(increment.subject)
        .bind(increment.start.0)
        .bind(increment.end.0)
        .bind(increment.by)
        .fetch_one(&mut *connection)
        .await?;
        counted.push(total);
    }
    Ok(counted)
}
