//! HTTP: routes, request bodies, responses and pages. It contains no rules about recoveries; its contract is
//! `docs/backends.md`.

mod accept_language;
mod api;
mod audited_recovery;
mod busy_log;
mod extract;
mod middleware;
mod operations;
mod page_context;
mod page_style;
mod pages;
mod problem;
mod problem_code;
mod request_body;
mod response_time;
mod state;
mod web_app;
mod well_known_files;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, STRICT_TRANSPORT_SECURITY};
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use tower_http::set_header::SetResponseHeaderLayer;

use middleware::body_timeout::limit_body_time;
use middleware::client_address::set_client_address;
use middleware::in_flight::limit_in_flight;
use middleware::metrics::count_request;
use middleware::rate_limit::limit_requests;
pub(crate) use middleware::run_to_completion::OpenRequests;
use middleware::run_to_completion::run_to_completion;
use middleware::same_origin::require_same_origin;
pub(crate) use operations::operations_router;
use problem::{Problem, ProblemCode};
pub(crate) use state::HttpState;

/// Maximum size of a request body.
const MAX_BODY_BYTES: usize = 16 * 1024;
/// Two years, which browsers remember from the first response on (RFC 6797). Subdomains are not included, because their
/// owners must decide.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=63072000");

/// The public routes: API, pages, and the web app if it is configured.
pub(crate) fn router(state: &HttpState) -> serde_json::Result<Router> {
    let web_app = state.web_app.clone().map(web_app::router).unwrap_or_default();
    let api = api::router()?
        .route("/.well-known/change-password", get(well_known_files::change_password))
        .route("/.well-known/apple-app-site-association", get(well_known_files::apple_app_site_association))
        .route("/.well-known/assetlinks.json", get(well_known_files::asset_links))
        .method_not_allowed_fallback(async || Problem::from(ProblemCode::MethodNotAllowed))
        .fallback(async || Problem::from(ProblemCode::NotFound));
    // Responses contain secrets, or are out of date soon.
    let no_store = SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let router = with_request_limits(api, state)
        .layer((
            no_store,
            from_fn_with_state(state.metrics.clone(), count_request),
            from_fn_with_state(Arc::clone(&state.origins), require_same_origin),
        ))
        .with_state(state.api.clone())
        .merge(pages::router(state))
        .merge(web_app);
    Ok(router)
}

/// Adds the layers that limit requests. The outermost is first: the client's address, the requests in flight, the handler
/// that survives a disconnect, the number of requests, then the time and size of the body. A client that disconnects or
/// resets its stream while its request is counted must not prevent the count. tower-http's `RequestBodyLimitLayer` would
/// respond itself; with axum's limit the extractor does, with a problem.
///
/// They are one tuple, because axum allocates all services below a layer again for each request.
fn with_request_limits<S: Clone + Send + Sync + 'static>(router: Router<S>, state: &HttpState) -> Router<S> {
    router.layer((
        from_fn_with_state(state.trusted_proxies.clone(), set_client_address),
        from_fn_with_state(state.in_flight.clone(), limit_in_flight),
        from_fn_with_state(state.open_requests.clone(), run_to_completion),
        from_fn_with_state(Arc::clone(&state.rate_limiter), limit_requests),
        from_fn_with_state(state.request_within, limit_body_time),
        DefaultBodyLimit::max(MAX_BODY_BYTES),
    ))
}

/// Adds `Strict-Transport-Security`, so that browsers use only TLS from now on.
pub(crate) fn with_hsts(router: Router) -> Router {
    router.layer(SetResponseHeaderLayer::overriding(STRICT_TRANSPORT_SECURITY, HSTS))
}
