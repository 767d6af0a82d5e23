//! Mutation test of a contract: removes each match and each of its statuses, and changes the meaning of each error. Then
//! replays the operations of the journey with the recorded responses. If no outcome differs, the journey would not notice
//! that the match is wrong.

use std::collections::BTreeMap;

use latchkey::service::contract::Contract;
use serde_json::{Value, json};

use super::backend::Backend;
use super::configuration::{contract, service};
use super::harness::Replay;
use super::recording_service::RecordedOperation;

pub async fn every_match_is_needed<B: Backend>(log: &[RecordedOperation]) {
    let replay = Replay::start().await;
    let outcomes_before: Vec<_> = log.iter().map(|operation| operation.outcome.clone()).collect();
    let again = outcomes::<B>(&contract::<B>(), &replay, log).await;
    assert_eq!(again, outcomes_before, "the same responses must have the same outcomes");
    let mut unnoticed = Vec::new();
    for (name, mutant) in mutants::<B>(&contract::<B>()) {
        if outcomes::<B>(&mutant, &replay, log).await == outcomes_before {
            unnoticed.push(name);
        }
    }
    assert!(
        unnoticed.is_empty(),
        "the journey does not notice that these are wrong:\n{}",
        unnoticed.join("\n")
    );
}

/// The outcomes with this contract and the recorded responses. Each app has a service of its own, as in the journey.
async fn outcomes<B: Backend>(
    contract: &Contract,
    replay: &Replay,
    log: &[RecordedOperation],
) -> Vec<String> {
    let mut services = BTreeMap::new();
    let mut outcomes = Vec::new();
    for recorded in log {
        replay.set_responses(&recorded.exchanges);
        let service = services
            .entry(recorded.service)
            .or_insert_with(|| service::<B>(contract.clone(), &replay.base()));
        outcomes.push(recorded.operation.run(service).await);
    }
    outcomes
}

/// Contracts with one mutation each, and a description of it.
fn mutants<B: Backend>(contract: &Contract) -> Vec<(String, Contract)> {
    let sound = serde_json::to_value(contract).unwrap();
    let mut mutants = Vec::new();
    for (operation, step, list) in lists(&sound) {
        let place = format!("/{operation}/{step}/{list}");
        let matches = sound.pointer(&place).and_then(Value::as_array).unwrap();
        for (number, _) in matches.iter().enumerate().filter(|(_, wanted)| is_tested::<B>(wanted)) {
            let mut faulty = sound.clone();
            faulty.pointer_mut(&place).and_then(Value::as_array_mut).unwrap().remove(number);
            mutants.push((format!("{place}/{number} is gone"), faulty));
            let statuses = sound.pointer(&format!("{place}/{number}/status")).and_then(Value::as_array);
            for status in 0..statuses.map_or(0, Vec::len) {
                let mut faulty = sound.clone();
                let all = faulty.pointer_mut(&format!("{place}/{number}/status")).unwrap();
                let gone = all.as_array_mut().unwrap().remove(status);
                mutants.push((format!("{place}/{number} is not for {gone}"), faulty));
            }
            if list == "errors" {
                let mut faulty = sound.clone();
                faulty.pointer_mut(&format!("{place}/{number}")).unwrap()["kind"] = json!("misconfigured");
                mutants.push((format!("{place}/{number} means something else"), faulty));
            }
        }
    }
    assert!(!mutants.is_empty());
    mutants.into_iter().map(|(name, faulty)| (name, serde_json::from_value(faulty).unwrap())).collect()
}

/// Whether the journey can meet this match.
fn is_tested<B: Backend>(wanted: &Value) -> bool {
    let required = ["equals", "prefix", "contains", "kind"].map(|how| match &wanted[how] {
        Value::Number(number) => number.to_string(),
        other => other.as_str().unwrap_or_default().to_owned(),
    });
    let is_address = wanted["kind"] == "address_refused" && B::INVALID_ADDRESS.is_none();
    let untested = [B::UNTESTED_MESSAGES, B::UNUSED_MATCHES].concat();
    !is_address && !required.iter().any(|text| untested.contains(&text.as_str()))
}

/// Operation, step index, and name of each list of matches.
fn lists(contract: &Value) -> Vec<(&'static str, usize, &'static str)> {
    let steps = |operation: &'static str| {
        let count = contract[operation].as_array().map_or(0, Vec::len);
        (0..count).map(move |step| (operation, step))
    };
    let all = ["request", "check", "second_factor", "reset"].into_iter().flat_map(steps);
    all.flat_map(|(operation, step)| ["success", "errors"].map(|list| (operation, step, list))).collect()
}
