//! Accounts with a second factor (RFC 6238), which neither a recovery nor a sign-in bypasses.

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::AdminService;
use serde_json::json;
use support::second_factor::{spellings, start_with_second_factor};
use support::{ADA, ApiResponse, NEW_PASSWORD, OLD_PASSWORD, TestServer};
use totp_rs::Totp;

const START: u64 = 1_795_437_240;

async fn start() -> (TestServer, Totp) {
    start_with_second_factor(|_| ()).await
}

fn code(totp: &Totp, after: u64) -> String {
    totp.generate(START + after).to_string()
}

async fn sign_in(server: &TestServer, password: &str, code: &str) -> ApiResponse {
    server.post("/session", &[("email", ADA), ("password", password), ("second_factor", code)]).await
}

#[tokio::test]
async fn recovery_requires_the_second_factor() {
    // END-5
    let (server, totp) = start().await;
    let token = server.mailed_token().await;
    let proof = [("token", token.as_str())];
    assert_eq!(server.check(&proof).await.body["second_factor"], json!(true));
    server.reset(&proof, NEW_PASSWORD).await.assert_problem(403, "second_factor_required");
    let with = |code: &str| [("token", token.clone()), ("second_factor", code.to_owned())];
    let wrong = with(&support::other_code(&code(&totp, 0)));
    let wrong = wrong.each_ref().map(|(name, value)| (*name, value.as_str()));
    server.reset(&wrong, NEW_PASSWORD).await.assert_problem(400, "second_factor_invalid");
    let valid = with(&code(&totp, 0));
    let valid = valid.each_ref().map(|(name, value)| (*name, value.as_str()));
    server.reset(&valid, "passwordpassword").await.assert_problem(422, "password_refused");
    server.reset(&valid, NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn sign_in_requires_the_second_factor_and_each_code_works_once() {
    let (server, totp) = start().await;
    server.sign_in(OLD_PASSWORD).await.assert_problem(403, "second_factor_required");
    server.sign_in("not the password at all").await.assert_problem(401, "credentials_invalid");
    sign_in(&server, OLD_PASSWORD, &code(&totp, 0)).await.assert_ok();
    sign_in(&server, OLD_PASSWORD, &code(&totp, 0)).await.assert_problem(400, "second_factor_invalid");
    server.clock.advance(30);
    sign_in(&server, OLD_PASSWORD, &code(&totp, 30)).await.assert_ok();
}

#[tokio::test]
async fn second_factor_is_accepted_in_digits_of_other_scripts_and_with_a_label() {
    let (server, totp) = start_with_second_factor(|config| config.limits.resend_after = 0).await;
    let mut after = 0;
    for form in 0..spellings("000000").len() {
        // Each code works once.
        after += 30;
        server.clock.set(support::START.plus(after));
        let typed = &spellings(&code(&totp, after.into()))[form];
        let password = if form == 0 { OLD_PASSWORD.to_owned() } else { new_password(form - 1) };
        sign_in(&server, &password, typed).await.assert_ok();

        after += 30;
        server.clock.set(support::START.plus(after));
        let token = server.mailed_token().await;
        let typed = &spellings(&code(&totp, after.into()))[form];
        let fields = [("token", token.as_str()), ("second_factor", typed)];
        server.reset(&fields, &new_password(form)).await.assert_ok();
    }
}

fn new_password(number: usize) -> String {
    format!("umbrella {number} in the rain")
}

#[tokio::test]
async fn second_factor_is_throttled_after_five_failures() {
    let (server, totp) = start().await;
    let wrong = support::other_code(&code(&totp, 0));
    for _ in 0..5 {
        sign_in(&server, OLD_PASSWORD, &wrong).await.assert_problem(400, "second_factor_invalid");
    }
    sign_in(&server, OLD_PASSWORD, &code(&totp, 0)).await.assert_problem(429, "rate_limited");
    server.clock.advance(600);
    sign_in(&server, OLD_PASSWORD, &code(&totp, 600)).await.assert_ok();
}

#[tokio::test]
async fn tries_with_access_to_the_mailbox_are_limited() {
    let folder = tempfile::tempdir().unwrap();
    let audit = folder.path().join("audit.jsonl");
    let (server, totp) = start_with_second_factor(|config| config.audit_file = Some(audit.clone())).await;
    let mut checked_count = 0;
    let mut after = 0;
    // Recoveries of a whole day, each with all its tries.
    for wait in [0, 60, 120, 300, 900, 3600, 43_200] {
        after += u64::from(wait);
        let token = server.mailed_token_after(wait).await;
        let wrong = support::other_code(&code(&totp, after));
        for number in 0..8 {
            let fields = [("token", token.as_str()), ("second_factor", &wrong)];
            let rejected = server.reset(&fields, NEW_PASSWORD).await;
            match rejected.code() {
                "second_factor_invalid" => checked_count += 1,
                code => assert_eq!(code, "rate_limited"),
            }
            assert!(number < 5 || rejected.code() == "rate_limited", "five tries per recovery");
        }
    }
    assert_eq!(checked_count, 8, "at most ten tries per day and network");
    let audit_log = std::fs::read_to_string(&audit).unwrap();
    assert!(audit_log.contains(r#""event":"second_factor_tries","outcome":"used_up""#), "{audit_log}");
    // Sign-ins are counted separately.
    sign_in(&server, OLD_PASSWORD, &code(&totp, after)).await.assert_ok();
}

#[tokio::test]
async fn secret_is_encrypted_and_requires_a_pepper() {
    let (server, totp) = start().await;
    let link = totp.to_url().unwrap();
    let (_, secret) = link.split_once("secret=").unwrap();
    let secret = secret.split('&').next().unwrap();
    let bytes = totp_rs::Secret::try_from_base32(secret).unwrap();
    let contents = server.database_contents().await;
    assert!(!contents.contains(secret) && !contents.contains_bytes(bytes.as_bytes()));

    let plain = TestServer::start().await;
    let admin = AdminService::open(&support::config_in(&plain.folder).await).await.unwrap();
    assert!(admin.enroll_second_factor(ADA).await.unwrap_err().to_string().contains("pepper_file"));
    admin.close().await;
    plain.sign_in(OLD_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn operator_can_remove_a_second_factor() {
    let (server, _) = start().await;
    let admin = AdminService::open(&support::config_in(&server.folder).await).await.unwrap();
    admin.remove_second_factor(ADA).await.unwrap();
    admin.close().await;
    server.sign_in(OLD_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn internal_errors_use_up_no_try_of_a_second_factor() {
    let (server, totp) = start().await;
    let token = server.mailed_token().await;
    let code = code(&totp, 0);
    let proof = [("token", token.as_str()), ("second_factor", &code)];
    server.damage_counts_of_failures().await;
    for _ in 0..6 {
        server.reset(&proof, NEW_PASSWORD).await.assert_problem(500, "internal");
    }
    server.repair_counts_of_failures().await;
    server.reset(&proof, NEW_PASSWORD).await.assert_ok();
}
