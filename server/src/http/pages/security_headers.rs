//! The security headers of the pages.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;

use crate::http::page_context::PageContext;

const CROSS_ORIGIN_OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const X_ROBOTS_TAG: HeaderName = HeaderName::from_static("x-robots-tag");

/// An extension of responses whose page loads the web app.
#[derive(Clone)]
struct WebAppMarker;

/// Allows the page to load the web app.
pub(super) fn allow_web_app(mut response: Response) -> Response {
    response.extensions_mut().insert(WebAppMarker);
    response
}

/// Adds the security headers to every response at a page's path (TOK-11).
pub(super) async fn add(State(context): State<Arc<PageContext>>, mut response: Response) -> Response {
    let policy = match response.extensions().get::<WebAppMarker>() {
        Some(WebAppMarker) => &context.style.web_app_policy,
        None => &context.style.policy,
    };
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::clone(policy));
    for (name, value) in [
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (CROSS_ORIGIN_OPENER_POLICY, "same-origin"),
        (X_ROBOTS_TAG, "noindex"),
        (VARY, "Accept-Language"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
