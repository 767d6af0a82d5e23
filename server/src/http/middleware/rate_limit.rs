//! Limits the number of requests of each client. It counts all of them, whatever their content and result, except for health
//! checks.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;

use super::client_address::ClientAddr;
use super::rejection::Rejection;
use crate::services::rate_limiter::RateLimiter;

/// A load balancer may ask often, and must not take the server for a broken one. The responses cost next to nothing.
const HEALTH_CHECKS: [&str; 2] = ["/healthz", "/readyz"];

/// Counts a request, and rejects it if the client's quota is exhausted. Only `POST` requests may write.
pub(in crate::http) async fn limit_requests(
    State(limiter): State<Arc<RateLimiter>>,
    client: ClientAddr,
    request: Request,
    next: Next,
) -> Result<Response, Rejection> {
    let limited = match client.ip() {
        Some(address) if request.method() == Method::POST => limiter.count_write(address).await?,
        Some(address) if !HEALTH_CHECKS.contains(&request.uri().path()) => limiter.count_view(address).err(),
        _ => None,
    };
    match limited {
        Some(limited) => Err(Rejection(limited.into())),
        None => Ok(next.run(request).await),
    }
}
