//! Whether each call can be put together, and puts no secret where it would be seen.

use serde_json::Value;

use super::{Diagnostics, bad_name, key_path, matches, order, scope::Scope, step_path};
use crate::{Contract, Encoding, Method, Piece, Step, Template, secrets, span::Key};

/// Headers that belong to the line, or to a browser.
const NOT_OURS: [&str; 6] =
    ["host", "content-length", "connection", "transfer-encoding", "cookie", "accept-encoding"];

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    let common = Scope::new(contract);
    fields(&Scope::to_all_headers(contract), &["headers".into()], &contract.headers, false, diagnostics);
    fields(&common, &["query".into()], &contract.query, true, diagnostics);
    if let Some(base_url) = &contract.base_url {
        if !base_url.starts_with("https://") {
            diagnostics.add(
                key_path("base_url"),
                "`base_url` begins with https://; leave it out where each operator has another",
            );
        }
        template(&common, &key_path("base_url"), base_url, None, diagnostics);
    }
    if let Some(hosted) = &contract.hosted {
        hosted.page.iter().for_each(|page| path(&common, &key_path("hosted.page"), page, false, diagnostics));
        fields(&common, &key_path("hosted.query"), &hosted.query, true, diagnostics);
    }
    let begins_elsewhere = contract.hosted.as_ref().is_some_and(|hosted| hosted.page.is_some());
    if contract.request.is_empty() && !begins_elsewhere {
        diagnostics.add(key_path("id"), "no [[request]] says how to ask for the e-mail");
    }
    if contract.reset.is_empty() != contract.hosted.is_some() {
        diagnostics.add(
            key_path("id"),
            "either [[reset]] says how to set the password, or [hosted] that a page does it",
        );
    }
    for (operation, steps) in contract.operations() {
        for (index, step) in steps.iter().enumerate() {
            one(&Scope::to(contract, operation, index), operation, index, step, diagnostics);
        }
    }
    order::check(contract, diagnostics);
}

fn one(scope: &Scope<'_>, operation: &str, index: usize, step: &Step, diagnostics: &mut Diagnostics) {
    let place = |key: &str| -> Vec<Key> { [step_path(operation, index), vec![key.into()]].concat() };
    path(scope, &place("path"), &step.path, step.secret_in_path, diagnostics);
    fields(scope, &place("query"), &step.query, true, diagnostics);
    fields(scope, &place("headers"), &step.headers, false, diagnostics);
    if let Some(body) = &step.body {
        let scope = if operation == "reset" { scope.clone().and(["new_password"]) } else { scope.clone() };
        tree(&scope, &mut place("body"), body, diagnostics);
        if step.method == Method::Get {
            diagnostics.add(place("body"), "a GET has no body");
        }
        let flat = body.as_object().is_some_and(|fields| fields.values().all(Value::is_string));
        if step.encoding == Encoding::Form && !flat {
            diagnostics.add(place("body"), "a form is one table of texts");
        }
    }
    for (name, pointer) in &step.capture {
        let mut at = place("capture");
        at.push(name.as_str().into());
        // What the second factor has opened takes the place of the proof.
        let takes_its_place = name == "token" && operation == "second_factor";
        if let Some(problem) = bad_name(name).filter(|_| !takes_its_place) {
            diagnostics.add(at.clone(), problem);
        }
        matches::pointer(&at, pointer, diagnostics);
    }
    for (field, pointer) in &step.fields {
        matches::pointer(&place("tells"), pointer, diagnostics);
        if !field.fits(operation) {
            diagnostics.add(place("tells"), format!("an answer to a [[{operation}]] cannot tell {field:?}"));
        }
    }
    for name in step.retry_after.iter().filter(|name| !is_header(name)) {
        diagnostics.add(place("retry_after"), format!("{name:?} is no name of a header"));
    }
    matches::check(operation, index, step, diagnostics);
}

fn is_header(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
}

/// A path, without anything that could lead it elsewhere.
fn path(scope: &Scope<'_>, place: &[Key], text: &str, secret: bool, diagnostics: &mut Diagnostics) {
    let odd =
        text.contains(['?', '#', '\\']) || text.split('/').skip(1).any(|part| [".", ".."].contains(&part));
    if !text.starts_with('/') || text.starts_with("//") || odd {
        diagnostics.add(
            place.to_vec(),
            "a path begins with one `/` and has no `?`, `#`, `\\` or `..`; parameters belong into `query`",
        );
    }
    let may_lack = Template::parse(text)
        .is_ok_and(|it| it.pieces().iter().any(|piece| matches!(piece, Piece::Optional(_))));
    if may_lack {
        diagnostics.add(place.to_vec(), "a path is nothing without its values; leave out the `?`");
    }
    template(scope, place, text, Some(secret), diagnostics);
}

fn fields(
    scope: &Scope<'_>,
    place: &[Key],
    fields: &std::collections::BTreeMap<String, String>,
    in_url: bool,
    diagnostics: &mut Diagnostics,
) {
    for (name, text) in fields {
        let place = [place, &[name.as_str().into()]].concat();
        if !in_url && NOT_OURS.contains(&name.to_ascii_lowercase().as_str()) {
            diagnostics
                .add(place.clone(), format!("the header `{name}` is not a contract's to set; leave it out"));
        }
        if !in_url && !is_header(name) {
            diagnostics.add(place.clone(), format!("{name:?} is no name of a header"));
        }
        secret(&place, name, text, diagnostics);
        template(scope, &place, text, in_url.then_some(false), diagnostics);
    }
}

/// A body, or a part of it.
fn tree(scope: &Scope<'_>, place: &mut Vec<Key>, value: &Value, diagnostics: &mut Diagnostics) {
    match value {
        Value::String(text) => {
            let name = match place.last() {
                Some(Key::Name(name)) => name.clone(),
                _ => String::new(),
            };
            secret(place, &name, text, diagnostics);
            template(scope, place, text, None, diagnostics);
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                place.push(index.into());
                tree(scope, place, item, diagnostics);
                place.pop();
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                place.push(name.as_str().into());
                tree(scope, place, member, diagnostics);
                place.pop();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn secret(place: &[Key], name: &str, text: &str, diagnostics: &mut Diagnostics) {
    if secrets::is_secret_name(name) || secrets::is_secret_value(text) {
        diagnostics.add(
            place.to_vec(),
            "this is a secret of the server's: whoever installs the app could read it; use a public key, or a server of your own between",
        );
    }
}

/// `in_url`: it stands where servers log it; `Some(true)` where the contract says that the token must.
fn template(
    scope: &Scope<'_>,
    place: &[Key],
    text: &str,
    in_url: Option<bool>,
    diagnostics: &mut Diagnostics,
) {
    let template = match Template::parse(text) {
        Ok(template) => template,
        Err(problem) => return diagnostics.add(place.to_vec(), format!("{text:?} {problem}")),
    };
    for piece in template.pieces() {
        let (Piece::Value(name) | Piece::Optional(name)) = *piece else { continue };
        if !scope.has(piece) {
            let there_is = scope.list();
            diagnostics.add(
                place.to_vec(),
                format!(
                    "{{{name}}} is not known here; there is {there_is}. A step for links and codes alike has only what \
                     both bring: `when` makes it one for either"
                ),
            );
        } else if let Some(secret) = in_url
            && !scope.may_stand_in_url(name)
            && !(secret && name == "token")
        {
            diagnostics.add(
                place.to_vec(),
                format!("{{{name}}} would stand in the URL, which is logged on the way; put it into the body or a header"),
            );
        }
    }
}
