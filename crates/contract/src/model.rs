//! The shape of a contract file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Link, Match, ResponseField, Source, Step,
    step::{ProofKind, mentions},
};

/// How to recover an account on one kind of server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// What `[service] backend` calls it: lower-case letters, digits and hyphens.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Where the server is, if that is the same for everybody, or told by a variable: the operator need not say it.
    #[serde(default)]
    pub base_url: Option<String>,
    /// Captures that open nothing by themselves, and may stand in a URL.
    #[serde(default)]
    pub public: Vec<String>,
    /// What the operator gives in `[service.vars]`, beside the address.
    #[serde(default)]
    pub vars: BTreeMap<String, Variable>,
    /// On every call.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// In the query of every call.
    #[serde(default)]
    pub query: BTreeMap<String, String>,
    /// What the e-mail brings.
    #[serde(default)]
    pub link: Link,
    /// What the server does that no answer tells.
    #[serde(default, rename = "abilities")]
    pub capabilities: DeclaredCapabilities,
    /// The call that tells what this server can do, where that differs. One that does not know it can do nothing.
    #[serde(default, rename = "abilities_from")]
    pub capabilities_from: Option<Step>,
    /// The rules for passwords, where the server has fixed ones.
    #[serde(default)]
    pub policy: Option<Policy>,
    /// The call that tells them, where they are not fixed.
    #[serde(default)]
    pub policy_from: Option<Step>,
    /// The new password is chosen on a page of the server, which has no call for it.
    #[serde(default)]
    pub hosted: Option<Hosted>,
    /// The calls that ask for the e-mail, in their order.
    #[serde(default)]
    pub request: Vec<Step>,
    /// The calls that tell whether a link or code works, and change nothing.
    #[serde(default)]
    pub check: Vec<Step>,
    /// The calls that show the second factor, once it is typed. They are done before the password is sent, and once.
    #[serde(default)]
    pub second_factor: Vec<Step>,
    /// The calls that set the password.
    #[serde(default)]
    pub reset: Vec<Step>,
    /// What refusals mean in every call, where the call itself does not say.
    #[serde(default)]
    pub errors: Vec<Match>,
}

/// A value that the operator gives: only what it is, or with more about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Variable {
    /// What it is. It must be given.
    Required(String),
    /// It need not be given.
    VariableSpec(VariableSpec),
}

/// A value that need not be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VariableSpec {
    /// What it is.
    pub what: String,
    /// What it is where nobody says.
    #[serde(default)]
    pub default: Option<String>,
    /// Where nobody says, the fields that hold it are left out.
    #[serde(default)]
    pub optional: bool,
}

/// What the server does that no answer tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredCapabilities {
    /// A reset ends every session of the account.
    #[serde(default)]
    pub signs_out: bool,
    /// Seconds in which it silently ignores another request for the same address.
    #[serde(default)]
    pub resend_after: Option<u64>,
}

/// The rules for passwords, as far as they are the same at every such server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The least length, in characters.
    #[serde(default)]
    pub min_length: Option<u64>,
    /// The greatest, in characters.
    #[serde(default)]
    pub max_length: Option<u64>,
    /// The most bytes of UTF-8, where the server counts those.
    #[serde(default)]
    pub max_bytes: Option<u64>,
}

/// Where the server's own page takes over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hosted {
    /// The page on which a recovery begins, where there is no call to ask for the e-mail either.
    #[serde(default)]
    pub page: Option<String>,
    /// In the query of that page.
    #[serde(default)]
    pub query: BTreeMap<String, String>,
    /// How that page looks when it is there. Any one of them will do.
    #[serde(default)]
    pub success: Vec<Match>,
}

impl Contract {
    /// What our own is called.
    pub const OURS: &str = "latchkey";

    /// The calls of each operation, by the names that the file has for them.
    pub fn operations(&self) -> [(&'static str, &[Step]); 6] {
        [
            ("abilities_from", self.capabilities_from.as_slice()),
            ("policy_from", self.policy_from.as_slice()),
            ("request", &self.request),
            ("check", &self.check),
            ("second_factor", &self.second_factor),
            ("reset", &self.reset),
        ]
    }

    /// The capture of a request that the reset needs: it has to outlive the app.
    pub fn carried(&self) -> Option<&str> {
        let captures = self.request.iter().flat_map(|step| step.capture.keys());
        captures.map(String::as_str).find(|name| {
            let later = self.check.iter().chain(&self.second_factor).chain(&self.reset);
            later.flat_map(Step::templates).any(|text| mentions(text, name))
        })
    }

    /// Whether its e-mail brings this.
    pub fn brings(&self, kind: ProofKind) -> bool {
        let is_code = |source: &Source| *source == Source::Manual;
        match kind {
            ProofKind::Link => self.link.sources.iter().any(|source| !is_code(source)),
            ProofKind::Code => self.link.sources.iter().any(is_code),
        }
    }

    /// Whether a request is bound to the device that asks (PKCE, S256).
    pub fn is_bound(&self) -> bool {
        self.request.iter().flat_map(Step::templates).any(|text| mentions(text, "code_challenge"))
    }

    /// Whether a code works only beside the verifier of the device that asked.
    pub fn binds_codes(&self) -> bool {
        let steps = self.reset.iter().filter(|step| step.is_for(ProofKind::Code));
        steps.flat_map(Step::templates).any(|text| mentions(text, "code_verifier"))
    }

    /// Whether this is told by [`Contract::abilities_from`], and not known beforehand.
    pub fn is_reported(&self, ability: ResponseField) -> bool {
        self.capabilities_from.as_ref().is_some_and(|step| step.fields.contains_key(&ability))
    }
}
