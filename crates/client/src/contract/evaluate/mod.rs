//! Interprets the response to a step. Pure, no I/O.

use latchkey_contract::{
    Body, Contract, ContractStep, ErrorKind, ErrorMatch, Pointer, Repeat, ResponseFields, ResponseMatch,
};
#[cfg(not(target_arch = "wasm32"))]
use latchkey_contract::{HostedPage, Rule};
use latchkey_core::{password::PasswordRejection, service::CallError};
use serde_json::Value;
use zeroize::Zeroizing;

use super::{
    capture,
    last_response::LastResponse,
    operation_error::{OperationError, Rejection},
    render::Captured,
    value::{json, text},
};
use crate::http_response::HttpResponse;

/// Maximum number of values that are tried in turn. Each wrong code counts as a try at the server.
const MAX_ALTERNATIVES: usize = 5;

/// The values of successful responses.
#[derive(Clone, Default)]
pub(crate) struct StepOutput {
    /// Values that later calls need.
    pub captured: Captured,
    /// Fields that the response reports to the app.
    pub fields: ResponseFields,
    /// Values of one capture, which are tried in turn.
    pub alternatives: Vec<(String, Zeroizing<String>)>,
    /// The last response, with which a later step's `state` is compared.
    pub last_response: Option<LastResponse>,
}

impl StepOutput {
    /// Adds the output of a later step, which replaces earlier values.
    pub fn add(&mut self, later: Self) {
        self.captured.extend(later.captured);
        self.fields.add(later.fields);
        self.alternatives = later.alternatives;
        self.last_response = later.last_response.or(self.last_response.take());
    }
}

/// The output of a step, or why its response is not successful.
pub(crate) fn evaluate(
    contract: &Contract,
    step: &ContractStep,
    response: &HttpResponse,
) -> Result<StepOutput, OperationError> {
    let body = json(&response.body);
    let fields = ResponseFields::extract(step, &body);
    let matching: Vec<&ErrorMatch> =
        errors(contract, step).filter(|error| is_match(&error.response, response, &body)).collect();
    if let Some(error) = matching.first() {
        return Err(match error.kind {
            ErrorKind::RateLimited => CallError::RateLimited { wait: response.retry_after }.into(),
            ErrorKind::Down => CallError::Down.into(),
            ErrorKind::CaptchaRequired => CallError::CaptchaRequired.into(),
            ErrorKind::Misconfigured => response.unexpected_response().into(),
            kind => {
                let (reasons, summary) = (reasons(kind, &matching, &fields), response.summary());
                OperationError::Rejected(Rejection { kind, reasons, fields, summary })
            }
        });
    }
    if success(step, response, &body).is_none() {
        return Err(unmatched(step, response, fields));
    }
    if has_graphql_errors(step, &body) {
        return Err(response.unexpected_response().into());
    }
    let captured = captures(step, response, &body).collect::<Option<_>>();
    let captured = captured.ok_or_else(|| response.unexpected_response())?;
    let alternatives = step.capture_each.iter().flat_map(|(name, pointer)| {
        let values = texts(&body, pointer).take(MAX_ALTERNATIVES);
        values.map(|value| (name.clone(), value))
    });
    let alternatives: Vec<_> = alternatives.collect();
    if alternatives.is_empty() && !step.capture_each.is_empty() {
        return Err(response.unexpected_response().into());
    }
    Ok(StepOutput { captured, fields, alternatives, last_response: Some(LastResponse::new(response)) })
}

/// The match after which the call is made again.
pub(crate) fn repeated_by(repeat: &Repeat, response: &HttpResponse) -> Option<usize> {
    let body = json(&response.body);
    repeat.position(response.status, &response.content_type, response.redirect.as_deref(), &body)
}

/// The rule that decides what a response means. `None`: the contract does not describe it.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn deciding_rule(
    contract: &Contract,
    step: &ContractStep,
    response: &HttpResponse,
) -> Option<Rule> {
    let body = json(&response.body);
    let error = errors(contract, step).position(|error| is_match(&error.response, response, &body));
    let of_file = |index: usize| index.checked_sub(step.errors.len());
    let error = error.map(|index| of_file(index).map_or(Rule::Error(index), Rule::FileError));
    let success = || success(step, response, &body).filter(|_| !has_graphql_errors(step, &body));
    let fallback = || fallback(step, response).map(|_| Rule::Fallback);
    let repeat = step.repeat.as_ref().and_then(|repeat| repeated_by(repeat, response)).map(Rule::Repeat);
    repeat.or(error).or_else(|| success().map(Rule::Success)).or_else(fallback)
}

/// The values of a response that later calls need. They can be secrets.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn captured_values(step: &ContractStep, response: &HttpResponse) -> Vec<Zeroizing<String>> {
    let body = json(&response.body);
    let each = step.capture_each.values().flat_map(|pointer| texts(&body, pointer));
    captures(step, response, &body).flatten().map(|(_, value)| value).chain(each).collect()
}

/// The errors of a step, then those of the file.
fn errors<'a>(contract: &'a Contract, step: &'a ContractStep) -> impl Iterator<Item = &'a ErrorMatch> {
    step.errors.iter().chain(&contract.errors)
}

/// The first success that matches. A web page is no success if the match does not expect one.
fn success(step: &ContractStep, response: &HttpResponse, body: &Value) -> Option<usize> {
    let is_page = |success: &ResponseMatch| {
        response.is_html() && success.content_type.is_none() && success.redirect.is_none()
    };
    step.success.iter().position(|success| is_match(success, response, body) && !is_page(success))
}

/// The captures by name, `None` for each value that is missing.
fn captures(
    step: &ContractStep,
    response: &HttpResponse,
    body: &Value,
) -> impl Iterator<Item = Option<(String, Zeroizing<String>)>> {
    step.capture.iter().map(|(name, place)| Some((name.clone(), capture::read(place, response, body)?)))
}

/// What the step says about a response that no match describes. A web page is somebody else's.
fn fallback(step: &ContractStep, response: &HttpResponse) -> Option<ErrorKind> {
    step.error_fallback.filter(|_| !response.is_html())?.kind_of(response.status)
}

/// The error for a response that no match describes.
fn unmatched(step: &ContractStep, response: &HttpResponse, fields: ResponseFields) -> OperationError {
    match fallback(step, response) {
        Some(kind) => OperationError::Rejected(Rejection {
            kind,
            reasons: Vec::new(),
            fields,
            summary: response.summary(),
        }),
        None => response.undescribed_error().into(),
    }
}

/// Whether a response is the page on which a hosted recovery begins.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn is_page(hosted: &HostedPage, response: &HttpResponse) -> bool {
    let body = json(&response.body);
    hosted.success.iter().any(|success| is_match(success, response, &body))
}

fn is_match(wanted: &ResponseMatch, response: &HttpResponse, body: &Value) -> bool {
    wanted.matches(response.status, &response.content_type, response.redirect.as_deref(), body)
}

/// All reasons for which a password is refused, so that a person can correct them at once. A match that compares only the
/// status, or has the reason [`PasswordRejection::Other`], counts only if no other match has a reason.
fn reasons(kind: ErrorKind, matching: &[&ErrorMatch], fields: &ResponseFields) -> Vec<PasswordRejection> {
    let of_kind = matching.iter().filter(|error| error.kind == kind);
    let given = of_kind.filter_map(|error| Some((error.reason?, error.response.body.is_some())));
    let is_specific = |given: &(PasswordRejection, bool)| given.1 && given.0 != PasswordRejection::Other;
    let (specific, catch_all): (Vec<_>, Vec<_>) = given.partition(is_specific);
    let mut found: Vec<PasswordRejection> = specific.into_iter().map(|(reason, _)| reason).collect();
    found.extend(fields.reasons());
    if found.is_empty() {
        found.extend(catch_all.into_iter().map(|(reason, _)| reason));
    }
    let mut reasons: Vec<PasswordRejection> = Vec::new();
    for reason in found {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    reasons
}

/// GraphQL reports errors with the status 200.
fn has_graphql_errors(step: &ContractStep, body: &Value) -> bool {
    let errors = body.get("errors").and_then(Value::as_array);
    matches!(step.body, Some(Body::GraphQl { .. })) && errors.is_some_and(|errors| !errors.is_empty())
}

fn texts(body: &Value, pointer: &Pointer) -> impl Iterator<Item = Zeroizing<String>> {
    pointer.find(body).into_iter().filter_map(text)
}

#[cfg(test)]
mod tests;
