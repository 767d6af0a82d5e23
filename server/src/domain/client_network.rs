//! The network of a client, for limits on guesses, mails, requests and connections.

use std::net::IpAddr;

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use crate::crypto::secrets::{Sha256Hash, sha256};

/// Prefix lengths of a [`ClientNetwork`]: the smallest networks that are routed on their own. Whoever controls one address
/// of such a network usually controls all of them, so a limit on a smaller network would be ineffective. Several people
/// may share such a network, so it must never be the only way to reach an account.
const IPV4_PREFIX: u8 = 24;
const IPV6_PREFIX: u8 = 48;

/// Prefix lengths of the IPv6 networks with a quota, smallest network first, and their quota as a multiple of one client's.
/// A /56 or /48 mostly belongs to one household or company, but some providers assign it to many subscribers.
const IPV6_QUOTAS: [(u8, u32); 3] = [(64, 1), (56, 4), (48, 16)];

/// A client's network, for limits on guesses and mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ClientNetwork(Sha256Hash);

impl ClientNetwork {
    /// The network of a client's address. All clients without a known address share one network.
    pub(crate) fn new(address: Option<IpAddr>) -> Self {
        let prefix = match address.map(|address| address.to_canonical()) {
            Some(IpAddr::V4(address)) => Ipv4Net::new_assert(address, IPV4_PREFIX).trunc().to_string(),
            Some(IpAddr::V6(address)) => Ipv6Net::new_assert(address, IPV6_PREFIX).trunc().to_string(),
            None => "unknown".to_owned(),
        };
        Self(sha256(prefix.as_bytes()))
    }

    /// The pseudo-network of the command line.
    pub(crate) fn operators() -> Self {
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

/// The networks whose quotas an address counts towards, smallest first, each with its quota as a multiple of one client's.
pub(crate) fn quota_networks(address: IpAddr) -> Vec<(IpNet, u32)> {
    match address.to_canonical() {
        IpAddr::V4(address) => vec![(Ipv4Net::from(address).into(), 1)],
        IpAddr::V6(address) => IPV6_QUOTAS
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
        assert_ne!(ClientNetwork::new(None), ClientNetwork::operators());
    }

    #[test]
    fn addresses_of_one_subscriber_share_quota_networks() {
        let network = |text: &str| quota_networks(text.parse().unwrap())[0].0.to_string();
        assert_eq!(network("2001:db8:1:2:3::4"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
        let networks = quota_networks("2001:db8:1:2345::1".parse().unwrap());
        let networks: Vec<String> = networks.iter().map(|(network, _)| network.to_string()).collect();
        assert_eq!(networks, ["2001:db8:1:2345::/64", "2001:db8:1:2300::/56", "2001:db8:1::/48"]);
    }
}
