//! A call that is made again until the server is done.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::matching::ResponseMatch;

/// A server that sets the password later must be asked whether it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// Responses after which the call is made again. One of them must match.
    #[serde(rename = "while")]
    pub unfinished: Vec<ResponseMatch>,
    /// Seconds before the call is made again.
    pub wait: u64,
    /// How often the call is made again, at most.
    pub times: u64,
}

impl Repeat {
    /// The first match of `while` that this response meets.
    pub fn position(
        &self,
        status: u16,
        content_type: &str,
        redirect: Option<&str>,
        body: &Value,
    ) -> Option<usize> {
        self.unfinished.iter().position(|wanted| wanted.matches(status, content_type, redirect, body))
    }
}
