//! A compiled contract.

use std::collections::{BTreeMap, BTreeSet};

use http::HeaderName;
use serde::{Deserialize, Serialize};

use super::{
    link_kinds::LinkKinds,
    matching::ErrorMatch,
    operation::Operation,
    reset::Reset,
    response_field::ResponseField,
    step::{ContractStep, Headers, ProofKind},
    template::Template,
};

/// How to recover an account on one kind of server.
///
/// [`read`](super::read) compiles and checks a file. Deserializing also compiles, but checks nothing beyond syntax: it is
/// for contracts that were checked before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contract {
    /// The value of `[service] backend`: lower-case letters, digits and hyphens.
    pub id: String,
    /// The name of the server for people.
    pub name: String,
    /// The server's address, if it is the same for everybody or follows from a variable.
    pub base_url: Option<Template>,
    /// Captures and variables that are no secrets. Captures among them are allowed in a URL.
    pub public: Vec<String>,
    /// Values from `[service.vars]`.
    pub vars: BTreeMap<String, Variable>,
    /// Headers of every call.
    pub headers: Headers,
    /// The headers that can say how long to wait. The first that is present counts.
    pub retry_after: Vec<HeaderName>,
    /// Whether the server keeps a recovery in cookies. They are kept until it ends.
    pub cookies: bool,
    /// Query parameters of every call.
    pub query: BTreeMap<String, Template>,
    /// What the email has.
    pub links: LinkKinds,
    /// What the server supports without reporting it.
    pub capabilities: DeclaredCapabilities,
    /// The call that reports what this server supports. If the server does not know the call, it supports nothing.
    pub capabilities_from: Option<ContractStep>,
    /// The password policy, if it is the same on every such server.
    pub policy: Option<Policy>,
    /// The call that reports the password policy.
    pub policy_from: Option<ContractStep>,
    /// The calls that request the email, in order.
    pub request: Vec<ContractStep>,
    /// The calls that report whether a link or code works. They change nothing.
    pub check: Vec<ContractStep>,
    /// The calls that send the second factor. They are made once, before the password is sent.
    pub second_factor: Vec<ContractStep>,
    /// How the new password is set.
    pub reset: Reset,
    /// The calls after the password was set that end all sessions of the account.
    pub sign_out: Vec<ContractStep>,
    /// Errors of every call, compared after those of the call.
    pub errors: Vec<ErrorMatch>,
}

/// A value that the operator sets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Variable {
    /// A required value, with its description.
    Required(String),
    /// A value with more properties.
    Spec(VariableSpec),
}

/// A value with a default, or an optional one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VariableSpec {
    /// The description.
    #[serde(rename = "what")]
    pub description: String,
    /// The default.
    #[serde(default)]
    pub default: Option<String>,
    /// Whether the value can be missing. Templates with it then render to nothing.
    #[serde(default)]
    pub optional: bool,
}

/// What the server supports without reporting it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DeclaredCapabilities {
    /// Whether a reset ends all sessions of the account.
    #[serde(default)]
    pub signs_out: bool,
    /// Seconds in which the server silently ignores another request for the same address.
    #[serde(default)]
    pub resend_after: Option<u64>,
    /// Seconds for which the link works after the request, if so few that a person should know.
    #[serde(default)]
    pub link_lifetime: Option<u64>,
    /// Whether the email may have no code, depending on its template, so the app does not announce one.
    #[serde(default)]
    pub code_optional: bool,
    /// How many wrong codes the server compares for one request. Its response to the next code can depend on its
    /// settings, so the self check tries that code too.
    #[serde(default)]
    pub code_tries: Option<u8>,
}

/// The fixed part of a password policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The minimum length, in characters.
    #[serde(default)]
    pub min_length: Option<u64>,
    /// The maximum length, in characters.
    #[serde(default)]
    pub max_length: Option<u64>,
    /// The maximum length in bytes of UTF-8, if the server counts bytes.
    #[serde(default)]
    pub max_bytes: Option<u64>,
}

impl Contract {
    /// The id of our own contract.
    pub const OURS: &str = "latchkey";

    /// The calls of each operation.
    pub fn operations(&self) -> [(Operation, &[ContractStep]); 7] {
        [
            (Operation::Capabilities, self.capabilities_from.as_slice()),
            (Operation::Policy, self.policy_from.as_slice()),
            (Operation::Request, &self.request),
            (Operation::Check, &self.check),
            (Operation::SecondFactor, &self.second_factor),
            (Operation::Reset, self.reset.steps()),
            (Operation::SignOut, &self.sign_out),
        ]
    }

    /// The operation that one of this contract's steps belongs to, and its index there. `None` if it is a step of another
    /// contract.
    pub fn operation_of(&self, step: &ContractStep) -> Option<(Operation, usize)> {
        self.operations().into_iter().find_map(|(operation, steps)| {
            let index = steps.iter().position(|own| std::ptr::eq(own, step))?;
            Some((operation, index))
        })
    }

    /// The captures of a request that a later operation needs. They are saved with the recovery, because the app may be
    /// closed until then.
    pub fn carried_captures(&self) -> BTreeSet<&str> {
        let captures = self.request.iter().flat_map(ContractStep::captures);
        captures.filter(|name| self.needs_after_request(name)).collect()
    }

    /// Whether a check, second factor, reset or sign-out mentions a value.
    pub(super) fn needs_after_request(&self, name: &str) -> bool {
        let mut later =
            self.check.iter().chain(&self.second_factor).chain(self.reset.steps()).chain(&self.sign_out);
        later.any(|step| step.mentions(name))
    }

    /// Whether the email can have this kind of proof.
    pub fn mails_proof(&self, kind: ProofKind) -> bool {
        match kind {
            ProofKind::Link => self.links.of_links().next().is_some(),
            ProofKind::Code => self.links.has_code(),
        }
    }

    /// Whether a request is bound to the device that makes it (PKCE, S256).
    pub fn is_bound(&self) -> bool {
        self.request.iter().any(|step| step.mentions("code_challenge"))
    }

    /// Whether a code works only with the verifier of the device that requested it.
    pub fn binds_codes(&self) -> bool {
        let mut steps = self.reset.steps().iter().filter(|step| step.is_for(ProofKind::Code));
        steps.any(|step| step.mentions("code_verifier"))
    }

    /// Whether [`Contract::capabilities_from`] reports this field.
    pub fn is_reported(&self, field: ResponseField) -> bool {
        self.capabilities_from.as_ref().is_some_and(|step| step.fields.contains_key(&field))
    }
}
