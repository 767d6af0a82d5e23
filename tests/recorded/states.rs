//! Steps that run only after a certain response, and headers that apply to every call.

use std::collections::BTreeMap;
use std::time::Duration;

use latchkey::secret::EmailAddress;
use latchkey::service::contract::read;
use latchkey::service::{
    CallError, CallLimits, CheckError, HttpRecoveryService, Proof, ProofError, RecoveryService as _,
    RequestError,
};

use super::exchange::ADA;
use super::support::http_message::Message;
use super::support::stub_server::{StubResponse, StubServer, json, response};

/// A server whose recovery is a state machine: it names the state, and takes the code in one of two ways.
const CONTRACT: &str = r#"
id = "my-server"
name = "My server"
retry_after = ["x-reset", "retry-after"]

[link]
sources = ["manual"]
code = { digits = 6 }

[[request]]
method = "GET"
path = "/flow"
success = [{ status = 200 }]
capture = { flow = "/flow" }

[[request]]
when = { pointer = "/state", equals = "choice" }
method = "PATCH"
path = "/choose"
body = { flow = "{flow}", email = "{email}" }
success = [{ status = 200 }]
capture = { flow = "/flow" }

[[request]]
when = { pointer = "/state", equals = "ready" }
path = "/send"
retry_after = ["x-mail-reset"]
headers = { accept = "text/plain" }
body = { flow = "{flow}", email = "{email}" }
success = [{ status = 202 }]

[[reset]]
early = true
path = "/code"
body = { code = "{token}", flow = "{flow}" }
success = [{ status = 200 }]
errors = [{ status = 410, kind = "code_expired" }]

[[reset]]
early = true
when = { proof = "code", pointer = "/state", equals = "confirm" }
method = "OPTIONS"
path = "/confirm"
success = [{ status = 204 }]
errors = [{ status = 410, kind = "code_expired" }]

[[reset]]
method = "DELETE"
path = "/password"
body = { password = "{new_password}" }
success = [{ status = 200 }]
"#;

async fn service(
    handler: impl Fn(&Message) -> StubResponse + Send + Sync + 'static,
) -> (HttpRecoveryService, StubServer) {
    let server = StubServer::start(move |message, _| handler(message)).await;
    let limits = CallLimits { total_timeout: Duration::from_secs(3), ..CallLimits::default() };
    let contract = read(CONTRACT).unwrap();
    let service =
        HttpRecoveryService::with_contract(contract, server.base(), &BTreeMap::new(), limits).unwrap();
    (service, server)
}

fn lines(server: &StubServer) -> Vec<String> {
    server.requests().iter().map(|message| format!("{} {}", message.line(), message.body)).collect()
}

#[tokio::test]
async fn step_runs_only_in_its_state() {
    const EMAIL: &str = r#""email":"ada@example.org""#;
    for (first, second, sent) in [
        (r#"{"flow":"f1","state":"sent"}"#, "", vec!["GET /flow ".to_owned()]),
        (
            r#"{"flow":"f1","state":"ready"}"#,
            "",
            vec!["GET /flow ".to_owned(), format!(r#"POST /send {{{EMAIL},"flow":"f1"}}"#)],
        ),
        // The last response counts, and so does what it captured.
        (
            r#"{"flow":"f1","state":"choice"}"#,
            r#"{"flow":"f2","state":"ready"}"#,
            vec![
                "GET /flow ".to_owned(),
                format!(r#"PATCH /choose {{{EMAIL},"flow":"f1"}}"#),
                format!(r#"POST /send {{{EMAIL},"flow":"f2"}}"#),
            ],
        ),
        (
            r#"{"flow":"f1","state":"choice"}"#,
            r#"{"flow":"f2","state":"sent"}"#,
            vec!["GET /flow ".to_owned(), format!(r#"PATCH /choose {{{EMAIL},"flow":"f1"}}"#)],
        ),
    ] {
        let (service, server) = service(move |message| match message.line() {
            "GET /flow" => json(first),
            "PATCH /choose" => json(second),
            _ => response(202, &[], ""),
        })
        .await;
        service.send_account_recovery_email(&EmailAddress::parse(ADA).unwrap()).await.unwrap();
        assert_eq!(lines(&server), sent, "{first} {second}");
    }
}

fn code() -> Proof {
    use latchkey::secret::{CodeShape, RecoveryCode, RequestSession};
    Proof::Code {
        email: EmailAddress::parse(ADA).unwrap(),
        code: RecoveryCode::parse("123456", CodeShape::digits(6)).unwrap(),
        flow: None,
        verifier: None,
        session: Some(RequestSession::parse("f1").unwrap()),
    }
}

/// The response to an early step is kept, because the step after it may have to be repeated.
#[tokio::test]
async fn state_of_an_early_step_is_kept_for_a_retry() {
    for (state, confirmations) in [("confirm", 2), ("done", 0)] {
        let (service, server) = service(move |message| match message.line() {
            "POST /code" => json(&format!(r#"{{"state":"{state}"}}"#)),
            _ => response(500, &[], ""),
        })
        .await;
        for _ in 0..2 {
            let checked = service.check(&code()).await;
            assert_eq!(checked.is_ok(), confirmations == 0, "{state}: {checked:?}");
        }
        assert_eq!(
            (server.count("POST /code"), server.count("OPTIONS /confirm")),
            (1, confirmations),
            "{state}"
        );
    }
}

/// A rejected proof ends the session, so the first step is made again.
#[tokio::test]
async fn state_is_dropped_with_the_session() {
    let (service, server) = service(|message| match message.line() {
        "POST /code" => json(r#"{"state":"confirm"}"#),
        _ => response(410, &[], ""),
    })
    .await;
    for _ in 0..2 {
        assert_eq!(service.check(&code()).await, Err(CheckError::Proof(ProofError::CodeExpired)));
    }
    assert_eq!(server.count("POST /code"), 2);
}

/// The headers of the contract, unless the step has its own.
#[tokio::test]
async fn wait_is_read_from_the_named_headers() {
    let wait =
        |seconds| RequestError::Call(CallError::RateLimited { wait: Some(Duration::from_secs(seconds)) });
    const HEADERS: &[&str] = &["Retry-After: 7", "X-Reset: 21", "X-Mail-Reset: 90"];
    let email = EmailAddress::parse(ADA).unwrap();
    let (limited, _server) = service(|_| response(429, HEADERS, "")).await;
    assert_eq!(limited.send_account_recovery_email(&email).await, Err(wait(21)));
    let (limited, _server) = service(|_| response(429, &HEADERS[..1], "")).await;
    assert_eq!(limited.send_account_recovery_email(&email).await, Err(wait(7)));
    let (limited, _server) = service(|message| match message.line() {
        "GET /flow" => json(r#"{"flow":"f1","state":"ready"}"#),
        _ => response(429, HEADERS, ""),
    })
    .await;
    assert_eq!(limited.send_account_recovery_email(&email).await, Err(wait(90)));
}

/// Kratos, Laravel and others answer other callers with pages and redirects.
#[tokio::test]
async fn every_call_asks_for_json_unless_the_contract_says_otherwise() {
    let (service, server) = service(|message| match message.line() {
        "GET /flow" => json(r#"{"flow":"f1","state":"ready"}"#),
        _ => response(202, &[], ""),
    })
    .await;
    service.send_account_recovery_email(&EmailAddress::parse(ADA).unwrap()).await.unwrap();
    let seen = server.requests();
    let accepts: Vec<_> = seen.iter().map(|message| message.header("accept").unwrap()).collect();
    assert_eq!(accepts, ["application/json", "text/plain"]);
}
