//! The same thing twice, and many things at once.

#![allow(clippy::unwrap_used)]

mod support;

use support::{ADA, NEW_PASSWORD, TestServer, VERIFIER, all_at_once, signed_out_everywhere};

const KEY: &str = "8f14e45f-ceea-467f-a0b1-2c1c7d5c6b1e";

#[tokio::test]
async fn of_twenty_resets_at_once_one_succeeds() {
    // END-6
    let server = TestServer::start().await;
    let token = server.token_for_ada().await;
    let proof = [("token", token.as_str())];
    let passwords: Vec<String> = (0..20).map(|number| format!("umbrella {number} in the rain")).collect();
    let answers =
        all_at_once(passwords.iter().map(|password| server.reset(&proof, password)).collect()).await;

    let won: Vec<usize> = (0..20).filter(|&number| answers[number].status == 200).collect();
    assert_eq!(won.len(), 1, "{answers:?}");
    assert!(
        answers.iter().all(|answer| answer.status == 200 || answer.code() == "token_used"),
        "{answers:?}"
    );
    server.sign_in(&passwords[won[0]]).await.assert_ok();
    server.running.mail_delivered().await.unwrap();
    assert_eq!(server.mailbox.files().len(), 2, "one recovery mail, one notice");
}

#[tokio::test]
async fn a_repeat_with_the_same_key_proof_and_password_is_answered_alike_and_does_nothing() {
    let server = TestServer::start().await;
    let token = server.token_for_ada().await;
    let proof = [("token", token.as_str())];
    let first = server.reset_with_key(&proof, NEW_PASSWORD, KEY).await;
    assert_eq!(first.body, signed_out_everywhere());
    server.clock.advance(2 * 60 * 60);
    let session = server.sign_in(NEW_PASSWORD).await.body["session"].as_str().unwrap().to_owned();

    assert_eq!(server.reset_with_key(&proof, NEW_PASSWORD, KEY).await, first);
    assert_eq!(server.session_status(&session).await, 200, "the repeat ends no session");
    server.running.mail_delivered().await.unwrap();
    assert_eq!(server.mailbox.files().len(), 2, "and sends no second notice");

    server.reset_with_key(&proof, "another long phrase", KEY).await.assert_refused(410, "token_used");
    server.reset_with_key(&proof, NEW_PASSWORD, "another-key").await.assert_refused(410, "token_used");
    server.reset(&proof, NEW_PASSWORD).await.assert_refused(410, "token_used");
}

#[tokio::test]
async fn a_repeat_does_not_tell_a_password_that_was_set_later() {
    let server = TestServer::start().await;
    let old = server.token_for_ada().await;
    let proof = [("token", old.as_str())];
    server.reset_with_key(&proof, "the thief's own long phrase", KEY).await.assert_ok();
    let own = server.token_for_ada_later(60).await;
    server.reset(&[("token", &own)], NEW_PASSWORD).await.assert_ok();

    for guess in [NEW_PASSWORD, "the thief's own long phrase", "another long phrase"] {
        server.reset_with_key(&proof, guess, KEY).await.assert_refused(410, "token_used");
        let form =
            [("token", old.as_str()), ("new_password", guess), ("repeat_password", guess), ("attempt", KEY)];
        let page = server.client.post(server.url("/reset-password")).form(&form).send().await.unwrap();
        assert_eq!(page.status(), 410);
    }
}

#[tokio::test]
async fn a_reset_is_repeated_with_few_other_passwords() {
    let server = TestServer::start().await;
    let token = server.token_for_ada().await;
    let proof = [("token", token.as_str())];
    server.reset_with_key(&proof, NEW_PASSWORD, KEY).await.assert_ok();
    for number in 0..5 {
        server.reset_with_key(&proof, NEW_PASSWORD, KEY).await.assert_ok();
        let guess = format!("umbrella {number} in the rain");
        server.reset_with_key(&proof, &guess, KEY).await.assert_refused(410, "token_used");
    }
    server.reset_with_key(&proof, NEW_PASSWORD, KEY).await.assert_refused(410, "token_used");
}

#[tokio::test]
async fn a_repeat_needs_the_whole_proof_again() {
    let server = TestServer::start().await;
    let flow = server.ask_bound(ADA).await;
    let mail = server.mailbox.newest();
    let code = mail.code().unwrap();
    let proof = [("flow", flow.as_str()), ("code", &code), ("code_verifier", VERIFIER)];
    server.reset_with_key(&proof, NEW_PASSWORD, KEY).await.assert_ok();
    server.reset_with_key(&proof, NEW_PASSWORD, KEY).await.assert_ok();

    let wrong_code =
        [("flow", flow.as_str()), ("code", &support::another(&code)), ("code_verifier", VERIFIER)];
    // Who does not know the code is not told that a password was set.
    server.reset_with_key(&wrong_code, NEW_PASSWORD, KEY).await.assert_refused(400, "code_invalid");
    let no_verifier = [("token", mail.token())];
    let no_verifier = no_verifier.each_ref().map(|(name, value)| (*name, value.as_str()));
    server.reset_with_key(&no_verifier, NEW_PASSWORD, KEY).await.assert_refused(410, "token_used");
}

#[tokio::test]
async fn a_double_click_with_one_key_is_two_successes_and_one_change() {
    let server = TestServer::start().await;
    let token = server.token_for_ada().await;
    let proof = [("token", token.as_str())];
    let both = (0..2).map(|_| server.reset_with_key(&proof, NEW_PASSWORD, KEY)).collect();
    for answer in all_at_once(both).await {
        answer.assert_ok();
    }
    server.running.mail_delivered().await.unwrap();
    assert_eq!(server.mailbox.files().len(), 2);
}

#[tokio::test]
async fn of_many_requests_for_one_address_at_once_one_is_mailed_at_once() {
    // REQ-3
    let server = TestServer::start().await;
    let requests = (0..10).map(|_| server.post("/account/recovery", &[("email", ADA)])).collect();
    let answers = all_at_once(requests).await;
    assert!(answers.iter().all(|answer| answer.status == 200), "{answers:?}");
    server.running.mail_delivered().await.unwrap();
    assert_eq!(server.mailbox.files().len(), 1);
    server.clock.advance(60);
    server.running.mail_delivered().await.unwrap();
    assert_eq!(server.mailbox.files().len(), 2, "one was put off, in place of all others");
}
