//! Refuses what another website makes a browser send. No route that changes something may be used that way: not the
//! pages' forms, and not the API, which takes plain forms too.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::ORIGIN;
use axum::http::{HeaderMap, HeaderName};
use axum::middleware::Next;
use axum::response::Response;

use super::problem::Problem;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The origins that this server is reached at.
pub(super) type Origins = Arc<[String]>;

/// Lets a request through unless a browser says that another website sent it. It comes before the limits: the visitor
/// of a hostile website does not use up their own.
pub(super) async fn require_same_origin(
    State(origins): State<Origins>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    if is_cross_site(&request, &origins) {
        return Err(Problem::cross_site());
    }
    Ok(next.run(request).await)
}

/// Whether a request that may change something was sent by another website. Safe methods change nothing.
pub(super) fn is_cross_site(request: &Request, origins: &[String]) -> bool {
    !request.method().is_safe() && !is_same_origin(request.headers(), origins)
}

/// Browsers tell by `Sec-Fetch-Site`, and the older ones by `Origin`.
///
/// Under `Referrer-Policy: no-referrer` the `Origin` of our own forms is `null` (Fetch §3.2), as it is for forms of some
/// other websites, so the newer header goes first and `null` alone is not enough. What says neither is no browser, and
/// nobody can be made to use it from another website.
fn is_same_origin(headers: &HeaderMap, origins: &[String]) -> bool {
    match (headers.get(FETCH_SITE), headers.get(ORIGIN)) {
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
    fn requests_of_other_websites_are_known_by_what_browsers_say() {
        let own = |said: &[(&str, &str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in said {
                headers.insert(name.parse::<HeaderName>().unwrap(), value.parse().unwrap());
            }
            is_same_origin(&headers, &["https://example.org".to_owned()])
        };
        assert!(own(&[("sec-fetch-site", "same-origin"), ("origin", "null")]));
        assert!(own(&[("sec-fetch-site", "none")]));
        assert!(own(&[("origin", "https://example.org")]));
        assert!(own(&[]));
        assert!(!own(&[("sec-fetch-site", "cross-site"), ("origin", "https://example.org")]));
        assert!(!own(&[("sec-fetch-site", "same-site")]));
        assert!(!own(&[("origin", "https://example.org.evil.example")]));
        assert!(!own(&[("origin", "http://example.org")]));
        assert!(!own(&[("origin", "null")]));
    }
}
