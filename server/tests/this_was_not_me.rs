//! The link of a change notice freezes the account until a new recovery; and accounts with several addresses.

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::AdminService;
use support::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer, VERIFIER};

const WORK: &str = "ada@work.example";

/// A server on which Ada has two addresses.
async fn with_two_addresses() -> TestServer {
    let server = TestServer::start().await;
    let admin = AdminService::open(&support::config_in(&server.folder).await).await.unwrap();
    admin.add_address(ADA, WORK).await.unwrap();
    assert!(admin.add_address(ADA, WORK).await.unwrap_err().to_string().contains("already"));
    admin.close().await;
    server
}

#[tokio::test]
async fn the_link_of_the_notice_freezes_the_account_until_a_new_recovery() {
    // END-2
    let server = TestServer::start().await;
    let stolen = server.token_for_ada().await;
    server.reset(&[("token", &stolen)], "the thief's own long phrase").await.assert_ok();
    let session =
        server.sign_in("the thief's own long phrase").await.body["session"].as_str().unwrap().to_owned();
    let token = server.freeze_token().await;
    // The thief has asked for the next one already.
    server.clock.advance(60);
    let prepared = server.token_for_ada().await;

    for _ in 0..2 {
        server.post("/account/freeze", &[("token", &token)]).await.assert_ok();
    }
    assert_eq!(server.session_status(&session).await, 401);
    server.sign_in("the thief's own long phrase").await.assert_refused(403, "account_frozen");
    server.sign_in(OLD_PASSWORD).await.assert_refused(401, "credentials_invalid");
    server.reset(&[("token", &prepared)], NEW_PASSWORD).await.assert_refused(410, "token_superseded");

    let own = server.token_for_ada_later(120).await;
    server.reset(&[("token", &own)], NEW_PASSWORD).await.assert_ok();
    server.sign_in(NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn freezing_again_keeps_the_recovery_that_was_requested_since() {
    // END-2
    let server = TestServer::start().await;
    let stolen = server.token_for_ada().await;
    server.reset(&[("token", &stolen)], "the thief's own long phrase").await.assert_ok();
    let freeze = server.freeze_token().await;
    server.post("/account/freeze", &[("token", &freeze)]).await.assert_ok();
    let own = server.token_for_ada_later(60).await;

    server.post("/account/freeze", &[("token", &freeze)]).await.assert_ok();

    server.check(&[("token", &own)]).await.assert_ok();
    server.reset(&[("token", &own)], NEW_PASSWORD).await.assert_ok();
    server.sign_in(NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn a_freeze_link_works_for_a_week_and_for_nothing_else() {
    let server = TestServer::start().await;
    let token = server.token_for_ada().await;
    server.post("/account/freeze", &[("token", &token)]).await.assert_refused(400, "token_invalid");
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    let freeze = server.freeze_token().await;
    server.check(&[("token", &freeze)]).await.assert_refused(400, "token_invalid");
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
    server.post("/account/freeze", &[("token", &freeze)]).await.assert_refused(410, "token_expired");
}

#[tokio::test]
async fn a_later_recovery_ends_the_links_of_earlier_notices_and_they_say_so() {
    let server = TestServer::start().await;
    let stolen = server.token_for_ada().await;
    server.reset(&[("token", &stolen)], "the thief's own long phrase").await.assert_ok();
    let old = server.freeze_token().await;
    server.clock.advance(60);
    let own = server.token_for_ada().await;
    // The notice of this change is written after the next change only.
    let folder = server.folder.path().join("mail");
    let aside = server.folder.path().join("mail-aside");
    std::fs::rename(&folder, &aside).unwrap();
    std::fs::write(&folder, "").unwrap();
    server.reset(&[("token", &own)], "a phrase of my own again").await.assert_ok();
    server.running.mail_delivered().await.unwrap();
    std::fs::remove_file(&folder).unwrap();
    std::fs::rename(&aside, &folder).unwrap();
    let before = server.mailbox.files().len();
    let third = server.token_for_ada_later(120).await;
    server.reset(&[("token", &third)], NEW_PASSWORD).await.assert_ok();
    server.running.mail_delivered().await.unwrap();
    let notices = server.mailbox.mails().split_off(before);
    let notices: Vec<_> = notices.iter().filter(|mail| mail.subject.contains("was changed")).collect();
    assert_eq!(notices.len(), 2);

    for token in [old, notices[0].token()] {
        server.post("/account/freeze", &[("token", &token)]).await.assert_refused(410, "freeze_superseded");
    }
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server.post("/account/freeze", &[("token", &notices[1].token())]).await.assert_ok();
    server.sign_in(NEW_PASSWORD).await.assert_refused(403, "account_frozen");
}

#[tokio::test]
async fn every_address_of_an_account_recovers_it_and_is_told() {
    // END-2, END-3
    let server = with_two_addresses().await;
    server.ask(WORK).await;
    let mail = server.mailbox.newest();
    assert_eq!(mail.to, WORK, "the mail goes where it was asked for");
    server.reset(&[("token", &mail.token())], NEW_PASSWORD).await.assert_ok();
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server.running.mail_delivered().await.unwrap();
    let notices = server.mailbox.mails().into_iter().filter(|mail| mail.subject.contains("was changed"));
    let (mut told, tokens): (Vec<_>, Vec<_>) = notices.map(|mail| (mail.to.clone(), mail.token())).unzip();
    told.sort();
    assert_eq!(told, [ADA, WORK]);
    assert_ne!(tokens[0], tokens[1], "each has a link of its own");
}

#[tokio::test]
async fn a_recovery_that_succeeds_at_one_address_ends_the_one_at_another() {
    // TOK-8
    let server = with_two_addresses().await;
    let first = server.token_for_ada().await;
    server.ask(WORK).await;
    let second = server.mailbox.newest().token();
    server.check(&[("token", &first)]).await.assert_ok();
    server.reset(&[("token", &second)], NEW_PASSWORD).await.assert_ok();
    server.reset(&[("token", &first)], NEW_PASSWORD).await.assert_refused(410, "token_superseded");
}

#[tokio::test]
async fn no_address_of_the_account_may_stand_in_the_password() {
    let server = TestServer::start().await;
    let admin = AdminService::open(&support::config_in(&server.folder).await).await.unwrap();
    admin.add_address(ADA, "countess.lovelace@work.example").await.unwrap();
    admin.close().await;
    let token = server.token_for_ada().await;
    let refused = server.reset(&[("token", &token)], "the Countess Lovelace of 1815").await;
    assert_eq!(refused.body["reasons"], serde_json::json!(["personal"]));
}

#[tokio::test]
async fn an_operator_starts_a_recovery_and_chooses_no_password() {
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
    server.running.mail_delivered().await.unwrap();
    let mail = server.mailbox.newest();
    assert_eq!(mail.to, ADA);
    server.reset(&[("token", &mail.token()), ("code_verifier", VERIFIER)], NEW_PASSWORD).await.assert_ok();
}
