//! Checks the successful responses and the errors of a contract.

use super::scope::Scope;
use crate::{
    contract::Contract,
    diagnostic::{Diagnostics, join, key_path, step_path},
    matching::{ErrorKind, ErrorMatch, ResponseMatch, Statuses},
    operation::Operation,
    redirect::RedirectTarget,
    span::Key,
    step::ContractStep,
    template::Piece,
};

const VALUES_ONLY_IN_STEPS: &str = "`redirect` has values only in `success` and `errors` of a step";

/// The matches of a call.
pub(super) fn check(
    scope: &Scope<'_>,
    operation: Operation,
    index: usize,
    step: &ContractStep,
    diagnostics: &mut Diagnostics,
) {
    let step_path = step_path(operation, index);
    let success = join(&step_path, "success");
    if step.success.is_empty() {
        let problem =
            "`success` is empty: how a successful response looks, as in success = [ { status = 200 } ]";
        diagnostics.add(success.clone(), problem);
    }
    for (number, response) in step.success.iter().enumerate() {
        if is_redirect(response) && response.redirect.is_none() {
            let place = [&success[..], &[number.into()]].concat();
            diagnostics.add(place, "a redirect is never followed; it is a success only with its target, as in redirect = \"/done\"");
        }
    }
    check_errors(&join(&step_path, "errors"), &step.errors, &[operation], diagnostics);
    if step.state.iter().any(has_values) {
        diagnostics.add(join(&step_path, "when"), VALUES_ONLY_IN_STEPS);
    }
    if step.repeat.iter().flat_map(|repeat| &repeat.unfinished).any(has_values) {
        diagnostics.add(join(&step_path, "repeat"), VALUES_ONLY_IN_STEPS);
    }
    check_redirects(scope, &step_path, step, diagnostics);
    if step.error_fallback.is_some() && !can_fail_with(operation, ErrorKind::Invalid) {
        let problem = format!(
            "`otherwise` is for a [[check]], [[second_factor]] or [[reset]], since a [[{operation}]] has no link"
        );
        diagnostics.add(join(&step_path, "otherwise"), problem);
    }
}

/// The values in the targets of redirects are variables and those of the link.
fn check_redirects(scope: &Scope<'_>, step_path: &[Key], step: &ContractStep, diagnostics: &mut Diagnostics) {
    let success = step.success.iter().enumerate().map(|(index, found)| ("success", index, found));
    let errors = step.errors.iter().enumerate().map(|(index, found)| ("errors", index, &found.response));
    for (list, index, response) in success.chain(errors) {
        for name in response.redirect.iter().flat_map(RedirectTarget::value_names) {
            let is_known = scope.is_of_link(name) && scope.has(&Piece::Value(name.to_owned()));
            if !is_known && !scope.contract().vars.contains_key(name) {
                let problem = format!(
                    "{{{name}}} in `redirect` is neither a variable nor a value that each link of this step has, other than \
                     the token"
                );
                diagnostics.add([&join(step_path, list)[..], &[index.into()]].concat(), problem);
            }
        }
    }
}

/// Whether the target of a redirect has values of the link.
fn has_values(response: &ResponseMatch) -> bool {
    response.redirect.iter().any(|target| target.value_names().next().is_some())
}

fn is_redirect(response: &ResponseMatch) -> bool {
    response.status.iter().flat_map(Statuses::all).any(|status| (300..400).contains(status))
}

/// Checks the matches for the page on which a hosted recovery begins.
pub(super) fn check_hosted_page(contract: &Contract, diagnostics: &mut Diagnostics) {
    let Some(hosted) = contract.reset.hosted() else { return };
    if hosted.success.iter().any(has_values) {
        diagnostics.add(key_path("hosted.success"), VALUES_ONLY_IN_STEPS);
    }
    if hosted.page.is_some() && hosted.success.is_empty() {
        let problem = "`success` is missing: how the page looks, as in success = [ { status = 200, content_type = \"text/html\" } ]";
        diagnostics.add(key_path("hosted"), problem);
    }
}

/// The errors of all calls. Their redirects have no values, because not every call has a link.
pub(super) fn check_common(contract: &Contract, diagnostics: &mut Diagnostics) {
    for (index, error) in contract.errors.iter().enumerate() {
        if has_values(&error.response) {
            diagnostics.add([&key_path("errors")[..], &[index.into()]].concat(), VALUES_ONLY_IN_STEPS);
        }
    }
    let operations = contract.operations().map(|(operation, _)| operation);
    check_errors(&key_path("errors"), &contract.errors, &operations, diagnostics);
}

fn check_errors(
    place: &[Key],
    errors: &[ErrorMatch],
    operations: &[Operation],
    diagnostics: &mut Diagnostics,
) {
    for (number, error) in errors.iter().enumerate() {
        let place = [place, &[number.into()]].concat();
        if !operations.iter().any(|operation| can_fail_with(*operation, error.kind)) {
            let operation = operations.first().map(ToString::to_string).unwrap_or_default();
            diagnostics.add(place, format!("a [[{operation}]] cannot fail with this `kind`"));
        } else if error.reason.is_some() && error.kind != ErrorKind::PasswordRefused {
            diagnostics.add(place, "a `reason` is used only with kind = \"password_refused\"");
        }
    }
}

fn can_fail_with(operation: Operation, kind: ErrorKind) -> bool {
    use ErrorKind::*;
    use Operation as Op;
    match kind {
        RateLimited | CaptchaRequired | Down | Misconfigured => true,
        AddressRefused | UnknownAccount | KnownAccount | QuotaExceeded => operation == Op::Request,
        PasswordRefused => operation == Op::Reset,
        SecondFactor => [Op::SecondFactor, Op::Reset].contains(&operation),
        Invalid | Expired | InvalidOrExpired | Used | WrongCode | CodeExpired | Superseded | OtherDevice
        | UnsupportedFactor | AccountClosed => [Op::Check, Op::SecondFactor, Op::Reset].contains(&operation),
    }
}
