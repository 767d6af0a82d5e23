//! Limits the number of connections, in total and per client.
//!
//! If the total is reached, the network with the most connections loses one to a network with fewer, so that a few clients
//! cannot keep everybody else out. If a larger IPv6 network is full, or has the most connections itself, its client with the
//! most connections loses one to a client with fewer.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ipnet::IpNet;
use tokio::sync::oneshot;

use super::activity::Activity;
use crate::domain::client_network::{CONNECTION_QUOTAS, quota_networks, routed_network};

/// Counts open connections. Clones share the counters.
#[derive(Clone)]
pub(crate) struct ConnectionLimits(Arc<Shared>);

struct Shared {
    max_total: usize,
    max_per_client: u32,
    /// Many clients connect through one of these, so they have no limit per client.
    trusted_proxies: Vec<IpNet>,
    open: Mutex<OpenConnections>,
}

/// The open connections.
#[derive(Default)]
struct OpenConnections {
    by_id: HashMap<u64, Connection>,
    last_id: u64,
    /// Number of connections of each network with a quota, and of each routed network.
    counts: HashMap<IpNet, u32>,
}

/// An open connection.
struct Connection {
    /// The networks that it is counted for; none for a trusted proxy.
    networks: Vec<IpNet>,
    activity: Arc<Activity>,
    close: oneshot::Sender<()>,
}

impl ConnectionLimits {
    /// `max_per_client` applies to an IPv4 address and to an IPv6 /64 network. Larger IPv6 networks have larger quotas.
    pub(crate) fn new(max_total: u32, max_per_client: u32, trusted_proxies: Vec<IpNet>) -> Self {
        let max_total = usize::try_from(max_total).unwrap_or(usize::MAX);
        Self(Arc::new(Shared { max_total, max_per_client, trusted_proxies, open: Mutex::default() }))
    }

    /// Counts a connection of this peer until the permit is dropped. The receiver resolves when the connection must be closed
    /// to make room. Returns `None` if a limit is reached.
    pub(super) fn acquire(
        &self,
        peer: IpAddr,
        activity: &Arc<Activity>,
    ) -> Option<(ConnectionPermit, oneshot::Receiver<()>)> {
        let Self(shared) = self;
        let peer = peer.to_canonical();
        let is_proxy = shared.trusted_proxies.iter().any(|network| network.contains(&peer));
        let quotas = if is_proxy { Vec::new() } else { quota_networks(peer, &CONNECTION_QUOTAS) };
        let mut open = shared.lock();
        let mut networks: Vec<IpNet> = quotas.iter().map(|(network, _)| *network).collect();
        if !is_proxy && !networks.contains(&routed_network(peer)) {
            networks.push(routed_network(peer));
        }
        for (network, shares) in quotas {
            let is_full = open.count(&network) >= shared.max_per_client.saturating_mul(shares);
            if is_full && !open.make_room_for(&networks, Some(network)) {
                return None;
            }
        }
        if open.by_id.len() >= shared.max_total && !open.make_room_for(&networks, None) {
            return None;
        }
        let (close, closing) = oneshot::channel();
        let id = open.insert(Connection { networks, activity: Arc::clone(activity), close });
        drop(open);
        Some((ConnectionPermit { shared: Arc::clone(shared), id }, closing))
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, OpenConnections> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl OpenConnections {
    fn count(&self, network: &IpNet) -> u32 {
        self.counts.get(network).copied().unwrap_or(0)
    }

    /// The number of connections of the largest of these networks, and of the smallest, which is the client.
    fn sizes(&self, networks: &[IpNet]) -> (u32, u32) {
        let count = |network: Option<&IpNet>| network.map_or(0, |network| self.count(network));
        (count(networks.last()), count(networks.first()))
    }

    fn insert(&mut self, connection: Connection) -> u64 {
        for network in &connection.networks {
            *self.counts.entry(*network).or_default() += 1;
        }
        self.last_id += 1;
        self.by_id.insert(self.last_id, connection);
        self.last_id
    }

    /// Does nothing if the connection was removed to make room.
    fn remove(&mut self, id: u64) -> Option<Connection> {
        let connection = self.by_id.remove(&id)?;
        for network in &connection.networks {
            if let Some(count) = self.counts.get_mut(network) {
                *count -= 1;
                if *count == 0 {
                    self.counts.remove(network);
                }
            }
        }
        Some(connection)
    }

    /// Closes the connection `within` a network, or of all, whose network and client have the most connections, and which has
    /// been idle for longest. Returns `false` if that network does not have more than the new connection's; in the same
    /// network, if the client does not. A connection with a request in flight is closed only if its network or client
    /// still has as many afterwards.
    fn make_room_for(&mut self, networks: &[IpNet], within: Option<IpNet>) -> bool {
        let by_size = |connection: &Connection| {
            let activity = &connection.activity;
            (self.sizes(&connection.networks), !activity.is_in_use(), Reverse(activity.last()))
        };
        let is_within = |connection: &Connection| within.is_none_or(|it| connection.networks.contains(&it));
        let candidates = self.by_id.iter().filter(|(_, connection)| is_within(connection));
        let largest = candidates.max_by_key(|(_, connection)| by_size(connection));
        let Some((&id, connection)) = largest else { return false };
        let (size, client_size) = self.sizes(&connection.networks);
        let (own_size, own_client_size) = self.sizes(networks);
        let (size, own_size) = match connection.networks.last() == networks.last() {
            // Every client keeps one.
            true => (client_size, own_client_size + 1),
            false => (size, own_size),
        };
        if size <= own_size + u32::from(connection.activity.is_in_use()) {
            return false;
        }
        if let Some(connection) = self.remove(id) {
            // An error means that the connection is being closed already.
            _ = connection.close.send(());
        }
        true
    }
}

/// Counts a connection until it is dropped.
pub(super) struct ConnectionPermit {
    shared: Arc<Shared>,
    id: u64,
}

impl Drop for ConnectionPermit {
    fn drop(&mut self) {
        self.shared.lock().remove(self.id);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::net::activity::InFlight;

    fn acquire(limits: &ConnectionLimits, peer: &str) -> Option<ConnectionPermit> {
        connect(limits, peer).map(|(permit, _, _)| permit)
    }

    type Connected = (ConnectionPermit, oneshot::Receiver<()>, Arc<Activity>);

    fn connect(limits: &ConnectionLimits, peer: &str) -> Option<Connected> {
        let activity = Arc::new(Activity::new());
        let (permit, closing) = limits.acquire(peer.parse().unwrap(), &activity)?;
        Some((permit, closing, activity))
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
        assert_eq!(of_a_56.len(), 2 * 2);
        let of_a_48: Vec<_> =
            (0..100).filter_map(|number| acquire(&limits, &format!("2001:db8:2:{number:x}00::1"))).collect();
        assert_eq!(of_a_48.len(), 2 * 4);
        drop((permits, of_a_56, of_a_48));
        assert!(limits.0.lock().counts.is_empty(), "networks without connections are removed");
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

    /// As many connections of each of these peers as are allowed.
    fn fill(limits: &ConnectionLimits, peers: &[String]) -> Vec<Connected> {
        peers.iter().flat_map(|peer| std::iter::from_fn(|| connect(limits, peer))).collect()
    }

    #[test]
    fn largest_network_makes_room_for_another_one() {
        let one_network: Vec<String> = (1..=16).map(|host| format!("192.0.2.{host}")).collect();
        let many_networks: Vec<String> = (1..=16).map(|network| format!("192.0.{network}.1")).collect();
        for peers in [one_network, many_networks] {
            let limits = ConnectionLimits::new(16 * 5, 5, Vec::new());
            let mut held = fill(&limits, &peers);
            assert_eq!(held.len(), 16 * 5, "the total is reached");
            let _busy: Vec<_> = held.iter().skip(1).map(|(_, _, activity)| InFlight::new(activity)).collect();
            let newcomers = fill(&limits, &["203.0.113.1".to_owned()]);
            assert!(newcomers.len() >= 4, "{}", newcomers.len());
            assert_eq!(held[0].1.try_recv(), Ok(()), "the idle one was closed first");
            let closed = held.iter_mut().map(|(_, closing, _)| closing.try_recv());
            let closed = closed.filter(Result::is_ok).count();
            assert_eq!(1 + closed, newcomers.len());
            assert_eq!(limits.0.lock().by_id.len(), 16 * 5);
        }
    }

    #[test]
    fn largest_client_makes_room_in_its_own_network() {
        let clients_of_a_24: Vec<String> = (1..=16).map(|host| format!("192.0.2.{host}")).collect();
        let clients_of_a_48: Vec<String> = (1..=4).map(|site| format!("2001:db8:1:{site:x}00::1")).collect();
        for (peers, max_total, newcomer) in
            [(clients_of_a_24, 16 * 5, "192.0.2.200"), (clients_of_a_48, 1000, "2001:db8:1:aa00::1")]
        {
            let limits = ConnectionLimits::new(max_total, 5, Vec::new());
            let mut held = fill(&limits, &peers);
            assert_eq!(held.len(), peers.len() * 5, "the network or the total is full");
            let newcomers = fill(&limits, &[newcomer.to_owned()]);
            assert!(newcomers.len() >= 3, "{newcomer}: {}", newcomers.len());
            let closed = held.iter_mut().filter_map(|(_, closing, _)| closing.try_recv().ok()).count();
            assert_eq!(closed, newcomers.len(), "{newcomer}");
        }
    }

    #[test]
    fn connection_in_use_makes_no_room_for_a_network_with_as_many() {
        let limits = ConnectionLimits::new(2, 2, Vec::new());
        let [mut first, second] = ["192.0.2.1", "192.0.3.1"].map(|peer| connect(&limits, peer).unwrap());
        let in_use = InFlight::new(&first.2);
        let _in_use = InFlight::new(&second.2);
        assert!(connect(&limits, "192.0.4.1").is_none());
        drop(in_use);
        assert!(connect(&limits, "192.0.3.1").is_none(), "its network has as many");
        let third = connect(&limits, "192.0.4.1");
        assert!(third.is_some());
        assert_eq!(first.1.try_recv(), Ok(()));
        drop((first, second, third));
        assert!(limits.0.lock().by_id.is_empty() && limits.0.lock().counts.is_empty());
    }
}
