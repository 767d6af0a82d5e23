//! Rejects requests that another website makes a browser send (CSRF), both to the pages and to the API, which accepts plain
//! forms too.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::ORIGIN;
use axum::http::{HeaderMap, HeaderName};
use axum::middleware::Next;
use axum::response::Response;

use super::rejection::Rejection;
use crate::http::problem::ProblemCode;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The origins of this server.
pub(in crate::http) type Origins = Arc<[String]>;

/// Rejects a request that changes something if a browser reports that another website sent it. This layer is before the rate
/// limit, so that a hostile website cannot exhaust the quota of its visitors.
pub(in crate::http) async fn require_same_origin(
    State(origins): State<Origins>,
    request: Request,
    next: Next,
) -> Result<Response, Rejection> {
    if !request.method().is_safe() && !is_same_origin(request.headers(), &origins) {
        return Err(Rejection(ProblemCode::CrossSite.into()));
    }
    Ok(next.run(request).await)
}

/// Browsers send `Sec-Fetch-Site`, older ones `Origin`.
///
/// With `Referrer-Policy: no-referrer`, the `Origin` of this server's own forms is `null` (Fetch §3.2), and so is that of
/// some other websites' forms. So the newer header has precedence, and `null` is not accepted without it. A client that
/// sends neither header is no browser, and no website can make it send requests.
fn is_same_origin(headers: &HeaderMap, origins: &[String]) -> bool {
    match (headers.get(SEC_FETCH_SITE), headers.get(ORIGIN)) {
        (Some(site), _) => site == "same-origin" || site == "none",
        (None, Some(origin)) => origins.iter().any(|own| origin == own.as_str()),
        (None, None) => true,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn cross_site_requests_are_detected_by_their_headers() {
        let is_own = |fields: &[(&str, &str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in fields {
                headers.insert(name.parse::<HeaderName>().unwrap(), value.parse().unwrap());
            }
            is_same_origin(&headers, &["https://example.org".to_owned()])
        };
        assert!(is_own(&[("sec-fetch-site", "same-origin"), ("origin", "null")]));
        assert!(is_own(&[("sec-fetch-site", "none")]));
        assert!(is_own(&[("origin", "https://example.org")]));
        assert!(is_own(&[]));
        assert!(!is_own(&[("sec-fetch-site", "cross-site"), ("origin", "https://example.org")]));
        assert!(!is_own(&[("sec-fetch-site", "same-site")]));
        assert!(!is_own(&[("origin", "https://example.org.evil.example")]));
        assert!(!is_own(&[("origin", "http://example.org")]));
        assert!(!is_own(&[("origin", "null")]));
    }
}
