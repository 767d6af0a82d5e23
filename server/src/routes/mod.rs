//! The wire: paths, bodies, answers. It decides nothing about recoveries; `docs/backends.md` is its contract.

mod client_limit;
mod discovery;
mod fields;
mod problem;
mod recovery;
mod session;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{get, post};

use crate::core::Core;
use problem::Problem;

/// Largest request body, in bytes.
const MAX_BODY_BYTES: usize = 16 * 1024;
/// Names a request, so that its repeat is recognised.
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// All paths of the API.
pub(crate) fn router(core: Arc<Core>) -> Router {
    Router::new()
        .route("/account/recovery", post(recovery::request))
        .route("/account/recovery/capabilities", get(discovery::capabilities))
        .route("/account/reset-password", post(recovery::reset))
        .route("/account/reset-password/check", post(recovery::check))
        .route("/account/password-policy", get(discovery::password_policy))
        .route("/session", post(session::sign_in).get(session::show))
        .route("/healthz", get(discovery::health))
        .method_not_allowed_fallback(async || Problem::method_not_allowed())
        .fallback(async || Problem::not_found())
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(from_fn_with_state(Arc::clone(&core), client_limit::limit))
        .layer(map_response(no_store))
        .with_state(core)
}

/// No answer of this API is worth keeping, and some must not be.
async fn no_store(mut response: Response) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
