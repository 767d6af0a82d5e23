//! Counting answers and their times for `/metrics`, which is served at an address of its own.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::discovery;
use super::problem::Problem;
use crate::core::Core;
use crate::fault::Fault;

/// What Prometheus calls its text.
const TEXT: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

pub(super) async fn measure(State(core): State<Arc<Core>>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    // The route's pattern, not the path: a path may hold anything.
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let response = next.run(request).await;
    core.metrics.count_request(
        route.as_deref().unwrap_or("none"),
        response.status().as_u16(),
        began.elapsed(),
    );
    response
}

/// What operators ask, away from the public.
pub(crate) fn operations_router(core: Arc<Core>) -> Router {
    Router::new()
        .route("/metrics", get(metrics))
        .route("/healthz", get(discovery::health))
        .route("/readyz", get(discovery::ready))
        .with_state(core)
}

async fn metrics(State(core): State<Arc<Core>>) -> Result<Response, Problem> {
    let mails_due = core.store.mails_due(core.now()).await.map_err(Fault::from)?;
    let text = core.metrics.text(mails_due).map_err(Fault::Metrics)?;
    Ok(([(CONTENT_TYPE, TEXT)], text).into_response())
}
