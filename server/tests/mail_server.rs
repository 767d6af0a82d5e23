//! Mail through a real SMTP conversation, with a server that is well, slow, refusing or dying.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::Duration;

use latchkey_server::{Mail, Smtp, SmtpTls};
use support::smtp::{Mood, PASSWORD, SmtpServer, USER};
use support::{ADA, NEW_PASSWORD, TestServer};
use tempfile::TempDir;

/// A recovery server that mails through `smtp` with STARTTLS and a password.
async fn start() -> (TestServer, SmtpServer, TempDir) {
    let certificates = tempfile::tempdir().unwrap();
    let ca_file = certificates.path().join("ca.pem");
    let smtp = SmtpServer::start(&ca_file).await;
    let port = smtp.port;
    let server = TestServer::start_with(|config| config.mail = mail_to(port, PASSWORD, Some(ca_file))).await;
    (server, smtp, certificates)
}

fn mail_to(port: u16, password: &str, ca_file: Option<std::path::PathBuf>) -> Mail {
    Mail::Smtp(Smtp {
        host: "localhost".into(),
        port: Some(port),
        tls: SmtpTls::Starttls,
        credentials: Some((USER.into(), password.into())),
        ca_file,
        timeout: Duration::from_millis(300),
    })
}

#[tokio::test]
async fn a_mail_leaves_over_tls_and_signed_in_and_its_link_works() {
    let (server, smtp, _certificates) = start().await;
    server.ask(ADA).await;
    let delivered = smtp.delivered();
    assert_eq!(delivered.len(), 1);
    assert!(delivered[0].over_tls && delivered[0].signed_in);
    assert_eq!(
        (delivered[0].from.as_str(), &delivered[0].to),
        ("<no-reply@latchkey.example>", &vec![format!("<{ADA}>")])
    );
    server.reset(&[("token", &delivered[0].mail().token())], NEW_PASSWORD).await.assert_ok();
    server.running.mail_delivered().await.unwrap();
    assert_eq!(smtp.delivered()[1].mail().subject, "Your Latchkey password was changed");
}

#[tokio::test]
async fn a_mail_server_with_an_unknown_certificate_gets_nothing() {
    // NET-1
    let certificates = tempfile::tempdir().unwrap();
    let smtp = SmtpServer::start(&certificates.path().join("ca.pem")).await;
    let port = smtp.port;
    let server = TestServer::start_with(|config| config.mail = mail_to(port, PASSWORD, None)).await;
    server.ask(ADA).await;
    smtp.connected().await;
    assert!(smtp.delivered().is_empty());
}

#[tokio::test]
async fn a_slow_mail_server_holds_up_no_answer_and_loses_no_mail() {
    let (server, smtp, _certificates) = start().await;
    smtp.become_(Mood::Silent);
    server.post("/account/recovery", &[("email", ADA)]).await.assert_ok();
    smtp.connected().await;
    // While the courier waits for the mail server, others are answered.
    server.post("/account/recovery", &[("email", "nobody@example.org")]).await.assert_ok();
    server.running.mail_delivered().await.unwrap();
    assert!(smtp.delivered().is_empty());
    smtp.become_(Mood::Well);
    server.clock.advance(15);
    server.running.mail_delivered().await.unwrap();
    assert_eq!(smtp.delivered().len(), 1);
}

#[tokio::test]
async fn a_refused_mail_is_tried_again_until_it_is_of_no_use() {
    let (server, smtp, _certificates) = start().await;
    smtp.become_(Mood::Refusing);
    server.ask(ADA).await;
    for wait in [15, 30, 60] {
        server.clock.advance(wait);
        server.running.mail_delivered().await.unwrap();
    }
    assert!(smtp.delivered().is_empty());
    smtp.become_(Mood::Well);
    // After an hour the link would be dead: the mail is given up instead of being sent.
    server.clock.advance(3600);
    server.running.mail_delivered().await.unwrap();
    assert!(smtp.delivered().is_empty());
}

#[tokio::test]
async fn a_mail_server_that_dies_before_the_end_gets_the_mail_once_it_lives_again() {
    let (server, smtp, _certificates) = start().await;
    smtp.become_(Mood::DyingBeforeTheEnd);
    server.ask(ADA).await;
    smtp.become_(Mood::Well);
    for _ in 0..2 {
        server.clock.advance(15);
        server.running.mail_delivered().await.unwrap();
    }
    let delivered = smtp.delivered();
    assert_eq!(delivered.len(), 1);
    server.reset(&[("token", &delivered[0].mail().token())], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn two_copies_that_smtp_cannot_rule_out_are_still_one_recovery() {
    let (server, smtp, _certificates) = start().await;
    smtp.become_(Mood::DyingAfterTheEnd);
    server.ask(ADA).await;
    smtp.become_(Mood::Well);
    server.clock.advance(15);
    server.running.mail_delivered().await.unwrap();
    let tokens: Vec<String> = smtp.delivered().iter().map(|it| it.mail().token()).collect();
    assert_eq!(tokens.len(), 2);
    for token in &tokens {
        server.check(&[("token", token)]).await.assert_ok();
    }
    server.reset(&[("token", &tokens[0])], NEW_PASSWORD).await.assert_ok();
    server.reset(&[("token", &tokens[1])], NEW_PASSWORD).await.assert_refused(410, "token_used");
}
