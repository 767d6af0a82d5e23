//! Whether everything that a contract says of answers is needed: each match is taken away, and each of its statuses, and
//! each error is given another meaning, and the questions of the journey are asked again of what the real server said then. Where nothing comes out
//! differently, the journey would not notice that the match is wrong.

use latchkey::service::RecoveryService;
use latchkey::service::contract::Contract;
use serde_json::{Value, json};

use super::harness::Replay;
use super::set_up::{contract, service};
use super::site::Site;
use super::witness::Asked;

pub async fn every_match_is_needed<S: Site>(asked: &[Asked]) {
    let replay = Replay::start().await;
    let told: Vec<_> = asked.iter().map(|asked| asked.outcome.clone()).collect();
    let again = outcomes(&service::<S>(contract::<S>(), &replay.base()), &replay, asked).await;
    assert_eq!(again, told, "the same answers must come to the same again");
    let mut unnoticed = Vec::new();
    for (name, mutant) in mutants(&contract::<S>(), S::UNSAID) {
        if outcomes(&service::<S>(mutant, &replay.base()), &replay, asked).await == told {
            unnoticed.push(name);
        }
    }
    assert!(
        unnoticed.is_empty(),
        "the journey does not notice that these are wrong:\n{}",
        unnoticed.join("\n")
    );
}

async fn outcomes(service: &dyn RecoveryService, replay: &Replay, asked: &[Asked]) -> Vec<String> {
    let mut outcomes = Vec::new();
    for asked in asked {
        replay.will_say(&asked.exchanges);
        outcomes.push(asked.question.ask(service).await);
    }
    outcomes
}

/// The contract with one fault each, and what the fault is.
fn mutants(contract: &Contract, unsaid: &[&str]) -> Vec<(String, Contract)> {
    let sound = serde_json::to_value(contract).unwrap();
    let mut mutants = Vec::new();
    for (operation, step, list) in lists(&sound) {
        let place = format!("/{operation}/{step}/{list}");
        let matches = sound.pointer(&place).and_then(Value::as_array).unwrap();
        for (number, _) in matches.iter().enumerate().filter(|(_, wanted)| !is_one_of(wanted, unsaid)) {
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

/// Whether a match looks for one of these texts.
fn is_one_of(wanted: &Value, texts: &[&str]) -> bool {
    let looked_for = ["equals", "prefix", "contains"].map(|how| wanted[how].as_str());
    looked_for.into_iter().flatten().any(|text| texts.contains(&text))
}

/// Operation, number of the step, and name of each list of matches.
fn lists(contract: &Value) -> Vec<(&'static str, usize, &'static str)> {
    let steps = |operation: &'static str| {
        let count = contract[operation].as_array().map_or(0, Vec::len);
        (0..count).map(move |step| (operation, step))
    };
    let all = ["request", "check", "reset"].into_iter().flat_map(steps);
    all.flat_map(|(operation, step)| ["success", "errors"].map(|list| (operation, step, list))).collect()
}
