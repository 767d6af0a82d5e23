//! Recovery by link.

#![allow(clippy::unwrap_used)]

mod support;

use serde_json::json;
use support::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer, VERIFIER, signed_out_everywhere};

#[tokio::test]
async fn forgotten_password_is_reset_and_old_credentials_end() {
    // TOK-6, END-1, END-2, END-4
    let server = TestServer::start().await;
    let session = server.sign_in(OLD_PASSWORD).await.body["session"].as_str().unwrap().to_owned();
    assert_eq!(server.session_status(&session).await, 200);

    let flow = server.request_recovery("ada@EXAMPLE.org").await;
    let mail = server.mailbox.newest();
    assert_eq!(mail.to, ADA, "mail is sent to the registered spelling");
    assert_eq!(mail.parameter("flow"), flow);
    let token = mail.token();

    let checked = server.check(&[("token", &token)]).await;
    assert_eq!(checked.body, json!({ "flow": flow, "expires_in": 3600 }));

    let response = server.reset(&[("token", &token)], NEW_PASSWORD).await;
    response.assert_ok();
    assert_eq!(response.body, signed_out_everywhere());

    assert_eq!(server.session_status(&session).await, 401);
    server.sign_in(OLD_PASSWORD).await.assert_problem(401, "credentials_invalid");
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server.reset(&[("token", &token)], "yet another long phrase").await.assert_problem(410, "token_used");
    server.check(&[("token", &token)]).await.assert_problem(410, "token_used");

    server.mail_delivered().await;
    let notice = server.mailbox.newest();
    assert_eq!((notice.to.as_str(), notice.subject.as_str()), (ADA, "Your Latchkey password was changed"));
    for part in [&notice.text, &notice.html] {
        assert!(
            part.contains("Monday, November 23, 2026 at 12:34") && part.contains("help@latchkey.example"),
            "{part}"
        );
        assert!(!part.contains(NEW_PASSWORD) && !part.contains(&token));
    }
    assert_eq!(server.mailbox.files().len(), 2);
}

#[tokio::test]
async fn rejected_password_does_not_redeem_the_link() {
    // TOK-6, PWD-1, PWD-5, PWD-6
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    let proof = [("token", token.as_str())];
    for (password, reasons) in [
        ("short but odd", json!(["too_short"])),
        ("passwordpassword", json!(["common"])),
        ("under the latchkey stone", json!(["product_name"])),
        (&"seven grey herons on a quay ".repeat(10), json!(["too_long"])),
    ] {
        let response = server.reset(&proof, password).await;
        response.assert_problem(422, "password_refused");
        assert_eq!(response.body["reasons"], reasons, "{password}");
        assert_eq!((&response.body["min_length"], &response.body["max_length"]), (&json!(15), &json!(256)));
    }
    server.sign_in(OLD_PASSWORD).await.assert_ok();
    server.reset(&proof, NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn invalid_proof_is_reported_before_the_password() {
    let server = TestServer::start().await;
    server.reset(&[("token", "never-issued-by-anybody")], "x").await.assert_problem(400, "token_invalid");
}

#[tokio::test]
async fn link_expires_after_an_hour() {
    // TOK-5
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    server.clock.advance(3599);
    let last_second = server.check(&[("token", &token)]).await;
    last_second.assert_ok();
    assert_eq!(last_second.body["expires_in"], 1);
    server.clock.advance(1);
    server.check(&[("token", &token)]).await.assert_problem(410, "token_expired");
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_problem(410, "token_expired");
    server.clock.advance(1);
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_problem(410, "token_expired");
    server.sign_in(OLD_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn last_three_links_of_a_device_work_until_one_is_redeemed() {
    // TOK-8
    let server = TestServer::start().await;
    let mut tokens = Vec::new();
    for wait in [0, 60, 120, 300] {
        server.clock.advance(wait);
        server.request_bound_recovery(ADA).await;
        tokens.push(server.mailbox.newest().token());
    }
    let proof = |token| [("token", token), ("code_verifier", VERIFIER)];
    let [first, second, third, fourth] = std::array::from_fn(|index| proof(tokens[index].as_str()));
    server.check(&first).await.assert_problem(410, "token_superseded");
    for open in [second, third, fourth] {
        server.check(&open).await.assert_ok();
    }
    server.reset(&third, NEW_PASSWORD).await.assert_ok();
    server.check(&third).await.assert_problem(410, "token_used");
    for ended in [second, fourth] {
        server.reset(&ended, "yet another long phrase").await.assert_problem(410, "token_superseded");
    }
    server.sign_in(NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn redemption_cancels_delayed_mail() {
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    server.request_recovery(ADA).await;
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    server.clock.advance(60);
    server.mail_delivered().await;
    assert_eq!(server.mailbox.files().len(), 2, "the first mail and the notice");
}

#[tokio::test]
async fn link_with_challenge_needs_its_verifier() {
    // PLT-5
    let server = TestServer::start().await;
    server.request_bound_recovery(ADA).await;
    let token = server.mailbox.newest().token();
    let wrong = VERIFIER.replace('d', "e");
    for proof in [vec![("token", token.as_str())], vec![("token", &token), ("code_verifier", &wrong)]] {
        server.check(&proof).await.assert_problem(403, "verifier_required");
        server.reset(&proof, NEW_PASSWORD).await.assert_problem(403, "verifier_required");
    }
    server.reset(&[("token", &token), ("code_verifier", VERIFIER)], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn password_matches_in_composed_and_decomposed_form() {
    // PWD-4: set in decomposed form, used in composed form.
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    server.reset(&[("token", &token)], "vier nasse Mu\u{308}tzen").await.assert_ok();
    server.sign_in("vier nasse M\u{fc}tzen").await.assert_ok();
}

#[tokio::test]
async fn request_does_not_change_the_account() {
    // REQ-4
    let server = TestServer::start().await;
    let session = server.sign_in(OLD_PASSWORD).await.body["session"].as_str().unwrap().to_owned();
    for _ in 0..5 {
        server.request_recovery(ADA).await;
        server.clock.advance(60);
    }
    assert_eq!(server.session_status(&session).await, 200);
    server.sign_in(OLD_PASSWORD).await.assert_ok();
}
