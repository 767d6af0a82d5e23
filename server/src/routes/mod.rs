//! The wire: paths, bodies, answers. It decides nothing about recoveries; `docs/backends.md` is its contract.

mod client;
mod discovery;
mod document;
mod fields;
mod forwarded;
mod landing;
mod measure;
mod problem;
mod recovery;
mod same_origin;
mod session;
mod web_app;
mod well_known;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::http::header::{CACHE_CONTROL, STRICT_TRANSPORT_SECURITY};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::get;
use axum::{Json, Router};
use utoipa::OpenApi as _;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::core::Core;
use document::Document;
pub(crate) use landing::{Site, is_free_path};
pub(crate) use measure::operations_router;
use problem::Problem;

/// Largest request body, in bytes.
const MAX_BODY_BYTES: usize = 16 * 1024;
/// Names a request, so that its repeat is recognised.
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The page that mailed links lead to where they do not lead into an app at once.
pub(crate) const RESET_PAGE: &str = "/reset-password";
/// The page that asks for a recovery mail.
const ASK_PAGE: &str = "/reset-password/ask";
/// The page for "this was not me".
pub(crate) const FREEZE_PAGE: &str = "/not-me";

/// All paths of the API.
pub(crate) fn router(core: Arc<Core>, site: Site) -> Router {
    let (api, document) = api();
    let files = site.web_app.clone().map(web_app::router).unwrap_or_default();
    api.route("/openapi.json", get(async move || Json(document)))
        .route("/.well-known/change-password", get(well_known::change_password))
        .route("/.well-known/apple-app-site-association", get(well_known::apple))
        .route("/.well-known/assetlinks.json", get(well_known::android))
        .method_not_allowed_fallback(async || Problem::method_not_allowed())
        .fallback(async || Problem::not_found())
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(from_fn_with_state(Arc::clone(&core), client::identify_and_limit))
        .layer(from_fn_with_state(Arc::clone(&site.origins), same_origin::require_same_origin))
        .layer(from_fn_with_state(Arc::clone(&core), measure::measure))
        .layer(map_response(no_store))
        .with_state(core)
        .merge(landing::router(site))
        .merge(files)
}

/// Two years, which browsers take from the first answer on (RFC 6797). Subdomains are their owners' to decide about.
const STRICT_TRANSPORT: HeaderValue = HeaderValue::from_static("max-age=63072000");

/// Tells browsers to come back over TLS only.
pub(crate) fn with_strict_transport(router: Router) -> Router {
    router.layer(map_response(async |mut response: Response| {
        response.headers_mut().insert(STRICT_TRANSPORT_SECURITY, STRICT_TRANSPORT);
        response
    }))
}

fn api() -> (Router<Arc<Core>>, utoipa::openapi::OpenApi) {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(recovery::request))
        .routes(routes!(recovery::check))
        .routes(routes!(recovery::reset))
        .routes(routes!(recovery::freeze))
        .routes(routes!(session::sign_in, session::show))
        .routes(routes!(discovery::capabilities))
        .routes(routes!(discovery::password_policy))
        .routes(routes!(discovery::health))
        .routes(routes!(discovery::ready))
        .split_for_parts()
}

/// No answer of this API is worth keeping, and some must not be.
async fn no_store(mut response: Response) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
