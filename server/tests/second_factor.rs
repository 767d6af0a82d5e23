//! Accounts with a second factor (RFC 6238): neither a recovery nor a sign-in gets around it.

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::AdminService;
use serde_json::json;
use support::second_factor::start_with_second_factor;
use support::{ADA, Answer, NEW_PASSWORD, OLD_PASSWORD, TestServer};
use totp_rs::Totp;

const START: u64 = 1_795_437_240;

async fn start() -> (TestServer, Totp) {
    start_with_second_factor(|_| ()).await
}

fn code(totp: &Totp, after: u64) -> String {
    totp.generate(START + after).to_string()
}

async fn sign_in(server: &TestServer, password: &str, code: &str) -> Answer {
    server.post("/session", &[("email", ADA), ("password", password), ("second_factor", code)]).await
}

#[tokio::test]
async fn a_recovery_needs_the_second_factor_and_is_not_consumed_without_it() {
    // END-5
    let (server, totp) = start().await;
    let token = server.token_for_ada().await;
    let proof = [("token", token.as_str())];
    assert_eq!(server.check(&proof).await.body["second_factor"], json!(true));
    server.reset(&proof, NEW_PASSWORD).await.assert_refused(403, "second_factor_required");
    let with = |code: &str| [("token", token.clone()), ("second_factor", code.to_owned())];
    let wrong = with(&support::another(&code(&totp, 0)));
    let wrong = wrong.each_ref().map(|(name, value)| (*name, value.as_str()));
    server.reset(&wrong, NEW_PASSWORD).await.assert_refused(400, "second_factor_invalid");
    let right = with(&code(&totp, 0));
    let right = right.each_ref().map(|(name, value)| (*name, value.as_str()));
    server.reset(&right, "passwordpassword").await.assert_refused(422, "password_refused");
    server.reset(&right, NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn a_sign_in_needs_the_second_factor_and_each_code_is_good_once() {
    let (server, totp) = start().await;
    server.sign_in(OLD_PASSWORD).await.assert_refused(403, "second_factor_required");
    server.sign_in("not the password at all").await.assert_refused(401, "credentials_invalid");
    sign_in(&server, OLD_PASSWORD, &code(&totp, 0)).await.assert_ok();
    sign_in(&server, OLD_PASSWORD, &code(&totp, 0)).await.assert_refused(400, "second_factor_invalid");
    server.clock.advance(30);
    sign_in(&server, OLD_PASSWORD, &code(&totp, 30)).await.assert_ok();
}

#[tokio::test]
async fn after_five_tries_the_second_factor_rests() {
    let (server, totp) = start().await;
    let wrong = support::another(&code(&totp, 0));
    for _ in 0..5 {
        sign_in(&server, OLD_PASSWORD, &wrong).await.assert_refused(400, "second_factor_invalid");
    }
    sign_in(&server, OLD_PASSWORD, &code(&totp, 0)).await.assert_refused(429, "rate_limited");
    server.clock.advance(600);
    sign_in(&server, OLD_PASSWORD, &code(&totp, 600)).await.assert_ok();
}

#[tokio::test]
async fn whoever_holds_the_mailbox_cannot_use_up_tries_without_end() {
    let folder = tempfile::tempdir().unwrap();
    let audit = folder.path().join("audit.jsonl");
    let (server, totp) = start_with_second_factor(|config| config.audit_file = Some(audit.clone())).await;
    let mut looked_at = 0;
    let mut after = 0;
    // A whole day of recoveries, each with as many tries as it takes.
    for wait in [0, 60, 120, 300, 900, 3600, 43_200] {
        after += u64::from(wait);
        let token = server.token_for_ada_later(wait).await;
        let wrong = support::another(&code(&totp, after));
        for number in 0..8 {
            let fields = [("token", token.as_str()), ("second_factor", &wrong)];
            let refused = server.reset(&fields, NEW_PASSWORD).await;
            match refused.code() {
                "second_factor_invalid" => looked_at += 1,
                code => assert_eq!(code, "rate_limited"),
            }
            assert!(number < 5 || refused.code() == "rate_limited", "five for each recovery");
        }
    }
    assert_eq!(looked_at, 8, "fewer than ten in a day from one network");
    let noted = std::fs::read_to_string(&audit).unwrap();
    assert!(noted.contains(r#""event":"second_factor_tries","outcome":"used_up""#), "{noted}");
    // Signing in is counted apart.
    sign_in(&server, OLD_PASSWORD, &code(&totp, after)).await.assert_ok();
}

#[tokio::test]
async fn the_secret_cannot_be_read_from_the_database_and_needs_a_pepper() {
    let (server, totp) = start().await;
    let link = totp.to_url().unwrap();
    let (_, secret) = link.split_once("secret=").unwrap();
    let secret = secret.split('&').next().unwrap();
    let bytes = totp_rs::Secret::try_from_base32(secret).unwrap();
    let contents = server.database_contents().await;
    assert!(!contents.contain(secret) && !contents.contain_bytes(bytes.as_bytes()));

    let plain = TestServer::start().await;
    let admin = AdminService::open(&support::config_in(&plain.folder).await).await.unwrap();
    assert!(admin.enroll_second_factor(ADA).await.unwrap_err().to_string().contains("pepper_file"));
    admin.close().await;
    plain.sign_in(OLD_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn an_operator_can_take_a_lost_second_factor_away() {
    let (server, _) = start().await;
    let admin = AdminService::open(&support::config_in(&server.folder).await).await.unwrap();
    admin.remove_second_factor(ADA).await.unwrap();
    admin.close().await;
    server.sign_in(OLD_PASSWORD).await.assert_ok();
}
