//! Routes for operators, on an address that is not public.

use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::api::health;
use super::problem::Problem;
use super::state::HttpState;
use crate::internal_error::InternalError;
use crate::metrics::Metrics;
use crate::services::outbox::OutboxStatus;

/// Media type of the metrics.
const OPENMETRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The routes for operators.
pub(crate) fn operations_router(state: &HttpState) -> Router {
    Router::new()
        .route("/metrics", get(metrics))
        .route("/healthz", get(health::health))
        .route("/readyz", get(health::ready))
        .with_state(state.operations.clone())
}

async fn metrics(
    State(metrics): State<Metrics>,
    State(outbox): State<OutboxStatus>,
) -> Result<Response, Problem> {
    let due_mails = outbox.due_mail_count().await?;
    let text = metrics.encode(due_mails).map_err(InternalError::from)?;
    Ok(([(CONTENT_TYPE, OPENMETRICS)], text).into_response())
}
