//! Whether links and codes only work on the requesting device.

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::Binding;
use serde_json::json;
use support::{ADA, NEW_PASSWORD, TestServer};

#[tokio::test]
async fn with_binding_off_links_work_everywhere_and_mails_have_no_code() {
    let server = TestServer::start_with(|config| config.binding = Binding::Off).await;
    server.request_bound_recovery(ADA).await;
    let mail = server.mailbox.newest();
    assert_eq!(mail.code(), None);
    server.reset(&[("token", &mail.token())], NEW_PASSWORD).await.assert_ok();
    let url = server.url("/account/recovery/capabilities");
    let can: serde_json::Value = server.client.get(url).send().await.unwrap().json().await.unwrap();
    assert_eq!((&can["challenge_methods"], &can["code_digits"]), (&json!([]), &json!(null)));
}

#[tokio::test]
async fn with_binding_required_a_request_needs_a_challenge() {
    let server = TestServer::start_with(|config| config.binding = Binding::Require).await;
    server.post("/account/recovery", &[("email", ADA)]).await.assert_problem(400, "challenge_invalid");
    server
        .post("/account/recovery", &[("email", "nobody@example.org")])
        .await
        .assert_problem(400, "challenge_invalid");
    server.request_bound_recovery(ADA).await;
    let token = server.mailbox.newest().token();
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_problem(403, "verifier_required");
    let proof = [("token", token.as_str()), ("code_verifier", support::VERIFIER)];
    server.reset(&proof, NEW_PASSWORD).await.assert_ok();
}
