//! Lookups by key that wait at the same time and are answered by one statement.
//!
//! A statement costs a round trip to PostgreSQL, or two switches between threads for a connection to SQLite. Both take
//! longer than to find a row. So a few tasks take all the lookups that came while their last statement ran. A lookup that
//! comes alone is not delayed.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use tokio::sync::{Mutex, mpsc, oneshot};

use super::retry::retry;
use super::rows::{MAX_KEYS, padded_keys};
use crate::internal_error::InternalError;

/// Maximum number of lookups that one statement answers.
const MAX_BATCH: usize = MAX_KEYS;
/// Maximum number of lookups that wait. Further ones wait for a place.
const MAX_WAITING: usize = 1024;

type Found<T> = Result<Option<T>, Arc<InternalError>>;

/// Sends lookups to the tasks that answer them. Clones share the tasks.
pub(super) struct Lookups<K, T>(mpsc::Sender<Lookup<K, T>>);

/// A lookup that waits.
struct Lookup<K, T> {
    key: K,
    answer: oneshot::Sender<Found<T>>,
}

impl<K, T> Clone for Lookups<K, T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<K, T> Lookups<K, T>
where
    K: Copy + Eq + Hash + Send + Sync + 'static,
    T: Clone + Send + Sync + 'static,
{
    /// Lookups that so many `tasks` answer, until all clones are dropped. `find` runs one statement, and returns the rows of
    /// these keys with their keys. The number of keys is one of a few. A key may be given several times.
    pub(super) fn new<F>(tasks: usize, find: impl Fn(Vec<K>) -> F + Clone + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<Vec<(K, T)>, sqlx::Error>> + Send + 'static,
    {
        let (sender, waiting) = mpsc::channel(MAX_WAITING);
        let waiting = Arc::new(Mutex::new(waiting));
        for _ in 0..tasks {
            tokio::spawn(run(Arc::clone(&waiting), find.clone()));
        }
        Self(sender)
    }

    /// The row with this key.
    pub(super) async fn find(&self, key: K) -> Result<Option<T>, InternalError> {
        let (answer, answered) = oneshot::channel();
        let lookup = Lookup { key, answer };
        self.0.send(lookup).await.map_err(|_| sqlx::Error::PoolClosed)?;
        let found = answered.await.map_err(|_| sqlx::Error::PoolClosed)?;
        found.map_err(InternalError::Shared)
    }
}

async fn run<K, T, F>(waiting: Arc<Mutex<mpsc::Receiver<Lookup<K, T>>>>, find: impl Fn(Vec<K>) -> F)
where
    K: Copy + Eq + Hash,
    T: Clone,
    F: Future<Output = Result<Vec<(K, T)>, sqlx::Error>>,
{
    let mut lookups = Vec::with_capacity(MAX_BATCH);
    // One task waits for lookups. While it runs its statement, another one waits.
    while waiting.lock().await.recv_many(&mut lookups, MAX_BATCH).await > 0 {
        // Those whose callers have gone need no answer.
        lookups.retain(|lookup| !lookup.answer.is_closed());
        let keys: Vec<K> = lookups.iter().map(|lookup| lookup.key).collect();
        let Some(keys) = padded_keys(&keys).next() else { continue };
        let rows = retry(|| find(keys.clone())).await;
        let rows = rows.map(|rows| rows.into_iter().collect::<HashMap<K, T>>()).map_err(Arc::new);
        for Lookup { key, answer } in lookups.drain(..) {
            let found = rows.as_ref().map(|rows| rows.get(&key).cloned()).map_err(Arc::clone);
            // An error means that the caller no longer waits.
            drop(answer.send(found));
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use futures_util::future::join_all;
    use proptest::prelude::*;
    use tokio::sync::Semaphore;

    use super::*;

    /// A table that has the even numbers below 100, and what was asked of it.
    #[derive(Clone, Default)]
    struct Table {
        statements: Arc<std::sync::Mutex<Vec<Vec<u8>>>>,
    }

    impl Table {
        async fn select(self, keys: Vec<u8>) -> Result<Vec<(u8, String)>, sqlx::Error> {
            let rows = keys.iter().copied().filter_map(row).collect();
            self.statements.lock().unwrap().push(keys);
            Ok(rows)
        }

        fn statements(&self) -> Vec<Vec<u8>> {
            self.statements.lock().unwrap().clone()
        }

        fn lookups(&self, tasks: usize) -> Lookups<u8, String> {
            let table = self.clone();
            Lookups::new(tasks, move |keys| table.clone().select(keys))
        }
    }

    fn row(key: u8) -> Option<(u8, String)> {
        (key < 100 && key.is_multiple_of(2)).then(|| (key, format!("row {key}")))
    }

    fn expected(key: u8) -> Option<String> {
        row(key).map(|(_, text)| text)
    }

    #[tokio::test]
    async fn lookups_that_wait_together_need_few_statements() {
        let table = Table::default();
        let lookups = table.lookups(1);
        let found = join_all((0..100).map(|key| lookups.find(key))).await;
        for (key, found) in (0..100).zip(found) {
            assert_eq!(found.unwrap(), expected(key));
        }
        assert_eq!(table.statements().iter().map(Vec::len).collect::<Vec<_>>(), [64, 64]);
    }

    #[tokio::test(start_paused = true)]
    async fn lookup_that_comes_alone_is_not_delayed() {
        let table = Table::default();
        let lookups = table.lookups(2);
        let started = tokio::time::Instant::now();
        for key in [4, 5] {
            assert_eq!(lookups.find(key).await.unwrap(), expected(key));
        }
        assert_eq!(started.elapsed(), std::time::Duration::ZERO);
        assert_eq!(table.statements(), [[4], [5]]);
    }

    #[tokio::test]
    async fn failure_reaches_all_callers_and_no_later_ones() {
        let failures = Arc::new(AtomicUsize::new(1));
        let lookups = Lookups::new(1, move |keys: Vec<u8>| {
            let fails =
                failures.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
            async move {
                if fails.is_ok() {
                    Err(sqlx::Error::PoolTimedOut)
                } else {
                    Ok(keys.into_iter().filter_map(row).collect())
                }
            }
        });
        for found in join_all((0..10).map(|key| lookups.find(key))).await {
            let error = found.unwrap_err();
            assert!(error.is_transient(), "{error}");
            assert_eq!(error.to_string(), InternalError::from(sqlx::Error::PoolTimedOut).to_string());
        }
        assert_eq!(lookups.find(4).await.unwrap(), expected(4));
    }

    #[tokio::test]
    async fn caller_that_goes_away_affects_no_other() {
        let (table, gate) = (Table::default(), Arc::new(Semaphore::new(0)));
        let (selected, opened) = (table.clone(), Arc::clone(&gate));
        let lookups = Lookups::new(1, move |keys| {
            let (table, gate) = (selected.clone(), Arc::clone(&opened));
            async move {
                gate.acquire().await.unwrap().forget();
                table.select(keys).await
            }
        });
        // The first three are in one statement, which waits. The others wait for the next one.
        let mut running: Vec<_> = [2, 4, 6].map(|key| Box::pin(lookups.find(key))).into();
        for lookup in &mut running {
            assert!(futures_util::poll!(lookup).is_pending());
        }
        tokio::task::yield_now().await;
        let mut waiting: Vec<_> = [8, 10, 12].map(|key| Box::pin(lookups.find(key))).into();
        for lookup in &mut waiting {
            assert!(futures_util::poll!(lookup).is_pending());
        }
        drop((running.remove(1), waiting.remove(1)));
        gate.add_permits(2);
        let found = join_all(running.into_iter().chain(waiting)).await;
        let found: Vec<_> = found.into_iter().map(Result::unwrap).collect();
        assert_eq!(found, [2, 6, 8, 12].map(expected));
        assert_eq!(table.statements(), [vec![2, 4, 6, 6], vec![8, 12, 12, 12]]);
    }

    proptest! {
        #[test]
        fn every_caller_gets_its_own_row(groups in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..90), 1..4), tasks in 1_usize..4) {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
            runtime.block_on(async {
                let lookups = Table::default().lookups(tasks);
                for keys in groups {
                    let found = join_all(keys.iter().map(|key| lookups.find(*key))).await;
                    for (key, found) in keys.into_iter().zip(found) {
                        assert_eq!(found.unwrap(), expected(key));
                    }
                }
            });
        }
    }
}
