//! Compares the exchanges in tests/recorded with those of the live server.

use serde_json::Value;

use super::backend::Backend;
use super::harness::Exchange;
use super::recording_service::RecordedOperation;

pub fn recordings_match_live_responses<B: Backend>(log: &[RecordedOperation]) {
    let live: Vec<_> = log.iter().flat_map(|operation| &operation.exchanges).map(parts).collect();
    let is_untested = |answer: &String| B::UNTESTED_MESSAGES.iter().any(|text| answer.contains(text));
    for recorded in answers(B::ID).into_iter().filter(|answer| !is_untested(answer)) {
        let (status, body) = recorded.split_once(' ').unwrap_or((&recorded, ""));
        let (status, body) = (status.parse::<u16>().unwrap(), json(body));
        let is_live = live.iter().any(|(real, whole)| *real == status && is_part(&body, whole));
        assert!(is_live, "the live server never sent the recorded response: {recorded}");
    }
}

/// All responses in a contract's file of exchanges: a status, a space and a body.
fn answers(id: &str) -> Vec<String> {
    let file = format!("{}/tests/recorded/exchanges/{id}.toml", env!("CARGO_MANIFEST_DIR"));
    let recorded: Value = toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let operations =
        ["request", "check", "reset"].iter().filter_map(|operation| recorded[operation].as_array());
    let answers = operations.flatten().flat_map(|exchange| exchange["answers"].as_array().unwrap());
    let answers: Vec<_> = answers.map(|answer| answer.as_str().unwrap().to_owned()).collect();
    assert!(!answers.is_empty());
    answers
}

fn parts(exchange: &Exchange) -> (u16, Value) {
    (exchange.status.as_u16(), json(&exchange.body))
}

/// An empty body is `null`.
fn json(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { serde_json::from_str(text).unwrap_or_else(|_| text.into()) }
}

/// Whether the live value contains the recorded one. Sentences and random values may differ.
fn is_part(recorded: &Value, whole: &Value) -> bool {
    match (recorded, whole) {
        (Value::Object(some), Value::Object(all)) => {
            some.iter().all(|(name, value)| all.get(name).is_some_and(|whole| is_part(value, whole)))
        }
        (Value::Array(some), Value::Array(all)) => {
            some.len() <= all.len() && some.iter().zip(all).all(|(some, all)| is_part(some, all))
        }
        (Value::String(some), Value::String(all)) => {
            let is_sentence = all.contains(' ');
            let is_random = all.len() >= 16 && all.contains(|c: char| c.is_ascii_digit());
            some == all || is_sentence || is_random
        }
        (some, all) => some == all,
    }
}
