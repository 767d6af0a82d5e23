//! Who asks: the client's address, its languages, and how often it may ask. The limit counts every `POST`, whatever
//! it says and whatever became of it.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;

use super::fields::SendWithin;
use super::forwarded::client_address;
use super::problem::Problem;
use crate::audit::{Entry, Event};
use crate::client_network::ClientNetwork;
use crate::core::Core;
use crate::rate_limit::TooMany;

/// The address that a request came from.
#[derive(Clone, Copy)]
pub(super) struct Client(Option<IpAddr>);

impl Client {
    /// Counts a request that reads the database without changing anything; those that may change something are counted
    /// before.
    pub(super) fn count_read(self, core: &Core) -> Result<(), Problem> {
        let Some(address) = self.0 else { return Ok(()) };
        let counted = core.rate_limiter.count_read(&core.limits, address, core.now());
        counted.map_err(|TooMany { retry_after }| Problem::rate_limited(retry_after))
    }

    /// The network that limits on guesses and mails see.
    pub(super) fn network(self) -> ClientNetwork {
        ClientNetwork::of(self.0)
    }

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
    let address = client_address(peer.ip(), request.headers(), core.forwarded_header, &core.trusted_proxies);
    request.extensions_mut().insert(Client(Some(address)));
    request.extensions_mut().insert(SendWithin(core.limits.request_within));
    if request.method() == Method::POST {
        let refused = core.rate_limiter.count_write(&core.store, &core.limits, address, core.now()).await?;
        if let Some(TooMany { retry_after }) = refused {
            return Err(Problem::rate_limited(retry_after));
        }
    }
    Ok(next.run(request).await)
}
