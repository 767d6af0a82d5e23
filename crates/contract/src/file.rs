//! The keys of a contract file, and how they become a [`Contract`].
//!
//! Templates, paths, pointers and matches are parsed by their types. What remains for [`ContractFile::compile`] needs two
//! keys at once, or the place at which a problem is reported.

use std::collections::BTreeMap;

use http::{HeaderName, header};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::{
    body::{Body, JsonTemplate},
    contract::{Contract, DeclaredCapabilities, Policy, Variable},
    diagnostic::{Diagnostic, join, key_path, step_path},
    link::Link,
    matching::{ErrorMatch, ResponseMatch},
    operation::Operation,
    path_template::PathTemplate,
    pointer::Pointer,
    reset::{Hosted, Reset, ResetSteps},
    response_field::ResponseField,
    span::Key,
    step::{Headers, Method, ProofKind, Step},
    template::Template,
};

/// Headers that HTTP or the browser sets.
const RESERVED_HEADERS: [HeaderName; 6] = [
    header::HOST,
    header::CONTENT_LENGTH,
    header::CONNECTION,
    header::TRANSFER_ENCODING,
    header::COOKIE,
    header::ACCEPT_ENCODING,
];

/// A contract file. [`Contract`] documents the keys.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContractFile {
    id: String,
    name: String,
    #[serde(default)]
    base_url: Option<Template>,
    #[serde(default)]
    public: Vec<String>,
    #[serde(default)]
    vars: BTreeMap<String, Variable>,
    #[serde(default)]
    headers: BTreeMap<String, Template>,
    #[serde(default)]
    query: BTreeMap<String, Template>,
    #[serde(default)]
    link: Link,
    #[serde(default)]
    capabilities: DeclaredCapabilities,
    #[serde(default)]
    capabilities_from: Option<StepFile>,
    #[serde(default)]
    policy: Option<Policy>,
    #[serde(default)]
    policy_from: Option<StepFile>,
    #[serde(default)]
    hosted: Option<Hosted>,
    #[serde(default)]
    request: Vec<StepFile>,
    #[serde(default)]
    check: Vec<StepFile>,
    #[serde(default)]
    second_factor: Vec<StepFile>,
    #[serde(default)]
    reset: Vec<StepFile>,
    #[serde(default)]
    errors: Vec<ErrorMatch>,
}

/// A call. [`Step`] documents the keys.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StepFile {
    #[serde(default)]
    method: Method,
    path: PathTemplate,
    #[serde(default)]
    query: BTreeMap<String, Template>,
    #[serde(default)]
    headers: BTreeMap<String, Template>,
    #[serde(default)]
    encoding: Encoding,
    #[serde(default)]
    body: Option<JsonTemplate>,
    success: Vec<ResponseMatch>,
    #[serde(default)]
    errors: Vec<ErrorMatch>,
    #[serde(default)]
    capture: BTreeMap<String, Pointer>,
    #[serde(default)]
    tells: BTreeMap<ResponseField, Pointer>,
    #[serde(default = "retry_after")]
    retry_after: Vec<String>,
    #[serde(default)]
    when: Option<ProofKind>,
    #[serde(default)]
    early: bool,
    #[serde(default)]
    secret_in_path: bool,
}

/// The format of a body.
#[derive(Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Encoding {
    #[default]
    Json,
    Form,
}

/// The standard header (RFC 9110 §10.2.3).
fn retry_after() -> Vec<String> {
    vec![header::RETRY_AFTER.as_str().to_owned()]
}

impl ContractFile {
    /// Compiles a file.
    ///
    /// # Errors
    /// The first problem, with its place.
    pub fn compile(self) -> Result<Contract, Diagnostic> {
        let single = |operation, step: Option<StepFile>| {
            step.map(|step| step.compile(&step_path(operation, 0))).transpose()
        };
        let list = |operation, steps: Vec<StepFile>| -> Result<Vec<Step>, Diagnostic> {
            let steps = steps.into_iter().enumerate();
            steps.map(|(index, step)| step.compile(&step_path(operation, index))).collect()
        };
        Ok(Contract {
            id: self.id,
            name: self.name,
            base_url: self.base_url,
            public: self.public,
            vars: self.vars,
            headers: headers(&key_path("headers"), self.headers)?,
            query: self.query,
            link: self.link,
            capabilities: self.capabilities,
            capabilities_from: single(Operation::Capabilities, self.capabilities_from)?,
            policy: self.policy,
            policy_from: single(Operation::Policy, self.policy_from)?,
            request: list(Operation::Request, self.request)?,
            check: list(Operation::Check, self.check)?,
            second_factor: list(Operation::SecondFactor, self.second_factor)?,
            reset: reset(list(Operation::Reset, self.reset)?, self.hosted)?,
            errors: self.errors,
        })
    }
}

/// # Errors
/// The file has both calls and a page, or neither.
fn reset(steps: Vec<Step>, hosted: Option<Hosted>) -> Result<Reset, Diagnostic> {
    match (ResetSteps::new(steps), hosted) {
        (Some(steps), None) => Ok(Reset::Steps(steps)),
        (None, Some(hosted)) => Ok(Reset::Hosted(hosted)),
        (Some(_), Some(_)) | (None, None) => Err(Diagnostic::new(
            key_path("id"),
            "either [[reset]] is the call that sets the password, or [hosted] says that a page does it",
        )),
    }
}

impl StepFile {
    fn compile(self, place: &[Key]) -> Result<Step, Diagnostic> {
        let body = match (self.body, self.encoding) {
            (None, _) => None,
            (Some(json), Encoding::Json) => Some(Body::Json(json)),
            (Some(json), Encoding::Form) => {
                let not_flat = || Diagnostic::new(join(place, "body"), "a form is one table of texts");
                Some(Body::Form(json.into_fields().ok_or_else(not_flat)?))
            }
        };
        let retry_after = self.retry_after.iter().map(|name| header_name(&join(place, "retry_after"), name));
        Ok(Step {
            method: self.method,
            path: self.path,
            query: self.query,
            headers: headers(&join(place, "headers"), self.headers)?,
            body,
            success: self.success,
            errors: self.errors,
            capture: self.capture,
            fields: self.tells,
            retry_after: retry_after.collect::<Result<_, _>>()?,
            when: self.when,
            early: self.early,
            secret_in_path: self.secret_in_path,
        })
    }
}

fn headers(place: &[Key], headers: BTreeMap<String, Template>) -> Result<Headers, Diagnostic> {
    let compile = |(name, template): (String, Template)| {
        let place = join(place, &name);
        let header = header_name(&place, &name)?;
        if RESERVED_HEADERS.contains(&header) {
            let problem = format!("the header `{name}` cannot be set by a contract; leave it out");
            return Err(Diagnostic::new(place, problem));
        }
        Ok((header, template))
    };
    let mut headers: Headers = headers.into_iter().map(compile).collect::<Result<_, _>>()?;
    // Independent of the case in the file.
    headers.sort_by(|(one, _), (other, _)| one.as_str().cmp(other.as_str()));
    Ok(headers)
}

/// Header names of letters, digits, `-` and `_`: fewer than HTTP allows.
fn header_name(place: &[Key], name: &str) -> Result<HeaderName, Diagnostic> {
    let is_plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    let header = HeaderName::from_bytes(name.as_bytes()).ok().filter(|_| is_plain);
    header.ok_or_else(|| Diagnostic::new(place.to_vec(), format!("{name:?} is not the name of a header")))
}

impl From<&Contract> for ContractFile {
    fn from(contract: &Contract) -> Self {
        let contract = contract.clone();
        let list = |steps: Vec<Step>| steps.into_iter().map(StepFile::from).collect();
        let (steps, hosted) = match contract.reset {
            Reset::Steps(steps) => (steps.into_vec(), None),
            Reset::Hosted(hosted) => (Vec::new(), Some(hosted)),
        };
        Self {
            id: contract.id,
            name: contract.name,
            base_url: contract.base_url,
            public: contract.public,
            vars: contract.vars,
            headers: header_texts(contract.headers),
            query: contract.query,
            link: contract.link,
            capabilities: contract.capabilities,
            capabilities_from: contract.capabilities_from.map(StepFile::from),
            policy: contract.policy,
            policy_from: contract.policy_from.map(StepFile::from),
            hosted,
            request: list(contract.request),
            check: list(contract.check),
            second_factor: list(contract.second_factor),
            reset: list(steps),
            errors: contract.errors,
        }
    }
}

impl From<Step> for StepFile {
    fn from(step: Step) -> Self {
        let (encoding, body) = match step.body {
            None => (Encoding::default(), None),
            Some(Body::Json(json)) => (Encoding::Json, Some(json)),
            Some(Body::Form(fields)) => (Encoding::Form, Some(JsonTemplate::from(fields))),
        };
        Self {
            method: step.method,
            path: step.path,
            query: step.query,
            headers: header_texts(step.headers),
            encoding,
            body,
            success: step.success,
            errors: step.errors,
            capture: step.capture,
            tells: step.fields,
            retry_after: step.retry_after.iter().map(|name| name.as_str().to_owned()).collect(),
            when: step.when,
            early: step.early,
            secret_in_path: step.secret_in_path,
        }
    }
}

fn header_texts(headers: Headers) -> BTreeMap<String, Template> {
    headers.into_iter().map(|(name, template)| (name.as_str().to_owned(), template)).collect()
}

impl Serialize for Contract {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ContractFile::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Contract {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let compiled = ContractFile::deserialize(deserializer)?.compile();
        compiled.map_err(|diagnostic| D::Error::custom(diagnostic.problem))
    }
}
