//! Checks a compiled contract: names, scopes, secrets and the order of calls. Each problem says what to write instead.

mod bodies;
mod conditions;
mod keys;
mod link;
mod links;
mod matches;
mod order;
mod scope;
mod steps;

use std::ops::RangeInclusive;

use super::{
    contract::{Contract, Variable},
    diagnostic::{Diagnostic, Diagnostics, key_path},
    secrets,
    template::is_name,
};

/// The allowed values of `code_tries`. The self check makes one call for each.
const CODE_TRIES: RangeInclusive<u8> = 1..=10;

/// Names that the app itself gives to values.
const RESERVED: [&str; 14] = [
    "email",
    "email_sha256",
    "token",
    "link_token",
    "typed_code",
    "flow_id",
    "new_password",
    "second_factor",
    "attempt",
    "code_challenge",
    "code_challenge_method",
    "code_verifier",
    "state",
    "language",
];

/// All problems of a contract, in the order in which they are reported.
pub(super) fn diagnostics(contract: &Contract) -> Vec<Diagnostic> {
    let mut diagnostics = Diagnostics::default();
    check_identity(contract, &mut diagnostics);
    check_variables(contract, &mut diagnostics);
    links::check(contract, &mut diagnostics);
    keys::variables(contract, &mut diagnostics);
    steps::check(contract, &mut diagnostics);
    conditions::check(contract, &mut diagnostics);
    matches::check_hosted_page(contract, &mut diagnostics);
    matches::check_common(contract, &mut diagnostics);
    diagnostics.0
}

fn check_identity(contract: &Contract, diagnostics: &mut Diagnostics) {
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if contract.id.is_empty() || !contract.id.bytes().all(is_plain) {
        diagnostics.add(key_path("id"), "`id` takes lower-case letters, digits and `-`, as in \"my-server\"");
    }
    if contract.name.trim().is_empty() {
        diagnostics.add(key_path("name"), "`name` is the name of the server for people; it cannot be empty");
    }
    if let Some(tries) = contract.capabilities.code_tries {
        let place = key_path("capabilities.code_tries");
        if !contract.links.has_code() {
            diagnostics.add(place, "`code_tries` is for an email with a code, which this contract has not");
        } else if !CODE_TRIES.contains(&tries) {
            let problem = format!("`code_tries` takes {} to {}", CODE_TRIES.start(), CODE_TRIES.end());
            diagnostics.add(place, problem);
        }
    }
    let Some(policy) = contract.policy else { return };
    let min = policy.min_length.unwrap_or_default();
    for (name, max) in [("max_length", policy.max_length), ("max_bytes", policy.max_bytes)] {
        if max.is_some_and(|max| max < min) {
            let place = key_path(&format!("policy.{name}"));
            diagnostics.add(place, format!("`{name}` is less than `min_length`"));
        }
    }
}

/// Each name has one meaning.
fn check_variables(contract: &Contract, diagnostics: &mut Diagnostics) {
    let steps = contract.operations().into_iter().flat_map(|(_, steps)| steps);
    for (name, variable) in &contract.vars {
        let place = vec!["vars".into(), name.as_str().into()];
        if let Some(problem) = name_problem(name) {
            diagnostics.add(place.clone(), problem);
        }
        let is_captured = steps.clone().any(|step| step.captures().any(|captured| captured == name));
        if is_captured || contract.links.all().iter().any(|link| link.names.contains_key(name)) {
            let problem = format!("`{name}` is already the name of another value; choose another name");
            diagnostics.add(place.clone(), problem);
        }
        if secrets::is_secret_name(name) {
            let problem = format!(
                "`{name}` is the name of a server secret, which an app cannot keep; use a public key, or leave it out"
            );
            diagnostics.add(place.clone(), problem);
        }
        if let Variable::Spec(spec) = variable
            && spec.optional
            && spec.default.is_some()
        {
            let problem =
                format!("`{name}` has a default, so `optional` changes nothing; leave one of them out");
            diagnostics.add(place, problem);
        }
    }
}

/// What is wrong with the name of a variable or of a capture.
fn name_problem(name: &str) -> Option<String> {
    if RESERVED.contains(&name) {
        Some(format!("`{name}` is a reserved name; choose another name"))
    } else if !is_name(name) {
        Some(format!("`{name}` must be a lower-case letter, then lower-case letters, digits and `_`"))
    } else {
        None
    }
}
