//! Limits the number of requests of a client. A client is an IPv4 address or an IPv6 /64 network, the smallest that a
//! subscriber gets. Many subscribers get a /56 or /48, so these networks have quotas too, each larger than the one below.

mod counts;

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ipnet::IpNet;
use tokio::sync::watch;

use crate::config::Limits;
use crate::domain::client_network::{REQUEST_QUOTAS, provider_network, quota_networks};
use crate::domain::clock::{Clock, UnixTime};
use crate::internal_error::InternalError;
use crate::store::{CounterIncrement, Store};
use counts::{Counts, Decision, MAX_NETWORKS};

/// Interval at which requests that were counted in memory are stored. In a longer one, more requests of a network are stored
/// with one row.
const STORE_INTERVAL: Duration = Duration::from_secs(1);

/// Maximum number of networks whose requests are stored in one transaction, so that others wait for a moment only.
const MAX_INCREMENTS: usize = 256;

/// Quota of all networks of a provider that cannot be counted on their own, as a multiple of one client's.
const PROVIDER_SHARES: u32 = 16;

/// Quota of requests that do not use the database, such as for pages, as a multiple of that of others.
const VIEWS_PER_REQUEST: u32 = 10;

/// A client has made too many requests. It may try again in `retry_after` seconds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct RateLimited {
    pub(crate) retry_after: u64,
}

/// A fixed window of time.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
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

    fn increment(self, network: IpNet, requests: i64) -> CounterIncrement {
        CounterIncrement { subject: network.to_string(), start: self.start, end: self.end, by: requests }
    }
}

/// Counts requests. Requests that may write are counted for all servers that share the database. All others are counted in
/// memory.
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
    window: Window,
    reads: HashMap<IpNet, u32>,
    views: HashMap<IpNet, u32>,
    writes: Counts,
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
    /// one network cannot exhaust the quota of its neighbours.
    pub(crate) async fn count_write(&self, address: IpAddr) -> Result<Option<RateLimited>, InternalError> {
        for (network, shares) in quota_networks(address, &REQUEST_QUOTAS) {
            let quota = i64::from(self.max_requests) * i64::from(shares);
            let (window, decision) = {
                let mut local = self.local();
                (local.window, local.writes.add(network, quota))
            };
            let accepted = match decision {
                Decision::Accept => true,
                Decision::Reject => false,
                Decision::Store(requests) => self.store_requests(window, network, requests).await? <= quota,
            };
            if !accepted {
                return Ok(Some(window.rate_limited(self.clock.now())));
            }
        }
        Ok(None)
    }

    /// Stores requests of a network, the last of which is not accepted yet. Returns the total of the window.
    async fn store_requests(
        &self,
        window: Window,
        network: IpNet,
        requests: i64,
    ) -> Result<i64, InternalError> {
        let total = self.store.increment_counter(window.increment(network, requests)).await;
        self.with_current(window, |counts| match &total {
            Ok(total) => counts.record_stored(network, requests, *total),
            Err(_) => counts.record_not_stored(network, requests, requests - 1),
        });
        total
    }

    /// Stores the requests that were counted in memory until `stop` changes or is closed, and once more then.
    pub(crate) async fn store_periodically(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        let mut stopping = false;
        while !stopping {
            tokio::select! {
                () = tokio::time::sleep(STORE_INTERVAL) => {}
                _ = stop.changed() => stopping = true,
            }
            if let Err(error) = self.store_pending().await {
                tracing::error!(%error, "cannot store the number of requests");
            }
        }
    }

    /// Stores all requests that are only counted in memory.
    async fn store_pending(&self) -> Result<(), InternalError> {
        let (window, pending) = {
            let mut local = self.local();
            (local.window, local.writes.take_pending())
        };
        let mut failed = None;
        for chunk in pending.chunks(MAX_INCREMENTS) {
            let increments =
                chunk.iter().map(|(network, requests)| window.increment(*network, *requests)).collect();
            let totals = match failed {
                None => self.store.increment_counters(increments).await,
                Some(_) => Ok(Vec::new()),
            };
            let totals = totals.unwrap_or_else(|error| {
                failed = Some(error);
                Vec::new()
            });
            self.with_current(window, |counts| {
                for (index, (network, requests)) in chunk.iter().enumerate() {
                    match totals.get(index) {
                        Some(total) => counts.record_stored(*network, *requests, *total),
                        None => counts.record_not_stored(*network, *requests, *requests),
                    }
                }
            });
        }
        failed.map_or(Ok(()), Err)
    }

    /// Counts a request that only reads the database.
    pub(crate) fn count_read(&self, address: IpAddr) -> Result<(), RateLimited> {
        self.count_locally(|local| &mut local.reads, address, self.max_requests)
    }

    /// Counts any request that may not write, such as for a page.
    pub(crate) fn count_view(&self, address: IpAddr) -> Result<(), RateLimited> {
        let quota = self.max_requests.saturating_mul(VIEWS_PER_REQUEST);
        self.count_locally(|local| &mut local.views, address, quota)
    }

    /// Counts a request in memory only.
    fn count_locally(
        &self,
        counts: fn(&mut LocalCounters) -> &mut HashMap<IpNet, u32>,
        address: IpAddr,
        client_quota: u32,
    ) -> Result<(), RateLimited> {
        let mut local = self.local();
        let accepted = count_in_memory(counts(&mut local), address, client_quota);
        if accepted { Ok(()) } else { Err(local.window.rate_limited(self.clock.now())) }
    }

    /// The counters of the current window. Those of an earlier window are discarded. The clock is read under the lock, so
    /// that a request cannot return to an earlier window.
    fn local(&self) -> MutexGuard<'_, LocalCounters> {
        let mut local = self.local.lock().unwrap_or_else(PoisonError::into_inner);
        let window = Window::containing(self.clock.now(), self.window_seconds);
        if local.window != window {
            *local = LocalCounters { window, ..LocalCounters::default() };
        }
        local
    }

    /// Updates the counts of a window, unless it has ended.
    fn with_current(&self, window: Window, update: impl FnOnce(&mut Counts)) {
        let mut local = self.local.lock().unwrap_or_else(PoisonError::into_inner);
        if local.window == window {
            update(&mut local.writes);
        }
    }
}

/// Counts a request, and returns whether it is within the quotas of its networks.
fn count_in_memory(counts: &mut HashMap<IpNet, u32>, address: IpAddr, client_quota: u32) -> bool {
    let mut networks = quota_networks(address, &REQUEST_QUOTAS);
    let is_counted = |network| counts.contains_key(network) || counts.len() < MAX_NETWORKS;
    if !networks.iter().all(|(network, _)| is_counted(network)) {
        // There are too many networks. They probably belong to one provider.
        networks = vec![(provider_network(address), PROVIDER_SHARES)];
    }
    networks.into_iter().all(|(network, shares)| {
        let count = counts.entry(network).or_default();
        *count = count.saturating_add(1);
        *count <= client_quota.saturating_mul(shares)
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::config::Database;
    use crate::domain::clock::ManualClock;

    async fn limiter(clock: &Arc<ManualClock>) -> RateLimiter {
        limiter_on(&store().await, clock, 3)
    }

    async fn store() -> Store {
        Store::open(&Database::Memory).await.unwrap()
    }

    fn limiter_on(store: &Store, clock: &Arc<ManualClock>, client_requests: u32) -> RateLimiter {
        let limits = Limits { client_requests, client_window: 600, ..Limits::default() };
        RateLimiter::new(store.clone(), clock.clone(), &limits)
    }

    /// The number of accepted requests of one client until the first rejection.
    async fn accepted_of_one_client(limiters: &[&RateLimiter]) -> usize {
        let address = "192.0.2.1".parse().unwrap();
        for number in 0.. {
            if limiters[number % limiters.len()].count_write(address).await.unwrap().is_some() {
                return number;
            }
        }
        unreachable!()
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

    #[tokio::test]
    async fn stored_counts_are_continued_after_a_restart() {
        let (store, clock) = (store().await, clock());
        let before = limiter_on(&store, &clock, 300);
        for _ in 0..8 {
            assert_eq!(before.count_write("192.0.2.1".parse().unwrap()).await.unwrap(), None);
        }
        before.store_pending().await.unwrap();
        let after = limiter_on(&store, &clock, 300);
        assert_eq!(accepted_of_one_client(&[&after]).await, 300 - 8);
    }

    #[tokio::test]
    async fn last_requests_are_stored_at_the_end() {
        let (store, clock) = (store().await, clock());
        let before = Arc::new(limiter_on(&store, &clock, 300));
        let (stop, stopped) = watch::channel(false);
        let task = tokio::spawn(before.clone().store_periodically(stopped));
        assert_eq!(before.count_write("192.0.2.1".parse().unwrap()).await.unwrap(), None);
        drop(stop);
        task.await.unwrap();
        assert_eq!(accepted_of_one_client(&[&limiter_on(&store, &clock, 300)]).await, 299);
    }

    #[tokio::test]
    async fn limit_holds_over_four_processes_within_a_tenth() {
        let (store, clock) = (store().await, clock());
        for client_requests in [1, 5, 31, 32, 300] {
            clock.advance(600);
            let processes: Vec<RateLimiter> =
                (0..4).map(|_| limiter_on(&store, &clock, client_requests)).collect();
            let accepted = accepted_of_one_client(&processes.iter().collect::<Vec<_>>()).await;
            let limit = client_requests as usize;
            assert!((limit..=limit + limit / 10).contains(&accepted), "{accepted} of {limit}");
        }
    }

    #[tokio::test]
    async fn requests_that_began_in_the_last_window_do_not_reset_the_counters() {
        const LATE_REQUESTS: u32 = 40;
        let (store, clock) = (store().await, clock());
        let limiter = limiter_on(&store, &clock, 300);
        let mut late_requests = Vec::new();
        for number in 0..LATE_REQUESTS {
            let address: IpAddr = format!("2001:db8:{number:x}::1").parse().unwrap();
            for _ in 0..9 {
                assert_eq!(limiter.count_write(address).await.unwrap(), None);
            }
            let mut request = Box::pin(limiter.count_write(address));
            assert!(futures_util::poll!(&mut request).is_pending(), "it waits for the database");
            late_requests.push(request);
        }
        clock.advance(600);
        let client: IpAddr = "192.0.2.1".parse().unwrap();
        let mut accepted = 0;
        for request in late_requests {
            for _ in 0..9 {
                accepted += usize::from(limiter.count_write(client).await.unwrap().is_none());
            }
            request.await.unwrap();
        }
        accepted += accepted_of_one_client(&[&limiter]).await;
        assert!(accepted <= 330, "{accepted}");
    }

    #[tokio::test]
    async fn reads_are_limited_when_many_networks_were_counted() {
        let limiter = limiter(&clock()).await;
        for number in 0..17_000_u32 {
            let address = std::net::Ipv6Addr::from((0x2001_0db8_u128 << 96) | (u128::from(number) << 80));
            drop(limiter.count_read(address.into()));
        }
        let accepted = (0..1000).filter(|_| limiter.count_read("192.0.2.1".parse().unwrap()).is_ok()).count();
        assert_eq!(accepted, 3 * PROVIDER_SHARES as usize);
    }
}
