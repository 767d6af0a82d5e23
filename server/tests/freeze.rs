//! Freeze links, and accounts with several addresses.

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::AdminService;
use support::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer, VERIFIER};

const SECOND_ADDRESS: &str = "ada@work.example";

/// A server with two addresses for Ada's account.
async fn with_two_addresses() -> TestServer {
    let server = TestServer::start().await;
    let admin = AdminService::open(&support::config_in(&server.folder).await).await.unwrap();
    admin.add_address(ADA, SECOND_ADDRESS).await.unwrap();
    assert!(admin.add_address(ADA, SECOND_ADDRESS).await.unwrap_err().to_string().contains("already"));
    admin.close().await;
    server
}

#[tokio::test]
async fn freeze_link_freezes_the_account_until_the_next_recovery() {
    // END-2
    let server = TestServer::start().await;
    let intercepted = server.mailed_token().await;
    server.reset(&[("token", &intercepted)], "a long phrase of the attacker").await.assert_ok();
    let session =
        server.sign_in("a long phrase of the attacker").await.body["session"].as_str().unwrap().to_owned();
    let token = server.freeze_token().await;
    // The attacker has already requested the next recovery.
    server.clock.advance(60);
    let prepared = server.mailed_token().await;

    for _ in 0..2 {
        server.post("/account/freeze", &[("token", &token)]).await.assert_ok();
    }
    assert_eq!(server.session_status(&session).await, 401);
    server.sign_in("a long phrase of the attacker").await.assert_problem(403, "account_frozen");
    server.sign_in(OLD_PASSWORD).await.assert_problem(401, "credentials_invalid");
    server.reset(&[("token", &prepared)], NEW_PASSWORD).await.assert_problem(410, "token_superseded");

    let second_token = server.mailed_token_after(120).await;
    server.reset(&[("token", &second_token)], NEW_PASSWORD).await.assert_ok();
    server.sign_in(NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn repeated_freeze_keeps_a_newer_recovery() {
    // END-2
    let server = TestServer::start().await;
    let intercepted = server.mailed_token().await;
    server.reset(&[("token", &intercepted)], "a long phrase of the attacker").await.assert_ok();
    let freeze = server.freeze_token().await;
    server.post("/account/freeze", &[("token", &freeze)]).await.assert_ok();
    let second_token = server.mailed_token_after(60).await;

    server.post("/account/freeze", &[("token", &freeze)]).await.assert_ok();

    server.check(&[("token", &second_token)]).await.assert_ok();
    server.reset(&[("token", &second_token)], NEW_PASSWORD).await.assert_ok();
    server.sign_in(NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn freeze_link_expires_after_a_week_and_only_freezes() {
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    server.post("/account/freeze", &[("token", &token)]).await.assert_problem(400, "token_invalid");
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    let freeze = server.freeze_token().await;
    server.check(&[("token", &freeze)]).await.assert_problem(400, "token_invalid");
    assert_eq!(
        server
            .client
            .get(server.url(&format!("/account/freeze?token={freeze}")))
            .send()
            .await
            .unwrap()
            .status(),
        405
    );
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server.clock.advance(7 * 24 * 3600 - 1);
    server.post("/account/freeze", &[("token", &freeze)]).await.assert_ok();
    server.clock.advance(1);
    server.post("/account/freeze", &[("token", &freeze)]).await.assert_problem(410, "token_expired");
}

#[tokio::test]
async fn later_recovery_supersedes_earlier_freeze_links() {
    let server = TestServer::start().await;
    let intercepted = server.mailed_token().await;
    server.reset(&[("token", &intercepted)], "a long phrase of the attacker").await.assert_ok();
    let old = server.freeze_token().await;
    server.clock.advance(60);
    let second_token = server.mailed_token().await;
    // The notice of this change is composed only after the next change.
    let folder = server.folder.path().join("mail");
    let renamed_folder = server.folder.path().join("mail-aside");
    std::fs::rename(&folder, &renamed_folder).unwrap();
    std::fs::write(&folder, "").unwrap();
    server.reset(&[("token", &second_token)], "a phrase of my own again").await.assert_ok();
    server.mail_delivered().await;
    std::fs::remove_file(&folder).unwrap();
    std::fs::rename(&renamed_folder, &folder).unwrap();
    let before = server.mailbox.files().len();
    let third = server.mailed_token_after(120).await;
    server.reset(&[("token", &third)], NEW_PASSWORD).await.assert_ok();
    server.mail_delivered().await;
    let notices = server.mailbox.mails().split_off(before);
    let notices: Vec<_> = notices.iter().filter(|mail| mail.subject.contains("was changed")).collect();
    assert_eq!(notices.len(), 2);

    for token in [old, notices[0].token()] {
        server.post("/account/freeze", &[("token", &token)]).await.assert_problem(410, "freeze_superseded");
    }
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server.post("/account/freeze", &[("token", &notices[1].token())]).await.assert_ok();
    server.sign_in(NEW_PASSWORD).await.assert_problem(403, "account_frozen");
}

#[tokio::test]
async fn every_address_can_recover_the_account_and_gets_a_notice() {
    // END-2, END-3
    let server = with_two_addresses().await;
    server.request_recovery(SECOND_ADDRESS).await;
    let mail = server.mailbox.newest();
    assert_eq!(mail.to, SECOND_ADDRESS, "the mail is sent to the requested address");
    server.reset(&[("token", &mail.token())], NEW_PASSWORD).await.assert_ok();
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server.mail_delivered().await;
    let notices = server.mailbox.mails().into_iter().filter(|mail| mail.subject.contains("was changed"));
    let (mut confirmed, tokens): (Vec<_>, Vec<_>) =
        notices.map(|mail| (mail.to.clone(), mail.token())).unzip();
    confirmed.sort();
    assert_eq!(confirmed, [ADA, SECOND_ADDRESS]);
    assert_ne!(tokens[0], tokens[1], "each notice has its own link");
}

#[tokio::test]
async fn redemption_ends_recoveries_at_other_addresses() {
    // TOK-8
    let server = with_two_addresses().await;
    let first = server.mailed_token().await;
    server.request_recovery(SECOND_ADDRESS).await;
    let second = server.mailbox.newest().token();
    server.check(&[("token", &first)]).await.assert_ok();
    server.reset(&[("token", &second)], NEW_PASSWORD).await.assert_ok();
    server.reset(&[("token", &first)], NEW_PASSWORD).await.assert_problem(410, "token_superseded");
}

#[tokio::test]
async fn password_with_any_address_of_the_account_is_rejected() {
    let server = TestServer::start().await;
    let admin = AdminService::open(&support::config_in(&server.folder).await).await.unwrap();
    admin.add_address(ADA, "countess.lovelace@work.example").await.unwrap();
    admin.close().await;
    let token = server.mailed_token().await;
    let rejected = server.reset(&[("token", &token)], "the Countess Lovelace of 1815").await;
    assert_eq!(rejected.body["reasons"], serde_json::json!(["personal"]));
}

#[tokio::test]
async fn operator_starts_a_recovery_without_choosing_the_password() {
    // END-8
    let server = TestServer::start().await;
    let admin = AdminService::open(&support::config_in(&server.folder).await).await.unwrap();
    assert!(admin.start_recovery("nobody@example.org").await.is_err());
    admin.start_recovery(ADA).await.unwrap();
    assert!(admin.start_recovery(ADA).await.unwrap_err().to_string().contains("wait"));
    admin.close().await;
    // The admin service uses the system's clock, which differs from this server's clock.
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    server.clock.advance(u32::try_from(now.saturating_sub(1_795_437_240)).unwrap() + 1);
    server.mail_delivered().await;
    let mail = server.mailbox.newest();
    assert_eq!(mail.to, ADA);
    server.reset(&[("token", &mail.token()), ("code_verifier", VERIFIER)], NEW_PASSWORD).await.assert_ok();
}
