//! The keys of a contract file, and how they become a [`Contract`].
//!
//! Templates, paths, pointers and matches are parsed by their types. What remains for [`ContractFile::compile`] needs two
//! keys at once, or the place at which a problem is reported.

use std::collections::BTreeMap;

use http::{HeaderName, header};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::{
    body::JsonTemplate,
    body_file::{self, Encoding},
    capture::Capture,
    contract::{Contract, DeclaredCapabilities, Policy, Variable},
    diagnostic::{Diagnostic, join, key_path, step_path},
    error_fallback::ErrorFallback,
    link_kinds::LinkKinds,
    matching::{ErrorMatch, ResponseMatch},
    operation::Operation,
    path_template::PathTemplate,
    pointer::Pointer,
    repeat::Repeat,
    reset::{HostedPage, Reset, ResetSteps},
    response_field::ResponseField,
    span::Key,
    step::{ContractStep, Headers, Method},
    step_condition::StepCondition,
    template::Template,
};

/// Headers that HTTP or the browser sets.
const RESERVED_HEADERS: [HeaderName; 5] = [
    header::HOST,
    header::CONTENT_LENGTH,
    header::CONNECTION,
    header::TRANSFER_ENCODING,
    header::ACCEPT_ENCODING,
];

/// A contract file of Latchkey: how to recover an account on one kind of server.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct ContractFile {
    /// The name of the contract: lower-case letters, digits and `-`.
    id: String,
    /// The name of the server for people.
    name: String,
    /// The server's address, if it is the same for everybody or follows from a variable.
    #[serde(default)]
    base_url: Option<Template>,
    /// Variables and captures that are no secrets.
    #[serde(default)]
    public: Vec<String>,
    /// Values that the operator sets, with their descriptions.
    #[serde(default)]
    vars: BTreeMap<String, Variable>,
    /// Headers of every call.
    #[serde(default)]
    headers: BTreeMap<String, Template>,
    /// Whether the server's cookies are kept for one recovery.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    cookies: bool,
    /// Headers that say how long to wait. The first that is present counts.
    #[serde(default = "retry_after")]
    retry_after: Vec<String>,
    /// Query parameters of every call.
    #[serde(default)]
    query: BTreeMap<String, Template>,
    /// What the email has: a link, a code, or several kinds of links.
    #[serde(default)]
    link: LinkKinds,
    /// What the server supports without reporting it.
    #[serde(default)]
    capabilities: DeclaredCapabilities,
    /// The call that reports what the server supports.
    #[serde(default)]
    capabilities_from: Option<StepFile>,
    /// What the server wants of a password.
    #[serde(default)]
    policy: Option<Policy>,
    /// The call that reports what the server wants of a password.
    #[serde(default)]
    policy_from: Option<StepFile>,
    /// The page of the server on which passwords are set.
    #[serde(default)]
    hosted: Option<HostedPage>,
    /// The calls that request the email, in order.
    #[serde(default)]
    request: Vec<StepFile>,
    /// The calls that say whether a link or code works. They change nothing.
    #[serde(default)]
    check: Vec<StepFile>,
    /// The calls that send the second factor.
    #[serde(default)]
    second_factor: Vec<StepFile>,
    /// The calls that set the password, in order.
    #[serde(default)]
    reset: Vec<StepFile>,
    /// The calls that end all sessions after the password was set.
    #[serde(default)]
    sign_out: Vec<StepFile>,
    /// Errors of every call, compared after those of the call.
    #[serde(default)]
    errors: Vec<ErrorMatch>,
}

/// A call.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct StepFile {
    /// The method. The default is POST.
    #[serde(default)]
    method: Method,
    /// The path, appended to the base address.
    path: PathTemplate,
    /// Query parameters in addition to those of the file.
    #[serde(default)]
    query: BTreeMap<String, Template>,
    /// Headers in addition to those of the file.
    #[serde(default)]
    headers: BTreeMap<String, Template>,
    /// The format of the body.
    #[serde(default)]
    encoding: Encoding,
    /// The body, in which each text is a template.
    #[serde(default)]
    body: Option<JsonTemplate>,
    /// A GraphQL operation, instead of a body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    graphql: Option<String>,
    /// The variables of the GraphQL operation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    variables: Option<JsonTemplate>,
    /// Good responses, of which one must match.
    success: Vec<ResponseMatch>,
    /// Error responses, compared before the good ones.
    #[serde(default)]
    errors: Vec<ErrorMatch>,
    /// What a 4xx means that nothing matches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    otherwise: Option<ErrorFallback>,
    /// Values of the response for later calls, each with its place.
    #[serde(default)]
    capture: BTreeMap<String, Capture>,
    /// A value of which there can be several, each tried in turn. Only in [[second_factor]].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    capture_each: BTreeMap<String, Pointer>,
    /// Values of the response for the app.
    #[serde(default)]
    tells: BTreeMap<ResponseField, Pointer>,
    /// Headers that say how long to wait, instead of those of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    retry_after: Vec<String>,
    /// When the call is made: for links, for codes, for one kind of link, or after a response that matches.
    #[serde(default, skip_serializing_if = "StepCondition::is_unconditional")]
    when: StepCondition,
    /// The call is made again while the server is not done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repeat: Option<Repeat>,
    /// Whether the call of a reset is made before a password is typed.
    #[serde(default)]
    early: bool,
    /// Whether the server takes the address only in the path.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    email_in_path: bool,
    /// Whether the server takes the token only in the path.
    #[serde(default)]
    secret_in_path: bool,
}

/// The standard header (RFC 9110 §10.2.3).
fn retry_after() -> Vec<String> {
    vec![header::RETRY_AFTER.as_str().to_owned()]
}

impl ContractFile {
    /// Compiles a file.
    ///
    /// # Errors
    /// The first problem, with its key path.
    pub fn compile(self) -> Result<Contract, Diagnostic> {
        let single = |operation, step: Option<StepFile>| {
            step.map(|step| step.compile(&step_path(operation, 0))).transpose()
        };
        let list = |operation, steps: Vec<StepFile>| -> Result<Vec<ContractStep>, Diagnostic> {
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
            retry_after: header_names(&key_path("retry_after"), &self.retry_after)?,
            cookies: self.cookies,
            query: self.query,
            links: self.link,
            capabilities: self.capabilities,
            capabilities_from: single(Operation::Capabilities, self.capabilities_from)?,
            policy: self.policy,
            policy_from: single(Operation::Policy, self.policy_from)?,
            request: list(Operation::Request, self.request)?,
            check: list(Operation::Check, self.check)?,
            second_factor: list(Operation::SecondFactor, self.second_factor)?,
            reset: reset(list(Operation::Reset, self.reset)?, self.hosted)?,
            sign_out: list(Operation::SignOut, self.sign_out)?,
            errors: self.errors,
        })
    }
}

/// # Errors
/// The file has both calls and a page, or neither.
fn reset(steps: Vec<ContractStep>, hosted: Option<HostedPage>) -> Result<Reset, Diagnostic> {
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
    fn compile(self, place: &[Key]) -> Result<ContractStep, Diagnostic> {
        let body = body_file::compile(place, self.encoding, self.body, self.graphql, self.variables)?;
        Ok(ContractStep {
            method: self.method,
            path: self.path,
            query: self.query,
            headers: headers(&join(place, "headers"), self.headers)?,
            body,
            success: self.success,
            errors: self.errors,
            error_fallback: self.otherwise,
            capture: self.capture,
            capture_each: self.capture_each,
            fields: self.tells,
            retry_after: header_names(&join(place, "retry_after"), &self.retry_after)?,
            when: self.when.proof,
            link: self.when.link,
            state: self.when.state,
            repeat: self.repeat,
            early: self.early,
            email_in_path: self.email_in_path,
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

fn header_names(place: &[Key], names: &[String]) -> Result<Vec<HeaderName>, Diagnostic> {
    names.iter().map(|name| header_name(place, name)).collect()
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
        let list = |steps: Vec<ContractStep>| steps.into_iter().map(StepFile::from).collect();
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
            retry_after: names_of(&contract.retry_after),
            cookies: contract.cookies,
            query: contract.query,
            link: contract.links,
            capabilities: contract.capabilities,
            capabilities_from: contract.capabilities_from.map(StepFile::from),
            policy: contract.policy,
            policy_from: contract.policy_from.map(StepFile::from),
            hosted,
            request: list(contract.request),
            check: list(contract.check),
            second_factor: list(contract.second_factor),
            reset: list(steps),
            sign_out: list(contract.sign_out),
            errors: contract.errors,
        }
    }
}

impl From<ContractStep> for StepFile {
    fn from(step: ContractStep) -> Self {
        let body_file::Keys { encoding, body, graphql, variables } = body_file::Keys::from(step.body);
        Self {
            method: step.method,
            path: step.path,
            query: step.query,
            headers: header_texts(step.headers),
            encoding,
            body,
            graphql,
            variables,
            success: step.success,
            errors: step.errors,
            otherwise: step.error_fallback,
            capture: step.capture,
            capture_each: step.capture_each,
            tells: step.fields,
            retry_after: names_of(&step.retry_after),
            when: StepCondition { proof: step.when, link: step.link, state: step.state },
            repeat: step.repeat,
            early: step.early,
            email_in_path: step.email_in_path,
            secret_in_path: step.secret_in_path,
        }
    }
}

fn names_of(headers: &[HeaderName]) -> Vec<String> {
    headers.iter().map(|name| name.as_str().to_owned()).collect()
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
