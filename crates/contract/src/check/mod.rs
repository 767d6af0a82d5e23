//! What a well-formed contract can still get wrong. Each fault says what to write instead.

mod link;
mod matches;
mod order;
mod scope;
mod steps;

use super::{Contract, Variable, secrets, span::Key, template::is_name};

/// Names that have their meaning already.
const RESERVED: [&str; 11] = [
    "email",
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
];

/// Something wrong, and the way to it from the top of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Diagnostic {
    pub key_path: Vec<Key>,
    pub problem: String,
}

/// What has been found so far.
#[derive(Default)]
struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    fn add(&mut self, place: Vec<Key>, problem: impl Into<String>) {
        self.0.push(Diagnostic { key_path: place, problem: problem.into() });
    }
}

/// The way to a place in the file: names and numbers, as in `reset.0.body`.
fn key_path(text: &str) -> Vec<Key> {
    text.split('.').map(|key| key.parse::<usize>().map_or_else(|_| key.into(), Key::from)).collect()
}

/// Where a call stands: in a list, or alone.
fn step_path(operation: &str, index: usize) -> Vec<Key> {
    match operation {
        "abilities_from" | "policy_from" => vec![operation.into()],
        _ => vec![operation.into(), index.into()],
    }
}

/// Everything that is wrong with a contract, the first thing first.
pub(super) fn diagnostics(contract: &Contract) -> Vec<Diagnostic> {
    let mut diagnostics = Diagnostics::default();
    identity(contract, &mut diagnostics);
    variables(contract, &mut diagnostics);
    link::check(contract, &mut diagnostics);
    steps::check(contract, &mut diagnostics);
    matches::of_page(contract, &mut diagnostics);
    matches::common(contract, &mut diagnostics);
    diagnostics.0
}

fn identity(contract: &Contract, diagnostics: &mut Diagnostics) {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if contract.id.is_empty() || !contract.id.bytes().all(plain) {
        diagnostics.add(key_path("id"), "`id` takes lower-case letters, digits and `-`, as in \"my-server\"");
    }
    if contract.name.trim().is_empty() {
        diagnostics.add(key_path("name"), "`name` is what people call the server; it cannot be empty");
    }
    let least = contract.policy.and_then(|policy| policy.min_length).unwrap_or_default();
    let greatest = |name| match (name, contract.policy) {
        ("max_length", Some(policy)) => policy.max_length,
        (_, policy) => policy.and_then(|policy| policy.max_bytes),
    };
    for name in ["max_length", "max_bytes"] {
        if greatest(name).is_some_and(|max| max < least) {
            diagnostics
                .add(key_path(&format!("policy.{name}")), format!("`{name}` is less than `min_length`"));
        }
    }
}

/// Every name must mean one thing.
fn variables(contract: &Contract, diagnostics: &mut Diagnostics) {
    for (name, variable) in &contract.vars {
        let place = vec!["vars".into(), name.as_str().into()];
        if let Some(problem) = bad_name(name) {
            diagnostics.add(place.clone(), problem);
        }
        let clashes = contract.link.names.contains_key(name)
            || contract
                .operations()
                .iter()
                .any(|(_, steps)| steps.iter().any(|step| step.capture.contains_key(name)));
        if clashes {
            diagnostics
                .add(place.clone(), format!("`{name}` is the name of another value too; choose another"));
        }
        if secrets::is_secret_name(name) {
            diagnostics.add(
                place.clone(),
                format!("`{name}` sounds like a secret of the server's: an app cannot keep one; use a public key, or leave it out"),
            );
        }
        if let Variable::VariableSpec(described) = variable
            && described.optional
            && described.default.is_some()
        {
            diagnostics.add(
                place,
                format!("`{name}` has a default, so `optional` changes nothing; leave one of them out"),
            );
        }
    }
}

/// What is wrong with the name of a variable or of a capture.
fn bad_name(name: &str) -> Option<String> {
    if RESERVED.contains(&name) {
        Some(format!("`{name}` has a meaning already; choose another name"))
    } else if !is_name(name) {
        Some(format!(
            "`{name}` must begin with a lower-case letter and go on with such letters, digits and `_`"
        ))
    } else {
        None
    }
}
