//! An answer, whole, and what it means where no contract says. Pure, no I/O.

use std::time::Duration;

use super::{CallError, Misconfiguration, UnknownAnswer};

/// An answer, whole.
pub(super) struct Reply {
    pub status: u16,
    pub content_type: String,
    pub retry_after: Option<Duration>,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn is_html(&self) -> bool {
        is_html(&self.content_type)
    }

    /// What an answer means that no contract has a place for.
    pub fn outside_of_contract(&self) -> CallError {
        use Misconfiguration::{Redirect, WebPage};
        match self.status {
            300..=399 => CallError::Misconfigured(Redirect),
            429 => CallError::RateLimited { wait: self.retry_after },
            // Network Authentication Required (RFC 6585 §6): the network wants its own sign-in first.
            511 => CallError::Misconfigured(WebPage),
            500..=599 => CallError::Down,
            _ if self.is_html() => CallError::Misconfigured(WebPage),
            _ => self.not_understood(),
        }
    }

    /// What the service itself says, and no contract has a place for.
    pub fn not_understood(&self) -> CallError {
        CallError::NotUnderstood(self.told())
    }

    /// What of it can be told to a help desk.
    pub fn told(&self) -> UnknownAnswer {
        UnknownAnswer::of(self.status, &self.body)
    }

    /// Whether the service itself has spoken, and not trouble or a stranger's page in its place.
    pub fn is_of_the_service(&self) -> bool {
        use Misconfiguration::{Redirect, WebPage};
        // Many servers write a page for a path that they do not have.
        matches!(self.status, 404 | 405)
            || !matches!(
                self.outside_of_contract(),
                CallError::Down
                    | CallError::RateLimited { .. }
                    | CallError::Misconfigured(Redirect | WebPage)
            )
    }
}

/// Whether a content type is that of a web page.
pub(super) fn is_html(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    ["text/html", "application/xhtml+xml"].iter().any(|html| kind.eq_ignore_ascii_case(html))
}
