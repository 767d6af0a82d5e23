//! Whether a service answers as its contract says, found out without resetting anything: for whoever sets the app up.
//!
//! It asks for an e-mail to an address that cannot exist, and tries links and codes that nobody was given.

use std::time::Duration;

use super::{
    AttemptKey, CallError, Capabilities, Misconfiguration, Proof, RecoveryMode, RecoveryService,
    RequestError, ResetError, UnknownAnswer,
};
use crate::secret::{
    Beside, CodeShape, EmailAddress, FlowId, Malformed, NewPassword, RecoveryCode, RecoveryToken,
    RequestSession, Verifier,
};

/// No mail can reach it (RFC 2606 §2).
const NOBODY: &str = "latchkey-check@latchkey.invalid";

/// What one question brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was asked.
    pub asked: &'static str,
    /// That it is well, or what is wrong and how to mend it.
    pub outcome: Result<&'static str, String>,
}

/// Puts every question that changes nothing. `beside` is what links carry beside their token, by name; `last_answer`
/// tells of the answer that came last.
///
/// # Errors
/// None of a trial's: they are its findings. [`Malformed`] only if this machine has no random numbers.
pub async fn try_out(
    service: &dyn RecoveryService,
    beside: &[String],
    last_answer: &dyn Fn() -> Option<String>,
) -> Result<Vec<Finding>, Malformed> {
    let abilities = match service.capabilities().await {
        Ok(abilities) => abilities,
        Err(call) => return Ok(vec![Finding { asked: "what it can do", outcome: Err(advice(&call, None)) }]),
    };
    if service.hosted_page().is_some() {
        let asked = "the page on which a recovery begins";
        return Ok(vec![Finding { asked, outcome: Ok("it opens in the browser: look whether it is there") }]);
    }
    let nobody = EmailAddress::parse(NOBODY)?;
    let verifier = abilities.challenge.then(Verifier::generate);
    let requested = match &verifier {
        Some(verifier) => service.send_bound_recovery_email(&nobody, &verifier.challenge()).await,
        None => service.send_account_recovery_email(&nobody).await,
    };
    let mut findings = vec![Finding {
        asked: "an e-mail for an address that nobody has",
        outcome: of_request(requested.as_ref().err(), last_answer),
    }];
    // Whoever could not be reached would not be by the other questions either.
    use CallError::{Offline, ProxyRefused, TimedOut, TlsRefused};
    if matches!(requested, Err(RequestError::Call(Offline | TimedOut | TlsRefused | ProxyRefused))) {
        return Ok(findings);
    }
    let accepted = requested.unwrap_or_default();
    if service.mode() == RecoveryMode::Hosted {
        return Ok(findings);
    }
    for proof in proofs(&abilities, beside, nobody, accepted.flow, verifier, accepted.session)? {
        let (of_check, of_reset) = match proof {
            Proof::Token { .. } => ("a look at a link that nobody was sent", "a new password by that link"),
            Proof::Code { .. } => ("a look at a code that nobody was sent", "a new password by that code"),
        };
        if abilities.check {
            let checked = service.check(&proof).await;
            findings.push(Finding {
                asked: of_check,
                outcome: of_proof(checked.map(drop).map_err(ResetError::from), last_answer),
            });
        }
        let password = NewPassword::new(Verifier::generate().expose())?;
        let reset = service.reset_with_proof(&proof, &password, &AttemptKey::fresh(), None).await;
        findings.push(Finding { asked: of_reset, outcome: of_proof(reset.map(drop), last_answer) });
    }
    Ok(findings)
}

/// A link and a code as the service's e-mails bring them, made up.
fn proofs(
    abilities: &Capabilities,
    names: &[String],
    nobody: EmailAddress,
    flow: Option<FlowId>,
    verifier: Option<Verifier>,
    session: Option<RequestSession>,
) -> Result<Vec<Proof>, Malformed> {
    let mut proofs = Vec::new();
    let made_up = Verifier::generate();
    if !abilities.no_link {
        let mut beside = Beside::default();
        for name in names {
            match name.as_str() {
                "email" => beside.add_email(&nobody),
                // Whatever a service calls its users, this is none of them.
                other => beside.add(other, "MA")?,
            }
        }
        let token = RecoveryToken::parse(made_up.expose())?;
        proofs.push(Proof::Token { token, beside, verifier: verifier.clone() });
    }
    if let Some(shape) = abilities.code {
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

type LastAnswer<'a> = &'a dyn Fn() -> Option<String>;

fn of_request(error: Option<&RequestError>, last: LastAnswer<'_>) -> Result<&'static str, String> {
    match error {
        None => Ok("it takes the request, and does not tell whether there is an account"),
        Some(RequestError::AddressRefused) => {
            Ok("it refuses an address that cannot exist; so it answers, and more cannot be told this way")
        }
        Some(RequestError::Call(CallError::RateLimited { .. })) => Ok("it asks to wait: that it can do"),
        Some(RequestError::Call(call)) => Err(advice(call, last())),
    }
}

fn of_proof(outcome: Result<(), ResetError>, last: LastAnswer<'_>) -> Result<&'static str, String> {
    match outcome {
        Err(ResetError::Proof(_)) => Ok("it refuses it, as it should"),
        Err(ResetError::PasswordRefused(_)) => Ok("it looks at the password first, and refuses that"),
        Err(ResetError::SecondFactor) => Ok("it asks for a second factor first"),
        Err(ResetError::Call(CallError::RateLimited { .. })) => Ok("it asks to wait: that it can do"),
        Err(ResetError::Call(call)) => Err(advice(&call, last())),
        Ok(()) => Err(format!(
            "it takes what nobody was sent{}: this is not the contract of this server, and people would be told of \
             passwords that were never set",
            answer(last())
        )),
    }
}

fn answer(last: Option<String>) -> String {
    last.map(|last| format!(" ({last})")).unwrap_or_default()
}

/// What to do about a call that brought nothing.
fn advice(call: &CallError, last: Option<String>) -> String {
    use Misconfiguration::{NoAddress, Redirect, TooLong, WebPage};
    let what = match call {
        CallError::Offline => {
            return "nothing answers there; look at `base_url`, and whether the server runs".into();
        }
        CallError::TimedOut => {
            return "no answer came in time; look at the server, and at what is before it".into();
        }
        CallError::TlsRefused => {
            return "its certificate is not trusted here; it needs one for this name that is".into();
        }
        CallError::ProxyRefused => {
            return "the proxy of this network refuses to connect to it; look at `https_proxy`, and at what the proxy allows".into();
        }
        CallError::Down => "it reports a fault of its own; its log says which",
        CallError::RateLimited { wait } => {
            let wait = wait.unwrap_or(Duration::from_secs(60)).as_secs();
            return format!("it asks to wait; try again in {wait} s");
        }
        CallError::Misconfigured(what) => match what {
            Redirect => {
                "it sends elsewhere, which is not followed; `base_url` must be the address it sends to"
            }
            WebPage => "a web page answers; `base_url` must be the address of the server's API",
            TooLong => "the answer is longer than any of this contract; look at `base_url`",
            NoAddress => return "no address is set up; give `base_url`".into(),
        },
        CallError::NotUnderstood(UnknownAnswer { status: Some(404 | 405), .. }) => {
            "there is no such endpoint; look at the path in `base_url` and at [service.vars]"
        }
        CallError::NotUnderstood(answer) => {
            let told = answer.code.as_ref().map(|code| format!(" ({})", code.as_str())).unwrap_or_default();
            return format!(
                "it answers otherwise than the contract says{told}; look at its version, and at [service.vars]{}",
                self::answer(last)
            );
        }
    };
    format!("{what}{}", answer(last))
}
