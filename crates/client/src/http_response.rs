//! A response, and what it means if the contract does not describe it. Pure, no I/O.

use std::time::Duration;

use latchkey_core::service::{CallError, Misconfiguration, ResponseSummary};
use reqwest::header::{self, HeaderMap};
use serde::de::IgnoredAny;

use super::response_summary::response_summary;

/// A complete response.
#[derive(Default)]
pub(crate) struct HttpResponse {
    pub status: u16,
    pub content_type: String,
    pub retry_after: Option<Duration>,
    /// The target of a redirect.
    #[cfg_attr(target_arch = "wasm32", allow(dead_code))]
    pub location: Option<String>,
    /// The target of a redirect, as its path below the base address and its query. `None` if it is elsewhere.
    pub redirect: Option<String>,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl HttpResponse {
    /// The value of a header, if it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The cookies that it sets.
    pub fn set_cookies(&self) -> impl Iterator<Item = &str> {
        self.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok())
    }

    pub fn is_html(&self) -> bool {
        is_html(&self.content_type)
    }

    /// Whether JSON is truncated, or compressed although that was not requested (`Content-Encoding`). The bodies of 429
    /// and 5xx do not matter.
    pub fn is_damaged(&self, is_compressed: bool) -> bool {
        let kind = self.content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let is_json = kind == "application/json" || kind.ends_with("+json");
        if !is_json || self.body.is_empty() || matches!(self.status, 429 | 500..) {
            return false;
        }
        is_compressed || serde_json::from_slice::<IgnoredAny>(&self.body).is_err_and(|error| error.is_eof())
    }

    /// The error for a response that no match of the contract accepts.
    pub fn undescribed_error(&self) -> CallError {
        use Misconfiguration::{Redirect, WebPage};
        match self.status {
            300..=399 => CallError::Misconfigured(Redirect),
            429 => CallError::RateLimited { wait: self.retry_after },
            // Network Authentication Required (RFC 6585 §6): the network has a sign-in page.
            511 => CallError::Misconfigured(WebPage),
            500..=599 => CallError::Down,
            _ if self.is_html() => CallError::Misconfigured(WebPage),
            _ => self.unexpected_response(),
        }
    }

    /// The error for an unexpected response of the service itself.
    pub fn unexpected_response(&self) -> CallError {
        CallError::UnexpectedResponse(self.summary())
    }

    /// Status and code, for the help desk.
    pub fn summary(&self) -> ResponseSummary {
        response_summary(self.status, &self.body)
    }

    /// Whether this response shows that the service itself was reached. A server error, 429, a redirect or a web page may
    /// come from a gateway or a captive portal.
    pub fn is_from_the_service(&self) -> bool {
        use Misconfiguration::{Redirect, WebPage};
        // Many servers return a web page for an unknown path.
        matches!(self.status, 404 | 405)
            || !matches!(
                self.undescribed_error(),
                CallError::Down
                    | CallError::RateLimited { .. }
                    | CallError::Misconfigured(Redirect | WebPage)
            )
    }
}

/// Whether this is the content type of a web page.
pub(crate) fn is_html(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    ["text/html", "application/xhtml+xml"].iter().any(|html| kind.eq_ignore_ascii_case(html))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn truncated_or_compressed_json_is_damaged() {
        const JSON: &str = "application/json";
        for (status, content_type, is_compressed, body, damaged) in [
            (200, JSON, false, r#"{"flow":"f1"}"#, false),
            (200, JSON, false, r#"{"flow":"f"#, true),
            (200, "Application/JSON; charset=utf-8", false, "{", true),
            (400, "application/problem+json", false, r#"{"code":"token_inv"#, true),
            (200, JSON, true, "\u{1f}garbage", true),
            // Some servers declare JSON and send none.
            (200, JSON, false, "", false),
            (200, JSON, false, "OK", false),
            (200, "text/plain", false, "{", false),
            (200, "text/plain", true, "\u{1f}garbage", false),
            // The body does not matter.
            (429, JSON, false, "{", false),
            (500, JSON, false, "{", false),
        ] {
            let (content_type, body) = (content_type.to_owned(), body.as_bytes().to_vec());
            let response = HttpResponse { status, content_type, body, ..HttpResponse::default() };
            assert_eq!(
                response.is_damaged(is_compressed),
                damaged,
                "{status} {} {is_compressed} {:?}",
                response.content_type,
                response.body
            );
        }
    }
}
