//! Request counters in fixed windows.

use std::collections::HashMap;
use std::sync::Arc;

use sqlx::{AnyConnection, AssertSqlSafe, FromRow};

use super::Store;
use super::engine::Engine;
use super::rows::{MAX_ROWS, RowsStatement, padded_row_count, padded_rows, unless_copy};
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

const INCREMENT: RowsStatement = RowsStatement {
    start: "INSERT INTO counters (subject, window_start, window_end, counted) SELECT *",
    row: "(?, ?, ?, ?)",
    end: "ON CONFLICT (subject, window_start) DO UPDATE SET counted = counters.counted + excluded.counted
          RETURNING subject, counted",
};

impl Store {
    /// Increments counters of different subjects in one transaction, and returns their new values.
    pub(crate) async fn increment_counters(
        &self,
        increments: Vec<CounterIncrement>,
    ) -> Result<Vec<i64>, InternalError> {
        let engine = Arc::clone(&self.engine);
        self.write(move |connection| {
            Box::pin(async move { increment_all(connection, &*engine, increments).await })
        })
        .await
    }
}

async fn increment_all(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    increments: Vec<CounterIncrement>,
) -> Result<Vec<i64>, InternalError> {
    let mut totals = HashMap::new();
    for rows in increments.chunks(MAX_ROWS) {
        let count = padded_row_count(rows.len());
        let mut increment = sqlx::query(AssertSqlSafe(INCREMENT.for_engine(engine, count)));
        for (row, is_copy) in padded_rows(rows, count) {
            increment = increment
                .bind(unless_copy(row.subject.as_str(), is_copy))
                .bind(row.start.0)
                .bind(row.end.0)
                .bind(row.by);
        }
        let counted = increment.fetch_all(&mut *connection).await?;
        let counted: Vec<(String, i64)> = counted.iter().map(FromRow::from_row).collect::<Result<_, _>>()?;
        totals.extend(counted);
    }
    Ok(increments.iter().map(|row| totals.get(&row.subject).copied().unwrap_or(row.by)).collect())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::store::tests::store;

    #[tokio::test]
    async fn totals_are_in_the_order_of_the_increments() {
        let store = store().await;
        for round in 1..=2 {
            for count in [1, 7, 8, 64, 75] {
                let increment = |by: i64| CounterIncrement {
                    subject: format!("{count}-{by}"),
                    start: UnixTime(0),
                    end: UnixTime(600),
                    by,
                };
                let increments: Vec<_> = (1..=count).map(increment).collect();
                let expected: Vec<i64> = (1..=count).map(|by| round * by).collect();
                assert_eq!(store.increment_counters(increments).await.unwrap(), expected);
            }
        }
    }
}
