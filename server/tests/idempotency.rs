//! Repeated and concurrent requests.

#![allow(clippy::unwrap_used)]

mod support;

use support::{ADA, NEW_PASSWORD, TestServer, VERIFIER, join_all, signed_out_everywhere};

const KEY: &str = "8f14e45f-ceea-467f-a0b1-2c1c7d5c6b1e";

#[tokio::test]
async fn one_of_twenty_concurrent_resets_succeeds() {
    // END-6
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    let proof = [("token", token.as_str())];
    let passwords: Vec<String> = (0..20).map(|number| format!("umbrella {number} in the rain")).collect();
    let responses = join_all(passwords.iter().map(|password| server.reset(&proof, password)).collect()).await;

    let succeeded: Vec<usize> = (0..20).filter(|&number| responses[number].status == 200).collect();
    assert_eq!(succeeded.len(), 1, "{responses:?}");
    assert!(
        responses.iter().all(|response| response.status == 200 || response.code() == "token_used"),
        "{responses:?}"
    );
    server.sign_in(&passwords[succeeded[0]]).await.assert_ok();
    server.mail_delivered().await;
    assert_eq!(server.mailbox.files().len(), 2, "one recovery mail, one notice");
}

#[tokio::test]
async fn repetition_with_the_same_key_proof_and_password_succeeds_without_effect() {
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    let proof = [("token", token.as_str())];
    let first = server.reset_with_key(&proof, NEW_PASSWORD, KEY).await;
    assert_eq!(first.body, signed_out_everywhere());
    server.clock.advance(2 * 60 * 60);
    let session = server.sign_in(NEW_PASSWORD).await.body["session"].as_str().unwrap().to_owned();

    assert_eq!(server.reset_with_key(&proof, NEW_PASSWORD, KEY).await, first);
    assert_eq!(server.session_status(&session).await, 200, "the repetition ends no session");
    server.mail_delivered().await;
    assert_eq!(server.mailbox.files().len(), 2, "the repetition sends no notice");

    server.reset_with_key(&proof, "another long phrase", KEY).await.assert_problem(410, "token_used");
    server.reset_with_key(&proof, NEW_PASSWORD, "another-key").await.assert_problem(410, "token_used");
    server.reset(&proof, NEW_PASSWORD).await.assert_problem(410, "token_used");
}

#[tokio::test]
async fn repetition_does_not_reveal_a_later_password() {
    let server = TestServer::start().await;
    let old = server.mailed_token().await;
    let proof = [("token", old.as_str())];
    server.reset_with_key(&proof, "a long phrase of the attacker", KEY).await.assert_ok();
    let second_token = server.mailed_token_after(60).await;
    server.reset(&[("token", &second_token)], NEW_PASSWORD).await.assert_ok();

    for password in [NEW_PASSWORD, "a long phrase of the attacker", "another long phrase"] {
        server.reset_with_key(&proof, password, KEY).await.assert_problem(410, "token_used");
        let form = [
            ("token", old.as_str()),
            ("new_password", password),
            ("repeat_password", password),
            ("attempt", KEY),
        ];
        let page = server.client.post(server.url("/reset-password")).form(&form).send().await.unwrap();
        assert_eq!(page.status(), 410);
    }
}

#[tokio::test]
async fn repetitions_with_other_passwords_are_limited() {
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    let proof = [("token", token.as_str())];
    server.reset_with_key(&proof, NEW_PASSWORD, KEY).await.assert_ok();
    for number in 0..5 {
        server.reset_with_key(&proof, NEW_PASSWORD, KEY).await.assert_ok();
        let other = format!("umbrella {number} in the rain");
        server.reset_with_key(&proof, &other, KEY).await.assert_problem(410, "token_used");
    }
    server.reset_with_key(&proof, NEW_PASSWORD, KEY).await.assert_problem(410, "token_used");
}

#[tokio::test]
async fn internal_errors_use_up_no_repetition() {
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    let proof = [("token", token.as_str())];
    server.reset_with_key(&proof, NEW_PASSWORD, KEY).await.assert_ok();
    server.damage_hashes().await;
    for _ in 0..6 {
        server.reset_with_key(&proof, NEW_PASSWORD, KEY).await.assert_problem(500, "internal");
    }
    server.repair_hashes().await;
    server.reset_with_key(&proof, NEW_PASSWORD, KEY).await.assert_ok();
}

#[tokio::test]
async fn repetition_needs_the_whole_proof() {
    let server = TestServer::start().await;
    let flow = server.request_bound_recovery(ADA).await;
    let mail = server.mailbox.newest();
    let code = mail.code().unwrap();
    let proof = [("flow", flow.as_str()), ("code", &code), ("code_verifier", VERIFIER)];
    server.reset_with_key(&proof, NEW_PASSWORD, KEY).await.assert_ok();
    server.reset_with_key(&proof, NEW_PASSWORD, KEY).await.assert_ok();

    let wrong_code =
        [("flow", flow.as_str()), ("code", &support::other_code(&code)), ("code_verifier", VERIFIER)];
    // A client that does not know the code does not learn that a password was set.
    server.reset_with_key(&wrong_code, NEW_PASSWORD, KEY).await.assert_problem(400, "code_invalid");
    let no_verifier = [("token", mail.token())];
    let no_verifier = no_verifier.each_ref().map(|(name, value)| (*name, value.as_str()));
    server.reset_with_key(&no_verifier, NEW_PASSWORD, KEY).await.assert_problem(410, "token_used");
}

#[tokio::test]
async fn concurrent_resets_with_one_key_succeed_with_one_change() {
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    let proof = [("token", token.as_str())];
    let both = (0..2).map(|_| server.reset_with_key(&proof, NEW_PASSWORD, KEY)).collect();
    for response in join_all(both).await {
        response.assert_ok();
    }
    server.mail_delivered().await;
    assert_eq!(server.mailbox.files().len(), 2);
}

#[tokio::test]
async fn one_of_many_concurrent_requests_is_mailed_at_once() {
    // REQ-3
    let server = TestServer::start().await;
    let requests = (0..10).map(|_| server.post("/account/recovery", &[("email", ADA)])).collect();
    let responses = join_all(requests).await;
    assert!(responses.iter().all(|response| response.status == 200), "{responses:?}");
    server.mail_delivered().await;
    assert_eq!(server.mailbox.files().len(), 1);
    server.clock.advance(60);
    server.mail_delivered().await;
    assert_eq!(server.mailbox.files().len(), 2, "one mail was delayed and replaced by each later one");
}
