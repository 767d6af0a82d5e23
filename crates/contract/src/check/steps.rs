//! Checks that each call can be built, and that no secret gets into a URL or into the contract.

use std::collections::BTreeMap;

use super::{bad_name, matches, order, scope::Scope};
use crate::{
    body::{Body, JsonTemplate},
    contract::Contract,
    diagnostic::{Diagnostics, join, key_path, step_path},
    operation::Operation,
    path_template::PathTemplate,
    secrets,
    span::Key,
    step::{Headers, Method, Step},
    template::{Piece, Template},
};

/// Where a template is used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    /// In a URL, which servers and proxies log. No secrets.
    Url,
    /// In the path of a server that accepts the token only there.
    PathWithToken,
    /// In a header, the body or the base address.
    Other,
}

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    let common = Scope::new(contract);
    headers(&Scope::of_common_headers(contract), &key_path("headers"), &contract.headers, diagnostics);
    fields(&common, &key_path("query"), &contract.query, Position::Url, diagnostics);
    if let Some(base_url) = &contract.base_url {
        if !base_url.to_string().starts_with("https://") {
            let problem =
                "`base_url` begins with https://; leave it out if each operator has another address";
            diagnostics.add(key_path("base_url"), problem);
        }
        template(&common, &key_path("base_url"), base_url, Position::Other, diagnostics);
    }
    if let Some(hosted) = contract.reset.hosted() {
        if let Some(page) = &hosted.page {
            path(&common, &key_path("hosted.page"), page, Position::Url, diagnostics);
        }
        let of_query = Scope::of_hosted_query(contract);
        fields(&of_query, &key_path("hosted.query"), &hosted.query, Position::Url, diagnostics);
        if let Some(issuer) = &hosted.issuer {
            path(&common, &key_path("hosted.issuer"), issuer, Position::Url, diagnostics);
            if !hosted.leads_back() {
                let problem = "`issuer` is used only with {state} in `query`, with which the page leads back";
                diagnostics.add(key_path("hosted.issuer"), problem);
            }
        }
    }
    email_is_requested(contract, diagnostics);
    for (operation, steps) in contract.operations() {
        for (index, step) in steps.iter().enumerate() {
            let scope = Scope::of_step(contract, operation, index);
            call(&scope, operation, index, step, diagnostics);
        }
    }
    order::check(contract, diagnostics);
}

fn email_is_requested(contract: &Contract, diagnostics: &mut Diagnostics) {
    let begins_on_page = contract.reset.hosted().is_some_and(|hosted| hosted.page.is_some());
    if contract.request.is_empty() && !begins_on_page {
        diagnostics.add(key_path("id"), "[[request]] is missing: the call that requests the email");
    }
}

fn call(scope: &Scope<'_>, operation: Operation, index: usize, step: &Step, diagnostics: &mut Diagnostics) {
    let step_path = step_path(operation, index);
    let place = |key: &str| join(&step_path, key);
    let in_path = if step.secret_in_path { Position::PathWithToken } else { Position::Url };
    path(scope, &place("path"), &step.path, in_path, diagnostics);
    fields(scope, &place("query"), &step.query, Position::Url, diagnostics);
    headers(scope, &place("headers"), &step.headers, diagnostics);
    if let Some(content) = &step.body {
        let scope =
            if operation == Operation::Reset { scope.clone().and(["new_password"]) } else { scope.clone() };
        body(&scope, &place("body"), content, diagnostics);
        if step.method == Method::Get {
            diagnostics.add(place("body"), "a GET has no body");
        }
    }
    for name in step.capture.keys() {
        // The second factor can return a session that replaces the proof.
        let replaces_proof = name == "token" && operation == Operation::SecondFactor;
        if let Some(problem) = bad_name(name).filter(|_| !replaces_proof) {
            diagnostics.add(join(&place("capture"), name), problem);
        }
    }
    for field in step.fields.keys().filter(|field| !field.is_allowed_in(operation)) {
        let problem = format!("the answer to a [[{operation}]] cannot have the field {field:?}");
        diagnostics.add(place("tells"), problem);
    }
    matches::check(operation, index, step, diagnostics);
}

fn path(
    scope: &Scope<'_>,
    place: &[Key],
    path: &PathTemplate,
    position: Position,
    diagnostics: &mut Diagnostics,
) {
    template(scope, place, path.template(), position, diagnostics);
}

fn headers(scope: &Scope<'_>, place: &[Key], headers: &Headers, diagnostics: &mut Diagnostics) {
    for (name, value) in headers {
        let place = join(place, name.as_str());
        secret(&place, name.as_str(), value, diagnostics);
        template(scope, &place, value, Position::Other, diagnostics);
    }
}

fn fields(
    scope: &Scope<'_>,
    place: &[Key],
    fields: &BTreeMap<String, Template>,
    position: Position,
    diagnostics: &mut Diagnostics,
) {
    for (name, value) in fields {
        let place = join(place, name);
        secret(&place, name, value, diagnostics);
        template(scope, &place, value, position, diagnostics);
    }
}

fn body(scope: &Scope<'_>, place: &[Key], body: &Body, diagnostics: &mut Diagnostics) {
    match body {
        Body::Json(value) => json(scope, place, value, diagnostics),
        Body::Form(form) => fields(scope, place, form, Position::Other, diagnostics),
    }
}

fn json(scope: &Scope<'_>, place: &[Key], value: &JsonTemplate, diagnostics: &mut Diagnostics) {
    match value {
        JsonTemplate::Text(text) => {
            let name = match place.last() {
                Some(Key::Name(name)) => name,
                _ => "",
            };
            secret(place, name, text, diagnostics);
            template(scope, place, text, Position::Other, diagnostics);
        }
        JsonTemplate::Literal(_) => {}
        JsonTemplate::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                json(scope, &[place, &[index.into()]].concat(), item, diagnostics);
            }
        }
        JsonTemplate::Object(members) => {
            for (name, member) in members {
                json(scope, &join(place, name), member, diagnostics);
            }
        }
    }
}

fn secret(place: &[Key], name: &str, value: &Template, diagnostics: &mut Diagnostics) {
    if secrets::is_secret_name(name) || secrets::is_secret_value(&value.to_string()) {
        let problem = "this is a server secret, which everybody who installs the app could read; use a public key, or a server of your own in between";
        diagnostics.add(place.to_vec(), problem);
    }
}

fn template(
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
            Position::PathWithToken if name == "token" => true,
            Position::PathWithToken | Position::Url => scope.is_allowed_in_url(name),
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
