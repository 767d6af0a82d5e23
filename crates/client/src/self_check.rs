//! Whether a service answers as its contract says, found out without resetting anything: for whoever sets the app up.
//!
//! It asks for an email to an address that cannot exist, and tries links and codes that nobody was given; of a service
//! with a page of its own it fetches that page. A question for which no call was made is not answered.

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

/// Nobody has these addresses (RFC 2606 §2 and §3). The second is for servers that refuse reserved top-level names.
const NOBODY: [&str; 2] = ["latchkey-check@latchkey.invalid", "latchkey-check@example.com"];

/// What one question brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckResult {
    /// What was asked.
    pub asked: &'static str,
    /// The calls that the outcome rests on.
    pub calls: Vec<CallRecord>,
    /// That it is well, or what is wrong and how to mend it.
    pub outcome: Result<String, String>,
}

/// Puts every question that changes nothing. `beside` is what links carry beside their token, by name.
///
/// # Errors
/// None of its own: each failure is a [`CheckResult`]. [`Malformed`] only if this machine has no random numbers.
pub async fn run(service: &HttpRecoveryService, params: &[String]) -> Result<Vec<CheckResult>, Malformed> {
    if let (Some(visited), calls) = service.recording(service.check_page()).await {
        let asked = "the page on which a recovery begins";
        return Ok(vec![finding(asked, calls, advice::of_page(visited))]);
    }
    let (capabilities, calls) = service.recording(service.capabilities()).await;
    let capabilities = match capabilities {
        Ok(capabilities) => capabilities,
        Err(call) => return Ok(vec![finding("what it can do", calls, Err(advice::of_call(&call)))]),
    };
    let mut nobody = EmailAddress::parse(NOBODY[0])?;
    let verifier = capabilities.challenge.then(Verifier::generate);
    let challenge = verifier.as_ref().map(Verifier::challenge);
    let (mut requested, mut calls) =
        service.recording(service.request_email(&nobody, challenge.as_ref())).await;
    if requested.as_ref().is_err_and(|error| error.is(Kind::AddressRefused)) {
        nobody = EmailAddress::parse(NOBODY[1])?;
        let again = service.recording(service.request_email(&nobody, challenge.as_ref())).await;
        requested = again.0;
        calls.extend(again.1);
    }
    let asked = "an email for an address that nobody has";
    let mut findings = vec![finding(asked, calls, of_request(requested.as_ref().err()))];
    // Whoever could not be reached would not be by the other questions either.
    use CallError::{Offline, ProxyRefused, TimedOut, TlsRefused};
    if matches!(requested, Err(OperationError::Call(Offline | TimedOut | TlsRefused | ProxyRefused))) {
        return Ok(findings);
    }
    let accepted = requested.unwrap_or_default();
    for proof in proofs(&capabilities, params, nobody, accepted.flow, verifier, accepted.session)? {
        findings.extend(of_proof(service, &capabilities, &proof).await?);
    }
    Ok(findings)
}

/// A look at a proof that nobody was sent, where the service looks; and a reset by it.
async fn of_proof(
    service: &HttpRecoveryService,
    capabilities: &Capabilities,
    proof: &Proof,
) -> Result<Vec<CheckResult>, Malformed> {
    let (of_check, of_reset) = match proof {
        Proof::Token { .. } => ("a look at a link that nobody was sent", "a new password by that link"),
        Proof::Code { .. } => ("a look at a code that nobody was sent", "a new password by that code"),
    };
    let mut findings = Vec::new();
    if capabilities.check {
        let (checked, calls) = service.recording(service.check_proof(proof)).await;
        // The look at a link may be all that this contract has.
        if !(calls.is_empty() && checked.is_ok()) {
            findings.push(finding(of_check, calls, refusal(checked.map(drop))));
        }
    }
    let password = NewPassword::new(Verifier::generate().expose())?;
    let attempt = IdempotencyKey::generate();
    let (reset, calls) = service.recording(service.reset(proof, &password, &attempt, None)).await;
    findings.push(finding(of_reset, calls, refusal(reset.map(drop))));
    Ok(findings)
}

/// Nothing is well for which nobody was asked.
fn finding(asked: &'static str, calls: Vec<CallRecord>, outcome: Result<String, String>) -> CheckResult {
    let answered = calls.iter().any(|call| call.answer.is_some());
    let outcome = match outcome {
        Ok(_) if !answered => Err("not answered: no call was made for it".to_owned()),
        other => other,
    };
    CheckResult { asked, calls, outcome }
}

/// A link and a code as the service's e-mails bring them, made up.
fn proofs(
    capabilities: &Capabilities,
    names: &[String],
    nobody: EmailAddress,
    flow: Option<FlowId>,
    verifier: Option<Verifier>,
    session: Option<RequestSession>,
) -> Result<Vec<Proof>, Malformed> {
    let mut proofs = Vec::new();
    let made_up = Verifier::generate();
    if !capabilities.code_only {
        let mut params = LinkParams::default();
        for name in names {
            match name.as_str() {
                "email" => params.add_email(&nobody),
                // Whatever a service calls its users, this is none of them.
                other => params.add(other, "MA")?,
            }
        }
        let token = RecoveryToken::parse(made_up.expose())?;
        proofs.push(Proof::Token { token, params, verifier: verifier.clone() });
    }
    if let Some(shape) = capabilities.code {
        let text = match shape {
            CodeShape::Digits(count) => "0".repeat(count),
            CodeShape::Letters(count) => "Q".repeat(count),
            CodeShape::Long => made_up.expose().to_owned(),
        };
        let code = RecoveryCode::parse(&text, shape)?;
        proofs.push(Proof::Code { email: nobody, code, flow, verifier, session });
    }
    Ok(proofs)
}

fn of_request(error: Option<&OperationError>) -> Result<String, String> {
    match error {
        None => Ok("it takes the request, and does not tell whether there is an account".into()),
        Some(error) if error.is(Kind::UnknownAccount) => Ok(
            "it tells that nobody has this address; the app shows that as success, but whoever asks the server \
             directly learns it"
                .into(),
        ),
        Some(error) if error.is(Kind::KnownAccount) => Err(
            "it sends nothing to this address, and the app shows that as success; look at what the server's code \
             says of its mails"
                .into(),
        ),
        Some(error) if error.is(Kind::AddressRefused) => Err(format!(
            "it refuses the addresses {}, so it is not known whether it takes requests",
            NOBODY.join(" and ")
        )),
        Some(error) => Err(advice::of_call(&error.clone().of_call())),
    }
}

/// What it says to a proof that nobody was sent.
fn refusal(outcome: Result<(), OperationError>) -> Result<String, String> {
    match outcome {
        Err(OperationError::OtherDevice) => {
            Err("not answered: it needs what the request brings, and that brought nothing".into())
        }
        Err(error) if error.is(Kind::PasswordRefused) => {
            Ok("it looks at the password first, and refuses that".into())
        }
        Err(error) if error.is(Kind::SecondFactor) => Ok("it asks for a second factor first".into()),
        Err(OperationError::Rejected(_)) => Ok("it refuses it, as it should".into()),
        Err(error) => Err(advice::of_call(&error.of_call())),
        Ok(()) => Err(
            "it takes what nobody was sent: this is not the contract of this server, and people would be \
                       told of passwords that were never set"
                .into(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use latchkey_core::service::ResponseSummary;

    use super::*;

    #[test]
    fn nothing_is_well_for_which_no_answer_came() {
        let call = |answer| CallRecord { line: "GET /".into(), answer };
        let outcome = |calls| finding("a question", calls, Ok("it is well".into())).outcome;
        assert!(outcome(vec![]).is_err());
        assert!(outcome(vec![call(None)]).is_err());
        assert!(outcome(vec![call(None), call(Some(ResponseSummary::default()))]).is_ok());
    }
}
