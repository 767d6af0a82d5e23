//! What there is for a template to name, at each place of a contract.

use crate::{Contract, Piece, ProofKind, Step, Template};

/// What a link or code may have brought, where a step is for both.
const PROOF_MAY_HAVE: [&str; 4] = ["link_token", "typed_code", "flow_id", "code_verifier"];

/// What a template may name.
#[derive(Clone)]
pub(super) struct Scope<'a> {
    contract: &'a Contract,
    /// What there always is.
    names: Vec<&'a str>,
    /// What there may be: `{name?}`.
    optional: Vec<&'a str>,
}

impl<'a> Scope<'a> {
    /// What the operator gives: all there is where nobody has done anything yet.
    pub fn new(contract: &'a Contract) -> Self {
        Self { contract, names: contract.vars.keys().map(String::as_str).collect(), optional: Vec::new() }
    }

    /// The headers of every call, with whatever there is by then.
    pub fn to_all_headers(contract: &'a Contract) -> Self {
        let captures = contract.operations().into_iter().flat_map(|(_, steps)| captures_of(steps));
        Self::new(contract).or(captures).or(["token"])
    }

    /// A step of an operation, by its place in it.
    pub fn to(contract: &'a Contract, operation: &str, index: usize) -> Self {
        let scope = Self::new(contract);
        let steps = contract.operations().into_iter().find(|(name, _)| *name == operation);
        let (before, step) = match steps.map(|(_, steps)| steps.split_at(index)) {
            Some((before, [step, ..])) => (before, step),
            _ => return scope,
        };
        let scope = match operation {
            "request" => scope.and(["email", "code_challenge", "code_challenge_method"]),
            "check" | "second_factor" | "reset" => scope.and(proof_names(contract, step)).or(PROOF_MAY_HAVE),
            _ => scope,
        };
        let scope = match operation {
            "second_factor" => scope.and(["second_factor"]).and(early_captures(contract)),
            "reset" => scope.or(["second_factor", "attempt"]).or(captures_of(&contract.second_factor)),
            _ => scope,
        };
        scope.and(captures_of(before))
    }

    /// And these.
    pub fn and(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        self.names.extend(names);
        self
    }

    /// And perhaps these.
    fn or(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        self.optional.extend(names);
        self
    }

    /// All of them, for somebody who has named another.
    pub fn list(&self) -> String {
        let names = self.names.iter().map(|name| format!("{{{name}}}"));
        names.chain(self.optional.iter().map(|name| format!("{{{name}?}}"))).collect::<Vec<_>>().join(", ")
    }

    /// Whether there is what a template names.
    pub fn has(&self, piece: &Piece<'_>) -> bool {
        match piece {
            Piece::Text(_) => true,
            Piece::Value(name) => self.names.contains(name),
            Piece::Optional(name) => self.names.contains(name) || self.optional.contains(name),
        }
    }

    /// Variables, and captures that the contract calls public.
    pub fn may_stand_in_url(&self, name: &str) -> bool {
        self.contract.vars.contains_key(name) || self.contract.public.iter().any(|public| public == name)
    }
}

fn captures_of(steps: &[Step]) -> impl Iterator<Item = &str> {
    steps.iter().flat_map(|step| step.capture.keys()).map(String::as_str)
}

/// What early steps have brought by the time that the second factor is shown.
fn early_captures(contract: &Contract) -> impl Iterator<Item = &str> {
    let early = contract.reset.iter().filter(|step| step.early);
    early.flat_map(|step| step.capture.keys()).map(String::as_str)
}

/// What the proof of a step brings. For a step of both kinds, that is what both of them bring.
fn proof_names<'a>(contract: &'a Contract, step: &Step) -> Vec<&'a str> {
    let mut names = vec!["token", "code_verifier"];
    let is_for = |kind| contract.brings(kind) && step.is_for(kind);
    let mut in_link: Vec<&str> = contract.link.names.keys().map(String::as_str).collect();
    in_link.extend(pattern_names(contract));
    match (is_for(ProofKind::Link), is_for(ProofKind::Code)) {
        (true, false) => names.extend(in_link),
        (true, true) => names.extend(in_link.into_iter().filter(|name| *name == "email")),
        // The device that a code is typed on is the one that asked for it.
        (false, _) => {
            names.push("email");
            names.extend(captures_of(&contract.request));
        }
    }
    names
}

fn pattern_names(contract: &Contract) -> Vec<&str> {
    let path = contract.link.path.as_deref().unwrap_or_default();
    Template::parse(path).map(|template| template.names().collect()).unwrap_or_default()
}
