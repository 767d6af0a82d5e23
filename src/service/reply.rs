//! An answer, whole, and what it means where no contract says. Pure, no I/O.

use std::time::Duration;

use super::{CallError, Misconfiguration};

/// An answer, whole.
pub(super) struct Reply {
    pub status: u16,
    pub content_type: String,
    pub retry_after: Option<Duration>,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn is_html(&self) -> bool {
        let kind = self.content_type.split(';').next().unwrap_or_default().trim();
        ["text/html", "application/xhtml+xml"].iter().any(|html| kind.eq_ignore_ascii_case(html))
    }

    /// What an answer means that no contract has a place for.
    pub fn outside_of_contract(&self) -> CallError {
        use Misconfiguration::{NoSuchEndpoint, Redirect, Unexpected, WebPage};
        match self.status {
            200 if self.is_html() => CallError::Misconfigured(WebPage),
            300..=399 => CallError::Misconfigured(Redirect),
            404 | 405 => CallError::Misconfigured(NoSuchEndpoint),
            429 => CallError::RateLimited { wait: self.retry_after },
            500..=599 => CallError::Down,
            _ => CallError::Misconfigured(Unexpected),
        }
    }

    /// Whether the service itself has spoken, and not trouble or a stranger's page in its place.
    pub fn is_of_the_service(&self) -> bool {
        use Misconfiguration::{Redirect, WebPage};
        !matches!(
            self.outside_of_contract(),
            CallError::Down | CallError::RateLimited { .. } | CallError::Misconfigured(Redirect | WebPage)
        )
    }
}
