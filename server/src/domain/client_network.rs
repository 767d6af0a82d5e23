//! The network of a client, for limits on guesses, emails, requests and connections.

use std::net::IpAddr;

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use crate::crypto::secrets::{Sha256Hash, sha256};

/// Prefix lengths of a [`ClientNetwork`]: the smallest networks that are routed on their own. Whoever controls one address
/// of such a network usually controls all of them, so a limit on a smaller network would be ineffective. Several people
/// may share such a network, so it must never be the only way to reach an account.
const IPV4_PREFIX: u8 = 24;
const IPV6_PREFIX: u8 = 48;
/// Prefix lengths of the networks that a provider typically gets at once.
const IPV4_PROVIDER_PREFIX: u8 = 16;
const IPV6_PROVIDER_PREFIX: u8 = 32;

/// Prefix lengths of the IPv6 networks with a quota, smallest network first, and their quotas as multiples of one client's.
/// A /56 or /48 mostly belongs to one household or company, but some providers assign it to many subscribers.
pub(crate) type Ipv6Quotas = [(u8, u32); 3];
/// Quotas of requests.
pub(crate) const REQUEST_QUOTAS: Ipv6Quotas = [(64, 1), (56, 4), (48, 16)];
/// Quotas of connections. They are smaller, because the number of connections is small.
pub(crate) const CONNECTION_QUOTAS: Ipv6Quotas = [(64, 1), (56, 2), (48, MAX_CONNECTION_SHARES)];
/// The largest quota of connections, as a multiple of one client's.
pub(crate) const MAX_CONNECTION_SHARES: u32 = 4;

/// A client's network, for limits on guesses and emails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ClientNetwork(Sha256Hash);

impl ClientNetwork {
    /// The network of a client's address. All clients without a known address share one network.
    pub(crate) fn new(address: Option<IpAddr>) -> Self {
        let network =
            address.map_or_else(|| "unknown".to_owned(), |address| routed_network(address).to_string());
        Self(sha256(network.as_bytes()))
    }

    /// The pseudo-network of the command line.
    pub(crate) fn for_operators() -> Self {
        Self(sha256(b"operators"))
    }

    /// A pseudo-network, for limits that count all networks together.
    pub(crate) fn all_networks() -> Self {
        Self(sha256(b"everybody"))
    }

    /// The key under which it is stored.
    pub(crate) fn key(&self) -> &Sha256Hash {
        &self.0
    }
}

/// The smallest network around an address that is routed on its own.
pub(crate) fn routed_network(address: IpAddr) -> IpNet {
    match address.to_canonical() {
        IpAddr::V4(address) => Ipv4Net::new_assert(address, IPV4_PREFIX).trunc().into(),
        IpAddr::V6(address) => Ipv6Net::new_assert(address, IPV6_PREFIX).trunc().into(),
    }
}

/// The network around an address that probably belongs to one provider.
pub(crate) fn provider_network(address: IpAddr) -> IpNet {
    match address.to_canonical() {
        IpAddr::V4(address) => Ipv4Net::new_assert(address, IPV4_PROVIDER_PREFIX).trunc().into(),
        IpAddr::V6(address) => Ipv6Net::new_assert(address, IPV6_PROVIDER_PREFIX).trunc().into(),
    }
}

/// The networks whose quotas an address counts towards, smallest first, each with its quota as a multiple of one client's.
pub(crate) fn quota_networks(address: IpAddr, quotas: &Ipv6Quotas) -> Vec<(IpNet, u32)> {
    match address.to_canonical() {
        IpAddr::V4(address) => vec![(Ipv4Net::from(address).into(), 1)],
        IpAddr::V6(address) => quotas
            .iter()
            .filter_map(|(length, shares)| {
                let network = Ipv6Net::new(address, *length).ok()?.trunc();
                Some((network.into(), *shares))
            })
            .collect(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_routed_network_are_one_client_network() {
        let network = |text: &str| ClientNetwork::new(Some(text.parse().unwrap()));
        assert_eq!(network("192.0.2.1"), network("192.0.2.200"));
        assert_eq!(network("192.0.2.1"), network("::ffff:192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.3.1"));
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:ffff::1"));
        assert_ne!(network("2001:db8:1::1"), network("2001:db8:2::1"));
        assert_ne!(ClientNetwork::new(None), ClientNetwork::for_operators());
    }

    #[test]
    fn addresses_of_one_subscriber_share_quota_networks() {
        let quotas = |text: &str| quota_networks(text.parse().unwrap(), &REQUEST_QUOTAS);
        let network = |text: &str| quotas(text)[0].0.to_string();
        assert_eq!(network("2001:db8:1:2:3::4"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
        let networks = quotas("2001:db8:1:2345::1");
        let networks: Vec<String> = networks.iter().map(|(network, _)| network.to_string()).collect();
        assert_eq!(networks, ["2001:db8:1:2345::/64", "2001:db8:1:2300::/56", "2001:db8:1::/48"]);
    }
}
