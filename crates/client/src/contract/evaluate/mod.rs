//! Interprets the response to a step. Pure, no I/O.

#[cfg(not(target_arch = "wasm32"))]
use latchkey_contract::Hosted;
use latchkey_contract::{Contract, ErrorMatch, Kind, Pointer, ResponseFields, ResponseMatch, Step};
use latchkey_core::{password::PasswordRejection, service::CallError};
use serde_json::Value;
use zeroize::Zeroizing;

use super::{
    operation_error::{OperationError, Rejection},
    render::Captured,
};
use crate::reply::Reply;

/// Maximum length of a captured value, in bytes. Session tokens can be long.
const MAX_CAPTURE_BYTES: usize = 8192;

/// The values of successful responses.
#[derive(Clone, Default)]
pub(crate) struct StepOutput {
    /// For later calls.
    pub captured: Captured,
    /// For the app.
    pub fields: ResponseFields,
}

impl StepOutput {
    /// Adds the output of a later step, which replaces earlier values.
    pub fn add(&mut self, later: Self) {
        self.captured.extend(later.captured);
        self.fields.add(later.fields);
    }
}

/// The output of a step, or why its response is not successful.
pub(crate) fn evaluate(
    contract: &Contract,
    step: &Step,
    reply: &Reply,
) -> Result<StepOutput, OperationError> {
    let body = body(reply);
    let fields = ResponseFields::extract(step, &body);
    let errors = step.errors.iter().chain(&contract.errors);
    let matching: Vec<&ErrorMatch> = errors.filter(|error| is_match(&error.response, reply, &body)).collect();
    if let Some(error) = matching.first() {
        return Err(match error.kind {
            Kind::RateLimited => CallError::RateLimited { wait: reply.retry_after }.into(),
            Kind::Down => CallError::Down.into(),
            Kind::CaptchaRequired => CallError::CaptchaRequired.into(),
            Kind::Misconfigured => reply.unexpected_response().into(),
            kind => {
                let (reasons, answer) = (reasons(kind, &matching, &fields), reply.summary());
                OperationError::Rejected(Rejection { kind, reasons, fields, answer })
            }
        });
    }
    let is_page = |success: &ResponseMatch| reply.is_html() && success.content_type.is_none();
    if !step.success.iter().any(|success| is_match(success, reply, &body) && !is_page(success)) {
        return Err(reply.outside_of_contract().into());
    }
    let captured = step.capture.iter().map(|(name, pointer)| Some((name.clone(), captured(&body, pointer)?)));
    let captured = captured.collect::<Option<_>>().ok_or_else(|| reply.unexpected_response())?;
    Ok(StepOutput { captured, fields })
}

/// Whether a response is the page on which a hosted recovery begins.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn is_page(hosted: &Hosted, reply: &Reply) -> bool {
    let body = body(reply);
    hosted.success.iter().any(|success| is_match(success, reply, &body))
}

fn is_match(wanted: &ResponseMatch, reply: &Reply, body: &Value) -> bool {
    wanted.matches(reply.status, &reply.content_type, body)
}

/// The body as JSON. A body that is not JSON is one text.
fn body(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.body)
        .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&reply.body).into_owned()))
}

/// All reasons for which a password is refused, so that a person can correct them at once.
fn reasons(kind: Kind, matching: &[&ErrorMatch], fields: &ResponseFields) -> Vec<PasswordRejection> {
    let of_kind = matching.iter().filter(|error| error.kind == kind);
    let mut reasons: Vec<PasswordRejection> = Vec::new();
    for reason in of_kind.filter_map(|error| error.reason).chain(fields.reasons()) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    reasons
}

fn captured(body: &Value, pointer: &Pointer) -> Option<Zeroizing<String>> {
    let text = match pointer.find(body).first() {
        Some(Value::String(text)) => Zeroizing::new(text.clone()),
        Some(Value::Number(number)) => Zeroizing::new(number.to_string()),
        _ => return None,
    };
    (1..=MAX_CAPTURE_BYTES).contains(&text.len()).then_some(text)
}

#[cfg(test)]
mod tests;
