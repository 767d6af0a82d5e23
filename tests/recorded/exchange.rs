//! What a file of exchanges says, and how one of them is played.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;

use latchkey::link::{LinkRules, RecoveryLink};
use latchkey::password::Refusal;
use latchkey::secret::{CodeShape, EmailAddress, NewPassword, RecoveryCode, RequestSession, Verifier};
use latchkey::service::contract::Contract;
use latchkey::service::{
    AttemptKey, BaseUrl, CallError, CallLimits, CheckError, ContractService, Proof, ProofError,
    RecoveryService as _, RequestError, ResetError,
};
use serde::Deserialize;

use super::support::scripted::{Scripted, answer};
use super::support::wire::Message;

pub const ADA: &str = "ada@example.org";
pub const PASSWORD: &str = "a walk along the wet quay";

/// A file of exchanges.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recorded {
    #[serde(default)]
    pub vars: BTreeMap<String, String>,
    /// The link of its e-mail.
    pub link: Option<String>,
    /// The code of its e-mail.
    pub code: Option<String>,
    /// What the request gave this device.
    pub session: Option<String>,
    #[serde(default)]
    pub request: Vec<Exchange>,
    #[serde(default)]
    pub check: Vec<Exchange>,
    #[serde(default)]
    pub reset: Vec<Exchange>,
}

/// One operation, the answers that its calls get, and what it comes to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// `STATUS BODY`, in their order.
    pub answers: Vec<String>,
    pub outcome: String,
    /// `METHOD PATH BODY` of the calls, where they are worth a look.
    pub sent: Option<Vec<String>>,
    /// By the code, where there is a link too.
    #[serde(default)]
    pub by_code: bool,
}

impl Recorded {
    pub fn of(id: &str) -> Self {
        let file = format!("{}/tests/recorded/exchanges/{id}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(file).unwrap_or_else(|why| panic!("{id}: {why}"));
        toml::from_str(&text).unwrap_or_else(|why| panic!("{id}: {why}"))
    }

    pub fn operations(&self) -> [(&'static str, &[Exchange]); 3] {
        [("request", &self.request), ("check", &self.check), ("reset", &self.reset)]
    }

    /// What the e-mail proves.
    pub fn proof(&self, contract: &Contract, by_code: bool) -> Proof {
        let verifier = contract.capabilities().challenge.then(|| Verifier::parse(&"v".repeat(43)).unwrap());
        match (&self.link, &self.code) {
            (Some(link), code) if !by_code || code.is_none() => {
                let link = RecoveryLink::parse(link, &rules(contract)).unwrap();
                Proof::Token { token: link.token, beside: link.beside, verifier }
            }
            (_, Some(code)) => Proof::Code {
                email: EmailAddress::parse(ADA).unwrap(),
                code: RecoveryCode::parse(code, contract.capabilities().code.unwrap_or(CodeShape::Long))
                    .unwrap(),
                flow: None,
                verifier,
                session: self.session.as_deref().map(|session| RequestSession::parse(session).unwrap()),
            },
            (_, None) => panic!("the file has neither a link nor a code"),
        }
    }
}

/// Links of this contract to `accounts.example.org/reset-password`, and to where the server's own lead there.
pub fn rules(contract: &Contract) -> LinkRules {
    let mut rules = LinkRules::built_in();
    rules.hosts.push("accounts.example.org".into());
    rules.shape = contract.link_shape();
    rules.token_parameter = contract.token_parameter().unwrap_or("token").to_owned();
    rules
}

/// Plays an exchange: what it came to, and what was sent.
pub async fn play(
    contract: &Contract,
    recorded: &Recorded,
    operation: &str,
    exchange: &Exchange,
) -> (String, Vec<Message>) {
    let answers: VecDeque<String> = exchange.answers.iter().cloned().collect();
    let answers = Mutex::new(answers);
    let server = Scripted::start(move |_, _| match answers.lock().unwrap().pop_front() {
        Some(line) => {
            let (status, body) = line.split_once(' ').unwrap_or((&line, ""));
            let kind = match body.chars().next() {
                Some('<') => "text/html",
                Some('{' | '[' | '"' | 'n') => "application/json",
                _ => "text/plain",
            };
            answer(status.parse().unwrap(), &[&format!("Content-Type: {kind}")], body)
        }
        None => answer(418, &[], "nobody asked for this"),
    })
    .await;
    let base = BaseUrl::parse(server.base().endpoint("/base").as_ref()).unwrap();
    let service =
        ContractService::new(contract.clone(), base, &recorded.vars, CallLimits::default()).unwrap();
    let outcome = match operation {
        "request" => request(&service, contract).await,
        "check" => checked(service.check(&recorded.proof(contract, exchange.by_code)).await.map(drop)),
        _ => {
            let proof = recorded.proof(contract, exchange.by_code);
            let password = NewPassword::new(PASSWORD).unwrap();
            match service.reset_with_proof(&proof, &password, &AttemptKey::fresh(), None).await {
                Ok(changed) if changed.signed_out_everywhere => "changed, signed out".to_owned(),
                Ok(_) => "changed".to_owned(),
                Err(error) => reset(error),
            }
        }
    };
    (outcome, server.seen())
}

async fn request(service: &ContractService, contract: &Contract) -> String {
    let email = EmailAddress::parse(ADA).unwrap();
    let outcome = if contract.capabilities().challenge {
        let verifier = Verifier::parse(&"v".repeat(43)).unwrap();
        service.send_bound_recovery_email(&email, &verifier.challenge()).await
    } else {
        service.send_account_recovery_email(&email).await
    };
    match outcome {
        Ok(accepted) => match accepted.session {
            Some(session) => format!("accepted, session {}", session.expose()),
            None => "accepted".to_owned(),
        },
        Err(RequestError::AddressRefused) => "address refused".to_owned(),
        Err(RequestError::Call(call)) => self::call(&call),
    }
}

fn checked(outcome: Result<(), CheckError>) -> String {
    match outcome {
        Ok(()) => "good".to_owned(),
        Err(error) => reset(error.into()),
    }
}

fn reset(error: ResetError) -> String {
    match error {
        ResetError::Call(call) => self::call(&call),
        ResetError::Proof(ProofError::WrongCode { .. }) => "wrong code".to_owned(),
        ResetError::Proof(proof) => format!("{proof:?}").to_lowercase(),
        ResetError::SecondFactor => "second factor".to_owned(),
        ResetError::PasswordRefused(reasons) => match reasons.first() {
            None => "password refused".to_owned(),
            Some(Refusal::TooShort { .. }) => "too short".to_owned(),
            Some(Refusal::TooLong { .. }) => "too long".to_owned(),
            Some(other) => format!("{other:?}").to_lowercase(),
        },
    }
}

fn call(call: &CallError) -> String {
    match call {
        CallError::RateLimited { .. } => "wait".to_owned(),
        CallError::Down => "down".to_owned(),
        CallError::Misconfigured(what) => format!("{what:?}"),
        other => format!("{other:?}"),
    }
}
