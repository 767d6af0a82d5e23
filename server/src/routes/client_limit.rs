//! The limit for each client address. It counts every `POST`, whatever it says and whatever became of it.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;

use super::problem::Problem;
use crate::clock::UnixTime;
use crate::core::Core;
use crate::fault::Fault;

pub(super) async fn limit(
    State(core): State<Arc<Core>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    if request.method() == Method::POST {
        let now = core.now();
        let length = i64::from(core.limits.client_window);
        let window_start = UnixTime(now.0 - now.0.rem_euclid(length));
        let window_end = window_start.plus(core.limits.client_window);
        let requests =
            core.store.count(&network_of(peer.ip()), window_start, window_end).await.map_err(Fault::from)?;
        if requests > i64::from(core.limits.client_requests) {
            return Err(Problem::rate_limited(window_end.since(now)));
        }
    }
    Ok(next.run(request).await)
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
}
