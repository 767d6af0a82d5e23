//! Bodies other than JSON and forms, and an address in a path.

use std::collections::BTreeMap;

use latchkey::password::PasswordRejection;
use latchkey::secret::{EmailAddress, NewPassword, RecoveryToken};
use latchkey::service::contract::read;
use latchkey::service::{
    CallError, CallLimits, HttpRecoveryService, IdempotencyKey, Proof, ProofError, RecoveryService as _,
    RequestError, ResetError, self_check,
};

use super::exchange::{ADA, PASSWORD};
use super::support::stub_server::{StubServer, json, response};

const GRAPHQL: &str = r#"
id = "graph"
name = "Graph"

[link]
sources = ["query"]
names = { token = "token" }

[[request]]
path = "/graphql"
graphql = "mutation ($email: String!) { requestReset(email: $email) { ok } }"
variables = { email = "{email}" }
success = [{ status = 200, pointer = "/data/requestReset", exists = true }]
errors = [{ pointer = "/errors/*/extensions/code", equals = "NO_USER", kind = "unknown_account" }]

[[reset]]
path = "/graphql"
graphql = "mutation ($token: String!, $password: String!) { reset(token: $token, password: $password) { ok } }"
variables = { token = "{token}", password = "{new_password}" }
success = [{ status = 200 }]
errors = [
    { pointer = "/errors/*/extensions/code", equals = "BAD_TOKEN", kind = "invalid" },
    { pointer = "/errors/*/extensions/code", equals = "SHORT", kind = "password_refused", reason = "too_short" },
]
"#;

fn service(contract: &str, server: &StubServer) -> HttpRecoveryService {
    let contract = read(contract).unwrap();
    HttpRecoveryService::with_contract(contract, server.base(), &BTreeMap::new(), CallLimits::default())
        .unwrap()
}

async fn reset(service: &HttpRecoveryService) -> Result<(), ResetError> {
    let proof = Proof::from_token(RecoveryToken::parse(&"t".repeat(32)).unwrap());
    let password = NewPassword::new(PASSWORD).unwrap();
    service.reset_with_proof(&proof, &password, &IdempotencyKey::generate(), None).await.map(drop)
}

#[tokio::test]
async fn graphql_errors_in_a_200_are_no_success() {
    for (body, outcome) in [
        (r#"{"data":{"reset":{"ok":true}}}"#, "done"),
        (r#"{"data":{"reset":{"ok":true}},"errors":[]}"#, "done"),
        (r#"{"data":{"reset":{"ok":true}},"errors":null}"#, "done"),
        (r#"{"errors":[{"message":"x","extensions":{"code":"BAD_TOKEN"}}]}"#, "invalid"),
        (r#"{"errors":[{"message":"x"},{"extensions":{"code":"SHORT"}}],"data":null}"#, "short"),
        // An error that the contract does not name.
        (
            r#"{"data":{"reset":null},"errors":[{"message":"x","extensions":{"code":"INTERNAL"}}]}"#,
            "INTERNAL",
        ),
        (r#"{"data":{"reset":{"ok":true}},"errors":[{"message":"x"}]}"#, "other"),
    ] {
        let server = StubServer::start(move |_, _| json(body)).await;
        match (outcome, reset(&service(GRAPHQL, &server)).await) {
            ("done", Ok(())) | ("invalid", Err(ResetError::Proof(ProofError::Invalid))) => {}
            ("short", Err(ResetError::PasswordRefused(reasons))) => {
                assert_eq!(reasons, [PasswordRejection::TooShort { min: None }]);
            }
            ("INTERNAL", Err(ResetError::Call(CallError::UnexpectedResponse(summary)))) => {
                assert_eq!(summary.to_string(), "HTTP 200, INTERNAL");
            }
            ("other", Err(ResetError::Call(CallError::UnexpectedResponse(_)))) => {}
            (_, other) => panic!("{body}: {other:?}"),
        }
        let sent: serde_json::Value = serde_json::from_str(&server.requests()[0].body).unwrap();
        assert_eq!(sent["variables"]["password"], PASSWORD);
        assert!(sent["query"].as_str().unwrap().starts_with("mutation ($token: String!"));
    }
}

#[tokio::test]
async fn graphql_errors_of_a_request_follow_the_contract() {
    let email = EmailAddress::parse(ADA).unwrap();
    let unknown = StubServer::start(|_, _| json(r#"{"errors":[{"extensions":{"code":"NO_USER"}}]}"#)).await;
    assert!(service(GRAPHQL, &unknown).send_account_recovery_email(&email).await.is_ok());
    let other = StubServer::start(|_, _| json(r#"{"data":{"requestReset":true},"errors":[{}]}"#)).await;
    let failed = service(GRAPHQL, &other).send_account_recovery_email(&email).await;
    assert!(matches!(failed, Err(RequestError::Call(CallError::UnexpectedResponse(_)))), "{failed:?}");
}

const PATHS: &str = r#"
id = "paths"
name = "Paths"

[link]
sources = ["query"]
names = { token = "token" }

[[request]]
method = "PUT"
path = "/users/{email}/reset"
email_in_path = true
encoding = "text"
body = "mail to {email}"
success = [{ status = 202 }]

[[reset]]
path = "/reset"
encoding = "xml"
body = "<reset><token>{token}</token><password>{new_password}</password></reset>"
success = [{ status = 200 }]
"#;

#[tokio::test]
async fn address_in_a_path_is_one_segment_and_in_no_record() {
    let server = StubServer::start(|_, _| response(202, &[], "")).await;
    let service = service(PATHS, &server);
    service.send_account_recovery_email(&EmailAddress::parse("a/d?a@example.org").unwrap()).await.unwrap();
    let sent = &server.requests()[0];
    assert_eq!(sent.line(), "PUT /users/a%2Fd%3Fa%40example.org/reset");
    assert_eq!(
        (sent.header("content-type"), sent.body.as_str()),
        (Some("text/plain; charset=utf-8"), "mail to a/d?a@example.org")
    );
    let results = self_check::run(&service).await.unwrap();
    let recorded = results[0].calls[0].to_string();
    assert_eq!(recorded, "PUT /users/{email}/reset: HTTP 202");
}

#[tokio::test]
async fn xml_body_has_escaped_values() {
    let server = StubServer::start(|_, _| response(200, &[], "")).await;
    let proof = Proof::from_token(RecoveryToken::parse(&"t".repeat(32)).unwrap());
    let password = NewPassword::new("five < six & \"seven\"").unwrap();
    let service = service(PATHS, &server);
    service.reset_with_proof(&proof, &password, &IdempotencyKey::generate(), None).await.unwrap();
    let sent = &server.requests()[0];
    assert_eq!(sent.header("content-type"), Some("application/xml"));
    assert_eq!(
        sent.body,
        format!(
            "<reset><token>{}</token><password>five &lt; six &amp; &quot;seven&quot;</password></reset>",
            "t".repeat(32)
        )
    );
}
