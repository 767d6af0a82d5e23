//! A contract without one of its matches, or with that match spoilt, does not come to the same any more: each match
//! is there for an exchange that is written down.

use latchkey::service::contract::{self, Contract, names};
use serde_json::{Value, json};

use super::exchange::{Recorded, play};

/// In the place of an operation: what is said of all of them.
const ABOVE_ALL: &str = "above all";

/// A match of a contract: operation, step, list, place in it.
type Place = (&'static str, usize, &'static str, usize);

fn matches(contract: &Value) -> Vec<Place> {
    let mut found = Vec::new();
    for (operation, number, step) in steps(contract) {
        for list in ["success", "errors"] {
            let count = step[list].as_array().map_or(0, Vec::len);
            found.extend((0..count).map(|index| (operation, number, list, index)));
        }
    }
    found
}

/// Every call of a contract; and the contract itself, which has matches for all of them.
fn steps(contract: &Value) -> Vec<(&'static str, usize, &Value)> {
    let mut found = vec![(ABOVE_ALL, 0, contract)];
    for operation in ["abilities_from", "policy_from", "request", "check", "second_factor", "reset"] {
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
        ABOVE_ALL => contract,
        _ if contract[operation].is_array() => &mut contract[operation][number],
        _ => &mut contract[operation],
    }
}

fn list(contract: &mut Value, (operation, step, list, _): Place) -> &mut Vec<Value> {
    step_mut(contract, operation, step)[list].as_array_mut().unwrap()
}

fn removed(contract: &Value, place: Place) -> Value {
    let mut contract = contract.clone();
    list(&mut contract, place).remove(place.3);
    contract
}

/// It looks for another status, and elsewhere.
fn spoilt(contract: &Value, place: Place) -> Value {
    let mut contract = contract.clone();
    let spoilt = &mut list(&mut contract, place)[place.3];
    match spoilt["pointer"].as_str() {
        Some(pointer) if spoilt["exists"] != json!(false) => {
            spoilt["pointer"] = json!(format!("{pointer}/nowhere"))
        }
        _ => spoilt["status"] = json!(599),
    }
    contract
}

/// The exchange of a match stands at about its place in the file: it is looked for from there on.
async fn is_noticed(mutant: Value, recorded: &Recorded, (operation, _, list, index): Place) -> bool {
    let mutant: Contract = serde_json::from_value(mutant).unwrap();
    let likely = index + usize::from(list == "errors");
    for (of, exchanges) in recorded.operations() {
        let concerned = match operation {
            ABOVE_ALL => true,
            "second_factor" => of == "reset",
            // Early steps are done by a check.
            "reset" => ["check", "reset"].contains(&of),
            _ => of == operation,
        };
        for exchange in exchanges.iter().cycle().skip(likely).take(exchanges.len()).filter(|_| concerned) {
            if play(&mutant, recorded, of, exchange).await.0 != exchange.outcome {
                return true;
            }
        }
    }
    false
}

async fn every_mutant_is_noticed(mutate: fn(&Value, Place) -> Value, concerns: fn(&Place) -> bool) {
    let mut unnoticed = Vec::new();
    let mut count = 0;
    for id in names() {
        let recorded = Recorded::of(id);
        let contract = serde_json::to_value(contract::built_in(id).unwrap()).unwrap();
        for place in matches(&contract).into_iter().filter(concerns) {
            count += 1;
            if !is_noticed(mutate(&contract, place), &recorded, place).await {
                unnoticed.push(format!("{id}: {place:?}"));
            }
        }
    }
    assert!(unnoticed.is_empty(), "{}", unnoticed.join("\n"));
    assert!(count > 100, "{count}");
}

/// An error means trouble of the server's; one that has a reason has none any more.
fn misread(contract: &Value, place: Place) -> Value {
    let mut contract = contract.clone();
    let misread = &mut list(&mut contract, place)[place.3];
    match misread["reason"].is_string() {
        true => misread["reason"] = Value::Null,
        false => misread["kind"] = json!("down"),
    }
    contract
}

#[tokio::test]
async fn every_error_is_told_as_what_it_is() {
    every_mutant_is_noticed(misread, |place| place.2 == "errors").await;
}

#[tokio::test]
async fn every_match_is_there_for_an_exchange() {
    every_mutant_is_noticed(removed, |_| true).await;
}

#[tokio::test]
async fn every_match_looks_at_what_it_should() {
    every_mutant_is_noticed(spoilt, |_| true).await;
}

/// What an answer tells, and how long to wait, are looked for where they are.
#[tokio::test]
async fn everything_that_is_told_is_heard() {
    let mut unnoticed = Vec::new();
    let mut count = 0;
    for id in names() {
        let recorded = Recorded::of(id);
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
            for (name, mutant) in mutants {
                count += 1;
                if !is_noticed(mutant, &recorded, (operation, number, "tells", 0)).await {
                    unnoticed.push(format!("{id}: {operation}, {number}, {name}"));
                }
            }
        }
    }
    assert!(unnoticed.is_empty(), "{}", unnoticed.join("\n"));
    assert!(count > 15, "{count}");
}
