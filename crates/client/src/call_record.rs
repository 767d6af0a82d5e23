//! A record of a call, for `latchkey service check` and `latchkey service record`.

use std::{collections::BTreeMap, fmt};

use latchkey_contract::{Operation, RulePath};
use latchkey_core::service::ResponseSummary;
use reqwest::header::HeaderMap;
use zeroize::Zeroizing;

/// A call that was made. It has the templates of the contract and not their values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CallRecord {
    /// `POST /{prefix}/reset`.
    pub line: String,
    /// Status and code of the response. `None` if there was none.
    pub response: Option<ResponseSummary>,
    /// More about the response, if there was one.
    pub details: Option<ResponseDetails>,
    /// Whether the call sent a link or code.
    pub(crate) sends_proof: bool,
    /// Everything that was sent and answered.
    pub(crate) exchange: Option<RawExchange>,
}

/// A response, for the operator who writes a contract. It has no secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseDetails {
    /// The content type. Empty if there is none.
    pub content_type: String,
    /// The beginning of the body, with secrets masked.
    pub excerpt: String,
    /// Where it redirects: the path below the base address and the names of the query, with secrets masked.
    pub redirect: Option<String>,
    /// The `path` of the step in the contract. `None` for a page.
    pub path: Option<RulePath>,
    /// The rule of the contract that decided what the response means. `None` if there is no such rule.
    pub rule: Option<RulePath>,
}

impl fmt::Display for CallRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.response {
            Some(response) => write!(f, "{}: {response}", self.line),
            None => write!(f, "{}: no response", self.line),
        }
    }
}

/// A call as it was sent and answered. It can have secrets, so it is not shown.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct RawExchange {
    /// The step of the contract.
    pub step: (Operation, usize),
    /// The values that it was rendered with.
    pub values: BTreeMap<String, Zeroizing<String>>,
    pub status: u16,
    pub content_type: String,
    /// The target of a redirect below the base address.
    pub redirect: Option<String>,
    pub headers: HeaderMap,
    pub body: Zeroizing<Vec<u8>>,
    /// The values that later calls need.
    pub captured: Vec<Zeroizing<String>>,
    /// The names of the input fields that are captured.
    pub fields: Vec<String>,
    /// Whether the call reports what the server supports.
    pub is_capabilities: bool,
    /// Whether a repeated reset does not make this call again.
    pub is_kept: bool,
}

impl fmt::Debug for RawExchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawExchange").field("status", &self.status).finish_non_exhaustive()
    }
}
