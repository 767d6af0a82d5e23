//! Serves the files of the web app. They contain no secrets and no personal data.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use super::problem::{Problem, ProblemCode};
use crate::domain::page_paths::WEB_APP_PREFIX;
use crate::web_app::{File, SCRIPT, Variant, WebApp};

const CROSS_ORIGIN_RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// The routes of the files.
pub(super) fn router(app: Arc<WebApp>) -> Router {
    Router::new()
        .route(&format!("{WEB_APP_PREFIX}{{file}}"), get(serve))
        .method_not_allowed_fallback(async || Problem::from(ProblemCode::MethodNotAllowed))
        .with_state(app)
}

/// The path of the script that pages load.
pub(super) fn script_path() -> String {
    format!("{WEB_APP_PREFIX}{SCRIPT}")
}

async fn serve(State(app): State<Arc<WebApp>>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    match app.file(&name) {
        Some(file) => respond(file, &headers),
        None => Problem::from(ProblemCode::NotFound).into_response(),
    }
}

fn respond(file: &File, request: &HeaderMap) -> Response {
    let Some(variant) = file.variants.iter().find(|variant| is_acceptable(request, variant)) else {
        return StatusCode::NOT_ACCEPTABLE.into_response();
    };
    let is_current = request.get(IF_NONE_MATCH).and_then(|tags| tags.to_str().ok()).is_some_and(|tags| {
        tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == variant.etag || tag.trim() == "*")
    });
    let mut response = match is_current {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => variant.bytes.clone().into_response(),
    };
    let headers = response.headers_mut();
    let caching = if file.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    for (name, value) in [
        (CACHE_CONTROL, caching),
        (CONTENT_TYPE, file.content_type),
        (VARY, "Accept-Encoding"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (CROSS_ORIGIN_RESOURCE_POLICY, "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(tag) = HeaderValue::from_str(&variant.etag) {
        headers.insert(ETAG, tag);
    }
    if let Some(encoding) = variant.encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// Whether the client accepts the encoding of a variant (RFC 9110 §12.5.3): it must be listed, with a weight other than 0.
fn is_acceptable(request: &HeaderMap, variant: &Variant) -> bool {
    let Some(encoding) = variant.encoding else { return true };
    let values = request.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|entry| {
        let (name, weight) = entry.split_once(';').unwrap_or((entry, "q=1"));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case(encoding) && weight.is_some_and(|weight| weight > 0.0)
    })
}
