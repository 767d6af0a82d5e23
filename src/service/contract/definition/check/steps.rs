//! Whether each call can be put together, and puts no secret where it would be seen.

use serde_json::Value;

use super::super::{Contract, Encoding, Method, ProofKind, Step, Template, place::Key, secrets};
use super::{Faults, bad_name, matches, order, way};

/// Headers that belong to the line, or to a browser.
const NOT_OURS: [&str; 6] =
    ["host", "content-length", "connection", "transfer-encoding", "cookie", "accept-encoding"];

/// What a template may name.
struct Known<'a> {
    contract: &'a Contract,
    names: Vec<&'a str>,
}

impl<'a> Known<'a> {
    fn of(contract: &'a Contract, more: &[&'a str]) -> Self {
        let vars = contract.vars.keys().map(String::as_str);
        Self { contract, names: vars.chain(more.iter().copied()).collect() }
    }

    fn list(&self) -> String {
        self.names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ")
    }

    /// Variables, and captures that the contract calls public.
    fn may_stand_in_url(&self, name: &str) -> bool {
        self.contract.vars.contains_key(name) || self.contract.public.iter().any(|public| public == name)
    }
}

pub(super) fn check(contract: &Contract, faults: &mut Faults) {
    let common = Known::of(contract, &[]);
    fields(&common, &["headers".into()], &contract.headers, false, faults);
    fields(&common, &["query".into()], &contract.query, true, faults);
    if let Some(hosted) = &contract.hosted {
        hosted.page.iter().for_each(|page| path(&common, &way("hosted.page"), page, false, faults));
        fields(&common, &way("hosted.query"), &hosted.query, true, faults);
    }
    let begins_elsewhere = contract.hosted.as_ref().is_some_and(|hosted| hosted.page.is_some());
    if contract.request.is_empty() && !begins_elsewhere {
        faults.add(way("id"), "no [[request]] says how to ask for the e-mail");
    }
    if contract.reset.is_empty() != contract.hosted.is_some() {
        faults
            .add(way("id"), "either [[reset]] says how to set the password, or [hosted] that a page does it");
    }
    for (operation, steps) in contract.operations() {
        let mut captured: Vec<&str> = Vec::new();
        for (index, step) in steps.iter().enumerate() {
            let mut known = match operation {
                "request" => Known::of(contract, &["email", "code_challenge"]),
                _ => Known::of(contract, &proof_names(contract, step)),
            };
            known.names.extend(&captured);
            one(&known, operation, index, step, faults);
            captured.extend(step.capture.keys().map(String::as_str));
        }
    }
    order::check(contract, faults);
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
            names.extend(contract.request.iter().flat_map(|step| step.capture.keys()).map(String::as_str));
        }
    }
    names
}

fn pattern_names(contract: &Contract) -> Vec<&str> {
    let path = contract.link.path.as_deref().unwrap_or_default();
    Template::parse(path).map(|template| template.names().collect()).unwrap_or_default()
}

fn one(known: &Known<'_>, operation: &str, index: usize, step: &Step, faults: &mut Faults) {
    let place = |key: &str| -> Vec<Key> { vec![operation.into(), index.into(), key.into()] };
    path(known, &place("path"), &step.path, step.secret_in_path, faults);
    fields(known, &place("query"), &step.query, true, faults);
    fields(known, &place("headers"), &step.headers, false, faults);
    if let Some(body) = &step.body {
        let with_password =
            Known { contract: known.contract, names: [&known.names[..], &["new_password"]].concat() };
        let known = if operation == "reset" { &with_password } else { known };
        tree(known, &mut place("body"), body, faults);
        if step.method == Method::Get {
            faults.add(place("body"), "a GET has no body");
        }
        let flat = body.as_object().is_some_and(|fields| fields.values().all(Value::is_string));
        if step.encoding == Encoding::Form && !flat {
            faults.add(place("body"), "a form is one table of texts");
        }
    }
    for (name, pointer) in &step.capture {
        let mut at = place("capture");
        at.push(name.as_str().into());
        if let Some(problem) = bad_name(name) {
            faults.add(at.clone(), problem);
        }
        matches::pointer(&at, pointer, faults);
    }
    matches::check(operation, index, step, faults);
}

/// A path, without anything that could lead it elsewhere.
fn path(known: &Known<'_>, place: &[Key], text: &str, secret: bool, faults: &mut Faults) {
    let odd =
        text.contains(['?', '#', '\\']) || text.split('/').skip(1).any(|part| [".", ".."].contains(&part));
    if !text.starts_with('/') || text.starts_with("//") || odd {
        faults.add(
            place.to_vec(),
            "a path begins with one `/` and has no `?`, `#`, `\\` or `..`; parameters belong into `query`",
        );
    }
    template(known, place, text, Some(secret), faults);
}

fn fields(
    known: &Known<'_>,
    place: &[Key],
    fields: &std::collections::BTreeMap<String, String>,
    in_url: bool,
    faults: &mut Faults,
) {
    for (name, text) in fields {
        let place = [place, &[name.as_str().into()]].concat();
        if !in_url && NOT_OURS.contains(&name.to_ascii_lowercase().as_str()) {
            faults
                .add(place.clone(), format!("the header `{name}` is not a contract's to set; leave it out"));
        }
        if !in_url
            && (name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)))
        {
            faults.add(place.clone(), format!("{name:?} is no name of a header"));
        }
        secret(&place, name, text, faults);
        template(known, &place, text, in_url.then_some(false), faults);
    }
}

/// A body, or a part of it.
fn tree(known: &Known<'_>, place: &mut Vec<Key>, value: &Value, faults: &mut Faults) {
    match value {
        Value::String(text) => {
            let name = match place.last() {
                Some(Key::Name(name)) => name.clone(),
                _ => String::new(),
            };
            secret(place, &name, text, faults);
            template(known, place, text, None, faults);
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                place.push(index.into());
                tree(known, place, item, faults);
                place.pop();
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                place.push(name.as_str().into());
                tree(known, place, member, faults);
                place.pop();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn secret(place: &[Key], name: &str, text: &str, faults: &mut Faults) {
    if secrets::is_secret_name(name) || secrets::is_secret_value(text) {
        faults.add(
            place.to_vec(),
            "this is a secret of the server's: whoever installs the app could read it; use a public key, or a server of your own between",
        );
    }
}

/// `in_url`: it stands where servers log it; `Some(true)` where the contract says that the token must.
fn template(known: &Known<'_>, place: &[Key], text: &str, in_url: Option<bool>, faults: &mut Faults) {
    let template = match Template::parse(text) {
        Ok(template) => template,
        Err(problem) => return faults.add(place.to_vec(), format!("{text:?} {problem}")),
    };
    for name in template.names() {
        if !known.names.contains(&name) {
            let there_is = known.list();
            faults.add(
                place.to_vec(),
                format!(
                    "{{{name}}} is not known here; there is {there_is}. A step for links and codes alike has only what \
                     both bring: `when` makes it one for either"
                ),
            );
        } else if let Some(secret) = in_url
            && !known.may_stand_in_url(name)
            && !(secret && name == "token")
        {
            faults.add(
                place.to_vec(),
                format!("{{{name}}} would stand in the URL, which is logged on the way; put it into the body or a header"),
            );
        }
    }
}
