//! Limits the number of connections, in total and per client.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use ipnet::IpNet;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::domain::client_network::quota_networks;

/// Counts open connections. Clones share the counters.
#[derive(Clone)]
pub(crate) struct ConnectionLimits(Arc<Shared>);

struct Shared {
    total: Arc<Semaphore>,
    max_per_client: u32,
    /// Many clients connect through one of these, so they have no limit per client.
    trusted_proxies: Vec<IpNet>,
    open: Mutex<HashMap<IpNet, u32>>,
}

impl ConnectionLimits {
    /// `max_per_client` applies to an IPv4 address and to an IPv6 /64 network. Larger IPv6 networks have larger quotas.
    pub(crate) fn new(max_total: u32, max_per_client: u32, trusted_proxies: Vec<IpNet>) -> Self {
        let max_total = usize::try_from(max_total).unwrap_or(usize::MAX).min(Semaphore::MAX_PERMITS);
        Self(Arc::new(Shared {
            total: Arc::new(Semaphore::new(max_total)),
            max_per_client,
            trusted_proxies,
            open: Mutex::default(),
        }))
    }

    /// Counts a connection of this peer until the permit is dropped. Returns `None` if a limit is reached.
    pub(super) fn acquire(&self, peer: IpAddr) -> Option<ConnectionPermit> {
        let Self(shared) = self;
        let peer = peer.to_canonical();
        let total = Arc::clone(&shared.total).try_acquire_owned().ok()?;
        let is_proxy = shared.trusted_proxies.iter().any(|network| network.contains(&peer));
        let networks = if is_proxy { Vec::new() } else { quota_networks(peer) };
        let mut open = shared.open.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |(network, shares): &(IpNet, u32)| {
            open.get(network).is_some_and(|count| *count >= shared.max_per_client.saturating_mul(*shares))
        };
        if networks.iter().any(is_full) {
            return None;
        }
        let networks: Vec<IpNet> = networks.into_iter().map(|(network, _)| network).collect();
        for network in &networks {
            *open.entry(*network).or_default() += 1;
        }
        drop(open);
        Some(ConnectionPermit { shared: Arc::clone(shared), networks, _total: total })
    }
}

/// Counts a connection until it is dropped.
pub(super) struct ConnectionPermit {
    shared: Arc<Shared>,
    networks: Vec<IpNet>,
    _total: OwnedSemaphorePermit,
}

impl Drop for ConnectionPermit {
    fn drop(&mut self) {
        let mut open = self.shared.open.lock().unwrap_or_else(PoisonError::into_inner);
        for network in &self.networks {
            if let Some(count) = open.get_mut(network) {
                *count -= 1;
                if *count == 0 {
                    open.remove(network);
                }
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn acquire(limits: &ConnectionLimits, peer: &str) -> Option<ConnectionPermit> {
        limits.acquire(peer.parse().unwrap())
    }

    #[test]
    fn client_and_its_larger_networks_are_limited() {
        let limits = ConnectionLimits::new(1000, 2, Vec::new());
        let mut permits =
            vec![acquire(&limits, "192.0.2.1").unwrap(), acquire(&limits, "192.0.2.1").unwrap()];
        assert!(acquire(&limits, "::ffff:192.0.2.1").is_none());
        assert!(acquire(&limits, "192.0.2.2").is_some());
        permits.pop();
        assert!(acquire(&limits, "192.0.2.1").is_some(), "a connection was closed");
        let of_a_56: Vec<_> =
            (0..100).filter_map(|number| acquire(&limits, &format!("2001:db8:1:{number:x}::1"))).collect();
        assert_eq!(of_a_56.len(), 2 * 4);
        drop((permits, of_a_56));
        assert!(limits.0.open.lock().unwrap().is_empty(), "networks without connections are removed");
    }

    #[test]
    fn trusted_proxy_is_limited_in_total_only() {
        let limits = ConnectionLimits::new(5, 2, vec!["10.0.0.0/8".parse().unwrap()]);
        let permits: Vec<_> = (0..10).filter_map(|_| acquire(&limits, "10.1.2.3")).collect();
        assert_eq!(permits.len(), 5);
        assert!(acquire(&limits, "192.0.2.1").is_none());
        drop(permits);
        assert!(acquire(&limits, "192.0.2.1").is_some());
    }
}
