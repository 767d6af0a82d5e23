//! The HTTP API: request bodies, rejections and responses.

#![allow(clippy::unwrap_used)]

mod support;

use reqwest::{Method, Response};
use serde_json::{Value, json};
use support::{ADA, ApiResponse, NEW_PASSWORD, TestServer, challenge};

const FORM: &str = "application/x-www-form-urlencoded";

async fn send(
    server: &TestServer,
    path: &str,
    content_type: &str,
    body: impl Into<reqwest::Body>,
) -> Response {
    server.client.post(server.url(path)).header("Content-Type", content_type).body(body).send().await.unwrap()
}

#[tokio::test]
async fn json_and_form_are_equivalent() {
    let server = TestServer::start().await;
    let fields = json!({ "email": ADA, "code_challenge": challenge(), "code_challenge_method": "S256" });
    let asked =
        send(&server, "/account/recovery", "application/json; charset=utf-8", fields.to_string()).await;
    let asked = ApiResponse::read(asked).await;
    asked.assert_ok();
    server.mail_delivered().await;
    let proof = json!({
        "flow": asked.body["flow"],
        "code": server.mailbox.newest().code().unwrap(),
        "code_verifier": support::VERIFIER,
        "new_password": NEW_PASSWORD,
    });
    ApiResponse::read(send(&server, "/account/reset-password", "application/json", proof.to_string()).await)
        .await
        .assert_ok();
}

#[tokio::test]
async fn email_must_be_exactly_one_string() {
    let server = TestServer::start().await;
    let json = "application/json";
    for (content_type, body) in [
        (FORM, "email=ada@example.org&email=eve@example.org"),
        (FORM, "email[]=ada@example.org&email[]=eve@example.org"),
        (FORM, "email="),
        (FORM, ""),
        (FORM, "email=ada@example.org%0d%0aBcc:eve@example.org"),
        (FORM, "email=ada@example.org,eve@example.org"),
        (json, r#"{"email":["ada@example.org","eve@example.org"]}"#),
        (json, r#"{"email":{"0":"ada@example.org"}}"#),
        (json, r#"{"email":"ada@example.org","email":"eve@example.org"}"#),
        (json, r#"{"email":null}"#),
        (json, "{}"),
    ] {
        let response = ApiResponse::read(send(&server, "/account/recovery", content_type, body).await).await;
        response.assert_problem(400, "email_invalid");
    }
    server.mail_delivered().await;
    assert!(server.mailbox.files().is_empty());
}

#[tokio::test]
async fn malformed_flow_is_an_invalid_proof() {
    // PostgreSQL rejects NUL in text.
    let server = TestServer::start().await;
    for flow in ["%00", "%00A1b2-C3d4_E5f6G7h8I9j", "short", "A1b2-C3d4_E5f6G7h8I9j0'", "%F0%9F%94%91"] {
        for path in ["/account/reset-password/check", "/account/reset-password"] {
            let body = format!(
                "flow={flow}&code=12345678&code_verifier={}&new_password=a+long+phrase",
                support::VERIFIER
            );
            ApiResponse::read(send(&server, path, FORM, body).await)
                .await
                .assert_problem(400, "token_invalid");
        }
    }
}

#[tokio::test]
async fn repeated_fields_are_rejected() {
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    let fields = [("token", token.as_str()), ("new_password", NEW_PASSWORD), ("new_password", NEW_PASSWORD)];
    server.post("/account/reset-password", &fields).await.assert_problem(400, "malformed_request");
    server
        .reset(&[("token", &token), ("token", &token)], NEW_PASSWORD)
        .await
        .assert_problem(400, "malformed_request");
    server
        .post("/account/reset-password", &[("token", &token)])
        .await
        .assert_problem(400, "malformed_request");
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn challenge_must_be_s256() {
    let server = TestServer::start().await;
    let challenge = challenge();
    for fields in [
        vec![("code_challenge", challenge.as_str())],
        vec![("code_challenge_method", "S256")],
        vec![("code_challenge", challenge.as_str()), ("code_challenge_method", "plain")],
        vec![("code_challenge", &challenge[1..]), ("code_challenge_method", "S256")],
        vec![("code_challenge", "+/++"), ("code_challenge_method", "S256")],
    ] {
        let fields = [fields, vec![("email", ADA)]].concat();
        server.post("/account/recovery", &fields).await.assert_problem(400, "challenge_invalid");
    }
}

#[tokio::test]
async fn errors_are_problems_and_responses_are_not_cached() {
    // REQ-7, TOK-11
    let server = TestServer::start().await;
    let large = format!("email={}", "a".repeat(17 * 1024));
    let responses = [
        (404, "not_found", server.client.get(server.url("/nowhere")).send().await.unwrap()),
        (405, "method_not_allowed", server.client.put(server.url("/account/recovery")).send().await.unwrap()),
        (413, "body_too_large", send(&server, "/account/recovery", FORM, large).await),
        (
            415,
            "unsupported_media_type",
            send(&server, "/account/recovery", "text/plain", "email=a@b.org").await,
        ),
        (415, "unsupported_media_type", server.client.post(server.url("/session")).send().await.unwrap()),
        (
            400,
            "malformed_request",
            send(&server, "/account/recovery", "application/json", "{\"email\":").await,
        ),
        (400, "malformed_request", send(&server, "/account/recovery", FORM, vec![0xff, 0xfe]).await),
        (400, "malformed_request", send(&server, "/session", FORM, "email=%FF&password=x").await),
        (400, "token_invalid", send(&server, "/account/reset-password/check", FORM, "token=x").await),
        (401, "credentials_invalid", server.client.get(server.url("/session")).send().await.unwrap()),
    ];
    for (status, code, response) in responses {
        assert_eq!(response.headers()["content-type"], "application/problem+json", "{code}");
        assert_eq!(response.headers()["cache-control"], "no-store", "{code}");
        assert_eq!(response.headers().contains_key("allow"), status == 405, "RFC 9110 §15.5.6");
        assert_eq!(response.headers().contains_key("www-authenticate"), status == 401, "RFC 9110 §15.5.2");
        let response = ApiResponse::read(response).await;
        response.assert_problem(status, code);
        assert_eq!(
            (&response.body["type"], &response.body["status"]),
            (&json!("about:blank"), &json!(status))
        );
        assert!(response.body["title"].is_string() && response.body["detail"].is_string());
    }
}

#[tokio::test]
async fn get_and_head_change_nothing() {
    // TOK-12
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
        for path in ["/account/recovery", "/account/reset-password", "/account/reset-password/check"] {
            let url = server.url(&format!("{path}?token={token}&new_password=seven+grey+geese&email={ADA}"));
            for _ in 0..3 {
                assert_eq!(server.client.request(method.clone(), &url).send().await.unwrap().status(), 405);
            }
        }
    }
    server.mail_delivered().await;
    assert_eq!(server.mailbox.files().len(), 1);
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn server_describes_its_capabilities() {
    let server = TestServer::start_with(|config| config.new_passwords.min_length = 16).await;
    let get = async |path: &str| {
        let response = server.client.get(server.url(path)).send().await.unwrap();
        assert_eq!(response.headers()["cache-control"], "no-store");
        response.json::<Value>().await.unwrap()
    };
    assert_eq!(
        get("/account/recovery/capabilities").await,
        json!({
            "contract": "latchkey/1", "challenge_methods": ["S256"], "code_digits": 8, "check": true,
            "token_length": 43, "flow_length": 22,
            "password_policy": true, "idempotency": true, "revokes_sessions": true,
        })
    );
    assert_eq!(get("/account/password-policy").await, json!({ "min_length": 16, "max_length": 256 }));
    assert_eq!(get("/healthz").await, json!({ "status": "ok" }));
}
