//! Every exchange comes to what is written beside it, and the calls are the server's.

use latchkey::service::RecoveryMode;
use latchkey::service::contract::{self, names};

use super::exchange::{ADA, Recorded, play, rules};
use latchkey::link::RecoveryLink;

#[tokio::test]
async fn every_contract_understands_its_server_and_is_understood() {
    let mut wrong = Vec::new();
    for id in names() {
        let (contract, recorded) = (contract::built_in(id).unwrap(), Recorded::of(id));
        for (operation, exchanges) in recorded.operations() {
            for exchange in exchanges {
                let (outcome, seen) = play(&contract, &recorded, operation, exchange).await;
                if outcome != exchange.outcome {
                    wrong.push(format!("{id}, {operation}, {:?}: {outcome:?}", exchange.answers));
                }
                let sent: Vec<_> =
                    seen.iter().map(|message| format!("{} {}", message.line(), message.body)).collect();
                if let Some(expected) = &exchange.sent
                    && *expected
                        != sent
                            .iter()
                            .map(|line| line.trim_end().replacen("/base", "", 1))
                            .collect::<Vec<_>>()
                {
                    wrong.push(format!("{id}, {operation} sent {sent:#?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// No secret in a URL, but for the one server that takes its token nowhere else.
#[tokio::test]
async fn no_call_has_a_secret_in_its_address() {
    for id in names() {
        let (contract, recorded) = (contract::built_in(id).unwrap(), Recorded::of(id));
        for (operation, exchanges) in recorded.operations() {
            for exchange in exchanges.iter().take(1) {
                let (_, seen) = play(&contract, &recorded, operation, exchange).await;
                let token = recorded
                    .link
                    .as_deref()
                    .map(|link| RecoveryLink::parse(link, &rules(&contract)).unwrap());
                for line in seen.iter().map(|message| message.line()) {
                    assert!(!line.contains(ADA) && !line.contains("ada%40"), "{id}: {line}");
                    assert!(!line.contains("quay"), "{id}: {line}");
                    let has_token = token.as_ref().is_some_and(|link| line.contains(link.token.expose()));
                    assert_eq!(has_token, id == "flask-security" && operation == "reset", "{id}: {line}");
                }
            }
        }
    }
}

/// Every contract's first exchange of a request and of a reset is the one that goes well.
#[test]
fn every_file_shows_the_whole_way() {
    for id in names() {
        let (contract, recorded) = (contract::built_in(id).unwrap(), Recorded::of(id));
        let begins = |exchanges: &[super::exchange::Exchange], word: &str| {
            exchanges.first().is_some_and(|first| first.outcome.starts_with(word) && first.sent.is_some())
        };
        let is_hosted = contract.mode() == RecoveryMode::Hosted;
        assert!(begins(&recorded.request, "accepted") || is_hosted, "{id}");
        assert!(begins(&recorded.reset, "changed") || is_hosted, "{id}");
    }
}

/// The table of docs/backends.md has a row for each contract, with all that the operator must give.
#[test]
fn the_documentation_has_every_contract() {
    let text = include_str!("../../docs/backends.md");
    for id in names() {
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
