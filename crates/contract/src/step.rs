//! One call of a contract.

use std::collections::BTreeMap;

use latchkey_core::service::Proof;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Match, ResponseField};

/// One call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The method.
    #[serde(default)]
    pub method: Method,
    /// What is appended to the base address.
    pub path: String,
    /// The query. No secret belongs there.
    #[serde(default)]
    pub query: BTreeMap<String, String>,
    /// More headers.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// How the body is written.
    #[serde(default)]
    pub encoding: Encoding,
    /// The body: every text in it is a template.
    #[serde(default)]
    pub body: Option<Value>,
    /// How an answer looks that says yes. Any one of them will do.
    pub success: Vec<Match>,
    /// How one looks that says no, and why. They are looked at first.
    #[serde(default)]
    pub errors: Vec<Match>,
    /// What a good answer gives for later calls, and where in it.
    #[serde(default)]
    pub capture: BTreeMap<String, String>,
    /// What any answer tells the person, and where in it. It need not be there.
    #[serde(default, rename = "tells")]
    pub fields: BTreeMap<ResponseField, String>,
    /// The headers that may say how long to wait, the first that is there counts.
    #[serde(default = "retry_after")]
    pub retry_after: Vec<String>,
    /// Only for this kind of proof.
    #[serde(default)]
    pub when: Option<ProofKind>,
    /// Of a reset: done when the link is opened, before a password is typed, and never again.
    #[serde(default)]
    pub early: bool,
    /// The server takes the token in no other place than the path.
    #[serde(default)]
    pub secret_in_path: bool,
}

/// The methods that a contract may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "they say it themselves")]
pub enum Method {
    Get,
    #[default]
    Post,
    Put,
    Patch,
}

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encoding {
    /// `application/json`
    #[default]
    Json,
    /// `application/x-www-form-urlencoded`
    Form,
}

/// How a proof came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProofKind {
    /// In a link.
    Link,
    /// As a code that was typed.
    Code,
}

impl From<&Proof> for ProofKind {
    fn from(proof: &Proof) -> Self {
        match proof {
            Proof::Token { .. } => Self::Link,
            Proof::Code { .. } => Self::Code,
        }
    }
}

/// The standard's (RFC 9110 §10.2.3).
fn retry_after() -> Vec<String> {
    vec!["retry-after".to_owned()]
}

impl Step {
    /// Every template of the step.
    pub fn templates(&self) -> impl Iterator<Item = &str> {
        let mut texts: Vec<&str> = vec![&self.path];
        texts.extend(self.query.values().chain(self.headers.values()).map(String::as_str));
        self.body.iter().for_each(|body| collect(body, &mut texts));
        texts.into_iter()
    }

    /// Whether it is done for this kind of proof.
    pub fn is_for(&self, proof: ProofKind) -> bool {
        self.when.is_none_or(|when| when == proof)
    }
}

fn collect<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        Value::Object(members) => members.values().for_each(|member| collect(member, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether a template has a place for this name.
pub(super) fn mentions(text: &str, name: &str) -> bool {
    super::Template::parse(text).is_ok_and(|template| template.names().any(|found| found == name))
}
