//! The shape of a contract file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Link, Match, Source};

/// How to recover an account on one kind of server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// What `[service] backend` calls it: lower-case letters, digits and hyphens.
    pub id: String,
    /// What people call it.
    pub name: String,
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
    #[serde(default)]
    pub abilities: Abilities,
    /// The rules for passwords, where the server has fixed ones.
    #[serde(default)]
    pub policy: Option<Policy>,
    /// The new password is chosen on a page of the server, which has no call for it.
    #[serde(default)]
    pub hosted: Option<Hosted>,
    /// The calls that ask for the e-mail, in their order.
    #[serde(default)]
    pub request: Vec<Step>,
    /// The calls that tell whether a link or code works, and change nothing.
    #[serde(default)]
    pub check: Vec<Step>,
    /// The calls that set the password.
    #[serde(default)]
    pub reset: Vec<Step>,
}

/// A value that the operator gives: only what it is, or with more about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Variable {
    /// What it is. It must be given.
    Required(String),
    /// It need not be given.
    Described(Described),
}

/// A value that need not be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Described {
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
pub struct Abilities {
    /// A reset ends every session of the account.
    #[serde(default)]
    pub signs_out: bool,
    /// Seconds in which it silently ignores another request for the same address.
    #[serde(default)]
    pub resend_after: Option<u64>,
}

/// The rules for passwords, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The least length.
    pub min_length: u64,
    /// The greatest, if there is one.
    #[serde(default)]
    pub max_length: Option<u64>,
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
}

/// One call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The method.
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "they say it themselves")]
pub enum Method {
    Get,
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

impl Contract {
    /// The calls of one operation, by the names that the file has for them.
    pub fn operations(&self) -> [(&'static str, &[Step]); 3] {
        [("request", &self.request), ("check", &self.check), ("reset", &self.reset)]
    }

    /// The capture of a request that the reset needs: it has to outlive the app.
    pub fn carried(&self) -> Option<&str> {
        let captures = self.request.iter().flat_map(|step| step.capture.keys());
        captures.map(String::as_str).find(|name| {
            self.check.iter().chain(&self.reset).any(|step| step.templates().any(|text| mentions(text, name)))
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
        self.request.iter().any(|step| step.templates().any(|text| mentions(text, "code_challenge")))
    }
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

fn mentions(text: &str, name: &str) -> bool {
    super::Template::parse(text).is_ok_and(|template| template.names().any(|found| found == name))
}
