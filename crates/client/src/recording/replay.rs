//! Replays recorded exchanges without a server.

use latchkey_core::{
    link::LinkRules,
    secret::{EmailAddress, Malformed, NewPassword, SecondFactorCode, Verifier},
    service::{CallError, IdempotencyKey},
};

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

use super::{EMAIL, Exchange, PASSWORD, RecordedProofError, Recording, SECOND_FACTOR, VERIFIER, outcome};
use crate::{
    BaseUrl, BaseUrlError, CallLimits, HttpRecoveryService, RecoveryService as _, Script,
    contract::{Contract, SetupError},
};

/// The address of the server that is replayed. Nothing is sent there.
const BASE: &str = "http://127.0.0.1";

/// What happened in a replay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replayed {
    /// What the app makes of the responses.
    pub outcome: String,
    /// `METHOD PATH BODY` of each call.
    pub sent: Vec<String>,
}

impl Replayed {
    /// Whether outcome and calls are those of the exchange.
    pub fn matches(&self, exchange: &Exchange) -> bool {
        self.outcome == exchange.outcome && exchange.sent.as_ref().is_none_or(|sent| *sent == self.sent)
    }
}

/// Why an exchange cannot be replayed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// There is no usable link or code.
    #[error(transparent)]
    Proof(#[from] RecordedProofError),
    /// The variables of the file are not those of the contract.
    #[error(transparent)]
    Setup(#[from] SetupError),
    /// A response is not `STATUS BODY`, or a header is not `NAME: VALUE`.
    #[error("{0:?} is not an answer such as \"200 {{}}\", or not a header such as \"Retry-After: 7\"")]
    MalformedResponse(String),
    /// A value of this program is refused.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// The address of this program is refused.
    #[error(transparent)]
    Base(#[from] BaseUrlError),
    /// The server's capabilities cannot be read.
    #[error("the capabilities cannot be read: {0:?}")]
    Call(#[from] CallError),
}

/// Runs an operation with the recorded responses.
///
/// # Errors
/// The exchange does not fit the contract or these rules for links.
pub async fn replay(
    contract: &Contract,
    recording: &Recording,
    rules: &LinkRules,
    operation: &str,
    exchange: &Exchange,
) -> Result<Replayed, ReplayError> {
    let limits = CallLimits::default();
    let service =
        HttpRecoveryService::with_contract(contract.clone(), BaseUrl::parse(BASE)?, &recording.vars, limits)?;
    let capabilities = recording.capabilities.as_ref().filter(|_| operation != "capabilities_from");
    let path = contract.capabilities_from.as_ref().map(|step| step.path.to_string());
    service.answer_with(script(exchange, path.zip(capabilities.cloned()))?);
    let outcome = match operation {
        "capabilities_from" => outcome::capabilities(service.capabilities().await),
        "policy_from" => outcome::policy(service.password_policy().await),
        "request" => {
            let email = EmailAddress::parse(EMAIL)?;
            outcome::requested(&match recording.capabilities(contract).challenge {
                true => {
                    service.send_bound_recovery_email(&email, &Verifier::parse(VERIFIER)?.challenge()).await
                }
                false => service.send_account_recovery_email(&email).await,
            })
        }
        "check" => {
            let proof = recording.proof(contract, rules, Some(exchange))?;
            outcome::checked(service.check(&proof).await)
        }
        _ => {
            let proof = recording.proof(contract, rules, Some(exchange))?;
            let (password, attempt) = (NewPassword::new(PASSWORD)?, IdempotencyKey::generate());
            let factor =
                exchange.second_factor.then(|| SecondFactorCode::parse(SECOND_FACTOR)).transpose()?;
            outcome::changed(&service.reset_with_proof(&proof, &password, &attempt, factor.as_ref()).await)
        }
    };
    Ok(Replayed { outcome, sent: service.sent_to_script() })
}

/// The responses of an exchange. `capabilities`: a path and the response to it.
fn script(exchange: &Exchange, capabilities: Option<(String, String)>) -> Result<Script, ReplayError> {
    let answer = |(index, line): (usize, &String)| {
        let (status, body) = line.split_once(' ').unwrap_or((line, ""));
        let status = status.parse().map_err(|_| ReplayError::MalformedResponse(line.clone()))?;
        Ok((status, headers(exchange.headers.of(index))?, body.to_owned()))
    };
    let answers = exchange.answers.iter().enumerate().map(answer).collect::<Result<_, ReplayError>>()?;
    Ok(Script { answers, capabilities, ..Script::default() })
}

fn headers(lines: &[String]) -> Result<HeaderMap, ReplayError> {
    let mut headers = HeaderMap::new();
    for line in lines {
        let (name, value) = header(line).ok_or_else(|| ReplayError::MalformedResponse(line.clone()))?;
        headers.append(name, value);
    }
    Ok(headers)
}

fn header(line: &str) -> Option<(HeaderName, HeaderValue)> {
    let (name, value) = line.split_once(':')?;
    Some((name.trim().parse().ok()?, value.trim().parse().ok()?))
}
