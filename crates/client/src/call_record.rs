//! A record of a call, for `latchkey service check`.

use std::fmt;

use latchkey_core::service::ResponseSummary;

/// A call that was made. It has the templates of the contract and not their values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallRecord {
    /// `POST /{prefix}/reset`.
    pub line: String,
    /// Status and code of the response. `None` if there was none.
    pub response: Option<ResponseSummary>,
}

impl fmt::Display for CallRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.response {
            Some(response) => write!(f, "{}: {response}", self.line),
            None => write!(f, "{}: no response", self.line),
        }
    }
}
