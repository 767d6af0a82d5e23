//! What an answer means by the matches of a step. Pure, no I/O.

use serde_json::Value;
use zeroize::Zeroizing;

use super::{
    carried_out::{Captured, Refused},
    definition::{Kind, Match, Step},
};
use crate::service::{CallError, Misconfiguration, reply::Reply};

/// Longest value that is taken out of an answer, in bytes: a token that opens a session, with room.
const CAPTURE_MAX_BYTES: usize = 8192;

/// What the answer to a step gave for later ones, or why it is none to go on with.
pub(super) fn judge(step: &Step, reply: &Reply) -> Result<Captured, Refused> {
    // Not every answer is JSON; what is not is one text.
    let body = serde_json::from_slice(&reply.body)
        .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&reply.body).into_owned()));
    if let Some(error) = step.errors.iter().find(|error| fits(error, reply, &body)) {
        return Err(match error.kind {
            Some(Kind::RateLimited) => CallError::RateLimited { wait: reply.retry_after }.into(),
            Some(Kind::Down) => CallError::Down.into(),
            Some(Kind::Misconfigured) | None => unexpected(),
            Some(kind) => Refused::Said(kind, error.reason),
        });
    }
    let is_page = |success: &Match| reply.is_html() && success.content_type.is_none();
    if !step.success.iter().any(|success| fits(success, reply, &body) && !is_page(success)) {
        return Err(reply.outside_of_contract().into());
    }
    step.capture.iter().map(|(name, pointer)| Ok((name.clone(), captured(&body, pointer)?))).collect()
}

fn unexpected() -> Refused {
    CallError::Misconfigured(Misconfiguration::Unexpected).into()
}

fn captured(body: &Value, pointer: &str) -> Result<Zeroizing<String>, Refused> {
    let text = match at(body, pointer).first() {
        Some(Value::String(text)) => Zeroizing::new(text.clone()),
        Some(Value::Number(number)) => Zeroizing::new(number.to_string()),
        _ => return Err(unexpected()),
    };
    if (1..=CAPTURE_MAX_BYTES).contains(&text.len()) { Ok(text) } else { Err(unexpected()) }
}

fn fits(wanted: &Match, reply: &Reply, body: &Value) -> bool {
    let status = wanted.status.as_ref().is_none_or(|statuses| statuses.all().contains(&reply.status));
    let kind = wanted.content_type.as_ref().is_none_or(|kind| {
        reply.content_type.get(..kind.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(kind))
    });
    status && kind && wanted.pointer.as_ref().is_none_or(|pointer| stands(wanted, &at(body, pointer)))
}

/// Whether what was found is what is wanted there.
fn stands(wanted: &Match, found: &[&Value]) -> bool {
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

/// What stands at a JSON pointer (RFC 6901) in which `*` is any member.
fn at<'a>(body: &'a Value, pointer: &str) -> Vec<&'a Value> {
    let mut found = vec![body];
    for key in pointer.split('/').skip(1) {
        let key = key.replace("~1", "/").replace("~0", "~");
        found = found.into_iter().flat_map(|value| members(value, &key)).collect();
    }
    found
}

fn members<'a>(value: &'a Value, key: &str) -> Vec<&'a Value> {
    match value {
        Value::Object(members) if key == "*" => members.values().collect(),
        Value::Array(items) if key == "*" => items.iter().collect(),
        Value::Object(members) => members.get(key).into_iter().collect(),
        Value::Array(items) => {
            key.parse().ok().and_then(|index: usize| items.get(index)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
