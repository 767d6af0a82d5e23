//! The client against connections and servers that misbehave, all on loopback.

#![allow(clippy::unwrap_used)]

mod breach_list;
mod connection_failures;
mod proxy;
mod responses;
mod retries;
mod sent_data;
#[path = "../support/mod.rs"]
mod support;
mod tls;

use std::time::Duration;

use latchkey::secret::{EmailAddress, LinkParams, NewPassword, RecoveryToken, Verifier};
use latchkey::service::{
    BaseUrl, CallError, CallLimits, CheckError, HttpRecoveryService, IdempotencyKey, Proof,
    RecoveryService as _, RequestError, ResetError,
};
use support::stub_server::{StubResponse, StubServer, json};
use support::subprocess::{is_subprocess, run_in_subprocess};

const CAPABILITIES: &str = "GET /account/recovery/capabilities";
const REQUEST: &str = "POST /account/recovery";
const CHECK: &str = "POST /account/reset-password/check";
const RESET: &str = "POST /account/reset-password";
const POLICY: &str = "GET /account/password-policy";
/// The calls under test. Capabilities are requested before them.
const CALLS: [&str; 4] = [REQUEST, CHECK, RESET, POLICY];

const EMAIL: &str = "ada@example.org";
const TOKEN: &str = "a-token-that-must-not-be-seen";
const PASSWORD: &str = "a walk along the wet quay";

/// All capabilities.
const EVERYTHING: &str = r#"{"contract":"latchkey/1","challenge_methods":["S256"],"code_digits":8,"check":true,
    "password_policy":true,"idempotency":true,"revokes_sessions":true}"#;

/// Limits for servers that never respond.
const SHORT_TIMEOUT: CallLimits = CallLimits {
    connect_timeout: Duration::from_secs(1),
    total_timeout: Duration::from_secs(1),
    max_body_bytes: 64 * 1024,
};

fn service(base: BaseUrl) -> HttpRecoveryService {
    HttpRecoveryService::new(base, CallLimits::default()).unwrap()
}

/// A server with all capabilities, which answers the calls with `script`.
async fn server_with_capabilities(
    script: impl Fn(&str, usize) -> StubResponse + Send + Sync + 'static,
) -> StubServer {
    StubServer::start(move |request, nth| match request.line() {
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
        email: None,
        session: None,
    }
}

/// Makes one of the [`CALLS`]. Returns the error of the call if there was no response of the service.
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
