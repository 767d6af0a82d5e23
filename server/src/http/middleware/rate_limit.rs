//! Limits the number of `POST` requests of each client. It counts all of them, whatever their content and result.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;

use super::client_address::ClientAddr;
use super::rejection::Rejection;
use crate::services::rate_limiter::RateLimiter;

/// Counts a `POST` request, and rejects it if the client's quota is exhausted.
pub(in crate::http) async fn limit_requests(
    State(limiter): State<Arc<RateLimiter>>,
    client: ClientAddr,
    request: Request,
    next: Next,
) -> Result<Response, Rejection> {
    if request.method() == Method::POST
        && let Some(address) = client.ip()
        && let Some(limited) = limiter.count_write(address).await?
    {
        return Err(Rejection(limited.into()));
    }
    Ok(next.run(request).await)
}
