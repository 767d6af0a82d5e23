//! Lets a request that may change something finish when its client disconnects.
//!
//! hyper drops the handler of a client that disconnects. A password could then be changed without its audit entry, or a
//! failed sign-in not be recorded.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tokio::sync::watch;

use super::in_flight::InFlightGuard;
use crate::http::problem::Problem;
use crate::internal_error::InternalError;

/// The requests that are being handled.
#[derive(Clone, Default)]
pub(crate) struct OpenRequests(Arc<watch::Sender<()>>);

impl OpenRequests {
    /// Waits until no request is being handled. Returns `false` after `timeout`.
    pub(crate) async fn finished(&self, timeout: Duration) -> bool {
        tokio::time::timeout(timeout, self.0.closed()).await.is_ok()
    }
}

/// Runs the handler in a task of its own, unless the method is safe (RFC 9110 §9.2.1).
pub(in crate::http) async fn run_to_completion(
    State(requests): State<OpenRequests>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    if request.method().is_safe() {
        return Ok(next.run(request).await);
    }
    let open = requests.0.subscribe();
    let in_flight = request.extensions().get::<InFlightGuard>().cloned();
    let handler = tokio::spawn(async move {
        let response = next.run(request).await;
        drop((open, in_flight));
        response
    });
    handler.await.map_err(|error| match error.try_into_panic() {
        Ok(panic) => std::panic::resume_unwind(panic),
        Err(error) => InternalError::from(error).into(),
    })
}
