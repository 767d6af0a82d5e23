//! Recorded exchanges with a server: files that say what the server answers to each operation of a contract, and what that
//! means. [`replay`] runs them without a server, and [`Recorder`] writes them. They have no secrets.

mod headers;
mod link;
mod mask;
mod masked_body;
mod outcome;
mod recorder;
mod replay;

use std::collections::BTreeMap;

use latchkey_core::{
    link::{LinkError, LinkRules, RecoveryLink},
    secret::{CodeShape, EmailAddress, FlowId, Malformed, RecoveryCode, RequestSession, Verifier},
    service::{Capabilities, Proof},
};
use serde::{Deserialize, Serialize};

use crate::contract::{Contract, ResponseFields};

pub use headers::Headers;
pub use recorder::Recorder;
pub(crate) use recorder::answer_shapes;
pub use replay::{ReplayError, Replayed, replay};

/// The address that stands for the account's.
pub const EMAIL: &str = "ada@example.org";
/// The password that stands for the new one.
pub const PASSWORD: &str = "a walk along the wet quay";
/// The code that stands for that of the authenticator app.
pub const SECOND_FACTOR: &str = "123456";

/// A file of recorded exchanges.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recording {
    /// The link in the email.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The code in the email.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The session that the request returned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// The flow id of the recovery that the code belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow: Option<String>,
    /// The server's capabilities, if it reports them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capabilities: Option<String>,
    /// The contract's variables.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub vars: BTreeMap<String, String>,
    /// Exchanges of `[capabilities_from]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capabilities_from: Vec<Exchange>,
    /// Exchanges of `[policy_from]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policy_from: Vec<Exchange>,
    /// Exchanges of requests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub request: Vec<Exchange>,
    /// Exchanges of checks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub check: Vec<Exchange>,
    /// Exchanges of resets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reset: Vec<Exchange>,
}

/// One operation: the responses to its calls, and its outcome.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// `STATUS BODY` of each response, in order.
    pub answers: Vec<String>,
    /// Headers of the responses.
    #[serde(default, skip_serializing_if = "Headers::is_empty")]
    pub headers: Headers,
    /// What the app makes of it.
    pub outcome: String,
    /// `METHOD PATH BODY` of the calls, if they are compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Vec<String>>,
    /// Another link than that of the recording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Whether the code is used although there is a link too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_code: bool,
    /// Whether a second factor is sent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub second_factor: bool,
}

impl Recording {
    /// The exchanges of each operation.
    pub fn operations(&self) -> [(&'static str, &[Exchange]); 5] {
        [
            ("capabilities_from", &self.capabilities_from),
            ("policy_from", &self.policy_from),
            ("request", &self.request),
            ("check", &self.check),
            ("reset", &self.reset),
        ]
    }

    /// What the server supports.
    fn capabilities(&self, contract: &Contract) -> Capabilities {
        let reported = contract.capabilities_from.as_ref().zip(self.capabilities.as_ref());
        let fields = reported.and_then(|(step, text)| {
            let body = serde_json::from_str(text).ok()?;
            Some(ResponseFields::extract(step, &body))
        });
        contract.capabilities_with(&fields.unwrap_or_default())
    }

    /// The link or code of the exchange, or else that of the email.
    ///
    /// # Errors
    /// There is neither, or it does not fit the contract.
    pub fn proof(
        &self,
        contract: &Contract,
        rules: &LinkRules,
        exchange: Option<&Exchange>,
    ) -> Result<Proof, RecordedProofError> {
        let capabilities = self.capabilities(contract);
        let verifier = capabilities.challenge.then(|| Verifier::parse(VERIFIER)).transpose()?;
        let session = self.session.as_deref().map(RequestSession::parse).transpose()?;
        let email = EmailAddress::parse(EMAIL)?;
        let link = exchange.and_then(|exchange| exchange.link.as_ref()).or(self.link.as_ref());
        let by_code = exchange.is_some_and(|exchange| exchange.by_code);
        match (link, &self.code) {
            (Some(link), code) if !by_code || code.is_none() => {
                let RecoveryLink { token, params, .. } = RecoveryLink::parse(link, rules)?;
                Ok(Proof::Token { token, params, verifier, email: Some(email), session })
            }
            (_, Some(code)) => {
                let shape = capabilities.code.unwrap_or(CodeShape::digits(code.len()));
                let flow = self.flow.as_deref().map(FlowId::parse).transpose()?;
                Ok(Proof::Code { email, code: RecoveryCode::parse(code, shape)?, flow, verifier, session })
            }
            (_, None) => Err(RecordedProofError::Missing),
        }
    }
}

/// The verifier that stands for the device's.
const VERIFIER: &str = "vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv";

/// Why a recording has no usable link or code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordedProofError {
    /// There is neither.
    #[error("the file has neither a link nor a code")]
    Missing,
    /// The link is refused.
    #[error("the link is refused: {0}")]
    Link(#[from] LinkError),
    /// Another value is refused.
    #[error("a value is refused: {0}")]
    InvalidValue(#[from] Malformed),
}
