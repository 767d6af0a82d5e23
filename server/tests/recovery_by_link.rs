//! The story of a forgotten password, by link.

#![allow(clippy::unwrap_used)]

mod support;

use serde_json::json;
use support::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer, VERIFIER, signed_out_everywhere};

#[tokio::test]
async fn a_forgotten_password_is_set_anew_and_everything_old_is_dead() {
    // TOK-6, END-1, END-2, END-4
    let server = TestServer::start().await;
    let session = server.sign_in(OLD_PASSWORD).await.body["session"].as_str().unwrap().to_owned();
    assert_eq!(server.session_status(&session).await, 200);

    let flow = server.ask("ada@EXAMPLE.org").await;
    let mail = server.mailbox.newest();
    assert_eq!(mail.to, ADA, "mail goes to the stored spelling");
    assert_eq!(mail.parameter("flow"), flow);
    let token = mail.token();

    let checked = server.check(&[("token", &token)]).await;
    assert_eq!(checked.body, json!({ "flow": flow, "expires_in": 3600 }));

    let answer = server.reset(&[("token", &token)], NEW_PASSWORD).await;
    answer.assert_ok();
    assert_eq!(answer.body, signed_out_everywhere());

    assert_eq!(server.session_status(&session).await, 401);
    server.sign_in(OLD_PASSWORD).await.assert_refused(401, "credentials_invalid");
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server.reset(&[("token", &token)], "yet another long phrase").await.assert_refused(410, "token_used");
    server.check(&[("token", &token)]).await.assert_refused(410, "token_used");

    server.running.mail_delivered().await.unwrap();
    let notice = server.mailbox.newest();
    assert_eq!((notice.to.as_str(), notice.subject.as_str()), (ADA, "Your Latchkey password was changed"));
    for part in [&notice.text, &notice.html] {
        assert!(part.contains("2026-11-23 12:34 UTC") && part.contains("help@latchkey.example"), "{part}");
        assert!(!part.contains(NEW_PASSWORD) && !part.contains(&token));
    }
    assert_eq!(server.mailbox.files().len(), 2);
}

#[tokio::test]
async fn a_refused_password_does_not_burn_the_link() {
    // TOK-6, PWD-1, PWD-5, PWD-6
    let server = TestServer::start().await;
    let token = server.token_for_ada().await;
    let proof = [("token", token.as_str())];
    for (password, reasons) in [
        ("short but odd", json!(["too_short"])),
        ("passwordpassword", json!(["common"])),
        ("under the latchkey stone", json!(["product_name"])),
        (&"seven grey herons on a quay ".repeat(10), json!(["too_long"])),
    ] {
        let answer = server.reset(&proof, password).await;
        answer.assert_refused(422, "password_refused");
        assert_eq!(answer.body["reasons"], reasons, "{password}");
        assert_eq!((&answer.body["min_length"], &answer.body["max_length"]), (&json!(15), &json!(256)));
    }
    server.sign_in(OLD_PASSWORD).await.assert_ok();
    server.reset(&proof, NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn a_bad_proof_is_told_before_the_password_is_judged() {
    let server = TestServer::start().await;
    server.reset(&[("token", "never-issued-by-anybody")], "x").await.assert_refused(400, "token_invalid");
}

#[tokio::test]
async fn the_link_works_for_an_hour_to_the_second() {
    // TOK-5
    let server = TestServer::start().await;
    let token = server.token_for_ada().await;
    server.clock.advance(3599);
    let last_second = server.check(&[("token", &token)]).await;
    last_second.assert_ok();
    assert_eq!(last_second.body["expires_in"], 1);
    server.clock.advance(1);
    server.check(&[("token", &token)]).await.assert_refused(410, "token_expired");
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_refused(410, "token_expired");
    server.clock.advance(1);
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_refused(410, "token_expired");
    server.sign_in(OLD_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn the_last_three_links_stay_open_and_the_first_success_ends_the_others() {
    // TOK-8
    let server = TestServer::start().await;
    let mut tokens = vec![server.token_for_ada().await];
    for wait in [60, 120, 300] {
        tokens.push(server.token_for_ada_later(wait).await);
    }
    server.check(&[("token", &tokens[0])]).await.assert_refused(410, "token_superseded");
    for open in &tokens[1..] {
        server.check(&[("token", open)]).await.assert_ok();
    }
    server.reset(&[("token", &tokens[2])], NEW_PASSWORD).await.assert_ok();
    server.check(&[("token", &tokens[2])]).await.assert_refused(410, "token_used");
    for ended in [&tokens[1], &tokens[3]] {
        server
            .reset(&[("token", ended)], "yet another long phrase")
            .await
            .assert_refused(410, "token_superseded");
    }
    server.sign_in(NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn a_success_ends_a_mail_that_is_put_off() {
    let server = TestServer::start().await;
    let token = server.token_for_ada().await;
    server.ask(ADA).await;
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    server.clock.advance(60);
    server.running.mail_delivered().await.unwrap();
    assert_eq!(server.mailbox.files().len(), 2, "the first mail and the notice");
}

#[tokio::test]
async fn a_link_asked_for_with_a_challenge_needs_its_verifier() {
    // PLT-5
    let server = TestServer::start().await;
    server.ask_bound(ADA).await;
    let token = server.mailbox.newest().token();
    let wrong = VERIFIER.replace('d', "e");
    for proof in [vec![("token", token.as_str())], vec![("token", &token), ("code_verifier", &wrong)]] {
        server.check(&proof).await.assert_refused(403, "verifier_required");
        server.reset(&proof, NEW_PASSWORD).await.assert_refused(403, "verifier_required");
    }
    server.reset(&[("token", &token), ("code_verifier", VERIFIER)], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn a_password_typed_on_another_keyboard_is_the_same() {
    // PWD-4: set in decomposed form, used in composed form.
    let server = TestServer::start().await;
    let token = server.token_for_ada().await;
    server.reset(&[("token", &token)], "vier nasse Mu\u{308}tzen").await.assert_ok();
    server.sign_in("vier nasse M\u{fc}tzen").await.assert_ok();
}

#[tokio::test]
async fn asking_changes_nothing_for_the_account() {
    // REQ-4
    let server = TestServer::start().await;
    let session = server.sign_in(OLD_PASSWORD).await.body["session"].as_str().unwrap().to_owned();
    for _ in 0..5 {
        server.ask(ADA).await;
        server.clock.advance(60);
    }
    assert_eq!(server.session_status(&session).await, 200);
    server.sign_in(OLD_PASSWORD).await.assert_ok();
}
