//! Limits the number of connections, in total and per client.
//!
//! If the total is reached, the network with the most connections loses one to a network with fewer, so that a few clients
//! cannot keep everybody else out. Inside a larger IPv6 network that is full, and inside the network with the most
//! connections, the client with the most loses one to a client with fewer.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ipnet::IpNet;
use tokio::sync::oneshot;

use super::activity::Activity;
use crate::domain::client_network::{CONNECTION_QUOTAS, provider_network, quota_networks, routed_network};

/// Maximum number of connections that are being closed to make room. They are open beyond the total.
const MAX_CLOSING: usize = 32;

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
    /// Number of connections that were removed to make room and are not dropped yet.
    closing: usize,
    /// Number of connections of each network in `Connection::networks`.
    counts: HashMap<IpNet, u32>,
}

/// An open connection.
struct Connection {
    /// The networks that it is counted for, in the order in which they are compared: the routed network, the provider's,
    /// then those inside the routed network, largest first. The last one is the client. None for a trusted proxy.
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

    /// Counts a connection of this peer until the permit is dropped. The receiver resolves when the connection must be
    /// closed to make room. Returns `None` if a limit is reached.
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
        let is_full = |(network, shares): &&(IpNet, u32)| {
            open.count(network) >= shared.max_per_client.saturating_mul(*shares)
        };
        // A connection of the smallest full network is also one of the larger ones.
        let full = quotas.iter().find(is_full).map(|(network, _)| *network);
        let networks = if is_proxy { Vec::new() } else { networks(peer, &quotas) };
        let needs_room = full.is_some() || open.by_id.len() >= shared.max_total;
        if needs_room && !open.make_room_for(&networks, full) {
            return None;
        }
        let (close, closing) = oneshot::channel();
        let id = open.insert(Connection { networks, activity: Arc::clone(activity), close });
        drop(open);
        Some((ConnectionPermit { shared: Arc::clone(shared), id }, closing))
    }
}

/// The networks of [`Connection::networks`].
fn networks(peer: IpAddr, quotas: &[(IpNet, u32)]) -> Vec<IpNet> {
    let routed = routed_network(peer);
    let inner = quotas.iter().rev().map(|(network, _)| *network).filter(|network| *network != routed);
    [routed, provider_network(peer)].into_iter().chain(inner).collect()
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

    fn insert(&mut self, connection: Connection) -> u64 {
        for network in &connection.networks {
            *self.counts.entry(*network).or_default() += 1;
        }
        self.last_id += 1;
        self.by_id.insert(self.last_id, connection);
        self.last_id
    }

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

    /// Closes a connection, of those in the network `within` if there is one. It is the one whose networks have the most
    /// connections, and of these the one that has waited for a complete request for longest. A connection in use is closed
    /// only if there is no other. Returns `false` if no connection may be replaced.
    fn make_room_for(&mut self, newcomer: &[IpNet], within: Option<IpNet>) -> bool {
        if self.closing >= MAX_CLOSING {
            return false;
        }
        let may_be_replaced = |connection: &Connection| {
            within.is_none_or(|network| connection.networks.contains(&network))
                && self.may_be_replaced(connection, newcomer, within.is_some())
        };
        let order = |connection: &Connection| {
            let activity = &connection.activity;
            let sizes: Vec<u32> = connection.networks.iter().map(|network| self.count(network)).collect();
            (!activity.is_in_use(), sizes, Reverse(activity.waiting_since()))
        };
        let candidates = self.by_id.iter().filter(|(_, connection)| may_be_replaced(connection));
        let Some((&id, _)) = candidates.max_by_key(|(_, connection)| order(connection)) else { return false };
        if let Some(connection) = self.remove(id) {
            self.closing += 1;
            // An error means that the connection is being closed already.
            _ = connection.close.send(());
        }
        true
    }

    /// Whether the largest network that the connection does not share with the newcomer has more connections than the
    /// newcomer's. In a network whose quota is reached, every client keeps one connection. A connection in use is replaced
    /// only if its network still has as many as the newcomer's afterwards.
    fn may_be_replaced(&self, connection: &Connection, newcomer: &[IpNet], for_quota: bool) -> bool {
        let mut levels = connection.networks.iter().enumerate();
        let Some((level, network)) = levels.find(|(level, network)| newcomer.get(*level) != Some(network))
        else {
            return false;
        };
        let own = newcomer.get(level).map_or(0, |network| self.count(network));
        let kept = u32::from(for_quota) + u32::from(connection.activity.is_in_use());
        self.count(network) > own + kept
    }
}

/// Counts a connection until it is dropped.
pub(super) struct ConnectionPermit {
    shared: Arc<Shared>,
    id: u64,
}

impl Drop for ConnectionPermit {
    fn drop(&mut self) {
        let mut open = self.shared.lock();
        if open.remove(self.id).is_none() {
            // The connection was removed to make room.
            open.closing -= 1;
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
