//! A call that was made, told to whoever sets the app up.

use std::fmt;

use latchkey_core::service::ResponseSummary;

/// A call that was made. It has the contract's words, and no values but the server's status and code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallRecord {
    /// `POST /{prefix}/reset`.
    pub line: String,
    /// What of the answer can be told; `None` where none came.
    pub answer: Option<ResponseSummary>,
}

impl fmt::Display for CallRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.answer {
            Some(answer) => write!(f, "{}: {answer}", self.line),
            None => write!(f, "{}: no answer", self.line),
        }
    }
}
