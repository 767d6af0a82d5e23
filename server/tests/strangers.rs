//! What somebody at another network can do to a person's recovery: nothing. And what they learn: nothing.

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::AdminService;
use support::{ADA, Answer, NEW_PASSWORD, NOBODY, OLD_PASSWORD, TestServer, VERIFIER, another, challenge};

const OWNER: &str = "203.0.113.5";
const STRANGER: &str = "198.51.100.7";
const MINUTES_OF_A_DAY: u32 = 24 * 60;

/// A server behind a proxy that says where requests come from.
async fn start() -> TestServer {
    TestServer::start_with(|config| config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()]).await
}

async fn post_from(server: &TestServer, from: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let request = server.client.post(server.url(path)).header("X-Forwarded-For", from);
    Answer::of(request.form(fields).send().await.unwrap()).await
}

/// Asks from a device that keeps [`VERIFIER`]; answers the flow.
async fn ask_bound_from(server: &TestServer, from: &str, email: &str) -> String {
    let challenge = challenge();
    let fields = [("email", email), ("code_challenge", &challenge), ("code_challenge_method", "S256")];
    let asked = post_from(server, from, "/account/recovery", &fields).await;
    asked.assert_ok();
    server.running.mail_delivered().await.unwrap();
    asked.body["flow"].as_str().unwrap().to_owned()
}

async fn check_code_from(server: &TestServer, from: &str, flow: &str, code: &str) -> Answer {
    let proof = [("flow", flow), ("code", code), ("code_verifier", VERIFIER)];
    post_from(server, from, "/account/reset-password/check", &proof).await
}

fn files_to_ada(server: &TestServer) -> usize {
    server.mailbox.files().len()
}

#[tokio::test]
async fn a_stranger_who_asks_every_minute_keeps_nobody_out_and_sends_a_handful_of_mails() {
    // REQ-3, REQ-4
    let server = start().await;
    let flow = ask_bound_from(&server, OWNER, ADA).await;
    let mail = server.mailbox.newest();
    let (token, code) = (mail.token(), mail.code().unwrap());
    for minute in 0..MINUTES_OF_A_DAY {
        post_from(&server, STRANGER, "/account/recovery", &[("email", ADA)]).await.assert_ok();
        if minute == 9 {
            check_code_from(&server, OWNER, &flow, &code).await.assert_ok();
        }
        if minute == 59 {
            let proof = [("token", token.as_str()), ("code_verifier", VERIFIER)];
            post_from(&server, OWNER, "/account/reset-password/check", &proof).await.assert_ok();
        }
        server.running.mail_delivered().await.unwrap();
        server.clock.advance(60);
    }
    let mails = files_to_ada(&server);
    assert_eq!(mails, 1 + 7, "{:#?}", server.mailbox.files());
    // The owner asks once more, and is served at once.
    let asked = post_from(&server, OWNER, "/account/recovery", &[("email", ADA)]).await;
    assert_eq!(asked.body["resend_after"], 60, "the countdown is one's own");
    server.running.mail_delivered().await.unwrap();
    assert_eq!(files_to_ada(&server), mails + 1);
    server.reset(&[("token", &server.mailbox.newest().token())], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn all_networks_together_send_an_address_no_more_than_its_share() {
    let server = start().await;
    for network in 0..40 {
        let from = format!("198.51.{network}.1");
        post_from(&server, &from, "/account/recovery", &[("email", ADA)]).await.assert_ok();
    }
    server.running.mail_delivered().await.unwrap();
    assert_eq!(files_to_ada(&server), 12);
    for _ in 0..23 {
        server.clock.advance(60 * 60);
        for network in 0..13 {
            let from = format!("198.51.{network}.1");
            post_from(&server, &from, "/account/recovery", &[("email", ADA)]).await.assert_ok();
        }
        server.running.mail_delivered().await.unwrap();
    }
    // The day of the totals begins at midnight.
    assert!(files_to_ada(&server) <= 2 * 24, "{}", files_to_ada(&server));
}

#[tokio::test]
async fn an_account_with_two_addresses_looks_like_two_accounts() {
    const WORK: &str = "ada@work.example";
    let server = start().await;
    let admin = AdminService::open(&support::config_in(&server.folder).await).await.unwrap();
    admin.add_address(ADA, WORK).await.unwrap();
    admin.close().await;
    let mut seen = Vec::new();
    for (first, second) in [(ADA, WORK), (NOBODY, "someone@example.com")] {
        let flow = ask_bound_from(&server, STRANGER, first).await;
        ask_bound_from(&server, STRANGER, second).await;
        let wrong = check_code_from(&server, STRANGER, &flow, "12345678").await;
        assert_ne!(wrong.code(), "", "one chance in fifty million");
        seen.push(wrong);
    }
    assert_eq!(seen[0], seen[1]);
    seen[0].assert_refused(400, "code_invalid");
}

#[tokio::test]
async fn without_the_mail_a_device_does_not_learn_that_the_account_was_recovered_elsewhere() {
    let server = start().await;
    let known = ask_bound_from(&server, STRANGER, ADA).await;
    let strangers_code = server.mailbox.newest().code().unwrap();
    let unknown = ask_bound_from(&server, STRANGER, NOBODY).await;
    server.clock.advance(60);
    // The owner recovers with a mail of their own.
    post_from(&server, OWNER, "/account/recovery", &[("email", ADA)]).await.assert_ok();
    server.running.mail_delivered().await.unwrap();
    let token = server.mailbox.newest().token();
    let fields = [("token", token.as_str()), ("new_password", NEW_PASSWORD)];
    post_from(&server, OWNER, "/account/reset-password", &fields).await.assert_ok();

    let wrong = another(&strangers_code);
    for _ in 0..6 {
        let [of_known, of_unknown] =
            [&known, &unknown].map(|flow| check_code_from(&server, STRANGER, flow, &wrong));
        assert_eq!(of_known.await, of_unknown.await);
    }
    server.clock.advance(600);
    for flow in [&known, &unknown] {
        check_code_from(&server, STRANGER, flow, &wrong).await.assert_refused(410, "code_expired");
    }
    // Whoever has the mail is told.
    let flow = ask_bound_from(&server, OWNER, ADA).await;
    let mail = server.mailbox.newest();
    let code = mail.code().unwrap();
    let fields = [("token", mail.token()), ("code_verifier", VERIFIER.to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    server.reset(&fields, "yet another long phrase").await.assert_ok();
    check_code_from(&server, OWNER, &flow, &another(&code)).await.assert_refused(400, "code_invalid");
    check_code_from(&server, OWNER, &flow, &code).await.assert_refused(410, "token_used");
}

/// What becomes of so many wrong codes from one network, five to a request.
async fn guess(server: &TestServer, email: &str, wrong: &str, count: usize) -> Vec<(u16, String)> {
    let (mut seen, mut flow) = (Vec::new(), String::new());
    for number in 0..count {
        if number % 5 == 0 {
            flow = ask_bound_from(server, STRANGER, email).await;
        }
        let answer = check_code_from(server, STRANGER, &flow, wrong).await;
        seen.push((answer.status, answer.code().to_owned()));
    }
    seen
}

#[tokio::test]
async fn wrong_codes_are_counted_over_all_requests_and_the_owner_elsewhere_is_not_kept_out() {
    // TOK-7
    let server = start().await;
    let flow = ask_bound_from(&server, OWNER, ADA).await;
    let mail = server.mailbox.newest();
    let code = mail.code().unwrap();
    let wrong = another(&code);
    let known = guess(&server, ADA, &wrong, 15).await;
    assert_eq!(known, guess(&server, NOBODY, &wrong, 15).await);
    let looked_at = known.iter().filter(|(_, code)| code == "code_invalid").count();
    assert_eq!(looked_at, 10, "{known:?}");
    assert_eq!(known[10], (429, "rate_limited".to_owned()));
    check_code_from(&server, OWNER, &flow, &code).await.assert_ok();
    // Days later the network has had its share for good, and the link still works.
    let mut looked_at = 10;
    for _ in 0..40 {
        server.clock.advance(60 * 60);
        let seen = guess(&server, ADA, &wrong, 1).await;
        looked_at += seen.iter().filter(|(_, code)| code == "code_invalid").count();
    }
    assert_eq!(looked_at, 25);
    let flow = ask_bound_from(&server, OWNER, ADA).await;
    let mail = server.mailbox.newest();
    check_code_from(&server, STRANGER, &flow, &mail.code().unwrap())
        .await
        .assert_refused(410, "code_expired");
    let proof = [("token", mail.token()), ("code_verifier", VERIFIER.to_owned())];
    let proof = proof.each_ref().map(|(name, value)| (*name, value.as_str()));
    post_from(&server, STRANGER, "/account/reset-password/check", &proof).await.assert_ok();
    check_code_from(&server, OWNER, &flow, &mail.code().unwrap()).await.assert_ok();
}

#[tokio::test]
async fn wrong_passwords_wait_longer_and_longer_alike_for_all_addresses_and_at_their_network_only() {
    // REQ-4
    let server = start().await;
    let sign_in = async |from: &str, email: &str, password: &str| {
        post_from(&server, from, "/session", &[("email", email), ("password", password)]).await
    };
    for wait in [0, 0, 0, 0, 0, 30, 60, 120] {
        server.clock.advance(wait);
        for email in [ADA, NOBODY] {
            sign_in(STRANGER, email, "not the password at all")
                .await
                .assert_refused(401, "credentials_invalid");
        }
    }
    for email in [ADA, NOBODY] {
        sign_in(STRANGER, email, OLD_PASSWORD).await.assert_refused(429, "rate_limited");
    }
    sign_in(OWNER, ADA, OLD_PASSWORD).await.assert_ok();
    sign_in(STRANGER, ADA, OLD_PASSWORD).await.assert_refused(429, "rate_limited");
    server.clock.advance(240);
    sign_in(STRANGER, ADA, OLD_PASSWORD).await.assert_ok();
}
