//! The client against lines and servers that misbehave, all on loopback.

#![allow(clippy::unwrap_used)]

mod answers;
mod breach_list;
mod faults;
mod leaving;
mod proxy;
mod repeats;
#[path = "../support/mod.rs"]
mod support;
mod tls;

use std::time::Duration;

use latchkey::secret::{EmailAddress, LinkParams, NewPassword, RecoveryToken, Verifier};
use latchkey::service::{
    BaseUrl, CallError, CallLimits, CheckError, HttpRecoveryService, IdempotencyKey, Proof,
    RecoveryService as _, RequestError, ResetError,
};
use support::again::{again, is_again};
use support::scripted::{Act, Scripted, json};

const CAPABILITIES: &str = "GET /account/recovery/capabilities";
const REQUEST: &str = "POST /account/recovery";
const CHECK: &str = "POST /account/reset-password/check";
const RESET: &str = "POST /account/reset-password";
const POLICY: &str = "GET /account/password-policy";
/// The calls that get an answer of their own; what a service can do is asked for on the way.
const CALLS: [&str; 4] = [REQUEST, CHECK, RESET, POLICY];

const EMAIL: &str = "ada@example.org";
const TOKEN: &str = "a-token-that-must-not-be-seen";
const PASSWORD: &str = "a walk along the wet quay";

/// Everything that a server can say it can do.
const EVERYTHING: &str = r#"{"contract":"latchkey/1","challenge_methods":["S256"],"code_digits":8,"check":true,
    "password_policy":true,"idempotency":true,"revokes_sessions":true}"#;

/// Patience for a server that never answers, and only for that.
const IMPATIENT: CallLimits =
    CallLimits { connect: Duration::from_secs(1), whole: Duration::from_secs(1), body: 64 * 1024 };

fn service(base: BaseUrl) -> HttpRecoveryService {
    HttpRecoveryService::new(base, CallLimits::default()).unwrap()
}

/// A server that can do everything and answers the calls by `script`.
async fn able(script: impl Fn(&str, usize) -> Act + Send + Sync + 'static) -> Scripted {
    Scripted::start(move |request, nth| match request.line() {
        CAPABILITIES => json(EVERYTHING),
        line => script(line, nth),
    })
    .await
}

fn email() -> EmailAddress {
    EmailAddress::parse(EMAIL).unwrap()
}

fn token() -> RecoveryToken {
    RecoveryToken::parse(TOKEN).unwrap()
}

fn password() -> NewPassword {
    NewPassword::new(PASSWORD).unwrap()
}

fn proof() -> Proof {
    Proof::Token {
        token: token(),
        params: LinkParams::default(),
        verifier: Some(Verifier::parse(&"v".repeat(43)).unwrap()),
    }
}

/// Makes one of the [`CALLS`]. `Ok` is success, the error what stood between us and any answer.
async fn call(service: &HttpRecoveryService, line: &str) -> Result<(), CallError> {
    match line {
        REQUEST => match service.send_account_recovery_email(&email()).await {
            Ok(_) => Ok(()),
            Err(RequestError::Call(error)) => Err(error),
            Err(other) => panic!("{other}"),
        },
        CHECK => match service.check(&proof()).await {
            Ok(_) => Ok(()),
            Err(CheckError::Call(error)) => Err(error),
            Err(other) => panic!("{other}"),
        },
        RESET => {
            match service.reset_with_proof(&proof(), &password(), &IdempotencyKey::generate(), None).await {
                Ok(_) => Ok(()),
                Err(ResetError::Call(error)) => Err(error),
                Err(other) => panic!("{other}"),
            }
        }
        POLICY => service.password_policy().await.map(drop),
        other => panic!("no such call: {other}"),
    }
}
