//! Whether the database responds. It is queried at most once a second, whatever the number of requests.

use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::store::Store;

/// How long a result is cached.
const CACHE_LIFETIME: Duration = Duration::from_secs(1);

/// Checks that the database responds.
pub(crate) struct Readiness {
    store: Store,
    cache: Cache,
}

impl Readiness {
    pub(crate) fn new(store: Store) -> Self {
        Self { store, cache: Cache::default() }
    }

    /// Whether the database responds, or did so within the last second.
    pub(crate) async fn is_ready(&self) -> bool {
        let ping = async {
            let response = self.store.ping().await;
            response.inspect_err(|error| tracing::error!(%error, "the database does not respond")).is_ok()
        };
        self.cache.get(ping).await
    }
}

/// The last result.
#[derive(Default)]
struct Cache(Mutex<Option<(Instant, bool)>>);

impl Cache {
    /// The cached result, or a new one from `check` if it is too old. Of concurrent callers one checks, and the others wait.
    async fn get(&self, check: impl Future<Output = bool>) -> bool {
        let mut last = self.0.lock().await;
        if let Some((at, ready)) = *last
            && at.elapsed() < CACHE_LIFETIME
        {
            return ready;
        }
        let ready = check.await;
        *last = Some((Instant::now(), ready));
        ready
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn database_is_queried_at_most_once_a_second() {
        let (cache, queries) = (Cache::default(), Cell::new(0));
        let get = async |result| {
            cache
                .get(async {
                    queries.set(queries.get() + 1);
                    result
                })
                .await
        };
        for _ in 0..1000 {
            assert!(get(true).await);
        }
        assert_eq!(queries.get(), 1);
        tokio::time::advance(CACHE_LIFETIME).await;
        assert!(!get(false).await);
        assert!(!get(true).await, "a failure is cached as well");
        assert_eq!(queries.get(), 2);
    }
}
