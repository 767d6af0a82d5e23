//! The files of the app for browsers. They hold nothing secret and nothing about anybody.

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

use super::problem::Problem;
use crate::web_app::{File, Form, START, WebApp};

/// What all paths of the app begin with.
pub(crate) const FOLDER: &str = "/app/";
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// The paths of the files.
pub(super) fn router(app: Arc<WebApp>) -> Router {
    Router::new()
        .route(&format!("{FOLDER}{{file}}"), get(serve))
        .method_not_allowed_fallback(async || Problem::method_not_allowed())
        .with_state(app)
}

/// The path of the script that a page loads.
pub(super) fn start_path() -> String {
    format!("{FOLDER}{START}")
}

async fn serve(State(app): State<Arc<WebApp>>, Path(name): Path<String>, asked: HeaderMap) -> Response {
    match app.file(&name) {
        Some(file) => answer(file, &asked),
        None => Problem::not_found().into_response(),
    }
}

fn answer(file: &File, asked: &HeaderMap) -> Response {
    let Some(form) = file.forms.iter().find(|form| takes(asked, form)) else {
        return StatusCode::NOT_ACCEPTABLE.into_response();
    };
    let known = asked.get(IF_NONE_MATCH).and_then(|tags| tags.to_str().ok()).is_some_and(|tags| {
        tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == form.tag || tag.trim() == "*")
    });
    let mut response = match known {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => form.bytes.clone().into_response(),
    };
    let headers = response.headers_mut();
    let caching = if file.lasting { "public, max-age=31536000, immutable" } else { "no-cache" };
    for (name, value) in [
        (CACHE_CONTROL, caching),
        (CONTENT_TYPE, file.content_type),
        (VARY, "Accept-Encoding"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (RESOURCE_POLICY, "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(tag) = HeaderValue::from_str(&form.tag) {
        headers.insert(ETAG, tag);
    }
    if let Some(encoding) = form.encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// Whether the client takes a form (RFC 9110 §12.5.3): a compression must be named and not be weighed with nothing.
fn takes(asked: &HeaderMap, form: &Form) -> bool {
    let Some(encoding) = form.encoding else { return true };
    let said = asked.get_all(ACCEPT_ENCODING).iter().filter_map(|said| said.to_str().ok());
    said.flat_map(|said| said.split(',')).any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, "q=1"));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case(encoding) && weight.is_some_and(|weight| weight > 0.0)
    })
}
