//! Whether answers can be told apart by what a step says of them.

use super::{Diagnostics, step_path};
use crate::{Contract, Kind, Match, Step, span::Key};

pub(super) fn check(operation: &str, index: usize, step: &Step, diagnostics: &mut Diagnostics) {
    let place = |list: &str, number: usize| -> Vec<Key> {
        [step_path(operation, index), vec![list.into(), number.into()]].concat()
    };
    if step.success.is_empty() {
        diagnostics.add(
            [step_path(operation, index), vec!["success".into()]].concat(),
            "`success` is empty: say how a good answer looks, as in success = [ { status = 200 } ]",
        );
    }
    for (number, found) in step.success.iter().enumerate() {
        one(&place("success", number), found, diagnostics);
        if found.kind.is_some() || found.reason.is_some() {
            diagnostics.add(
                place("success", number),
                "a `kind` or `reason` belongs to an error; move this to `errors`",
            );
        }
        if found.status.iter().flat_map(|statuses| statuses.all()).any(|status| (300..400).contains(status)) {
            diagnostics.add(place("success", number), "a redirect is never followed, so it is no success");
        }
    }
    for (number, found) in step.errors.iter().enumerate() {
        error(&place("errors", number), found, &[operation], diagnostics);
    }
}

/// Those of the page on which a hosted service begins a recovery.
pub(super) fn of_page(contract: &Contract, diagnostics: &mut Diagnostics) {
    let Some(hosted) = &contract.hosted else { return };
    if hosted.page.is_some() && hosted.success.is_empty() {
        diagnostics.add(
            super::key_path("hosted"),
            "`success` is missing: say how the page looks, as in success = [ { status = 200, content_type = \"text/html\" } ]",
        );
    }
    for (number, found) in hosted.success.iter().enumerate() {
        let place = ["hosted".into(), "success".into(), number.into()];
        one(&place, found, diagnostics);
        if found.kind.is_some() || found.reason.is_some() {
            diagnostics.add(place.to_vec(), "a `kind` or `reason` belongs to an error, and a page has none");
        }
    }
}

/// Those that stand above all calls.
pub(super) fn common(contract: &Contract, diagnostics: &mut Diagnostics) {
    let operations = contract.operations().map(|(operation, _)| operation);
    for (number, found) in contract.errors.iter().enumerate() {
        error(&["errors".into(), number.into()], found, &operations, diagnostics);
    }
}

fn error(place: &[Key], found: &Match, operations: &[&str], diagnostics: &mut Diagnostics) {
    one(place, found, diagnostics);
    match found.kind {
        None => diagnostics.add(place.to_vec(), "`kind` is missing: say what this answer means"),
        Some(kind) if !operations.iter().any(|operation| fits(operation, kind)) => {
            let operation = operations.first().unwrap_or(&"");
            diagnostics.add(place.to_vec(), format!("this `kind` cannot come of a [[{operation}]]"));
        }
        Some(kind) if found.reason.is_some() && kind != Kind::PasswordRefused => {
            diagnostics.add(place.to_vec(), "a `reason` goes with kind = \"password_refused\" alone");
        }
        Some(_) => {}
    }
}

/// What each operation can be refused for.
fn fits(operation: &str, kind: Kind) -> bool {
    use Kind::*;
    match kind {
        RateLimited | Down | Misconfigured => true,
        AddressRefused | UnknownAccount | KnownAccount => operation == "request",
        PasswordRefused => operation == "reset",
        SecondFactor => ["second_factor", "reset"].contains(&operation),
        Invalid | Expired | Used | WrongCode | CodeExpired | Superseded | OtherDevice => {
            ["check", "second_factor", "reset"].contains(&operation)
        }
    }
}

fn one(place: &[Key], found: &Match, diagnostics: &mut Diagnostics) {
    let Match { status, content_type, pointer, exists, equals, prefix, contains, .. } = found;
    let tests = [exists.is_some(), equals.is_some(), prefix.is_some(), contains.is_some()];
    let tests = tests.iter().filter(|said| **said).count();
    match pointer {
        Some(_) if tests != 1 => diagnostics
            .add(place.to_vec(), "`pointer` goes with one of `exists`, `equals`, `prefix` and `contains`"),
        None if tests != 0 => diagnostics.add(place.to_vec(), "say with `pointer` where in the body to look"),
        None if status.is_none() && content_type.is_none() => {
            diagnostics.add(place.to_vec(), "this matches every answer; give a `status` or a `pointer`");
        }
        _ => {}
    }
    if let Some(text) = pointer {
        self::pointer(place, text, diagnostics);
    }
    if equals.as_ref().is_some_and(|value| value.is_array() || value.is_object()) {
        diagnostics.add(place.to_vec(), "`equals` takes a text, a number, true or false");
    }
    if status.iter().flat_map(|statuses| statuses.all()).any(|status| !(100..600).contains(status)) {
        diagnostics.add(place.to_vec(), "a status is a number from 100 to 599");
    }
}

/// RFC 6901, and `*`.
pub(super) fn pointer(place: &[Key], text: &str, diagnostics: &mut Diagnostics) {
    if !text.is_empty() && !text.starts_with('/') {
        diagnostics.add(
            place.to_vec(),
            format!("a pointer begins with `/`, as in \"/error/code\", unlike {text:?}"),
        );
    }
}
