//! The client's address, as the proxies in front of this server report it.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use ipnet::IpNet;

use super::forwarded::client_address;
use crate::config::ForwardedHeader;
use crate::domain::client_network::ClientNetwork;

/// Which proxies are trusted to report the client's address, and in which header.
#[derive(Clone)]
pub(in crate::http) struct TrustedProxies {
    pub(in crate::http) networks: Arc<[IpNet]>,
    pub(in crate::http) header: ForwardedHeader,
}

/// The address of the client that sent a request.
#[derive(Clone, Copy)]
pub(in crate::http) struct ClientAddr(Option<IpAddr>);

impl ClientAddr {
    /// The address, if known.
    pub(in crate::http) fn ip(self) -> Option<IpAddr> {
        self.0
    }

    /// The client's network, for limits on guesses and emails.
    pub(in crate::http) fn network(self) -> ClientNetwork {
        ClientNetwork::new(self.0)
    }
}

impl<S: Sync> FromRequestParts<S> for ClientAddr {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().copied().unwrap_or(Self(None)))
    }
}

/// Determines the client's address for the extractor [`ClientAddr`].
pub(in crate::http) async fn set_client_address(
    State(proxies): State<TrustedProxies>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    mut request: Request,
    next: Next,
) -> Response {
    let address = client_address(peer.ip(), request.headers(), proxies.header, &proxies.networks);
    request.extensions_mut().insert(ClientAddr(Some(address)));
    next.run(request).await
}
