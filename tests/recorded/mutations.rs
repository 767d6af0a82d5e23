//! Mutation test of the contracts: if a match is removed or changed, a recorded exchange has another outcome. So each match
//! is needed by an exchange.

use latchkey::service::contract::{self, Contract, ids};
use latchkey::service::recording::Replayed;
use serde_json::{Value, json};

use super::exchange::{Recording, replay};

/// Stands for an operation: matches that apply to all of them.
const WHOLE_CONTRACT: &str = "above all";

/// A match of a contract: operation, step, list, index.
type MatchPath = (&'static str, usize, &'static str, usize);

fn matches(contract: &Value) -> Vec<MatchPath> {
    let mut found = Vec::new();
    for (operation, number, step) in steps(contract) {
        for list in ["success", "errors"] {
            let count = step[list].as_array().map_or(0, Vec::len);
            found.extend((0..count).map(|index| (operation, number, list, index)));
        }
    }
    found
}

/// Every call of a contract, and the contract itself, whose matches apply to all calls.
fn steps(contract: &Value) -> Vec<(&'static str, usize, &Value)> {
    let mut found = vec![(WHOLE_CONTRACT, 0, contract)];
    for operation in
        ["capabilities_from", "policy_from", "request", "check", "second_factor", "reset", "sign_out"]
    {
        match &contract[operation] {
            Value::Array(steps) => {
                found.extend(steps.iter().enumerate().map(|(number, step)| (operation, number, step)));
            }
            Value::Null => {}
            step => found.push((operation, 0, step)),
        }
    }
    found
}

fn step_mut<'a>(contract: &'a mut Value, operation: &str, number: usize) -> &'a mut Value {
    match operation {
        WHOLE_CONTRACT => contract,
        _ if contract[operation].is_array() => &mut contract[operation][number],
        _ => &mut contract[operation],
    }
}

fn list(contract: &mut Value, (operation, step, list, _): MatchPath) -> &mut Vec<Value> {
    step_mut(contract, operation, step)[list].as_array_mut().unwrap()
}

fn removed(contract: &Value, place: MatchPath) -> Value {
    let mut contract = contract.clone();
    list(&mut contract, place).remove(place.3);
    contract
}

/// The match with another pointer or status.
fn altered(contract: &Value, place: MatchPath) -> Value {
    let mut contract = contract.clone();
    let altered = &mut list(&mut contract, place)[place.3];
    match altered["pointer"].as_str() {
        Some(pointer) if altered["exists"] != json!(false) => {
            altered["pointer"] = json!(format!("{pointer}/nowhere"))
        }
        _ => altered["status"] = json!(599),
    }
    contract
}

/// Whether an exchange has another outcome with this contract. Starts at the exchange with about the same index, which is
/// usually the one for the match.
async fn is_noticed(mutant: Value, recording: &Recording, (operation, _, list, index): MatchPath) -> bool {
    let mutant: Contract = serde_json::from_value(mutant).unwrap();
    let likely = index + usize::from(list == "errors");
    for (of, exchanges) in recording.operations() {
        let concerned = match operation {
            WHOLE_CONTRACT => true,
            "second_factor" | "sign_out" => of == "reset",
            // A check runs the early steps of a reset.
            "reset" => ["check", "reset"].contains(&of),
            _ => of == operation,
        };
        for exchange in exchanges.iter().cycle().skip(likely).take(exchanges.len()).filter(|_| concerned) {
            let Replayed { outcome, sent: seen } = replay(&mutant, recording, of, exchange).await;
            // A step that is left out may change nothing but the calls.
            let has_other_calls = exchange.sent.as_ref().is_some_and(|sent| sent.len() != seen.len());
            if outcome != exchange.outcome || (list == "when" && has_other_calls) {
                return true;
            }
        }
    }
    false
}

async fn every_mutant_is_noticed(mutate: fn(&Value, MatchPath) -> Value, concerns: fn(&MatchPath) -> bool) {
    let mut unnoticed = Vec::new();
    let mut count = 0;
    for id in ids() {
        let recording = Recording::load(id);
        let contract = serde_json::to_value(contract::built_in(id).unwrap()).unwrap();
        for place in matches(&contract).into_iter().filter(concerns) {
            count += 1;
            if !is_noticed(mutate(&contract, place), &recording, place).await {
                unnoticed.push(format!("{id}: {place:?}"));
            }
        }
    }
    assert!(unnoticed.is_empty(), "{}", unnoticed.join("\n"));
    assert!(count > 100, "{count}");
}

/// The error with another meaning, or without its reason.
fn reinterpreted(contract: &Value, place: MatchPath) -> Value {
    let mut contract = contract.clone();
    let reinterpreted = &mut list(&mut contract, place)[place.3];
    match reinterpreted["reason"].is_string() {
        true => reinterpreted["reason"] = Value::Null,
        false if reinterpreted["kind"] == "down" => reinterpreted["kind"] = json!("captcha_required"),
        false => reinterpreted["kind"] = json!("down"),
    }
    contract
}

#[tokio::test]
async fn every_error_kind_is_tested() {
    every_mutant_is_noticed(reinterpreted, |place| place.2 == "errors").await;
}

#[tokio::test]
async fn every_match_is_needed_by_an_exchange() {
    every_mutant_is_noticed(removed, |_| true).await;
}

#[tokio::test]
async fn every_match_condition_is_tested() {
    every_mutant_is_noticed(altered, |_| true).await;
}

/// Removes the pointer of each response field, the headers with the time to wait, and the states and kinds of links of
/// steps, and tries only one of several second factors.
#[tokio::test]
async fn every_response_field_is_tested() {
    let mut unnoticed = Vec::new();
    let mut count = 0;
    for id in ids() {
        let recording = Recording::load(id);
        let contract = serde_json::to_value(contract::built_in(id).unwrap()).unwrap();
        for (operation, number, step) in steps(&contract) {
            let mut mutants = Vec::new();
            for name in step["tells"].as_object().into_iter().flat_map(|tells| tells.keys()) {
                let mut mutant = contract.clone();
                step_mut(&mut mutant, operation, number)["tells"][name] = json!("/nowhere");
                mutants.push((name.clone(), mutant));
            }
            if step["retry_after"].as_array().is_some_and(|headers| headers != &[json!("retry-after")]) {
                let mut mutant = contract.clone();
                step_mut(&mut mutant, operation, number)["retry_after"] = json!(["x-nowhere"]);
                mutants.push(("retry_after".to_owned(), mutant));
            }
            for (key, nowhere) in [("pointer", "/nowhere"), ("link", "nowhere")] {
                if step["when"][key].is_string() {
                    let mut mutant = contract.clone();
                    step_mut(&mut mutant, operation, number)["when"][key] = json!(nowhere);
                    mutants.push(("when".to_owned(), mutant));
                }
            }
            for index in 0..step["repeat"]["while"].as_array().map_or(0, Vec::len) {
                let mut mutant = contract.clone();
                let list = &mut step_mut(&mut mutant, operation, number)["repeat"]["while"];
                list.as_array_mut().unwrap().remove(index);
                mutants.push((format!("while {index}"), mutant));
            }
            if step["capture_each"].is_object() {
                let mut mutant = contract.clone();
                let step = step_mut(&mut mutant, operation, number);
                step["capture"] = step["capture_each"].clone();
                step["capture_each"] = json!({});
                mutants.push(("capture_each".to_owned(), mutant));
            }
            for (name, mutant) in mutants {
                let list = if name == "when" { "when" } else { "tells" };
                count += 1;
                if !is_noticed(mutant, &recording, (operation, number, list, 0)).await {
                    unnoticed.push(format!("{id}: {operation}, {number}, {name}"));
                }
            }
        }
    }
    assert!(unnoticed.is_empty(), "{}", unnoticed.join("\n"));
    assert!(count > 15, "{count}");
}
