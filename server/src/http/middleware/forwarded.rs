//! Parses the client's address from `X-Forwarded-For` or `Forwarded` (RFC 7239).
//!
//! Each proxy appends the address of its client. Entries further left come from other proxies or from the client itself and
//! may be forged. So the header is parsed from the right, as bytes, and only as long as the proxies are trusted.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use axum::http::header::FORWARDED;
use axum::http::{HeaderMap, HeaderName};
use ipnet::IpNet;

use crate::config::ForwardedHeader;

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Parses the entry of one proxy.
type ParseEntry = fn(&[u8]) -> Option<IpAddr>;

/// The client's address: the last one that does not belong to a trusted proxy. An entry that cannot be parsed ends the
/// search at the proxy that wrote it.
pub(super) fn client_address(
    peer: IpAddr,
    headers: &HeaderMap,
    header: ForwardedHeader,
    trusted: &[IpNet],
) -> IpAddr {
    let (name, parse): (HeaderName, ParseEntry) = match header {
        ForwardedHeader::XForwardedFor => (X_FORWARDED_FOR, parse_node),
        ForwardedHeader::Forwarded => (FORWARDED, parse_element),
    };
    let mut address = peer.to_canonical();
    let values: Vec<&[u8]> = headers.get_all(name).iter().map(|value| value.as_bytes()).collect();
    for entry in values.into_iter().rev().flat_map(|value| split_from_right(value, b',')) {
        if !trusted.iter().any(|network| network.contains(&address)) {
            break;
        }
        let Some(next) = parse(entry) else { break };
        address = next.to_canonical();
    }
    address
}

/// Splits at separators outside quoted strings, last part first. Quotes are matched from the right too, so an unclosed quote
/// of the client does not affect the entries of proxies.
fn split_from_right(text: &[u8], separator: u8) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let whole = rest?;
        let mut quoted = false;
        for (position, byte) in whole.iter().enumerate().rev() {
            if *byte == b'"' && !is_escaped(whole, position) {
                quoted = !quoted;
            } else if *byte == separator && !quoted {
                rest = Some(&whole[..position]);
                return Some(&whole[position + 1..]);
            }
        }
        rest = None;
        Some(whole)
    })
}

fn is_escaped(text: &[u8], position: usize) -> bool {
    text[..position].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

/// The address in the only `for` parameter of a `Forwarded` element, such as `for="[2001:db8::1]:4711";proto=https`.
fn parse_element(element: &[u8]) -> Option<IpAddr> {
    let mut nodes = split_from_right(element, b';').filter_map(|pair| {
        let (name, value) = pair.split_at_checked(pair.iter().position(|byte| *byte == b'=')?)?;
        name.trim_ascii().eq_ignore_ascii_case(b"for").then(|| value[1..].trim_ascii())
    });
    let node = nodes.next().filter(|_| nodes.next().is_none())?;
    let unquoted = node.strip_prefix(b"\"").and_then(|node| node.strip_suffix(b"\""));
    parse_node(unquoted.unwrap_or(node))
}

/// The address in `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]` or `[2001:db8::1]:4711`.
fn parse_node(node: &[u8]) -> Option<IpAddr> {
    let node = std::str::from_utf8(node.trim_ascii()).ok()?;
    if let Some(bracketed) = node.strip_prefix('[') {
        let (address, port) = bracketed.split_once(']')?;
        let address = address.parse::<Ipv6Addr>().ok()?;
        return (port.is_empty() || port.starts_with(':')).then_some(address.into());
    }
    let with_port = || node.split_once(':')?.0.parse::<Ipv4Addr>().ok().map(IpAddr::from);
    node.parse().ok().or_else(with_port)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn client(header: ForwardedHeader, peer: &str, values: &[&[u8]]) -> String {
        let trusted: Vec<IpNet> = vec!["127.0.0.1/32".parse().unwrap(), "10.0.0.0/8".parse().unwrap()];
        let name = if header == ForwardedHeader::Forwarded { FORWARDED } else { X_FORWARDED_FOR };
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(name.clone(), HeaderValue::from_bytes(value).unwrap());
        }
        client_address(peer.parse().unwrap(), &headers, header, &trusted).to_string()
    }

    fn x_forwarded_for(peer: &str, values: &[&str]) -> String {
        let values: Vec<&[u8]> = values.iter().map(|value| value.as_bytes()).collect();
        client(ForwardedHeader::XForwardedFor, peer, &values)
    }

    fn forwarded(peer: &str, value: &str) -> String {
        client(ForwardedHeader::Forwarded, peer, &[value.as_bytes()])
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        assert_eq!(
            x_forwarded_for("192.0.2.9", &["198.51.100.1"]),
            "192.0.2.9",
            "the peer is not a trusted proxy"
        );
        assert_eq!(x_forwarded_for("127.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(x_forwarded_for("127.0.0.1", &["1.1.1.1, 198.51.100.1, 10.1.2.3"]), "198.51.100.1");
        assert_eq!(x_forwarded_for("127.0.0.1", &["1.1.1.1", "198.51.100.1", "10.1.2.3"]), "198.51.100.1");
        assert_eq!(x_forwarded_for("127.0.0.1", &["198.51.100.1, nonsense"]), "127.0.0.1");
        assert_eq!(x_forwarded_for("::ffff:127.0.0.1", &["2001:db8::1"]), "2001:db8::1");
        assert_eq!(x_forwarded_for("127.0.0.1", &[]), "127.0.0.1");
    }

    #[test]
    fn address_may_have_a_port_and_brackets() {
        for (entry, address) in [
            ("198.51.100.1:4711", "198.51.100.1"),
            ("[2001:db8::1]:4711", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("2001:db8::1", "2001:db8::1"),
            (" 198.51.100.1\t", "198.51.100.1"),
            ("::ffff:198.51.100.1", "198.51.100.1"),
        ] {
            assert_eq!(x_forwarded_for("127.0.0.1", &[entry]), address, "{entry}");
        }
        for invalid in ["", "[2001:db8::1", "[198.51.100.1]", "[2001:db8::1]x", "198.51.100.256", "unknown"] {
            assert_eq!(x_forwarded_for("127.0.0.1", &[invalid]), "127.0.0.1", "{invalid}");
        }
    }

    #[test]
    fn client_cannot_hide_its_address() {
        // A proxy appends to the value that the client sent.
        let bytes = (b' '..=b'~').chain([b'\t', 0x80, 0xC3, 0xFF]);
        for byte in bytes {
            let mut value = vec![b'"', b'\\', byte, b'a', byte, byte];
            value.extend_from_slice(b", 198.51.100.1");
            assert_eq!(client(ForwardedHeader::XForwardedFor, "127.0.0.1", &[&value]), "198.51.100.1");
            let mut value = vec![b'f', b'o', b'r', b'=', b'"', byte, b';', b',', byte];
            value.extend_from_slice(b", for=198.51.100.1;host=\"a,b;\\\"\\\\\"");
            assert_eq!(client(ForwardedHeader::Forwarded, "127.0.0.1", &[&value]), "198.51.100.1", "{byte}");
        }
    }

    #[test]
    fn forwarded_header_of_rfc_7239_is_parsed() {
        for (entry, address) in [
            ("for=192.0.2.60;proto=http;by=203.0.113.43", "192.0.2.60"),
            ("For=\"[2001:db8:cafe::17]:4711\"", "2001:db8:cafe::17"),
            ("proto=https ; FOR = \"192.0.2.43:47011\"", "192.0.2.43"),
            ("for=1.1.1.1, for=192.0.2.43, for=10.0.0.7", "192.0.2.43"),
            ("for=\"[2001:db8::1]:_port\"", "2001:db8::1"),
            ("for=1.1.1.1, for=unknown", "127.0.0.1"),
            ("for=1.1.1.1, for=_hidden", "127.0.0.1"),
            ("for=1.1.1.1, proto=https", "127.0.0.1"),
            ("for=1.1.1.1;for=2.2.2.2", "127.0.0.1"),
        ] {
            assert_eq!(forwarded("127.0.0.1", entry), address, "{entry}");
        }
        assert_eq!(
            forwarded("192.0.2.9", "for=198.51.100.1"),
            "192.0.2.9",
            "the peer is not a trusted proxy"
        );
        // A header that is not configured may come from the client.
        let mut headers = HeaderMap::new();
        headers.insert(X_FORWARDED_FOR, HeaderValue::from_static("198.51.100.1"));
        let peer = "127.0.0.1".parse().unwrap();
        let trusted = ["127.0.0.1/32".parse().unwrap()];
        assert_eq!(client_address(peer, &headers, ForwardedHeader::Forwarded, &trusted), peer);
    }
}
