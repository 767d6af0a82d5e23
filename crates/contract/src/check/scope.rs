//! The values that a template can use at each place of a contract.

use crate::{
    contract::Contract,
    link_kind::LinkKind,
    operation::Operation,
    step::{ContractStep, ProofKind},
    template::Piece,
};

/// Optional values of a step that is for links and codes.
const OPTIONAL_PROOF_VALUES: [&str; 4] = ["link_token", "typed_code", "flow_id", "code_verifier"];

/// The values of the query of a hosted page.
const PAGE_VALUES: [&str; 2] = ["state", "code_challenge"];
/// The values of a page that can be missing.
const OPTIONAL_PAGE_VALUES: [&str; 2] = ["email", "language"];

/// The values that a template can use.
#[derive(Clone)]
pub(super) struct Scope<'a> {
    contract: &'a Contract,
    /// Always present.
    names: Vec<&'a str>,
    /// Possibly missing: `{name?}`.
    optional: Vec<&'a str>,
    /// Whether the URL is opened in a browser. The values of a page are made for it.
    allows_page_values: bool,
}

impl<'a> Scope<'a> {
    /// The operator's variables, which are known before a recovery begins.
    pub fn new(contract: &'a Contract) -> Self {
        let names = contract.vars.keys().map(String::as_str).collect();
        Self { contract, names, optional: Vec::new(), allows_page_values: false }
    }

    /// The scope of the query of a hosted page. The email address and the language can be missing.
    pub fn of_hosted_query(contract: &'a Contract) -> Self {
        let scope = Self::new(contract).with(PAGE_VALUES).with_optional(OPTIONAL_PAGE_VALUES);
        Self { allows_page_values: true, ..scope }
    }

    /// The scope of the headers of all calls. Captures can be missing.
    pub fn of_common_headers(contract: &'a Contract) -> Self {
        let captures = contract.operations().into_iter().flat_map(|(_, steps)| captures_of(steps));
        Self::new(contract).with_optional(captures).with_optional(["token"])
    }

    /// The scope of a step.
    pub fn of_step(contract: &'a Contract, operation: Operation, index: usize) -> Self {
        let scope = Self::new(contract);
        let steps = contract.operations().into_iter().find(|(found, _)| *found == operation);
        let (before, step) = match steps.map(|(_, steps)| steps.split_at(index)) {
            Some((before, [step, ..])) => (before, step),
            _ => return scope,
        };
        let scope = match operation {
            Operation::Capabilities | Operation::Policy => scope,
            Operation::Request => {
                scope.with(["email", "email_sha256", "code_challenge", "code_challenge_method"])
            }
            Operation::Check | Operation::SecondFactor | Operation::Reset | Operation::SignOut => {
                let scope = scope.with(proof_names(contract, step)).with_optional(OPTIONAL_PROOF_VALUES);
                scope.with_optional(links_of(contract, step).flat_map(LinkKind::value_names))
            }
        };
        let scope = match operation {
            Operation::SecondFactor => scope.with(["second_factor"]).with(early_captures(contract)),
            Operation::Reset => scope
                .with_optional(["second_factor", "attempt"])
                .with_optional(captures_of(&contract.second_factor)),
            Operation::SignOut => scope
                .with(captures_of(contract.reset.steps()))
                .with_optional(captures_of(&contract.second_factor)),
            _ => scope,
        };
        // A step that depends on a response may not run. Then its captures are missing.
        let (in_state, always): (Vec<&ContractStep>, Vec<&ContractStep>) =
            before.iter().partition(|step| step.state.is_some());
        scope.with(captures_of(always)).with_optional(captures_of(in_state))
    }

    /// Adds values that are always present.
    pub fn with(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        self.names.extend(names);
        self
    }

    /// Adds values that can be missing.
    fn with_optional(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        self.optional.extend(names);
        self
    }

    /// The contract.
    pub fn contract(&self) -> &'a Contract {
        self.contract
    }

    /// All placeholders, for an error message.
    pub fn list(&self) -> String {
        let names = self.names.iter().map(|name| format!("{{{name}}}"));
        names.chain(self.optional.iter().map(|name| format!("{{{name}?}}"))).collect::<Vec<_>>().join(", ")
    }

    /// Whether a template can use this placeholder.
    pub fn has(&self, piece: &Piece) -> bool {
        match piece {
            Piece::Text(_) => true,
            Piece::Value(name) => self.names.contains(&name.as_str()),
            Piece::Optional(name) => {
                self.names.contains(&name.as_str()) || self.optional.contains(&name.as_str())
            }
        }
    }

    /// Whether a value is one of a link, such as a user id, and neither its token nor the address.
    pub fn is_of_link(&self, name: &str) -> bool {
        let mut names = self.contract.links.of_links().flat_map(LinkKind::value_names);
        !["token", "email"].contains(&name) && names.any(|found| found == name)
    }

    /// Whether a value is allowed in a URL: variables, public captures, and the values of a page.
    pub fn is_allowed_in_url(&self, name: &str) -> bool {
        let is_page_value = PAGE_VALUES.contains(&name) || OPTIONAL_PAGE_VALUES.contains(&name);
        (self.allows_page_values && is_page_value)
            || self.contract.vars.contains_key(name)
            || self.contract.public.iter().any(|public| public == name)
    }
}

fn captures_of<'a>(steps: impl IntoIterator<Item = &'a ContractStep>) -> impl Iterator<Item = &'a str> {
    steps.into_iter().flat_map(ContractStep::captures)
}

/// The captures of early steps, which run before the second factor is sent.
fn early_captures(contract: &Contract) -> impl Iterator<Item = &str> {
    let early = contract.reset.steps().iter().filter(|step| step.early);
    early.flat_map(ContractStep::captures)
}

/// The kinds of links for which a step runs.
fn links_of<'a>(contract: &'a Contract, step: &ContractStep) -> impl Iterator<Item = &'a LinkKind> + use<'a> {
    let (is_for_links, id) = (step.is_for(ProofKind::Link), step.link.clone());
    let links = contract.links.of_links().filter(move |_| is_for_links);
    links.filter(move |link| id.is_none() || link.id == id)
}

/// The values that every proof of a step has. The address and the captures of the request are on the device that requested
/// the email: a code is typed there, and a link that is opened elsewhere is refused if the step needs them.
fn proof_names<'a>(contract: &'a Contract, step: &ContractStep) -> Vec<&'a str> {
    let mut names = vec!["token", "code_verifier", "email"];
    names.extend(captures_of(&contract.request));
    if !(contract.mails_proof(ProofKind::Code) && step.is_for(ProofKind::Code)) {
        let links: Vec<&LinkKind> = links_of(contract, step).collect();
        let in_all = |name: &&str| links.iter().all(|link| link.value_names().any(|found| found == *name));
        names.extend(links.first().into_iter().flat_map(|first| first.value_names()).filter(in_all));
    }
    names
}
