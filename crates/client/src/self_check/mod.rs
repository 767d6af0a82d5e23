//! Checks whether a service follows its contract, without changing an account. For operators: `latchkey service check`.
//!
//! It requests an email for an address that cannot exist, and tries links and codes that were never sent. For a hosted
//! service it fetches the page. A check without a call never passes.

mod advice;
mod code_tries;

use latchkey_core::{
    link::LinkShape,
    secret::{
        CodeShape, EmailAddress, FlowId, LinkParams, Malformed, NewPassword, RecoveryCode, RecoveryToken,
        RequestSession, Verifier,
    },
    service::{Accepted, CallError, Capabilities, IdempotencyKey, Proof},
};

use super::{
    CallRecord, HttpRecoveryService, RecoveryService as _,
    contract::{ErrorKind, OperationError},
    recording::answer_shapes,
};

/// Addresses without an account (RFC 2606 §2 and §3). The second is for servers that refuse reserved top-level domains.
const UNUSED_ADDRESSES: [&str; 2] = ["latchkey-check@latchkey.invalid", "latchkey-check@example.com"];

const REVEALS: &str = "the server reveals who has an account: it says that nobody has this address; the app shows it as \
                       success, but others can ask the server directly";

/// The result of one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckResult {
    /// What was checked.
    pub check: &'static str,
    /// The calls of the check.
    pub calls: Vec<CallRecord>,
    /// Whether it passed, and why.
    pub outcome: CheckOutcome,
}

/// The outcome of a check, with a text for the operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckOutcome {
    /// The service does what its contract says.
    Passed(String),
    /// What is wrong, and how to correct it.
    Failed(String),
    /// The check could not be made. It has not passed.
    Skipped(String),
}

impl CheckOutcome {
    /// Whether the check passed.
    pub fn is_passed(&self) -> bool {
        matches!(self, Self::Passed(_))
    }

    /// What was found.
    pub fn message(&self) -> &str {
        let (Self::Passed(message) | Self::Failed(message) | Self::Skipped(message)) = self;
        message
    }
}

/// Runs all checks.
///
/// # Errors
/// [`Malformed`] only if a generated value is malformed. Failed checks are in the results.
pub async fn run(service: &HttpRecoveryService) -> Result<Vec<CheckResult>, Malformed> {
    if let (Some(visited), calls) = service.recording(service.check_page()).await {
        let check = "page on which a recovery begins";
        return Ok(vec![result(check, calls, advice::page_outcome(visited))]);
    }
    let (capabilities, calls) = service.recording(service.capabilities()).await;
    let capabilities = match capabilities {
        Ok(capabilities) => capabilities,
        Err(call) => return Ok(vec![result("capabilities", calls, advice::failed_call(&call))]),
    };
    let verifier = capabilities.challenge.then(Verifier::generate);
    let (email, requested, calls) = request(service, verifier.as_ref()).await?;
    let check = "request for an address that nobody has";
    let outcome = request_outcome(requested.as_ref().err(), &calls);
    let mut results = vec![result(check, calls, outcome)];
    // If the service cannot be reached, the other checks would fail as well.
    use CallError::{Offline, ProxyRefused, TimedOut, TlsRefused};
    if matches!(requested, Err(OperationError::Call(Offline | TimedOut | TlsRefused | ProxyRefused))) {
        return Ok(results);
    }
    let accepted = requested.unwrap_or_default();
    let kinds = service.contract().link_shapes();
    for proof in proofs(&capabilities, &kinds, email, accepted.flow, verifier, accepted.session)? {
        results.extend(check_proof(service, &capabilities, &proof).await?);
    }
    Ok(results)
}

/// Requests an email for an address that nobody has. Returns the address that the service accepts, if it accepts one.
async fn request(
    service: &HttpRecoveryService,
    verifier: Option<&Verifier>,
) -> Result<(EmailAddress, Result<Accepted, OperationError>, Vec<CallRecord>), Malformed> {
    let challenge = verifier.map(Verifier::challenge);
    let email = EmailAddress::parse(UNUSED_ADDRESSES[0])?;
    let (requested, mut calls) = service.recording(service.request_email(&email, challenge.as_ref())).await;
    if !requested.as_ref().is_err_and(|error| error.is(ErrorKind::AddressRefused)) {
        return Ok((email, requested, calls));
    }
    let email = EmailAddress::parse(UNUSED_ADDRESSES[1])?;
    let (requested, more) = service.recording(service.request_email(&email, challenge.as_ref())).await;
    calls.extend(more);
    Ok((email, requested, calls))
}

/// What the service answers to a request for an address that nobody has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownAddressResponse {
    /// The responses without what differs each time.
    pub shapes: Vec<String>,
    /// The calls.
    pub calls: Vec<CallRecord>,
    /// Whether the contract takes the response as the statement that nobody has this address.
    pub is_unknown: bool,
}

/// Requests an email for an address that nobody has. `None` if the service did not respond, or refuses such addresses.
///
/// # Errors
/// [`Malformed`] only if a generated value is malformed.
pub async fn request_for_unknown_address(
    service: &HttpRecoveryService,
) -> Result<Option<UnknownAddressResponse>, Malformed> {
    let Ok(capabilities) = service.capabilities().await else { return Ok(None) };
    let verifier = capabilities.challenge.then(Verifier::generate);
    let (email, requested, calls) = request(service, verifier.as_ref()).await?;
    let is_unanswered = match &requested {
        Err(error) => error.is(ErrorKind::AddressRefused) || matches!(error, OperationError::Call(_)),
        Ok(_) => false,
    };
    if is_unanswered {
        return Ok(None);
    }
    let is_unknown = requested.is_err_and(|error| error.is(ErrorKind::UnknownAccount));
    Ok(Some(UnknownAddressResponse {
        shapes: answer_shapes(service.contract(), &email, calls.clone()),
        calls,
        is_unknown,
    }))
}

/// Checks a proof that was never sent, if the service has a check, and sends a password with it.
async fn check_proof(
    service: &HttpRecoveryService,
    capabilities: &Capabilities,
    proof: &Proof,
) -> Result<Vec<CheckResult>, Malformed> {
    let (check_name, reset_name) = match proof {
        Proof::Token { .. } => ("check of a link that was never sent", "new password with that link"),
        Proof::Code { .. } => ("check of a code that was never sent", "new password with that code"),
    };
    let mut results = Vec::new();
    if capabilities.check {
        let (checked, calls) = service.recording(service.check_proof(proof)).await;
        // A contract can have a check only for the other kind of proof.
        if !(calls.is_empty() && checked.is_ok()) {
            results.push(result(check_name, calls, rejection_outcome(checked.map(drop))));
        }
    }
    let password = NewPassword::new(Verifier::generate().expose())?;
    let attempt = IdempotencyKey::generate();
    let (reset, calls) = service.recording(service.reset(proof, &password, &attempt, None)).await;
    results.push(result(reset_name, calls, rejection_outcome(reset.map(drop))));
    if matches!(proof, Proof::Code { .. }) {
        let tries = results.iter().flat_map(|result| &result.calls).filter(|call| call.sends_proof).count();
        results.extend(code_tries::check(service, proof, tries, &password).await);
    }
    Ok(results)
}

/// A check without a response does not pass.
fn result(check: &'static str, calls: Vec<CallRecord>, outcome: CheckOutcome) -> CheckResult {
    let answered = calls.iter().any(|call| call.response.is_some());
    let outcome = match outcome {
        CheckOutcome::Passed(_) if !answered => CheckOutcome::Skipped("there was no response".into()),
        other => other,
    };
    CheckResult { check, calls, outcome }
}

/// A generated code, and a link of each kind, in the formats of the service.
fn proofs(
    capabilities: &Capabilities,
    kinds: &[LinkShape],
    email: EmailAddress,
    flow: Option<FlowId>,
    verifier: Option<Verifier>,
    session: Option<RequestSession>,
) -> Result<Vec<Proof>, Malformed> {
    let mut proofs = Vec::new();
    let generated = Verifier::generate();
    // The code comes first: with cookies, it needs those of the request, which another link begins without.
    if let Some(shape) = capabilities.code {
        let text = match shape {
            CodeShape::Digits(length) => "0".repeat(length.min),
            CodeShape::Letters(letters) => "Q".repeat(letters.length.min),
            CodeShape::Long => generated.expose().to_owned(),
        };
        let (email, code) = (email.clone(), RecoveryCode::parse(&text, shape)?);
        proofs.push(Proof::Code { email, code, flow, verifier: verifier.clone(), session: session.clone() });
    }
    for kind in kinds.iter().filter(|kind| kind.has_link()) {
        let mut params = LinkParams::of_kind(kind.id.clone());
        for name in kind.names() {
            match name {
                "email" => params.add_email(&email),
                // This is not the id of any user.
                other => params.add(other, "MA")?,
            }
        }
        let token = RecoveryToken::parse_shape(&kind.token.example(generated.expose()), &kind.token)?;
        let (email, session) = (Some(email.clone()), session.clone());
        proofs.push(Proof::Token { token, params, verifier: verifier.clone(), email, session });
    }
    Ok(proofs)
}

/// Evaluates the response to a request for an address without an account.
fn request_outcome(error: Option<&OperationError>, calls: &[CallRecord]) -> CheckOutcome {
    let status = calls.last().and_then(|call| call.response.as_ref()?.status);
    let is_error = status.is_some_and(|status| (400..500).contains(&status));
    match error {
        None if !is_error => CheckOutcome::Passed(
            "accepted; the server does not reveal who has an account, unless it answers an address with an account \
             differently"
                .into(),
        ),
        // A contract can have such a response as a success.
        None => CheckOutcome::Passed(REVEALS.into()),
        Some(error) if error.is(ErrorKind::UnknownAccount) => CheckOutcome::Passed(REVEALS.into()),
        Some(error) if error.is(ErrorKind::KnownAccount) => CheckOutcome::Failed(
            "the server sends no email to this address, and the app shows that as success; check the server's email \
             settings, for which its code is a hint"
                .into(),
        ),
        Some(error) if error.is(ErrorKind::QuotaExceeded) => CheckOutcome::Failed(
            "the server's quota of emails is used up; the app shows that as success, and no email arrives until the \
             quota is renewed"
                .into(),
        ),
        Some(error) if error.is(ErrorKind::AddressRefused) => CheckOutcome::Failed(format!(
            "the server refuses the addresses {}, so it is unknown whether it accepts requests",
            UNUSED_ADDRESSES.join(" and ")
        )),
        Some(error) => advice::failed_call(&error.clone().into_call_error()),
    }
}

/// Evaluates the response to a proof that was never sent.
fn rejection_outcome(response: Result<(), OperationError>) -> CheckOutcome {
    match response {
        Err(OperationError::OtherDevice) => {
            CheckOutcome::Skipped("it needs a value of the response to the request, which had none".into())
        }
        Err(error) if error.is(ErrorKind::PasswordRefused) => {
            CheckOutcome::Passed("the server checks the password first and refuses it".into())
        }
        Err(error) if error.is(ErrorKind::SecondFactor) => {
            CheckOutcome::Passed("the server asks for the second factor first".into())
        }
        Err(OperationError::Rejected(_)) => CheckOutcome::Passed("refused, as it should be".into()),
        Err(error) => advice::failed_call(&error.into_call_error()),
        Ok(()) => CheckOutcome::Failed(
            "the server accepts a proof that was never sent: this is not its contract, and the app would report \
             passwords as changed that are not"
                .into(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use latchkey_core::service::ResponseSummary;

    use super::*;

    #[test]
    fn check_without_a_response_does_not_pass() {
        let call = |response| CallRecord { line: "GET /".into(), response, ..CallRecord::default() };
        let outcome = |calls| result("a check", calls, CheckOutcome::Passed("as expected".into())).outcome;
        assert!(matches!(outcome(vec![]), CheckOutcome::Skipped(_)));
        assert!(matches!(outcome(vec![call(None)]), CheckOutcome::Skipped(_)));
        assert!(outcome(vec![call(None), call(Some(ResponseSummary::default()))]).is_passed());
    }
}
