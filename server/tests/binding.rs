//! Whether links and codes only work on the device that asked.

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::Binding;
use serde_json::json;
use support::{ADA, NEW_PASSWORD, TestServer};

#[tokio::test]
async fn where_binding_is_off_a_link_works_anywhere_and_there_is_no_code() {
    let server = TestServer::start_with(|config| config.binding = Binding::Off).await;
    server.ask_bound(ADA).await;
    let mail = server.mailbox.newest();
    assert_eq!(mail.code(), None);
    server.reset(&[("token", &mail.token())], NEW_PASSWORD).await.assert_ok();
    let url = server.url("/account/recovery/capabilities");
    let can: serde_json::Value = server.client.get(url).send().await.unwrap().json().await.unwrap();
    assert_eq!((&can["challenge_methods"], &can["code_digits"]), (&json!([]), &json!(null)));
}

#[tokio::test]
async fn where_binding_is_required_nobody_asks_without_a_challenge() {
    let server = TestServer::start_with(|config| config.binding = Binding::Require).await;
    server.post("/account/recovery", &[("email", ADA)]).await.assert_refused(400, "challenge_invalid");
    server
        .post("/account/recovery", &[("email", "nobody@example.org")])
        .await
        .assert_refused(400, "challenge_invalid");
    server.ask_bound(ADA).await;
    let token = server.mailbox.newest().token();
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_refused(403, "verifier_required");
    let proof = [("token", token.as_str()), ("code_verifier", support::VERIFIER)];
    server.reset(&proof, NEW_PASSWORD).await.assert_ok();
}
