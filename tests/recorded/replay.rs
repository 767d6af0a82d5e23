//! Every exchange has its recorded outcome and sends the recorded calls.

use std::collections::BTreeSet;

use latchkey::service::contract::{self, ids};

use super::exchange::{ADA, Recording, replay, rules};
use latchkey::link::RecoveryLink;

#[tokio::test]
async fn every_exchange_has_its_recorded_outcome() {
    let mut wrong = Vec::new();
    for id in ids() {
        let (contract, recording) = (contract::built_in(id).unwrap(), Recording::load(id));
        for (operation, exchanges) in recording.operations() {
            for exchange in exchanges {
                let replayed = replay(&contract, &recording, operation, exchange).await;
                if !replayed.matches(exchange) {
                    wrong.push(format!("{id}, {operation}, {:?}: {replayed:#?}", exchange.answers));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The servers that accept their tokens only in the path, and the calls that have it.
const TOKEN_IN_PATH: &[(&str, &str)] = &[
    ("discourse", "check"),
    ("discourse", "reset"),
    ("django", "check"),
    ("django", "reset"),
    ("flask-security", "reset"),
    ("nocodb", "reset"),
];

/// No URL has a secret, except for [`TOKEN_IN_PATH`].
#[tokio::test]
async fn no_call_has_a_secret_in_its_url() {
    for id in ids() {
        let (contract, recording) = (contract::built_in(id).unwrap(), Recording::load(id));
        for (operation, exchanges) in recording.operations() {
            for exchange in exchanges.iter().take(1) {
                let replayed = replay(&contract, &recording, operation, exchange).await;
                let token = recording
                    .link
                    .as_deref()
                    .map(|link| RecoveryLink::parse(link, &rules(&contract)).unwrap());
                let mut has_token = false;
                for call in &replayed.sent {
                    let line = call.splitn(3, ' ').take(2).collect::<Vec<_>>().join(" ");
                    assert!(!line.contains(ADA) && !line.contains("ada%40"), "{id}: {line}");
                    assert!(!line.contains("quay"), "{id}: {line}");
                    has_token |= token.as_ref().is_some_and(|link| line.contains(link.token.expose()));
                }
                assert_eq!(has_token, TOKEN_IN_PATH.contains(&(id, operation)), "{id}: {operation}");
            }
        }
    }
}

/// The first exchange of a request and of a reset is the successful one.
#[test]
fn every_recording_starts_with_success() {
    for id in ids() {
        let (contract, recording) = (contract::built_in(id).unwrap(), Recording::load(id));
        let begins = |exchanges: &[super::exchange::Exchange], word: &str| {
            exchanges.first().is_some_and(|first| first.outcome.starts_with(word) && first.sent.is_some())
        };
        let is_hosted = contract.mode(None).is_hosted();
        assert!(begins(&recording.request, "accepted") || is_hosted, "{id}");
        assert!(begins(&recording.reset, "changed") || is_hosted, "{id}");
    }
}

/// The table in docs/backends.md has a row for each contract, with all its variables.
#[test]
fn documentation_lists_every_contract() {
    let text = include_str!("../../docs/backends.md");
    for id in ids() {
        let contract = serde_json::to_value(contract::built_in(id).unwrap()).unwrap();
        let begins = format!("| `{id}` | {} | ", contract["name"].as_str().unwrap());
        let row = text.lines().find(|line| line.starts_with(&begins)).unwrap_or_else(|| panic!("{begins}"));
        for name in contract["vars"].as_object().unwrap().keys() {
            assert!(row.contains(&format!("`{name}`")), "{row} has no {name}");
        }
        assert!(
            ["| live", "| recorded", "| documentation only"].iter().any(|shown| row.contains(shown)),
            "{row}"
        );
    }
}

/// Several contracts can be for one server: the second part of their names, after a comma, says which is which.
#[test]
fn documents_give_the_number_of_servers() {
    let name = |id| serde_json::to_value(contract::built_in(id).unwrap()).unwrap()["name"].to_string();
    let others = ids().filter(|id| *id != "latchkey");
    let servers: BTreeSet<_> =
        others.map(|id| name(id).split([',', '"']).nth(1).map(str::to_owned)).collect();
    let count = servers.len();
    for (text, number) in [
        (include_str!("../../README.md"), format!("[{count} other identity servers]")),
        (include_str!("../../docs/operators.md"), format!("[{count} identity servers]")),
    ] {
        assert!(text.contains(&number), "{number}");
    }
}
