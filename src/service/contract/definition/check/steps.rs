//! Whether each call can be put together, and puts no secret where it would be seen.

use serde_json::Value;

use super::super::{Contract, Encoding, Method, Piece, ProofKind, Step, Template, place::Key, secrets};
use super::{Faults, bad_name, matches, order, way};

/// Headers that belong to the line, or to a browser.
const NOT_OURS: [&str; 6] =
    ["host", "content-length", "connection", "transfer-encoding", "cookie", "accept-encoding"];

/// What a link or code may have brought, where a step is for both.
const PROOF_MAY_HAVE: [&str; 4] = ["link_token", "typed_code", "flow_id", "code_verifier"];

/// What a template may name.
struct Known<'a> {
    contract: &'a Contract,
    /// What there always is.
    names: Vec<&'a str>,
    /// What there may be: `{name?}`.
    optional: Vec<&'a str>,
}

impl<'a> Known<'a> {
    fn of(contract: &'a Contract, more: &[&'a str]) -> Self {
        let vars = contract.vars.keys().map(String::as_str);
        Self { contract, names: vars.chain(more.iter().copied()).collect(), optional: Vec::new() }
    }

    fn or(mut self, optional: &[&'a str]) -> Self {
        self.optional.extend(optional);
        self
    }

    fn list(&self) -> String {
        let names = self.names.iter().map(|name| format!("{{{name}}}"));
        names.chain(self.optional.iter().map(|name| format!("{{{name}?}}"))).collect::<Vec<_>>().join(", ")
    }

    fn has(&self, piece: &Piece<'_>) -> bool {
        match piece {
            Piece::Text(_) => true,
            Piece::Value(name) => self.names.contains(name),
            Piece::Optional(name) => self.names.contains(name) || self.optional.contains(name),
        }
    }

    /// Variables, and captures that the contract calls public.
    fn may_stand_in_url(&self, name: &str) -> bool {
        self.contract.vars.contains_key(name) || self.contract.public.iter().any(|public| public == name)
    }
}

pub(super) fn check(contract: &Contract, faults: &mut Faults) {
    let common = Known::of(contract, &[]);
    let captures =
        contract.operations().into_iter().flat_map(|(_, steps)| steps).flat_map(|step| step.capture.keys());
    let in_headers =
        Known::of(contract, &[]).or(&captures.map(String::as_str).chain(["token"]).collect::<Vec<_>>());
    fields(&in_headers, &["headers".into()], &contract.headers, false, faults);
    fields(&common, &["query".into()], &contract.query, true, faults);
    if let Some(base_url) = &contract.base_url {
        if !base_url.starts_with("https://") {
            faults.add(
                way("base_url"),
                "`base_url` begins with https://; leave it out where each operator has another",
            );
        }
        template(&common, &way("base_url"), base_url, None, faults);
    }
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
                "abilities_from" | "policy_from" => Known::of(contract, &[]),
                "request" => Known::of(contract, &["email", "code_challenge", "code_challenge_method"]),
                _ => Known::of(contract, &proof_names(contract, step)).or(&PROOF_MAY_HAVE),
            };
            match operation {
                "second_factor" => {
                    known.names.push("second_factor");
                    known.names.extend(early_captures(contract));
                }
                "reset" => {
                    known.optional.extend(["second_factor", "attempt"]);
                    known.optional.extend(captures_of(&contract.second_factor));
                }
                _ => {}
            }
            known.names.extend(&captured);
            one(&known, operation, index, step, faults);
            captured.extend(step.capture.keys().map(String::as_str));
        }
    }
    order::check(contract, faults);
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

fn one(known: &Known<'_>, operation: &str, index: usize, step: &Step, faults: &mut Faults) {
    let place = |key: &str| -> Vec<Key> { [matches::place_of(operation, index), vec![key.into()]].concat() };
    path(known, &place("path"), &step.path, step.secret_in_path, faults);
    fields(known, &place("query"), &step.query, true, faults);
    fields(known, &place("headers"), &step.headers, false, faults);
    if let Some(body) = &step.body {
        let with_password = Known::of(known.contract, &known.names).or(&known.optional);
        let with_password = Known { names: [&known.names[..], &["new_password"]].concat(), ..with_password };
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
        // What the second factor has opened takes the place of the proof.
        let takes_its_place = name == "token" && operation == "second_factor";
        if let Some(problem) = bad_name(name).filter(|_| !takes_its_place) {
            faults.add(at.clone(), problem);
        }
        matches::pointer(&at, pointer, faults);
    }
    for (tells, pointer) in &step.tells {
        matches::pointer(&place("tells"), pointer, faults);
        if !tells.fits(operation) {
            faults.add(place("tells"), format!("an answer to a [[{operation}]] cannot tell {tells:?}"));
        }
    }
    for name in step.retry_after.iter().filter(|name| !is_header(name)) {
        faults.add(place("retry_after"), format!("{name:?} is no name of a header"));
    }
    matches::check(operation, index, step, faults);
}

fn is_header(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
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
    let may_lack = Template::parse(text)
        .is_ok_and(|it| it.pieces().iter().any(|piece| matches!(piece, Piece::Optional(_))));
    if may_lack {
        faults.add(place.to_vec(), "a path is nothing without its values; leave out the `?`");
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
        if !in_url && !is_header(name) {
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
    for piece in template.pieces() {
        let (Piece::Value(name) | Piece::Optional(name)) = *piece else { continue };
        if !known.has(piece) {
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
