//! Who asks: the client's address, its languages, and how often it may ask. The limit counts every `POST`, whatever
//! it says and whatever became of it.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method};
use axum::middleware::Next;
use axum::response::Response;
use ipnet::IpNet;

use super::fields::SendWithin;
use super::problem::Problem;
use crate::audit::{Entry, Event};
use crate::clock::UnixTime;
use crate::core::Core;
use crate::fault::Fault;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The address that a request came from.
#[derive(Clone, Copy)]
pub(super) struct Client(Option<IpAddr>);

impl Client {
    /// An audit entry of this client, with the outcome `ok` or the problem's code.
    pub(super) fn entry<T>(self, event: Event, outcome: &Result<T, Problem>) -> Entry<'static> {
        let outcome = outcome.as_ref().err().map_or("ok", Problem::code);
        Entry { client: self.0, ..Entry::new(event, outcome) }
    }
}

/// What a request says of the languages that its reader likes (RFC 9110 §12.5.4).
pub(super) fn accepted_languages(headers: &HeaderMap) -> Option<&str> {
    headers.get(ACCEPT_LANGUAGE)?.to_str().ok()
}

impl<S: Sync> FromRequestParts<S> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().copied().unwrap_or(Self(None)))
    }
}

pub(super) async fn identify_and_limit(
    State(core): State<Arc<Core>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mut request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let address = behind_proxies(peer.ip(), request.headers(), &core.trusted_proxies);
    request.extensions_mut().insert(Client(Some(address)));
    request.extensions_mut().insert(SendWithin(core.limits.request_within));
    if request.method() == Method::POST {
        let now = core.now();
        let length = i64::from(core.limits.client_window);
        let window_start = UnixTime(now.0 - now.0.rem_euclid(length));
        let window_end = window_start.plus(core.limits.client_window);
        let counted = core.store.count(&network_of(address), window_start, window_end).await;
        if counted.map_err(Fault::from)? > i64::from(core.limits.client_requests) {
            return Err(Problem::rate_limited(window_end.since(now)));
        }
    }
    Ok(next.run(request).await)
}

/// The client's own address. A trusted proxy appends the address that it was asked from to `X-Forwarded-For`; whatever
/// stands before the last address that is no proxy's was written by the client and says nothing.
fn behind_proxies(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(&address));
    let mut address = peer.to_canonical();
    let values: Vec<&str> =
        headers.get_all(FORWARDED_FOR).iter().filter_map(|value| value.to_str().ok()).collect();
    for hop in values.iter().flat_map(|value| value.split(',')).rev() {
        if !is_trusted(address) {
            break;
        }
        let Ok(hop) = hop.trim().parse::<IpAddr>() else { break };
        address = hop.to_canonical();
    }
    address
}

/// One subscriber has at least a whole /64 of IPv6, so its first half is what stands for them.
fn network_of(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).to_string()
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_subscriber_are_one_client() {
        let network = |text: &str| network_of(text.parse().unwrap());
        assert_eq!(network("2001:db8:1:2:3::4"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
    }

    #[test]
    fn only_what_trusted_proxies_say_counts() {
        let trusted: Vec<IpNet> = vec!["127.0.0.1/32".parse().unwrap(), "10.0.0.0/8".parse().unwrap()];
        let client = |peer: &str, forwarded: &[&str]| {
            let mut headers = HeaderMap::new();
            for value in forwarded {
                headers.append(FORWARDED_FOR, value.parse().unwrap());
            }
            behind_proxies(peer.parse().unwrap(), &headers, &trusted).to_string()
        };
        assert_eq!(client("192.0.2.9", &["198.51.100.1"]), "192.0.2.9", "a stranger is not believed");
        assert_eq!(client("127.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(client("127.0.0.1", &["1.1.1.1, 198.51.100.1, 10.1.2.3"]), "198.51.100.1");
        assert_eq!(client("127.0.0.1", &["1.1.1.1", "198.51.100.1", "10.1.2.3"]), "198.51.100.1");
        assert_eq!(client("127.0.0.1", &["198.51.100.1, nonsense"]), "127.0.0.1");
        assert_eq!(client("::ffff:127.0.0.1", &["2001:db8::1"]), "2001:db8::1");
        assert_eq!(client("127.0.0.1", &[]), "127.0.0.1");
    }
}
