//! Checks whether a service follows its contract, without changing anything. For operators: `latchkey service check`.
//!
//! It requests an email for an address that cannot exist, and tries links and codes that were never sent. For a hosted
//! service it fetches the page. A check without a call never passes.

mod advice;

use latchkey_core::{
    secret::{
        CodeShape, EmailAddress, FlowId, LinkParams, Malformed, NewPassword, RecoveryCode, RecoveryToken,
        RequestSession, Verifier,
    },
    service::{CallError, Capabilities, IdempotencyKey, Proof},
};

use super::{
    CallRecord, HttpRecoveryService, RecoveryService as _,
    contract::{Kind, OperationError},
};

/// Addresses that nobody has (RFC 2606 §2 and §3). The second is for servers that refuse reserved top-level domains.
const UNUSED_ADDRESSES: [&str; 2] = ["latchkey-check@latchkey.invalid", "latchkey-check@example.com"];

/// The result of one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckResult {
    /// What was checked.
    pub check: &'static str,
    /// The calls of the check.
    pub calls: Vec<CallRecord>,
    /// What is right, or what is wrong and how to correct it.
    pub outcome: Result<String, String>,
}

/// Runs all checks. `params` are the names of the values in links, without the token.
///
/// # Errors
/// [`Malformed`] only if a generated value is malformed. Failed checks are in the results.
pub async fn run(service: &HttpRecoveryService, params: &[String]) -> Result<Vec<CheckResult>, Malformed> {
    if let (Some(visited), calls) = service.recording(service.check_page()).await {
        let check = "page on which a recovery begins";
        return Ok(vec![result(check, calls, advice::of_page(visited))]);
    }
    let (capabilities, calls) = service.recording(service.capabilities()).await;
    let capabilities = match capabilities {
        Ok(capabilities) => capabilities,
        Err(call) => return Ok(vec![result("capabilities", calls, Err(advice::of_call(&call)))]),
    };
    let mut email = EmailAddress::parse(UNUSED_ADDRESSES[0])?;
    let verifier = capabilities.challenge.then(Verifier::generate);
    let challenge = verifier.as_ref().map(Verifier::challenge);
    let (mut requested, mut calls) =
        service.recording(service.request_email(&email, challenge.as_ref())).await;
    if requested.as_ref().is_err_and(|error| error.is(Kind::AddressRefused)) {
        email = EmailAddress::parse(UNUSED_ADDRESSES[1])?;
        let again = service.recording(service.request_email(&email, challenge.as_ref())).await;
        requested = again.0;
        calls.extend(again.1);
    }
    let check = "request for an address that nobody has";
    let mut results = vec![result(check, calls, of_request(requested.as_ref().err()))];
    // If the service cannot be reached, the other checks would fail as well.
    use CallError::{Offline, ProxyRefused, TimedOut, TlsRefused};
    if matches!(requested, Err(OperationError::Call(Offline | TimedOut | TlsRefused | ProxyRefused))) {
        return Ok(results);
    }
    let accepted = requested.unwrap_or_default();
    for proof in proofs(&capabilities, params, email, accepted.flow, verifier, accepted.session)? {
        results.extend(of_proof(service, &capabilities, &proof).await?);
    }
    Ok(results)
}

/// A check of a proof that was never sent, if the service has one, and a reset with it.
async fn of_proof(
    service: &HttpRecoveryService,
    capabilities: &Capabilities,
    proof: &Proof,
) -> Result<Vec<CheckResult>, Malformed> {
    let (of_check, of_reset) = match proof {
        Proof::Token { .. } => ("check of a link that was never sent", "new password with that link"),
        Proof::Code { .. } => ("check of a code that was never sent", "new password with that code"),
    };
    let mut results = Vec::new();
    if capabilities.check {
        let (checked, calls) = service.recording(service.check_proof(proof)).await;
        // A contract can have a check only for the other kind of proof.
        if !(calls.is_empty() && checked.is_ok()) {
            results.push(result(of_check, calls, rejection(checked.map(drop))));
        }
    }
    let password = NewPassword::new(Verifier::generate().expose())?;
    let attempt = IdempotencyKey::generate();
    let (reset, calls) = service.recording(service.reset(proof, &password, &attempt, None)).await;
    results.push(result(of_reset, calls, rejection(reset.map(drop))));
    Ok(results)
}

/// A check without a response does not pass.
fn result(check: &'static str, calls: Vec<CallRecord>, outcome: Result<String, String>) -> CheckResult {
    let answered = calls.iter().any(|call| call.answer.is_some());
    let outcome = match outcome {
        Ok(_) if !answered => Err("not checked: there was no response".to_owned()),
        other => other,
    };
    CheckResult { check, calls, outcome }
}

/// A generated link and code in the formats of the service.
fn proofs(
    capabilities: &Capabilities,
    names: &[String],
    email: EmailAddress,
    flow: Option<FlowId>,
    verifier: Option<Verifier>,
    session: Option<RequestSession>,
) -> Result<Vec<Proof>, Malformed> {
    let mut proofs = Vec::new();
    let generated = Verifier::generate();
    if !capabilities.code_only {
        let mut params = LinkParams::default();
        for name in names {
            match name.as_str() {
                "email" => params.add_email(&email),
                // Not the id of any user.
                other => params.add(other, "MA")?,
            }
        }
        let token = RecoveryToken::parse(generated.expose())?;
        proofs.push(Proof::Token { token, params, verifier: verifier.clone() });
    }
    if let Some(shape) = capabilities.code {
        let text = match shape {
            CodeShape::Digits(count) => "0".repeat(count),
            CodeShape::Letters(count) => "Q".repeat(count),
            CodeShape::Long => generated.expose().to_owned(),
        };
        let code = RecoveryCode::parse(&text, shape)?;
        proofs.push(Proof::Code { email, code, flow, verifier, session });
    }
    Ok(proofs)
}

fn of_request(error: Option<&OperationError>) -> Result<String, String> {
    match error {
        None => Ok("accepted; does not reveal whether there is an account".into()),
        Some(error) if error.is(Kind::UnknownAccount) => Ok(
            "the server reveals that nobody has this address; the app shows it as success, but others can ask the \
             server directly"
                .into(),
        ),
        Some(error) if error.is(Kind::KnownAccount) => Err(
            "the server sends no email to this address, and the app shows that as success; check the server's email \
             settings, for which its code is a hint"
                .into(),
        ),
        Some(error) if error.is(Kind::AddressRefused) => Err(format!(
            "the server refuses the addresses {}, so it is unknown whether it accepts requests",
            UNUSED_ADDRESSES.join(" and ")
        )),
        Some(error) => Err(advice::of_call(&error.clone().of_call())),
    }
}

/// The response to a proof that was never sent.
fn rejection(outcome: Result<(), OperationError>) -> Result<String, String> {
    match outcome {
        Err(OperationError::OtherDevice) => {
            Err("not checked: it needs a value of the response to the request, which had none".into())
        }
        Err(error) if error.is(Kind::PasswordRefused) => {
            Ok("the server checks the password first and refuses it".into())
        }
        Err(error) if error.is(Kind::SecondFactor) => Ok("the server asks for the second factor first".into()),
        Err(OperationError::Rejected(_)) => Ok("refused, as it should be".into()),
        Err(error) => Err(advice::of_call(&error.of_call())),
        Ok(()) => Err(
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
        let call = |answer| CallRecord { line: "GET /".into(), answer };
        let outcome = |calls| result("a check", calls, Ok("as expected".into())).outcome;
        assert!(outcome(vec![]).is_err());
        assert!(outcome(vec![call(None)]).is_err());
        assert!(outcome(vec![call(None), call(Some(ResponseSummary::default()))]).is_ok());
    }
}
