//! The JSON API.

mod capabilities;
pub(super) mod health;
mod openapi;
mod recovery;
mod session;

use axum::Router;
use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::state::ApiState;
use openapi::Document;

/// The routes of the API, and the document that describes them.
pub(super) fn router() -> (Router<ApiState>, OpenApi) {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(recovery::request))
        .routes(routes!(recovery::check))
        .routes(routes!(recovery::reset))
        .routes(routes!(recovery::freeze))
        .routes(routes!(session::sign_in, session::show))
        .routes(routes!(capabilities::capabilities))
        .routes(routes!(capabilities::password_policy))
        .routes(routes!(health::health))
        .routes(routes!(health::ready))
        .split_for_parts()
}
