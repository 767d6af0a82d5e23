//! Recovery by code.

#![allow(clippy::unwrap_used)]

mod support;

use serde_json::json;
use support::{ADA, NEW_PASSWORD, TestServer, UNKNOWN, VERIFIER, other_code};

fn proof<'a>(flow: &'a str, code: &'a str) -> [(&'a str, &'a str); 3] {
    [("flow", flow), ("code", code), ("code_verifier", VERIFIER)]
}

#[tokio::test]
async fn code_sets_a_password_on_the_requesting_device() {
    let server = TestServer::start().await;
    let flow = server.request_bound_recovery(ADA).await;
    let mail = server.mailbox.newest();
    let code = mail.code().unwrap();
    assert!(
        mail.html.contains(&format!("{} {}", &code[..4], &code[4..])),
        "the code is printed in groups of four"
    );

    let checked = server.check(&proof(&flow, &code)).await;
    assert_eq!(checked.body, json!({ "flow": flow, "expires_in": 600 }));
    // The code is written as the email prints it.
    let printed = format!("{} {}", &code[..4], &code[4..]);
    server.reset(&proof(&flow, &printed), NEW_PASSWORD).await.assert_ok();
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server
        .check(&[("token", &mail.token()), ("code_verifier", VERIFIER)])
        .await
        .assert_problem(410, "token_used");
}

#[tokio::test]
async fn code_is_accepted_in_digits_of_other_scripts() {
    let server = TestServer::start().await;
    let flow = server.request_bound_recovery(ADA).await;
    let code = server.mailbox.newest().code().unwrap();
    for digits in ["०१२३४५६७८९", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩"]
    {
        let digits: Vec<char> = digits.chars().collect();
        let typed: String = code.chars().map(|digit| digits[digit.to_digit(10).unwrap() as usize]).collect();
        server.check(&proof(&flow, &typed)).await.assert_ok();
    }
    // Such digits are read as a code: a wrong one uses a try.
    for (typed, tries_left) in [("१२३४५६७८", 4), ("１２３４５６７８", 3)] {
        let response = server.check(&proof(&flow, typed)).await;
        response.assert_problem(400, "code_invalid");
        assert_eq!(response.body["tries_left"], tries_left, "{typed}");
    }
    let full_width: String =
        code.chars().map(|digit| char::from_u32(0xFF10 + digit.to_digit(10).unwrap()).unwrap()).collect();
    server.reset(&proof(&flow, &full_width), NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn code_is_disabled_after_five_wrong_tries_and_the_link_works() {
    // TOK-7
    let server = TestServer::start().await;
    let flow = server.request_bound_recovery(ADA).await;
    let mail = server.mailbox.newest();
    let code = mail.code().unwrap();
    for tries_left in [4, 3, 2, 1, 0] {
        let response = server.check(&proof(&flow, &other_code(&code))).await;
        response.assert_problem(400, "code_invalid");
        assert_eq!(response.body["tries_left"], tries_left);
    }
    server.check(&proof(&flow, &code)).await.assert_problem(410, "code_expired");
    server.reset(&proof(&flow, &code), NEW_PASSWORD).await.assert_problem(410, "code_expired");
    server.reset(&[("token", &mail.token()), ("code_verifier", VERIFIER)], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn five_of_many_concurrent_guesses_are_checked() {
    // TOK-7
    let server = TestServer::start().await;
    let flow = server.request_bound_recovery(ADA).await;
    let wrong = other_code(&server.mailbox.newest().code().unwrap());
    let wrong_proof = proof(&flow, &wrong);
    let mut codes = Vec::new();
    let checks: Vec<_> = (0..20).map(|_| server.check(&wrong_proof)).collect();
    for response in support::join_all(checks).await {
        codes.push(response.code().to_owned());
    }
    assert_eq!(codes.iter().filter(|code| *code == "code_invalid").count(), 5, "{codes:?}");
    assert_eq!(codes.iter().filter(|code| *code == "code_expired").count(), 15, "{codes:?}");
}

#[tokio::test]
async fn right_code_and_malformed_code_use_no_try() {
    let server = TestServer::start().await;
    let flow = server.request_bound_recovery(ADA).await;
    let code = server.mailbox.newest().code().unwrap();
    for _ in 0..6 {
        server.check(&proof(&flow, &code)).await.assert_ok();
        let incomplete = server.check(&proof(&flow, &code[..7])).await;
        incomplete.assert_problem(400, "code_invalid");
        assert_eq!(incomplete.body["tries_left"], 5);
    }
}

#[tokio::test]
async fn internal_errors_use_up_no_try_of_a_code() {
    let server = TestServer::start().await;
    let flow = server.request_bound_recovery(ADA).await;
    let code = server.mailbox.newest().code().unwrap();
    server.damage_counts_of_failures().await;
    for _ in 0..6 {
        server.check(&proof(&flow, &code)).await.assert_problem(500, "internal");
    }
    server.repair_counts_of_failures().await;
    let wrong = server.check(&proof(&flow, &other_code(&code))).await;
    wrong.assert_problem(400, "code_invalid");
    assert_eq!(wrong.body["tries_left"], 4);
    server.check(&proof(&flow, &code)).await.assert_ok();
}

#[tokio::test]
async fn code_without_verifier_is_rejected_and_uses_no_try() {
    // TOK-7: other devices cannot disable the code.
    let server = TestServer::start().await;
    let flow = server.request_bound_recovery(ADA).await;
    let code = server.mailbox.newest().code().unwrap();
    let wrong = VERIFIER.replace('d', "e");
    for _ in 0..6 {
        server.check(&[("flow", &flow), ("code", &code)]).await.assert_problem(403, "verifier_required");
        let other = [("flow", flow.as_str()), ("code", &other_code(&code)), ("code_verifier", &wrong)];
        server.check(&other).await.assert_problem(403, "verifier_required");
    }
    server.check(&proof(&flow, &code)).await.assert_ok();
}

#[tokio::test]
async fn code_expires_after_ten_minutes() {
    // TOK-5
    let server = TestServer::start().await;
    let flow = server.request_bound_recovery(ADA).await;
    let mail = server.mailbox.newest();
    let code = mail.code().unwrap();
    server.clock.advance(599);
    assert_eq!(server.check(&proof(&flow, &code)).await.body["expires_in"], 1);
    server.clock.advance(1);
    server.check(&proof(&flow, &code)).await.assert_problem(410, "code_expired");
    server.clock.advance(1);
    server.check(&proof(&flow, &code)).await.assert_problem(410, "code_expired");
    server.check(&[("token", &mail.token()), ("code_verifier", VERIFIER)]).await.assert_ok();
}

#[tokio::test]
async fn code_of_an_earlier_mail_works_on_the_same_device() {
    // TOK-8
    let server = TestServer::start().await;
    let first = server.request_bound_recovery(ADA).await;
    let code = server.mailbox.newest().code().unwrap();
    // The second email is delayed, so the person has only the first one.
    let second = server.request_bound_recovery(ADA).await;
    assert_eq!(server.mailbox.files().len(), 1);
    server.check(&proof(&second, &code)).await.assert_ok();
    server.clock.advance(60);
    server.mail_delivered().await;
    let newer = server.mailbox.newest();
    assert!(newer.is_for_flow(&second));
    for flow in [&first, &second] {
        server.check(&proof(flow, &code)).await.assert_ok();
        server.check(&proof(flow, &newer.code().unwrap())).await.assert_ok();
    }
    server.reset(&proof(&second, &code), NEW_PASSWORD).await.assert_ok();
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server.check(&proof(&first, &code)).await.assert_problem(410, "token_used");
    server.check(&proof(&second, &newer.code().unwrap())).await.assert_problem(410, "token_superseded");
}

#[tokio::test]
async fn last_three_codes_of_a_device_work() {
    let server = TestServer::start().await;
    let mut requested = Vec::new();
    for wait in [0, 60, 120, 300] {
        server.clock.advance(wait);
        let flow = server.request_bound_recovery(ADA).await;
        requested.push((flow, server.mailbox.newest().code().unwrap()));
    }
    server.check(&proof(&requested[0].0, &requested[0].1)).await.assert_problem(410, "token_superseded");
    server.check(&proof(&requested[3].0, &requested[0].1)).await.assert_problem(400, "code_invalid");
    for (flow, code) in &requested[1..] {
        server.check(&proof(flow, code)).await.assert_ok();
    }
}

#[tokio::test]
async fn mail_without_challenge_has_no_code() {
    let server = TestServer::start().await;
    let flow = server.request_recovery(ADA).await;
    assert_eq!(server.mailbox.newest().code(), None);
    server.check(&proof(&flow, "12345678")).await.assert_problem(403, "verifier_required");
}

#[tokio::test]
async fn incomplete_proof_is_invalid() {
    let server = TestServer::start().await;
    let flow = server.request_bound_recovery(ADA).await;
    server.check(&[("flow", &flow)]).await.assert_problem(400, "token_invalid");
    server
        .check(&[("code", "12345678"), ("code_verifier", VERIFIER)])
        .await
        .assert_problem(400, "token_invalid");
    server.check(&proof("no-such-flow", "12345678")).await.assert_problem(400, "token_invalid");
    server.check(&[("token", "t"), ("code", "12345678")]).await.assert_problem(400, "malformed_request");
}

#[tokio::test]
async fn codes_without_account_are_answered_like_wrong_codes() {
    // REQ-1, for the calls after the request
    let server = TestServer::start().await;
    let known = server.request_bound_recovery(ADA).await;
    let wrong = other_code(&server.mailbox.newest().code().unwrap());
    let unknown = server.request_bound_recovery(UNKNOWN).await;
    for _ in 0..7 {
        let responses =
            [server.check(&proof(&known, &wrong)).await, server.check(&proof(&unknown, &wrong)).await];
        assert_eq!(responses[0], responses[1]);
    }
    let password = "a password of no account";
    let reset = server.reset(&proof(&unknown, &wrong), password).await;
    assert_eq!(reset, server.reset(&proof(&known, &wrong), password).await);
}
