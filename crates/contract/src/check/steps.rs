//! Checks that each call can be built, and that no secret gets into a URL.

use std::collections::BTreeMap;

use super::{bodies, keys, matches, name_problem, order, scope::Scope};
use crate::{
    body::{Body, JsonTemplate},
    capture::Capture,
    contract::Contract,
    diagnostic::{Diagnostics, join, key_path, step_path},
    operation::Operation,
    path_template::PathTemplate,
    span::Key,
    step::{ContractStep, Headers},
    template::{Piece, Template},
};

/// Where a template is used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    /// In a URL, which servers and proxies log. No secrets.
    Url,
    /// In the path of a server that accepts the token and the other values of the link, or the address, only there.
    Path { token: bool, email: bool },
    /// In a header, the body or the base address.
    Other,
}

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    let common = Scope::new(contract);
    check_headers(&Scope::of_common_headers(contract), &key_path("headers"), &contract.headers, diagnostics);
    check_fields(&common, &key_path("query"), &contract.query, Position::Url, diagnostics);
    if let Some(base_url) = &contract.base_url {
        if !base_url.to_string().starts_with("https://") {
            let problem =
                "`base_url` begins with https://; leave it out if each operator has another address";
            diagnostics.add(key_path("base_url"), problem);
        }
        check_template(&common, &key_path("base_url"), base_url, Position::Other, diagnostics);
    }
    if let Some(hosted) = contract.reset.hosted() {
        if let Some(page) = &hosted.page {
            check_path(&common, &key_path("hosted.page"), page, Position::Url, diagnostics);
        }
        let of_query = Scope::of_hosted_query(contract);
        check_fields(&of_query, &key_path("hosted.query"), &hosted.query, Position::Url, diagnostics);
        if let Some(issuer) = &hosted.issuer {
            check_path(&common, &key_path("hosted.issuer"), issuer, Position::Url, diagnostics);
            if !hosted.leads_back() {
                let problem = "`issuer` is used only with {state} in `query`, with which the page leads back";
                diagnostics.add(key_path("hosted.issuer"), problem);
            }
        }
    }
    check_email_is_requested(contract, diagnostics);
    for (operation, steps) in contract.operations() {
        for (index, step) in steps.iter().enumerate() {
            let scope = Scope::of_step(contract, operation, index);
            check_call(&scope, operation, index, step, diagnostics);
        }
    }
    order::check(contract, diagnostics);
}

fn check_email_is_requested(contract: &Contract, diagnostics: &mut Diagnostics) {
    let begins_on_page = contract.reset.hosted().is_some_and(|hosted| hosted.page.is_some());
    if contract.request.is_empty() && !begins_on_page {
        diagnostics.add(key_path("id"), "[[request]] is missing: the call that requests the email");
    }
}

fn check_call(
    scope: &Scope<'_>,
    operation: Operation,
    index: usize,
    step: &ContractStep,
    diagnostics: &mut Diagnostics,
) {
    let step_path = step_path(operation, index);
    let place = |key: &str| join(&step_path, key);
    let in_path = Position::Path { token: step.secret_in_path, email: step.email_in_path };
    check_path(scope, &place("path"), &step.path, in_path, diagnostics);
    check_fields(scope, &place("query"), &step.query, Position::Url, diagnostics);
    check_headers(scope, &place("headers"), &step.headers, diagnostics);
    if let Some(content) = &step.body {
        let scope =
            if operation == Operation::Reset { scope.clone().with(["new_password"]) } else { scope.clone() };
        let place = place(if matches!(content, Body::GraphQl { .. }) { "variables" } else { "body" });
        check_body(&scope, &place, content, diagnostics);
        if step.method.is_without_body() {
            diagnostics.add(place, "a GET or HEAD has no body");
        }
    }
    let names = step.capture.keys().map(|name| ("capture", name));
    for (key, name) in names.chain(step.capture_each.keys().map(|name| ("capture_each", name))) {
        // The second factor, or an early step, can return a session that replaces the proof.
        let replaces_proof = name == "token" && (operation == Operation::SecondFactor || step.early);
        if let Some(problem) = name_problem(name).filter(|_| !replaces_proof) {
            diagnostics.add(join(&place(key), name), problem);
        }
    }
    let in_cookie = step.capture.iter().find(|(_, capture)| matches!(capture, Capture::Cookie(_)));
    if let Some((name, _)) = in_cookie.filter(|_| !scope.contract().cookies) {
        let problem = "cookies are not kept; write cookies = true at the top of the file";
        diagnostics.add(join(&place("capture"), name), problem);
    }
    for field in step.fields.keys().filter(|field| !field.is_allowed_in(operation)) {
        let problem = format!("the response to a [[{operation}]] cannot have the field {field:?}");
        diagnostics.add(place("tells"), problem);
    }
    matches::check(scope, operation, index, step, diagnostics);
}

fn check_path(
    scope: &Scope<'_>,
    place: &[Key],
    path: &PathTemplate,
    position: Position,
    diagnostics: &mut Diagnostics,
) {
    check_template(scope, place, path.template(), position, diagnostics);
}

fn check_headers(scope: &Scope<'_>, place: &[Key], headers: &Headers, diagnostics: &mut Diagnostics) {
    for (name, value) in headers {
        let place = join(place, name.as_str());
        keys::check(scope.contract(), &place, name.as_str(), value, diagnostics);
        check_template(scope, &place, value, Position::Other, diagnostics);
    }
}

fn check_fields(
    scope: &Scope<'_>,
    place: &[Key],
    fields: &BTreeMap<String, Template>,
    position: Position,
    diagnostics: &mut Diagnostics,
) {
    for (name, value) in fields {
        let place = join(place, name);
        keys::check(scope.contract(), &place, name, value, diagnostics);
        check_template(scope, &place, value, position, diagnostics);
    }
}

fn check_body(scope: &Scope<'_>, place: &[Key], body: &Body, diagnostics: &mut Diagnostics) {
    match body {
        Body::Json(value) => check_json(scope, place, value, diagnostics),
        Body::Form(form) => check_fields(scope, place, form, Position::Other, diagnostics),
        Body::GraphQl { variables, .. } => {
            if let Some(variables) = variables {
                check_json(scope, place, variables, diagnostics);
            }
        }
        Body::Text(text) | Body::Xml(text) => {
            keys::check(scope.contract(), place, "", text, diagnostics);
            check_template(scope, place, text, Position::Other, diagnostics);
            bodies::check(body, place, diagnostics);
        }
    }
}

fn check_json(scope: &Scope<'_>, place: &[Key], value: &JsonTemplate, diagnostics: &mut Diagnostics) {
    match value {
        JsonTemplate::Text(text) => {
            let name = match place.last() {
                Some(Key::Name(name)) => name,
                _ => "",
            };
            keys::check(scope.contract(), place, name, text, diagnostics);
            check_template(scope, place, text, Position::Other, diagnostics);
        }
        JsonTemplate::Literal(_) => {}
        JsonTemplate::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                check_json(scope, &[place, &[index.into()]].concat(), item, diagnostics);
            }
        }
        JsonTemplate::Object(members) => {
            for (name, member) in members {
                check_json(scope, &join(place, name), member, diagnostics);
            }
        }
    }
}

fn check_template(
    scope: &Scope<'_>,
    place: &[Key],
    template: &Template,
    position: Position,
    diagnostics: &mut Diagnostics,
) {
    for piece in template.pieces() {
        let (Piece::Value(name) | Piece::Optional(name)) = piece else { continue };
        let is_allowed = match position {
            Position::Other => true,
            Position::Path { token: true, .. } if name == "token" || scope.is_of_link(name) => true,
            Position::Path { email: true, .. } if name == "email" => true,
            Position::Path { .. } | Position::Url => scope.is_allowed_in_url(name),
        };
        if !scope.has(piece) {
            let known = scope.list();
            let problem = format!(
                "{{{name}}} is not known here; known are {known}. A step for links and codes has only what both have: \
                 `when` makes it a step for one of them"
            );
            diagnostics.add(place.to_vec(), problem);
        } else if !is_allowed {
            let problem =
                format!("{{{name}}} must not be in a URL, which is logged; put it into the body or a header");
            diagnostics.add(place.to_vec(), problem);
        }
    }
}
