//! What a well-formed contract can still get wrong. Each fault says what to write instead.

mod known;
mod link;
mod matches;
mod order;
mod steps;

use super::{Contract, Variable, place::Key, secrets, template::is_name};

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
pub(super) struct Fault {
    pub way: Vec<Key>,
    pub problem: String,
}

/// What has been found so far.
#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, place: Vec<Key>, problem: impl Into<String>) {
        self.0.push(Fault { way: place, problem: problem.into() });
    }
}

/// The way to a place in the file: names and numbers, as in `reset.0.body`.
fn way(text: &str) -> Vec<Key> {
    text.split('.').map(|key| key.parse::<usize>().map_or_else(|_| key.into(), Key::from)).collect()
}

/// Where a call stands: in a list, or alone.
fn place_of(operation: &str, index: usize) -> Vec<Key> {
    match operation {
        "abilities_from" | "policy_from" => vec![operation.into()],
        _ => vec![operation.into(), index.into()],
    }
}

/// Everything that is wrong with a contract, the first thing first.
pub(super) fn faults(contract: &Contract) -> Vec<Fault> {
    let mut faults = Faults::default();
    identity(contract, &mut faults);
    variables(contract, &mut faults);
    link::check(contract, &mut faults);
    steps::check(contract, &mut faults);
    matches::of_page(contract, &mut faults);
    matches::common(contract, &mut faults);
    faults.0
}

fn identity(contract: &Contract, faults: &mut Faults) {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if contract.id.is_empty() || !contract.id.bytes().all(plain) {
        faults.add(way("id"), "`id` takes lower-case letters, digits and `-`, as in \"my-server\"");
    }
    if contract.name.trim().is_empty() {
        faults.add(way("name"), "`name` is what people call the server; it cannot be empty");
    }
    let least = contract.policy.and_then(|policy| policy.min_length).unwrap_or_default();
    let greatest = |name| match (name, contract.policy) {
        ("max_length", Some(policy)) => policy.max_length,
        (_, policy) => policy.and_then(|policy| policy.max_bytes),
    };
    for name in ["max_length", "max_bytes"] {
        if greatest(name).is_some_and(|max| max < least) {
            faults.add(way(&format!("policy.{name}")), format!("`{name}` is less than `min_length`"));
        }
    }
}

/// Every name must mean one thing.
fn variables(contract: &Contract, faults: &mut Faults) {
    for (name, variable) in &contract.vars {
        let place = vec!["vars".into(), name.as_str().into()];
        if let Some(problem) = bad_name(name) {
            faults.add(place.clone(), problem);
        }
        let clashes = contract.link.names.contains_key(name)
            || contract
                .operations()
                .iter()
                .any(|(_, steps)| steps.iter().any(|step| step.capture.contains_key(name)));
        if clashes {
            faults.add(place.clone(), format!("`{name}` is the name of another value too; choose another"));
        }
        if secrets::is_secret_name(name) {
            faults.add(
                place.clone(),
                format!("`{name}` sounds like a secret of the server's: an app cannot keep one; use a public key, or leave it out"),
            );
        }
        if let Variable::Described(described) = variable
            && described.optional
            && described.default.is_some()
        {
            faults.add(
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
