//! Request counters in fixed windows.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use sqlx::{AnyConnection, AssertSqlSafe, FromRow};

use super::Store;
use super::engine::Engine;
use super::rows::{MAX_ROWS, RowsStatement, padded_row_count, padded_rows, unless_copy};
use super::shared_transactions::SharedChange;
use super::writer::ChangeFuture;
use crate::crypto::secrets::{Sha256Hash, sha256};
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
          RETURNING subject, window_start, counted",
};

/// The key of a counter: its subject and the start of its window.
type CounterKey = (String, i64);

impl CounterIncrement {
    fn key(&self) -> CounterKey {
        (self.subject.clone(), self.start.0)
    }
}

impl SharedChange for CounterIncrement {
    /// The value of the counter after this increment.
    type Outcome = i64;

    /// The subject is the network, so that one with many increments delays those of others little.
    fn network(&self) -> Sha256Hash {
        sha256(self.subject.as_bytes())
    }

    /// Increments each counter once. The counters are in the same order in all processes, which would otherwise wait for
    /// each other's rows.
    fn apply_all<'c>(
        increments: &'c [Self],
        connection: &'c mut AnyConnection,
        engine: &'c dyn Engine,
    ) -> ChangeFuture<'c, Vec<i64>> {
        Box::pin(async move {
            let mut sums = BTreeMap::<CounterKey, Self>::new();
            for increment in increments {
                let sum = sums.entry(increment.key()).or_insert_with(|| Self { by: 0, ..increment.clone() });
                sum.by += increment.by;
            }
            let sums: Vec<Self> = sums.into_values().collect();
            let mut values = add(connection, engine, &sums).await?;
            for sum in &sums {
                *values.entry(sum.key()).or_insert(sum.by) -= sum.by;
            }
            let value_after = |increment: &Self| {
                let value = values.entry(increment.key()).or_default();
                *value += increment.by;
                *value
            };
            Ok(increments.iter().map(value_after).collect())
        })
    }
}

impl Store {
    /// Increments a counter, in one transaction with the other increments that wait. Returns its value.
    pub(crate) async fn increment_counter(&self, increment: CounterIncrement) -> Result<i64, InternalError> {
        self.increments.run(increment).await
    }

    /// Increments counters in one transaction, and returns the value of each after its increment.
    pub(crate) async fn increment_counters(
        &self,
        increments: Vec<CounterIncrement>,
    ) -> Result<Vec<i64>, InternalError> {
        let engine = Arc::clone(&self.engine);
        self.write(move |connection| {
            Box::pin(async move { CounterIncrement::apply_all(&increments, connection, &*engine).await })
        })
        .await
    }
}

/// Increments different counters, and returns their values.
async fn add(
    connection: &mut AnyConnection,
    engine: &dyn Engine,
    increments: &[CounterIncrement],
) -> Result<HashMap<CounterKey, i64>, InternalError> {
    let mut values = HashMap::new();
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
        for row in increment.fetch_all(&mut *connection).await? {
            let (subject, start, counted) = FromRow::from_row(&row)?;
            values.insert((subject, start), counted);
        }
    }
    Ok(values)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::store::tests::store;

    #[tokio::test]
    async fn increments_of_one_transaction_return_the_values_after_each() {
        let store = store().await;
        let increment = |subject: &str, start: i64, by: i64| CounterIncrement {
            subject: subject.to_owned(),
            start: UnixTime(start),
            end: UnixTime(start + 600),
            by,
        };
        assert_eq!(store.increment_counter(increment("a", 0, 5)).await.unwrap(), 5);
        let increments = [
            increment("b", 0, 1),
            increment("a", 0, 1),
            increment("a", 600, 2),
            increment("a", 0, 3),
            increment("b", 0, 4),
        ];
        assert_eq!(store.increment_counters(increments.into()).await.unwrap(), [1, 6, 2, 9, 5]);
    }

    #[test]
    fn counters_take_turns() {
        let network = |subject: &str, start: i64| {
            let (subject, start) = (subject.to_owned(), UnixTime(start));
            CounterIncrement { subject, start, end: start.plus(600), by: 1 }.network()
        };
        assert_eq!(network("a", 0), network("a", 600));
        assert_ne!(network("a", 0), network("b", 0));
    }

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
