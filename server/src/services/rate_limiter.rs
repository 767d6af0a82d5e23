//! Limits the number of requests of a client. A client is an IPv4 address or an IPv6 /64 network, the smallest that a
//! subscriber gets. Many subscribers get a /56 or /48, so these networks have quotas too, each larger than the one below.

use std::collections::{HashMap, HashSet};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ipnet::IpNet;

use crate::config::Limits;
use crate::domain::client_network::{REQUEST_QUOTAS, quota_networks};
use crate::domain::clock::{Clock, UnixTime};
use crate::internal_error::InternalError;
use crate::store::Store;

/// Maximum number of networks that are counted in memory, which takes a few megabytes. Beyond that, new networks are not
/// counted.
const MAX_NETWORKS: usize = 50_000;

/// A client has made too many requests. It may try again in `retry_after` seconds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct RateLimited {
    pub(crate) retry_after: u64,
}

/// A fixed window of time.
#[derive(Clone, Copy)]
struct Window {
    start: UnixTime,
    end: UnixTime,
}

impl Window {
    fn containing(now: UnixTime, seconds: u32) -> Self {
        let start = UnixTime(now.0 - now.0.rem_euclid(i64::from(seconds)));
        Self { start, end: start.plus(seconds) }
    }

    fn rate_limited(self, now: UnixTime) -> RateLimited {
        RateLimited { retry_after: self.end.since(now) }
    }
}

/// Counts requests. Requests that may write are counted in the database, for all servers that share it. Requests that only
/// read are counted in memory.
pub(crate) struct RateLimiter {
    store: Store,
    clock: Arc<dyn Clock>,
    max_requests: u32,
    window_seconds: u32,
    local: Mutex<LocalCounters>,
}

/// The counters of this process in one window.
#[derive(Default)]
struct LocalCounters {
    /// The end of the window.
    end: i64,
    reads: HashMap<IpNet, u32>,
    /// Networks whose quota in the database is exhausted. Their requests are rejected without another query.
    exhausted: HashSet<IpNet>,
}

impl RateLimiter {
    pub(crate) fn new(store: Store, clock: Arc<dyn Clock>, limits: &Limits) -> Self {
        Self {
            store,
            clock,
            max_requests: limits.client_requests,
            window_seconds: limits.client_window,
            local: Mutex::default(),
        }
    }

    /// Counts a request that may write. A rejected request does not count towards the quotas of the larger networks, so that
    /// nobody exhausts the quota of their neighbors.
    pub(crate) async fn count_write(&self, address: IpAddr) -> Result<Option<RateLimited>, InternalError> {
        let now = self.clock.now();
        let window = Window::containing(now, self.window_seconds);
        for (network, shares) in quota_networks(address, &REQUEST_QUOTAS) {
            if self.local(window).exhausted.contains(&network) {
                return Ok(Some(window.rate_limited(now)));
            }
            let count = self.store.increment_counter(&network.to_string(), window.start, window.end).await?;
            if count > i64::from(self.max_requests) * i64::from(shares) {
                let mut local = self.local(window);
                if local.exhausted.len() < MAX_NETWORKS {
                    local.exhausted.insert(network);
                }
                return Ok(Some(window.rate_limited(now)));
            }
        }
        Ok(None)
    }

    /// Counts a request that only reads the database.
    pub(crate) fn count_read(&self, address: IpAddr) -> Result<(), RateLimited> {
        let now = self.clock.now();
        let window = Window::containing(now, self.window_seconds);
        let mut local = self.local(window);
        for (network, shares) in quota_networks(address, &REQUEST_QUOTAS) {
            if !local.reads.contains_key(&network) && local.reads.len() >= MAX_NETWORKS {
                continue;
            }
            let count = local.reads.entry(network).or_default();
            *count = count.saturating_add(1);
            if *count > self.max_requests.saturating_mul(shares) {
                return Err(window.rate_limited(now));
            }
        }
        Ok(())
    }

    /// The counters of this window. Those of an earlier window are discarded.
    fn local(&self, window: Window) -> MutexGuard<'_, LocalCounters> {
        let mut local = self.local.lock().unwrap_or_else(PoisonError::into_inner);
        if local.end != window.end.0 {
            *local = LocalCounters { end: window.end.0, ..LocalCounters::default() };
        }
        local
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::config::Database;
    use crate::domain::clock::ManualClock;

    async fn limiter(clock: &Arc<ManualClock>) -> RateLimiter {
        let store = Store::open(&Database::Memory).await.unwrap();
        let limits = Limits { client_requests: 3, client_window: 600, ..Limits::default() };
        RateLimiter::new(store, clock.clone(), &limits)
    }

    fn clock() -> Arc<ManualClock> {
        Arc::new(ManualClock::at(UnixTime(1_000_000)))
    }

    /// The number of accepted requests out of 200, with the addresses that `address` returns for their numbers.
    async fn accepted(address: impl Fn(u32) -> String) -> usize {
        let limiter = limiter(&clock()).await;
        let mut count = 0;
        for number in 0..200 {
            let address = address(number).parse().unwrap();
            let limited = limiter.count_write(address).await.unwrap();
            assert_eq!(limited.is_none(), limiter.count_read(address).is_ok());
            count += usize::from(limited.is_none());
        }
        count
    }

    #[tokio::test]
    async fn networks_of_one_subscriber_share_a_larger_quota() {
        assert_eq!(accepted(|number| format!("2001:db8:1:2::{number:x}")).await, 3);
        assert_eq!(accepted(|number| format!("2001:db8:1:{number:x}::1")).await, 3 * 4);
        assert_eq!(accepted(|number| format!("2001:db8:1:{number:x}00::1")).await, 3 * 16);
        assert_eq!(accepted(|number| format!("2001:db8:{number:x}::1")).await, 200, "other subscribers");
    }

    #[tokio::test]
    async fn rejected_requests_do_not_count_towards_larger_networks() {
        let clock = clock();
        let limiter = limiter(&clock).await;
        let request = async |address: &str| limiter.count_write(address.parse().unwrap()).await.unwrap();
        for number in 0..100 {
            assert_eq!(request("2001:db8:1:2::1").await.is_none(), number < 3);
        }
        assert_eq!(request("2001:db8:1:3::1").await, None);
        assert_eq!(request("2001:db8:1:2::1").await, Some(RateLimited { retry_after: 200 }));
        clock.advance(200);
        assert_eq!(request("2001:db8:1:2::1").await, None, "the next window");
    }
}
