//! Checks the successful responses and the errors of a contract.

use crate::{
    contract::Contract,
    diagnostic::{Diagnostics, join, key_path, step_path},
    matching::{ErrorKind, ErrorMatch, ResponseMatch, Statuses},
    operation::Operation,
    span::Key,
    step::ContractStep,
};

/// The matches of a call.
pub(super) fn check(operation: Operation, index: usize, step: &ContractStep, diagnostics: &mut Diagnostics) {
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
    if step.error_fallback.is_some() && !can_fail_with(operation, ErrorKind::Invalid) {
        let problem =
            format!("`otherwise` is for a [[check]] or [[reset]], since a [[{operation}]] has no link");
        diagnostics.add(join(&step_path, "otherwise"), problem);
    }
}

fn is_redirect(response: &ResponseMatch) -> bool {
    response.status.iter().flat_map(Statuses::all).any(|status| (300..400).contains(status))
}

/// The page on which a hosted recovery begins.
pub(super) fn check_hosted_page(contract: &Contract, diagnostics: &mut Diagnostics) {
    let Some(hosted) = contract.reset.hosted() else { return };
    if hosted.page.is_some() && hosted.success.is_empty() {
        let problem = "`success` is missing: how the page looks, as in success = [ { status = 200, content_type = \"text/html\" } ]";
        diagnostics.add(key_path("hosted"), problem);
    }
}

/// The errors of all calls.
pub(super) fn check_common(contract: &Contract, diagnostics: &mut Diagnostics) {
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
