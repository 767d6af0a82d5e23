//! The story of a forgotten password, by code.

#![allow(clippy::unwrap_used)]

mod support;

use serde_json::json;
use support::{ADA, NEW_PASSWORD, NOBODY, TestServer, VERIFIER, another};

fn proof<'a>(flow: &'a str, code: &'a str) -> [(&'a str, &'a str); 3] {
    [("flow", flow), ("code", code), ("code_verifier", VERIFIER)]
}

#[tokio::test]
async fn the_code_sets_a_password_on_the_device_that_asked() {
    let server = TestServer::start().await;
    let flow = server.ask_bound(ADA).await;
    let mail = server.mailbox.newest();
    let code = mail.code().unwrap();
    assert!(mail.html.contains(&format!("{} {}", &code[..4], &code[4..])), "groups of four");

    let checked = server.check(&proof(&flow, &code)).await;
    assert_eq!(checked.body, json!({ "flow": flow, "expires_in": 600 }));
    // As it is printed.
    let printed = format!("{} {}", &code[..4], &code[4..]);
    server.reset(&proof(&flow, &printed), NEW_PASSWORD).await.assert_ok();
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server
        .check(&[("token", &mail.token()), ("code_verifier", VERIFIER)])
        .await
        .assert_refused(410, "token_used");
}

#[tokio::test]
async fn after_five_wrong_codes_the_code_is_dead_and_the_link_alive() {
    // TOK-7
    let server = TestServer::start().await;
    let flow = server.ask_bound(ADA).await;
    let mail = server.mailbox.newest();
    let code = mail.code().unwrap();
    for tries_left in [4, 3, 2, 1, 0] {
        let answer = server.check(&proof(&flow, &another(&code))).await;
        answer.assert_refused(400, "code_invalid");
        assert_eq!(answer.body["tries_left"], tries_left);
    }
    server.check(&proof(&flow, &code)).await.assert_refused(410, "code_expired");
    server.reset(&proof(&flow, &code), NEW_PASSWORD).await.assert_refused(410, "code_expired");
    server.reset(&[("token", &mail.token()), ("code_verifier", VERIFIER)], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn of_many_guesses_at_once_five_are_looked_at() {
    // TOK-7
    let server = TestServer::start().await;
    let flow = server.ask_bound(ADA).await;
    let wrong = another(&server.mailbox.newest().code().unwrap());
    let guess = proof(&flow, &wrong);
    let mut codes = Vec::new();
    let guesses: Vec<_> = (0..20).map(|_| server.check(&guess)).collect();
    for answer in support::all_at_once(guesses).await {
        codes.push(answer.code().to_owned());
    }
    assert_eq!(codes.iter().filter(|code| *code == "code_invalid").count(), 5, "{codes:?}");
    assert_eq!(codes.iter().filter(|code| *code == "code_expired").count(), 15, "{codes:?}");
}

#[tokio::test]
async fn a_right_code_uses_up_no_try_and_neither_does_a_slip() {
    let server = TestServer::start().await;
    let flow = server.ask_bound(ADA).await;
    let code = server.mailbox.newest().code().unwrap();
    for _ in 0..6 {
        server.check(&proof(&flow, &code)).await.assert_ok();
        let slip = server.check(&proof(&flow, &code[..7])).await;
        slip.assert_refused(400, "code_invalid");
        assert_eq!(slip.body["tries_left"], 5);
    }
}

#[tokio::test]
async fn without_the_verifier_a_code_is_worth_nothing_and_no_try_is_used_up() {
    // TOK-7: nobody else can kill the code.
    let server = TestServer::start().await;
    let flow = server.ask_bound(ADA).await;
    let code = server.mailbox.newest().code().unwrap();
    let wrong = VERIFIER.replace('d', "e");
    for _ in 0..6 {
        server.check(&[("flow", &flow), ("code", &code)]).await.assert_refused(403, "verifier_required");
        let other = [("flow", flow.as_str()), ("code", &another(&code)), ("code_verifier", &wrong)];
        server.check(&other).await.assert_refused(403, "verifier_required");
    }
    server.check(&proof(&flow, &code)).await.assert_ok();
}

#[tokio::test]
async fn the_code_works_for_ten_minutes_to_the_second() {
    // TOK-5
    let server = TestServer::start().await;
    let flow = server.ask_bound(ADA).await;
    let mail = server.mailbox.newest();
    let code = mail.code().unwrap();
    server.clock.advance(599);
    assert_eq!(server.check(&proof(&flow, &code)).await.body["expires_in"], 1);
    server.clock.advance(1);
    server.check(&proof(&flow, &code)).await.assert_refused(410, "code_expired");
    server.clock.advance(1);
    server.check(&proof(&flow, &code)).await.assert_refused(410, "code_expired");
    server.check(&[("token", &mail.token()), ("code_verifier", VERIFIER)]).await.assert_ok();
}

#[tokio::test]
async fn a_code_of_an_earlier_mail_works_on_the_device_that_asked_again() {
    // TOK-8
    let server = TestServer::start().await;
    let first = server.ask_bound(ADA).await;
    let code = server.mailbox.newest().code().unwrap();
    // Its mail is put off: the person has the first one only.
    let second = server.ask_bound(ADA).await;
    assert_eq!(server.mailbox.files().len(), 1);
    server.check(&proof(&second, &code)).await.assert_ok();
    server.clock.advance(60);
    server.running.mail_delivered().await.unwrap();
    let newer = server.mailbox.newest();
    assert!(newer.is_of_flow(&second));
    for flow in [&first, &second] {
        server.check(&proof(flow, &code)).await.assert_ok();
        server.check(&proof(flow, &newer.code().unwrap())).await.assert_ok();
    }
    server.reset(&proof(&second, &code), NEW_PASSWORD).await.assert_ok();
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server.check(&proof(&first, &code)).await.assert_refused(410, "token_used");
    server.check(&proof(&second, &newer.code().unwrap())).await.assert_refused(410, "token_superseded");
}

#[tokio::test]
async fn of_one_device_the_last_three_codes_stay_good() {
    let server = TestServer::start().await;
    let mut asked = Vec::new();
    for wait in [0, 60, 120, 300] {
        server.clock.advance(wait);
        let flow = server.ask_bound(ADA).await;
        asked.push((flow, server.mailbox.newest().code().unwrap()));
    }
    server.check(&proof(&asked[0].0, &asked[0].1)).await.assert_refused(410, "token_superseded");
    server.check(&proof(&asked[3].0, &asked[0].1)).await.assert_refused(400, "code_invalid");
    for (flow, code) in &asked[1..] {
        server.check(&proof(flow, code)).await.assert_ok();
    }
}

#[tokio::test]
async fn a_request_without_challenge_gets_a_mail_without_code() {
    let server = TestServer::start().await;
    let flow = server.ask(ADA).await;
    assert_eq!(server.mailbox.newest().code(), None);
    server.check(&proof(&flow, "12345678")).await.assert_refused(403, "verifier_required");
}

#[tokio::test]
async fn an_incomplete_proof_is_invalid() {
    let server = TestServer::start().await;
    let flow = server.ask_bound(ADA).await;
    server.check(&[("flow", &flow)]).await.assert_refused(400, "token_invalid");
    server
        .check(&[("code", "12345678"), ("code_verifier", VERIFIER)])
        .await
        .assert_refused(400, "token_invalid");
    server.check(&proof("no-such-flow", "12345678")).await.assert_refused(400, "token_invalid");
    server.check(&[("token", "t"), ("code", "12345678")]).await.assert_refused(400, "malformed_request");
}

#[tokio::test]
async fn codes_of_a_flow_without_account_are_answered_like_wrong_ones() {
    // REQ-1, beyond the request itself
    let server = TestServer::start().await;
    let known = server.ask_bound(ADA).await;
    let wrong = another(&server.mailbox.newest().code().unwrap());
    let unknown = server.ask_bound(NOBODY).await;
    for _ in 0..7 {
        let answers =
            [server.check(&proof(&known, &wrong)).await, server.check(&proof(&unknown, &wrong)).await];
        assert_eq!(answers[0], answers[1]);
    }
    let password = "a password of no account";
    let reset = server.reset(&proof(&unknown, &wrong), password).await;
    assert_eq!(reset, server.reset(&proof(&known, &wrong), password).await);
}
