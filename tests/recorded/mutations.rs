//! A contract without one of its matches, or with that match spoilt, does not come to the same any more: each match
//! is there for an exchange that is written down.

use latchkey::service::contract::{Contract, names};
use serde_json::{Value, json};

use super::exchange::{Recorded, play};

/// A match of a contract: operation, step, list, place in it.
type Place = (&'static str, usize, &'static str, usize);

fn matches(contract: &Value) -> Vec<Place> {
    let mut found = Vec::new();
    for operation in ["request", "check", "reset"] {
        let steps = contract[operation].as_array().unwrap();
        for (number, step) in steps.iter().enumerate() {
            for list in ["success", "errors"] {
                let count = step[list].as_array().unwrap().len();
                found.extend((0..count).map(|index| (operation, number, list, index)));
            }
        }
    }
    found
}

fn list(contract: &mut Value, (operation, step, list, _): Place) -> &mut Vec<Value> {
    contract[operation][step][list].as_array_mut().unwrap()
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
async fn is_noticed(mutant: Value, recorded: &Recorded, place: Place) -> bool {
    let mutant: Contract = serde_json::from_value(mutant).unwrap();
    let (operation, _, list, index) = place;
    let exchanges = recorded.operations().into_iter().find(|(name, _)| *name == operation).unwrap().1;
    let likely = index + usize::from(list == "errors");
    for exchange in exchanges.iter().cycle().skip(likely).take(exchanges.len()) {
        if play(&mutant, recorded, operation, exchange).await.0 != exchange.outcome {
            return true;
        }
    }
    false
}

async fn every_mutant_is_noticed(mutate: fn(&Value, Place) -> Value, concerns: fn(&Place) -> bool) {
    let mut unnoticed = Vec::new();
    let mut count = 0;
    for id in names() {
        let recorded = Recorded::of(id);
        let contract = serde_json::to_value(Contract::built_in(id).unwrap()).unwrap();
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
