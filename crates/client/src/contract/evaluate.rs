//! What an answer means by the matches of a step. Pure, no I/O.

#[cfg(not(target_arch = "wasm32"))]
use latchkey_contract::Hosted;
use latchkey_contract::{Contract, Kind, Match, ResponseFields, Step, pointer::at};
use latchkey_core::{password::Refusal, service::CallError};
use serde_json::Value;
use zeroize::Zeroizing;

use super::{
    operation_error::{OperationError, Rejection},
    render::Captured,
};
use crate::reply::Reply;

/// Longest value that is taken out of an answer, in bytes: a token that opens a session, with room.
const CAPTURE_MAX_BYTES: usize = 8192;

/// What good answers have brought.
#[derive(Clone, Default)]
pub(crate) struct StepOutput {
    /// For later calls.
    pub captured: Captured,
    /// For the person.
    pub fields: ResponseFields,
}

impl StepOutput {
    /// Adds what was learned later, which counts more.
    pub fn add(&mut self, later: Self) {
        self.captured.extend(later.captured);
        self.fields.add(later.fields);
    }
}

/// What the answer to a step has brought, or why it is none to go on with.
pub(crate) fn evaluate(
    contract: &Contract,
    step: &Step,
    reply: &Reply,
) -> Result<StepOutput, OperationError> {
    let body = body(reply);
    let fields = ResponseFields::extract(step, &body);
    let fitting: Vec<&Match> =
        step.errors.iter().chain(&contract.errors).filter(|error| is_match(error, reply, &body)).collect();
    if let Some(error) = fitting.first() {
        return Err(match error.kind {
            Some(Kind::RateLimited) => CallError::RateLimited { wait: reply.retry_after }.into(),
            Some(Kind::Down) => CallError::Down.into(),
            Some(Kind::Misconfigured) | None => reply.unexpected_response().into(),
            Some(kind) => {
                let (reasons, answer) = (reasons(kind, &fitting, &fields), reply.summary());
                OperationError::Rejected(Rejection { kind, reasons, fields, answer })
            }
        });
    }
    let is_page = |success: &Match| reply.is_html() && success.content_type.is_none();
    if !step.success.iter().any(|success| is_match(success, reply, &body) && !is_page(success)) {
        return Err(reply.outside_of_contract().into());
    }
    let captured = step.capture.iter().map(|(name, place)| Some((name.clone(), captured(&body, place)?)));
    let captured = captured.collect::<Option<_>>().ok_or_else(|| reply.unexpected_response())?;
    Ok(StepOutput { captured, fields })
}

/// Whether an answer is the page on which a hosted service begins a recovery.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn is_page(hosted: &Hosted, reply: &Reply) -> bool {
    let body = body(reply);
    hosted.success.iter().any(|success| is_match(success, reply, &body))
}

/// Not every answer is JSON; what is not is one text.
fn body(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.body)
        .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&reply.body).into_owned()))
}

/// All that is wrong with a password: a person who mends one thing should not learn of the next only then.
fn reasons(kind: Kind, fitting: &[&Match], fields: &ResponseFields) -> Vec<Refusal> {
    let of_kind = fitting.iter().filter(|error| error.kind == Some(kind));
    let mut reasons: Vec<Refusal> = Vec::new();
    for reason in of_kind.filter_map(|error| error.reason).chain(fields.reasons()) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    reasons
}

fn captured(body: &Value, pointer: &str) -> Option<Zeroizing<String>> {
    let text = match at(body, pointer).first() {
        Some(Value::String(text)) => Zeroizing::new(text.clone()),
        Some(Value::Number(number)) => Zeroizing::new(number.to_string()),
        _ => return None,
    };
    (1..=CAPTURE_MAX_BYTES).contains(&text.len()).then_some(text)
}

fn is_match(wanted: &Match, reply: &Reply, body: &Value) -> bool {
    let status = wanted.status.as_ref().is_none_or(|statuses| statuses.all().contains(&reply.status));
    let kind = wanted.content_type.as_ref().is_none_or(|kind| {
        reply.content_type.get(..kind.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(kind))
    });
    status && kind && wanted.pointer.as_ref().is_none_or(|pointer| is_body_match(wanted, &at(body, pointer)))
}

/// Whether what was found is what is wanted there.
fn is_body_match(wanted: &Match, found: &[&Value]) -> bool {
    let any = |test: &dyn Fn(&Value) -> bool| found.iter().any(|value| test(value));
    let text = |value: &Value, test: &dyn Fn(&str) -> bool| value.as_str().is_some_and(test);
    if let Some(exists) = wanted.exists {
        return exists == any(&|value| !value.is_null());
    }
    if let Some(equal) = &wanted.equals {
        return any(&|value| value == equal);
    }
    if let Some(prefix) = &wanted.prefix {
        return any(&|value| text(value, &|text| text.starts_with(prefix.as_str())));
    }
    wanted.contains.as_ref().is_some_and(|part| {
        any(&|value| match value {
            Value::Array(items) => items.iter().any(|item| item.as_str() == Some(part)),
            other => text(other, &|text| text.contains(part.as_str())),
        })
    })
}

#[cfg(test)]
mod tests;
