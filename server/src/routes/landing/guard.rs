//! Who may send a page's form: its own page, and nobody too often. What is refused is told as a page.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::ORIGIN;
use axum::http::{HeaderMap, HeaderName, Method};
use axum::middleware::Next;
use axum::response::Response;

use super::answers;
use super::site::Site;
use super::visit::Visit;
use crate::routes::client::identify_and_limit;
use crate::routes::problem::Problem;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

pub(super) async fn guard(
    State(site): State<Arc<Site>>,
    peer: ConnectInfo<SocketAddr>,
    visit: Visit,
    request: Request,
    next: Next,
) -> Response {
    let own = request.method() != Method::POST || is_own(request.headers(), &site.origins);
    let answered = if own {
        identify_and_limit(State(Arc::clone(&site.core)), peer, request, next).await
    } else {
        Err(Problem::cross_site())
    };
    answered.unwrap_or_else(|problem| answers::plain_page(&site, &visit, &problem))
}

/// Whether a form came from these pages, as browsers tell: by `Sec-Fetch-Site`, or the older ones by `Origin`.
///
/// Under `Referrer-Policy: no-referrer` the `Origin` of our own forms is `null` (Fetch §3.2), as it is for forms of some
/// other websites, so the newer header goes first and `null` alone is not enough. What says neither is no browser, and
/// nobody can be made to use it from another website.
fn is_own(headers: &HeaderMap, origins: &[String]) -> bool {
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
    fn forms_of_other_websites_are_known_by_what_browsers_say() {
        let own = |said: &[(&str, &str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in said {
                headers.insert(name.parse::<HeaderName>().unwrap(), value.parse().unwrap());
            }
            is_own(&headers, &["https://example.org".to_owned()])
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
