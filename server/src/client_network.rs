//! The network that a client belongs to, as limits on guesses and mails see it.
//!
//! An IPv4 /24 and an IPv6 /48 are the smallest networks that are routed on their own: whoever has one has all of it, and
//! a limit on less of it limits nobody. Strangers in one such network share its limits, so they are never an address's
//! only ones.

use std::net::IpAddr;

use ipnet::{Ipv4Net, Ipv6Net};

use crate::secrets::{Fingerprint, fingerprint};

const IPV4_PREFIX: u8 = 24;
const IPV6_PREFIX: u8 = 48;

/// A client's network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ClientNetwork(Fingerprint);

impl ClientNetwork {
    /// Of a client's address; all unknown ones are one network.
    pub(crate) fn of(address: Option<IpAddr>) -> Self {
        let prefix = match address.map(|address| address.to_canonical()) {
            Some(IpAddr::V4(address)) => Ipv4Net::new_assert(address, IPV4_PREFIX).trunc().to_string(),
            Some(IpAddr::V6(address)) => Ipv6Net::new_assert(address, IPV6_PREFIX).trunc().to_string(),
            None => "unknown".to_owned(),
        };
        Self(fingerprint(prefix.as_bytes()))
    }

    /// Of operators, who are in none.
    pub(crate) fn of_operators() -> Self {
        Self(fingerprint(b"operators"))
    }

    /// As it is stored.
    pub(crate) fn key(&self) -> &Fingerprint {
        &self.0
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_is_routed_together_is_one_network() {
        let network = |text: &str| ClientNetwork::of(Some(text.parse().unwrap()));
        assert_eq!(network("192.0.2.1"), network("192.0.2.200"));
        assert_eq!(network("192.0.2.1"), network("::ffff:192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.3.1"));
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:ffff::1"));
        assert_ne!(network("2001:db8:1::1"), network("2001:db8:2::1"));
        assert_ne!(ClientNetwork::of(None), ClientNetwork::of_operators());
    }
}
