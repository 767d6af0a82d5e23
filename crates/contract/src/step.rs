//! One call of a contract.

use std::collections::BTreeMap;

use http::HeaderName;
use latchkey_core::service::Proof;
use serde::{Deserialize, Serialize};

use super::{
    body::Body,
    capture::Capture,
    error_fallback::ErrorFallback,
    matching::{ErrorMatch, ResponseMatch},
    path_template::PathTemplate,
    pointer::Pointer,
    repeat::Repeat,
    response_field::ResponseField,
    template::Template,
};

/// Headers of a call.
pub type Headers = Vec<(HeaderName, Template)>;

/// One call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractStep {
    /// The method.
    pub method: Method,
    /// The path, appended to the base address.
    pub path: PathTemplate,
    /// The query. Has no secrets.
    pub query: BTreeMap<String, Template>,
    /// Headers in addition to those of every call.
    pub headers: Headers,
    /// The body.
    pub body: Option<Body>,
    /// Successful responses. One of them must match.
    pub success: Vec<ResponseMatch>,
    /// Errors. Compared before `success`.
    pub errors: Vec<ErrorMatch>,
    /// What a 4xx that no match accepts means. `None`: it is an unexpected response.
    pub error_fallback: Option<ErrorFallback>,
    /// Values of a successful response for later calls. All of them must be there.
    pub capture: BTreeMap<String, Capture>,
    /// Values of a successful response to the second factor, of which there can be several. The steps after it run for
    /// each, until one accepts the second factor.
    pub capture_each: BTreeMap<String, Pointer>,
    /// Values of any response for the app. Each can be missing.
    pub fields: BTreeMap<ResponseField, Pointer>,
    /// The headers that can say how long to wait, instead of those of the contract. The first that is present counts.
    pub retry_after: Vec<HeaderName>,
    /// If set, the step runs only for this kind of proof.
    pub when: Option<ProofKind>,
    /// If set, the step runs only for this kind of link, by its id. Then `when` is [`ProofKind::Link`].
    pub link: Option<String>,
    /// If set, the step runs only if the last response of the operation matches.
    pub state: Option<ResponseMatch>,
    /// If set, the call is made again while the server is not done.
    pub repeat: Option<Repeat>,
    /// Whether a step of a reset runs once, when the link is opened, before a password is typed.
    pub early: bool,
    /// Whether the email address is allowed in the path, because the server accepts it only there.
    pub email_in_path: bool,
    /// Whether the token is allowed in the path, because the server accepts it only there.
    pub secret_in_path: bool,
}

/// The methods that a contract can use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the names are those of HTTP")]
pub enum Method {
    Get,
    #[default]
    Post,
    Put,
    Patch,
    Delete,
    Head,
    Options,
}

impl Method {
    /// Whether a call with this method has no body.
    pub const fn is_without_body(self) -> bool {
        matches!(self, Self::Get | Self::Head)
    }
}

/// How the proof arrived.
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

impl ContractStep {
    /// Whether a template of the call has a placeholder of this name.
    pub fn mentions(&self, name: &str) -> bool {
        self.path.template().mentions(name)
            || self.query.values().any(|template| template.mentions(name))
            || self.headers.iter().any(|(_, template)| template.mentions(name))
            || self.body.iter().flat_map(Body::templates).any(|template| template.mentions(name))
    }

    /// The names of the values that it captures.
    pub fn captures(&self) -> impl Iterator<Item = &str> {
        self.capture.keys().chain(self.capture_each.keys()).map(String::as_str)
    }

    /// Whether the step runs for this kind of proof.
    pub fn is_for(&self, proof: ProofKind) -> bool {
        self.when.is_none_or(|when| when == proof)
    }

    /// Whether the step runs for links of this kind.
    pub fn is_for_link(&self, id: Option<&str>) -> bool {
        self.is_for(ProofKind::Link) && self.link.as_deref().is_none_or(|own| id == Some(own))
    }
}
