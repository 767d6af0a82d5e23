//! The security headers of the pages.

use std::sync::LazyLock;

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

use super::layout::{SCRIPT, STYLE};

const CROSS_ORIGIN_OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const X_ROBOTS_TAG: HeaderName = HeaderName::from_static("x-robots-tag");

/// Nothing is loaded; only this script and this style sheet are allowed; forms are sent only to this server; and no other page
/// may embed the page.
static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| policy("", ""));

/// The policy of pages that load the web app: files of this server may be loaded, requests go only to this server, and the
/// logo is a data URL.
static WEB_APP_POLICY: LazyLock<HeaderValue> =
    LazyLock::new(|| policy(" 'self' 'wasm-unsafe-eval'", "; connect-src 'self'; img-src data:"));

fn policy(scripts: &str, directives: &str) -> HeaderValue {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}'{scripts}; style-src 'sha256-{}'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'{directives}",
        hash(SCRIPT),
        hash(STYLE)
    );
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// An extension of responses whose page loads the web app.
#[derive(Clone)]
struct LoadsWebApp;

/// Allows the page to load the web app.
pub(super) fn allow_web_app(mut response: Response) -> Response {
    response.extensions_mut().insert(LoadsWebApp);
    response
}

/// Adds the security headers to every response at a page's path (TOK-11).
pub(super) async fn add(mut response: Response) -> Response {
    let policy = match response.extensions().get::<LoadsWebApp>() {
        Some(LoadsWebApp) => &WEB_APP_POLICY,
        None => &POLICY,
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
