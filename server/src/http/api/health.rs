//! Health checks.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::openapi::ReadinessProblems;
use crate::http::problem::Problem;
use crate::services::readiness::Readiness;

/// The state of a server.
#[derive(Serialize, ToSchema)]
#[schema(as = Health)]
pub(in crate::http) struct HealthResponse {
    status: &'static str,
}

const OK: HealthResponse = HealthResponse { status: "ok" };

/// The process is running.
#[utoipa::path(get, path = "/healthz", responses((status = 200, body = HealthResponse)))]
pub(in crate::http) async fn health() -> Json<HealthResponse> {
    Json(OK)
}

/// The process is running and its database responds.
#[utoipa::path(get, path = "/readyz", responses((status = 200, body = HealthResponse), ReadinessProblems))]
pub(in crate::http) async fn ready(
    State(readiness): State<Arc<Readiness>>,
) -> Result<Json<HealthResponse>, Problem> {
    if readiness.is_ready().await { Ok(Json(OK)) } else { Err(Problem::not_ready()) }
}
