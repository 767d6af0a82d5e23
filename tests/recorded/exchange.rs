//! Reads a file of recorded exchanges, and replays one of them.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;

use latchkey::link::{LinkRules, RecoveryLink};
use latchkey::password::{PasswordPolicy, PasswordRejection};
use latchkey::secret::{
    CodeShape, EmailAddress, FlowId, NewPassword, RecoveryCode, RequestSession, SecondFactorCode, Verifier,
};
use latchkey::service::contract::Contract;
use latchkey::service::{
    Accepted, BaseUrl, CallError, CallLimits, Capabilities, CheckError, Checked, HttpRecoveryService,
    IdempotencyKey, Proof, ProofError, RecoveryService as _, RequestError, ResetError,
};
use serde::Deserialize;

use super::support::http_message::Message;
use super::support::program::identity;
use super::support::stub_server::{StubResponse, StubServer, json, response};

pub const ADA: &str = "ada@example.org";
pub const PASSWORD: &str = "a walk along the wet quay";

/// A file of recorded exchanges.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recording {
    #[serde(default)]
    pub vars: BTreeMap<String, String>,
    /// The link in the email.
    pub link: Option<String>,
    /// The code in the email.
    pub code: Option<String>,
    /// The session that the request returned.
    pub session: Option<String>,
    /// The flow id of the recovery that the code belongs to.
    pub flow: Option<String>,
    /// The server's capabilities, if it reports them.
    pub capabilities: Option<String>,
    #[serde(default)]
    pub capabilities_from: Vec<Exchange>,
    #[serde(default)]
    pub policy_from: Vec<Exchange>,
    #[serde(default)]
    pub request: Vec<Exchange>,
    #[serde(default)]
    pub check: Vec<Exchange>,
    #[serde(default)]
    pub reset: Vec<Exchange>,
}

/// One operation: the responses to its calls, and its outcome.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// `STATUS BODY` of each response, in order.
    pub answers: Vec<String>,
    /// Headers of each response.
    #[serde(default)]
    pub headers: Vec<String>,
    pub outcome: String,
    /// `METHOD PATH BODY` of the calls, if they are checked.
    pub sent: Option<Vec<String>>,
    /// Another link than that of the recording.
    pub link: Option<String>,
    /// Whether the code is used although there is a link too.
    #[serde(default)]
    pub by_code: bool,
    /// Whether a second factor is sent.
    #[serde(default)]
    pub second_factor: bool,
}

impl Recording {
    pub fn load(id: &str) -> Self {
        let file = format!("{}/tests/recorded/exchanges/{id}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(file).unwrap_or_else(|why| panic!("{id}: {why}"));
        toml::from_str(&text).unwrap_or_else(|why| panic!("{id}: {why}"))
    }

    pub fn operations(&self) -> [(&'static str, &[Exchange]); 5] {
        [
            ("capabilities_from", &self.capabilities_from),
            ("policy_from", &self.policy_from),
            ("request", &self.request),
            ("check", &self.check),
            ("reset", &self.reset),
        ]
    }

    fn is_bound(&self, contract: &Contract) -> bool {
        contract.capabilities().challenge || self.capabilities.is_some()
    }

    /// A client for this contract.
    pub fn service(&self, contract: &Contract, base: BaseUrl) -> HttpRecoveryService {
        let limits = CallLimits::default();
        HttpRecoveryService::with_contract(contract.clone(), base, &self.vars, limits).unwrap()
    }

    fn session(&self) -> Option<RequestSession> {
        self.session.as_deref().map(|session| RequestSession::parse(session).unwrap())
    }

    /// The proof in the email.
    pub fn proof(&self, contract: &Contract, by_code: bool) -> Proof {
        self.proof_with(contract, self.link.as_deref(), by_code)
    }

    /// The proof of an exchange.
    fn proof_of(&self, contract: &Contract, exchange: &Exchange) -> Proof {
        self.proof_with(contract, exchange.link.as_deref().or(self.link.as_deref()), exchange.by_code)
    }

    fn proof_with(&self, contract: &Contract, link: Option<&str>, by_code: bool) -> Proof {
        let verifier = self.is_bound(contract).then(|| Verifier::parse(&"v".repeat(43)).unwrap());
        match (link, &self.code) {
            (Some(link), code) if !by_code || code.is_none() => {
                let link = RecoveryLink::parse(link, &rules(contract)).unwrap();
                Proof::Token {
                    token: link.token,
                    params: link.params,
                    verifier,
                    email: EmailAddress::parse(ADA).ok(),
                    session: self.session(),
                }
            }
            (_, Some(code)) => Proof::Code {
                email: EmailAddress::parse(ADA).unwrap(),
                code: RecoveryCode::parse(
                    code,
                    contract.capabilities().code.unwrap_or(CodeShape::digits(code.len())),
                )
                .unwrap(),
                flow: self.flow.as_deref().map(|flow| FlowId::parse(flow).unwrap()),
                verifier,
                session: self.session(),
            },
            (_, None) => panic!("the file has neither a link nor a code"),
        }
    }
}

/// Rules for this contract's links to `accounts.example.org/reset-password`, or to the server's own pages there.
pub fn rules(contract: &Contract) -> LinkRules {
    let mut rules = identity().link_rules();
    rules.hosts.push("accounts.example.org".into());
    rules.kinds = contract.link_shapes();
    rules
}

/// Replays an exchange. Returns its outcome and the requests.
pub async fn replay(
    contract: &Contract,
    recording: &Recording,
    operation: &str,
    exchange: &Exchange,
) -> (String, Vec<Message>) {
    let server = served(contract, recording, operation, exchange).await;
    let base = BaseUrl::parse(server.base().endpoint("/base").as_ref()).unwrap();
    let service = recording.service(contract, base);
    let outcome = match operation {
        "capabilities_from" => capabilities(service.capabilities().await.unwrap()),
        "policy_from" => policy(service.password_policy().await),
        "request" => request(&service, recording.is_bound(contract)).await,
        "check" => checked(service.check(&recording.proof_of(contract, exchange)).await),
        _ => {
            let proof = recording.proof_of(contract, exchange);
            let password = NewPassword::new(PASSWORD).unwrap();
            let factor = exchange.second_factor.then(|| SecondFactorCode::parse("123456").unwrap());
            match service
                .reset_with_proof(&proof, &password, &IdempotencyKey::generate(), factor.as_ref())
                .await
            {
                Ok(changed) if changed.signed_out_everywhere => "changed, signed out".to_owned(),
                Ok(_) => "changed".to_owned(),
                Err(error) => reset(error),
            }
        }
    };
    let requests_capabilities =
        |message: &Message| operation != "capabilities_from" && is_capabilities_call(contract, message);
    (outcome, server.requests().into_iter().filter(|message| !requests_capabilities(message)).collect())
}

/// A server with the responses of an exchange, which also reports its capabilities whenever they are requested.
async fn served(
    contract: &Contract,
    recording: &Recording,
    operation: &str,
    exchange: &Exchange,
) -> StubServer {
    let answers: VecDeque<String> = exchange.answers.iter().cloned().collect();
    let (answers, headers) = (Mutex::new(answers), exchange.headers.clone());
    let capabilities = recording.capabilities.clone().filter(|_| operation != "capabilities_from");
    let contract = contract.clone();
    StubServer::start(move |message, _| {
        if let Some(capabilities) = capabilities.as_ref().filter(|_| is_capabilities_call(&contract, message))
        {
            return json(capabilities);
        }
        let Some(line) = answers.lock().unwrap().pop_front() else {
            return response(418, &[], "unexpected request");
        };
        recorded_response(&line, &headers)
    })
    .await
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

fn is_capabilities_call(contract: &Contract, message: &Message) -> bool {
    contract.capabilities_from.as_ref().is_some_and(|step| message.line().ends_with(&step.path.to_string()))
}

fn capabilities(found: Capabilities) -> String {
    let code = found.code.map(|code| match code {
        CodeShape::Digits(length) => {
            format!("a {} code of {length} digits", if found.unbound_code { "free" } else { "bound" })
        }
        other => format!("{other:?}"),
    });
    let named = [
        found.challenge.then(|| "challenge".to_owned()),
        code,
        found.check.then(|| "check".to_owned()),
        found.password_policy.then(|| "policy".to_owned()),
        found.idempotency.then(|| "idempotency".to_owned()),
        found.token_length.map(|length| format!("tokens of {length} characters")),
        found.flow_length.map(|length| format!("flow ids of {length} characters")),
    ];
    let named: Vec<String> = named.into_iter().flatten().collect();
    if named.is_empty() { "nothing".to_owned() } else { named.join(", ") }
}

fn policy(found: Result<PasswordPolicy, CallError>) -> String {
    match found {
        Ok(PasswordPolicy { min_length, max_length: Some(max), .. }) => format!("{min_length} to {max}"),
        Ok(PasswordPolicy { min_length, .. }) => format!("{min_length} or more"),
        Err(error) => call(&error),
    }
}

async fn request(service: &HttpRecoveryService, is_bound: bool) -> String {
    let email = EmailAddress::parse(ADA).unwrap();
    let outcome = if is_bound {
        let verifier = Verifier::parse(&"v".repeat(43)).unwrap();
        service.send_bound_recovery_email(&email, &verifier.challenge()).await
    } else {
        service.send_account_recovery_email(&email).await
    };
    match outcome {
        Ok(Accepted { session: Some(session), .. }) => format!("accepted, session {}", session.expose()),
        Ok(Accepted { flow: Some(flow), resend_after, .. }) => {
            let again = resend_after.map(|seconds| format!(", again after {seconds} s")).unwrap_or_default();
            format!("accepted, flow {}{again}", flow.as_str())
        }
        Ok(_) => "accepted".to_owned(),
        Err(RequestError::AddressRefused) => "address refused".to_owned(),
        Err(RequestError::Call(call)) => self::call(&call),
    }
}

fn checked(outcome: Result<Checked, CheckError>) -> String {
    match outcome {
        Ok(Checked { expires_in, second_factor }) => {
            let time = expires_in.map(|seconds| format!(" for {seconds} s")).unwrap_or_default();
            format!("good{time}{}", if second_factor { ", second factor" } else { "" })
        }
        Err(error) => reset(error.into()),
    }
}

fn reset(error: ResetError) -> String {
    match error {
        ResetError::Call(call) => self::call(&call),
        ResetError::Proof(ProofError::WrongCode { tries_left }) => {
            format!("wrong code{}", tries_left.map(|tries| format!(", {tries} left")).unwrap_or_default())
        }
        ResetError::Proof(proof) => format!("{proof:?}").to_lowercase(),
        ResetError::SecondFactor => "second factor".to_owned(),
        ResetError::PasswordRefused(reasons) if reasons.is_empty() => "password refused".to_owned(),
        ResetError::PasswordRefused(reasons) => reasons.iter().map(rejection).collect::<Vec<_>>().join(", "),
    }
}

fn rejection(reason: &PasswordRejection) -> String {
    let length = |length: &Option<u64>| length.map(|length| format!(" ({length})")).unwrap_or_default();
    match reason {
        PasswordRejection::TooShort { min } => format!("too short{}", length(min)),
        PasswordRejection::TooLong { max } => format!("too long{}", length(max)),
        other => format!("{other:?}").to_lowercase(),
    }
}

fn call(call: &CallError) -> String {
    match call {
        CallError::RateLimited { wait } => {
            format!("wait{}", wait.map(|wait| format!(" {} s", wait.as_secs())).unwrap_or_default())
        }
        CallError::Down => "down".to_owned(),
        CallError::Misconfigured(what) => format!("{what:?}"),
        CallError::UnexpectedResponse(answer) => {
            format!("not understood: {answer}").trim_end_matches(": ").to_owned()
        }
        other => format!("{other:?}"),
    }
}
