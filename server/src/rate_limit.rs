//! How often one client may ask. Who a client is, is decided by network: an IPv4 address, or the /64 that one subscriber
//! of IPv6 has at least. Many get a /56 or a /48, so those have limits of their own, each larger than the one below.

use std::collections::{HashMap, HashSet};
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use crate::clock::UnixTime;
use crate::config::Limits;
use crate::fault::Fault;
use crate::store::Store;

/// The networks of IPv6 that are limited, the smallest first, and how many times one client's share each has. A /56
/// and a /48 are mostly one household's or company's, but some providers spread many subscribers over them.
const IPV6_NETWORKS: [(u8, u32); 3] = [(64, 1), (56, 4), (48, 16)];

/// How many networks are counted in memory: a few megabytes. Beyond that new ones are not counted.
const MAX_NETWORKS: usize = 50_000;

/// The networks that an address is counted for, the smallest first, with how many clients' share each has.
pub(crate) fn networks_of(address: IpAddr) -> Vec<(IpNet, u32)> {
    match address.to_canonical() {
        IpAddr::V4(address) => vec![(Ipv4Net::from(address).into(), 1)],
        IpAddr::V6(address) => IPV6_NETWORKS
            .iter()
            .filter_map(|(length, shares)| {
                let network = Ipv6Net::new(address, *length).ok()?.trunc();
                Some((network.into(), *shares))
            })
            .collect(),
    }
}

/// A client asked too often. It may ask again in so many seconds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TooMany {
    pub(crate) retry_after: u64,
}

/// A fixed window of time.
#[derive(Clone, Copy)]
struct Window {
    start: UnixTime,
    end: UnixTime,
}

impl Window {
    fn around(now: UnixTime, seconds: u32) -> Self {
        let start = UnixTime(now.0 - now.0.rem_euclid(i64::from(seconds)));
        Self { start, end: start.plus(seconds) }
    }

    fn ended(self, now: UnixTime) -> TooMany {
        TooMany { retry_after: self.end.since(now) }
    }
}

/// Counts what changes something in the database, for all servers that share it, and what only reads in memory.
#[derive(Default)]
pub(crate) struct RateLimiter {
    local: Mutex<Local>,
}

/// What this process counts in one window.
#[derive(Default)]
struct Local {
    /// When the window ends.
    end: i64,
    reads: HashMap<IpNet, u32>,
    /// Networks whose share the database has said is used up: they are refused without asking it again.
    refused: HashSet<IpNet>,
}

impl RateLimiter {
    /// Counts a request that may change something. A refused one does not count for the larger networks: nobody uses
    /// up the neighbours' share with requests beyond their own.
    pub(crate) async fn count_write(
        &self,
        store: &Store,
        limits: &Limits,
        address: IpAddr,
        now: UnixTime,
    ) -> Result<Option<TooMany>, Fault> {
        let window = Window::around(now, limits.client_window);
        for (network, shares) in networks_of(address) {
            if self.local(window).refused.contains(&network) {
                return Ok(Some(window.ended(now)));
            }
            let counted = store.count(&network.to_string(), window.start, window.end).await?;
            if counted > i64::from(limits.client_requests) * i64::from(shares) {
                let mut local = self.local(window);
                if local.refused.len() < MAX_NETWORKS {
                    local.refused.insert(network);
                }
                return Ok(Some(window.ended(now)));
            }
        }
        Ok(None)
    }

    /// Counts a request that only reads, but reads the database.
    pub(crate) fn count_read(&self, limits: &Limits, address: IpAddr, now: UnixTime) -> Result<(), TooMany> {
        let window = Window::around(now, limits.client_window);
        let mut local = self.local(window);
        for (network, shares) in networks_of(address) {
            if !local.reads.contains_key(&network) && local.reads.len() >= MAX_NETWORKS {
                continue;
            }
            let counted = local.reads.entry(network).or_default();
            *counted = counted.saturating_add(1);
            if *counted > limits.client_requests.saturating_mul(shares) {
                return Err(window.ended(now));
            }
        }
        Ok(())
    }

    /// The counts of this window; those of another one are forgotten.
    fn local(&self, window: Window) -> MutexGuard<'_, Local> {
        let mut local = self.local.lock().unwrap_or_else(PoisonError::into_inner);
        if local.end != window.end.0 {
            *local = Local { end: window.end.0, ..Local::default() };
        }
        local
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::store::Database;

    const NOW: UnixTime = UnixTime(1_000_000);

    fn limits() -> Limits {
        Limits { client_requests: 3, client_window: 600, ..Limits::default() }
    }

    #[test]
    fn addresses_of_one_subscriber_are_one_client() {
        let network = |text: &str| networks_of(text.parse().unwrap())[0].0.to_string();
        assert_eq!(network("2001:db8:1:2:3::4"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
        let networks = networks_of("2001:db8:1:2345::1".parse().unwrap());
        let networks: Vec<String> = networks.iter().map(|(network, _)| network.to_string()).collect();
        assert_eq!(networks, ["2001:db8:1:2345::/64", "2001:db8:1:2300::/56", "2001:db8:1::/48"]);
    }

    /// How many of 200 requests are let through, each from another address that `address` makes of its number.
    async fn let_through(address: impl Fn(u32) -> String) -> usize {
        let (limiter, store) = (RateLimiter::default(), Store::open(&Database::Memory).await.unwrap());
        let mut count = 0;
        for number in 0..200 {
            let address = address(number).parse().unwrap();
            let refused = limiter.count_write(&store, &limits(), address, NOW).await.unwrap();
            assert_eq!(refused.is_none(), limiter.count_read(&limits(), address, NOW).is_ok());
            count += usize::from(refused.is_none());
        }
        count
    }

    #[tokio::test]
    async fn many_networks_of_one_subscriber_share_a_larger_limit() {
        assert_eq!(let_through(|number| format!("2001:db8:1:2::{number:x}")).await, 3);
        assert_eq!(let_through(|number| format!("2001:db8:1:{number:x}::1")).await, 3 * 4);
        assert_eq!(let_through(|number| format!("2001:db8:1:{number:x}00::1")).await, 3 * 16);
        assert_eq!(let_through(|number| format!("2001:db8:{number:x}::1")).await, 200, "these are strangers");
    }

    #[tokio::test]
    async fn who_is_refused_uses_up_nothing_of_the_neighbours_share() {
        let (limiter, store) = (RateLimiter::default(), Store::open(&Database::Memory).await.unwrap());
        let ask = async |address: &str, now| {
            limiter.count_write(&store, &limits(), address.parse().unwrap(), now).await.unwrap()
        };
        for number in 0..100 {
            assert_eq!(ask("2001:db8:1:2::1", NOW).await.is_none(), number < 3);
        }
        assert_eq!(ask("2001:db8:1:3::1", NOW).await, None);
        assert_eq!(ask("2001:db8:1:2::1", NOW).await, Some(TooMany { retry_after: 200 }));
        assert_eq!(ask("2001:db8:1:2::1", NOW.plus(200)).await, None, "the next window");
    }
}
