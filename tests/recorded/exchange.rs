//! Files of recorded exchanges, and the client that replays them.

use std::ops::Deref;

use latchkey::link::LinkRules;
use latchkey::service::contract::Contract;
use latchkey::service::recording::{self, Replayed};
use latchkey::service::{BaseUrl, CallLimits, HttpRecoveryService, Proof};

use super::support::program::identity;
use super::support::stub_server::{StubResponse, response};

pub use latchkey::service::recording::{EMAIL as ADA, Exchange, PASSWORD};

/// A file of recorded exchanges.
pub struct Recording(recording::Recording);

impl Deref for Recording {
    type Target = recording::Recording;

    fn deref(&self) -> &recording::Recording {
        &self.0
    }
}

impl Recording {
    pub fn load(id: &str) -> Self {
        let file = format!("{}/tests/recorded/exchanges/{id}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(file).unwrap_or_else(|why| panic!("{id}: {why}"));
        Self(toml::from_str(&text).unwrap_or_else(|why| panic!("{id}: {why}")))
    }

    /// A client for this contract.
    pub fn service(&self, contract: &Contract, base: BaseUrl) -> HttpRecoveryService {
        let limits = CallLimits::default();
        HttpRecoveryService::with_contract(contract.clone(), base, &self.vars, limits).unwrap()
    }

    /// The proof in the email.
    pub fn proof(&self, contract: &Contract, by_code: bool) -> Proof {
        let exchange = Exchange { by_code, ..Exchange::default() };
        self.0.proof(contract, &rules(contract), Some(&exchange)).unwrap()
    }
}

/// Rules for this contract's links to `accounts.example.org/reset-password`, or to the server's own pages there.
pub fn rules(contract: &Contract) -> LinkRules {
    let mut rules = identity().link_rules();
    rules.hosts.push("accounts.example.org".into());
    rules.kinds = contract.link_shapes();
    rules
}

/// Replays an exchange.
pub async fn replay(
    contract: &Contract,
    recording: &Recording,
    operation: &str,
    exchange: &Exchange,
) -> Replayed {
    recording::replay(contract, recording, &rules(contract), operation, exchange).await.unwrap()
}

/// The response for `STATUS BODY`, with further headers.
pub fn recorded_response(line: &str, headers: &[String]) -> StubResponse {
    let (status, body) = line.split_once(' ').unwrap_or((line, ""));
    let kind = match body.chars().next() {
        Some('<') => "Content-Type: text/html",
        Some('{' | '[' | '"' | 'n') => "Content-Type: application/json",
        _ => "Content-Type: text/plain",
    };
    let headers: Vec<&str> = headers.iter().map(String::as_str).chain([kind]).collect();
    response(status.parse().unwrap(), &headers, body)
}
