//! Whether each call can be put together, and puts no secret where it would be seen.

use serde_json::Value;

use super::{Faults, bad_name, known::Known, matches, order, place_of, way};
use crate::{Contract, Encoding, Method, Piece, Step, Template, place::Key, secrets};

/// Headers that belong to the line, or to a browser.
const NOT_OURS: [&str; 6] =
    ["host", "content-length", "connection", "transfer-encoding", "cookie", "accept-encoding"];

pub(super) fn check(contract: &Contract, faults: &mut Faults) {
    let common = Known::of(contract);
    fields(&Known::to_all_headers(contract), &["headers".into()], &contract.headers, false, faults);
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
        for (index, step) in steps.iter().enumerate() {
            one(&Known::to(contract, operation, index), operation, index, step, faults);
        }
    }
    order::check(contract, faults);
}

fn one(known: &Known<'_>, operation: &str, index: usize, step: &Step, faults: &mut Faults) {
    let place = |key: &str| -> Vec<Key> { [place_of(operation, index), vec![key.into()]].concat() };
    path(known, &place("path"), &step.path, step.secret_in_path, faults);
    fields(known, &place("query"), &step.query, true, faults);
    fields(known, &place("headers"), &step.headers, false, faults);
    if let Some(body) = &step.body {
        let known = if operation == "reset" { known.clone().and(["new_password"]) } else { known.clone() };
        tree(&known, &mut place("body"), body, faults);
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
