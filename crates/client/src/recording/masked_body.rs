//! The response of a server as it is recorded: what the contract looks at, and nothing else of it.

use std::{borrow::Cow, collections::BTreeSet};

use latchkey_contract::Pointer;
use reqwest::header;
use serde_json::Value;

use super::mask::Mask;
use crate::{
    RawExchange,
    contract::Contract,
    excerpt::{is_random, replace_values, replace_words, without_random_text},
    http_response::is_html,
    response_summary::code_value,
};

/// Stands for a text that no contract looks at.
const TEXT: &str = "x";
/// Stands for a value that can differ each time.
const ONE_TIME: &str = "one-time";

/// `STATUS BODY` of a response.
pub(super) fn answer(contract: &Contract, raw: &RawExchange, mask: &Mask) -> String {
    format!("{} {}", raw.status, body(contract, raw, mask)).trim_end().to_owned()
}

/// The responses to calls without the values that differ each time, to compare the responses for two addresses.
pub(super) fn shapes(contract: &Contract, mask: &Mask, calls: &[RawExchange]) -> Vec<String> {
    let shape = |raw: &RawExchange| {
        let captured = raw.captured.iter().map(|value| value.as_str());
        let body = replace_values(&String::from_utf8_lossy(&raw.body), captured, ONE_TIME);
        let body = match serde_json::from_str::<Value>(&body) {
            Ok(json) => {
                mask.json(&masked_json(contract, raw.status, &json, contract.match_pointers())).to_string()
            }
            Err(_) => without_digits(&mask.text(body.split('<').next().unwrap_or_default())).into_owned(),
        };
        let redirect = raw.redirect.as_deref().map(|target| mask.without_generated(target));
        format!("{} {redirect:?} {body}", raw.status)
    };
    calls.iter().map(shape).collect()
}

/// A text without the words that look random or have digits, such as numbers of a request.
fn without_digits(text: &str) -> Cow<'_, str> {
    replace_words(text, |word| word.contains(|c: char| c.is_ascii_digit()) || is_random(word), ONE_TIME)
}

/// The headers that the contract or the client looks at, as `NAME: VALUE`.
pub(super) fn headers(contract: &Contract, raw: &RawExchange, mask: &Mask) -> Vec<String> {
    let mut names: BTreeSet<&str> = contract.header_names().collect();
    names.insert(header::RETRY_AFTER.as_str());
    let values = |name: &str| {
        let values = raw.headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
        let values = values.filter_map(|value| match name {
            "set-cookie" => captured_cookie(contract, value),
            _ => Some(value),
        });
        values.map(|value| format!("{name}: {}", mask.without_generated(value))).collect::<Vec<_>>()
    };
    let mut found: Vec<String> = names.into_iter().flat_map(values).collect();
    let location =
        raw.redirect.as_deref().map(|target| format!("location: {}", mask.without_generated(target)));
    found.extend(location);
    // Without this header, a replay takes a body that begins with `<` for a web page, and no other body.
    let is_unlike_its_body =
        || !raw.body.is_empty() && is_html(&raw.content_type) != body(contract, raw, mask).starts_with('<');
    if contract.compares_content_types() || is_unlike_its_body() {
        found.push(format!("content-type: {}", raw.content_type));
    }
    found
}

/// Name and value of a cookie that the contract captures. Others are not recorded: they can be sessions.
fn captured_cookie<'a>(contract: &Contract, cookie: &'a str) -> Option<&'a str> {
    let pair = cookie.split(';').next()?;
    let name = pair.split_once('=')?.0.trim();
    contract.captures_cookie(name).then_some(pair)
}

fn body(contract: &Contract, raw: &RawExchange, mask: &Mask) -> String {
    if let Ok(json) = serde_json::from_slice::<Value>(&raw.body) {
        return mask.json(&masked_json(contract, raw.status, &json, contract.pointers())).to_string();
    }
    if raw.body.is_empty() {
        return String::new();
    }
    if !raw.fields.is_empty() {
        let fields = raw.fields.iter().zip(&raw.captured);
        return fields
            .map(|(name, value)| {
                format!(r#"<input name="{name}" value="{}">"#, mask.without_generated(value))
            })
            .collect();
    }
    let text = String::from_utf8_lossy(&raw.body);
    let is_looked_at = contract.pointers().any(|pointer| pointer.is_whole_body());
    match text.trim_start().starts_with('<') {
        // What stands for a captured body is what later calls send.
        _ if raw.captured.iter().any(|captured| captured.trim() == text.trim()) => mask.text(&text),
        _ if is_looked_at => without_random_text(&mask.text(&text)).into_owned(),
        true => "<p>".to_owned(),
        false => TEXT.to_owned(),
    }
}

/// Keeps the names of all members, and the values at these pointers.
fn masked_json<'a>(
    contract: &Contract,
    status: u16,
    body: &Value,
    pointers: impl Iterator<Item = &'a Pointer>,
) -> Value {
    let mut kept: Vec<&Value> = pointers.flat_map(|pointer| pointer.find(body)).collect();
    kept.extend(code_value(status, body).map(|(value, _)| value));
    masked(contract, body, &kept)
}

fn masked(contract: &Contract, value: &Value, kept: &[&Value]) -> Value {
    let is_kept = |value: &Value| kept.iter().any(|kept| std::ptr::eq(*kept, value));
    match value {
        Value::Object(members) => Value::Object(
            members.iter().map(|(name, value)| (name.clone(), masked(contract, value, kept))).collect(),
        ),
        // A list of texts is kept whole, because `contains` compares its elements.
        Value::Array(items) if is_kept(value) && items.iter().all(Value::is_string) => value.clone(),
        Value::Array(items) => Value::Array(items.iter().map(|item| masked(contract, item, kept)).collect()),
        Value::String(text)
            if is_kept(value) || contract.pointers().any(|pointer| pointer.has_text(text)) =>
        {
            value.clone()
        }
        Value::String(text) if text.is_empty() => value.clone(),
        Value::String(_) => TEXT.into(),
        Value::Number(_) if is_kept(value) => value.clone(),
        Value::Number(_) => 0.into(),
        Value::Null | Value::Bool(_) => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_time_values_do_not_make_responses_different() {
        let shape = |body: &str, captured: &[&str]| {
            without_digits(&replace_values(body, captured.iter().copied(), ONE_TIME)).into_owned()
        };
        for (first, second) in [
            (("session=abcdefgh", &["abcdefgh"][..]), ("session=hgfedcba", &["hgfedcba"][..])),
            (("request 482915, wait", &[]), ("request 17, wait", &[])),
            (("OK 9f86d081884c7d65", &[]), ("OK fcde2b2edba56bf4", &[])),
            (("KxQzWvBnMpLkJhGf sent", &[]), ("aBcDeFgHiJkLmNoP sent", &[])),
            (
                ("id=3fa85f64-5717-4562-b3fc-2c963f66afa6", &[]),
                ("id=7c9e6679-7425-40de-944b-e07fc1f90ae7", &[]),
            ),
        ] {
            assert_eq!(shape(first.0, first.1), shape(second.0, second.1), "{first:?}");
        }
        for (first, second) in [("sent", "unknown"), ("code 123456 sent", "code 123456"), ("", "no account")]
        {
            assert_ne!(shape(first, &[]), shape(second, &[]), "{first}");
        }
    }
}
