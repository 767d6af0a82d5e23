//! Mail through a real SMTP conversation, with a server that is well, slow, refusing or dying.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::{Duration, Instant};

use latchkey_server::{Config, Mail};
use support::smtp::{Mood, SmtpServer, mail_to};
use support::{ADA, NEW_PASSWORD, TestServer};
use tempfile::TempDir;

/// Longer than any delivery of these tests takes.
const PATIENT: Duration = Duration::from_secs(60);

/// A recovery server that mails through `smtp` with STARTTLS and a password, and soon loses its patience.
async fn start() -> (TestServer, SmtpServer, TempDir) {
    start_with(Duration::from_millis(300)).await
}

async fn start_with(timeout: Duration) -> (TestServer, SmtpServer, TempDir) {
    let certificates = tempfile::tempdir().unwrap();
    let ca_file = certificates.path().join("ca.pem");
    let smtp = SmtpServer::start(&ca_file).await;
    let port = smtp.port;
    let server = TestServer::start_with(|config| config.mail = mail_to(port, Some(ca_file), timeout)).await;
    (server, smtp, certificates)
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
    let server = TestServer::start_with(|config| config.mail = mail_to(port, None, PATIENT)).await;
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
    // While a worker waits for the mail server, others are answered.
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

async fn add_people(server: &TestServer, count: usize, domain: &str) {
    for number in 0..count {
        let email = format!("person{number}@{domain}");
        server.running.add_user(&email, support::OLD_PASSWORD).await.unwrap();
    }
}

#[tokio::test]
async fn mails_to_a_slow_domain_hold_up_no_mail_to_another() {
    let (server, smtp, _certificates) = start_with(PATIENT).await;
    // More than there are workers.
    add_people(&server, 20, "slow.example").await;
    smtp.hold(Some("slow.example"));
    for number in 0..20 {
        let email = format!("person{number}@slow.example");
        server.post("/account/recovery", &[("email", &email)]).await.assert_ok();
    }
    smtp.connected().await;
    server.post("/account/recovery", &[("email", ADA)]).await.assert_ok();
    smtp.delivered_to(ADA, 1).await;
    // Less than the two minutes after which a worker is taken for dead, and its mail for lost.
    server.clock.advance(60);
    server.post("/account/recovery", &[("email", ADA)]).await.assert_ok();
    smtp.delivered_to(ADA, 2).await;
    assert!(smtp.delivered().iter().all(|mail| mail.to == [format!("<{ADA}>")]));
    smtp.hold(None);
    server.running.mail_delivered().await.unwrap();
    assert_eq!(smtp.delivered().len(), 22, "and none is lost");
}

/// How long one's own mail takes behind twelve to others of the same domain, at a mail server that is slow about each.
async fn own_mail_behind(server: &TestServer, smtp: &SmtpServer, others: &str) -> Duration {
    const OWN: &str = "person0@known.example";
    let before = smtp.delivered().iter().filter(|mail| mail.to == [format!("<{OWN}>")]).count();
    server.clock.advance(60 * 60);
    let began = Instant::now();
    for number in 1..=12 {
        let email = format!("{others}{number}@known.example");
        server.post("/account/recovery", &[("email", &email)]).await.assert_ok();
    }
    server.post("/account/recovery", &[("email", OWN)]).await.assert_ok();
    smtp.delivered_to(OWN, before + 1).await;
    let took = began.elapsed();
    server.running.mail_delivered().await.unwrap();
    took
}

#[tokio::test]
async fn when_ones_own_mail_arrives_does_not_tell_whether_the_addresses_before_have_accounts() {
    // REQ-1, REQ-2: at a slow mail server only known addresses would keep a worker busy.
    let (server, smtp, _certificates) = start_with(PATIENT).await;
    add_people(&server, 13, "known.example").await;
    smtp.slow_down(Duration::from_millis(300));
    // Without any delivery yet there is nothing to be like.
    own_mail_behind(&server, &smtp, "person").await;
    let known = own_mail_behind(&server, &smtp, "person").await;
    let unknown = own_mail_behind(&server, &smtp, "nobody").await;
    let ratio = unknown.as_secs_f64() / known.as_secs_f64();
    assert!((0.7..1.4).contains(&ratio), "behind known {known:?}, behind unknown {unknown:?}");
    assert_eq!(smtp.delivered().len(), 2 * 13 + 1, "no mail goes to addresses without account");
}

#[tokio::test]
async fn mail_to_addresses_without_account_is_put_off_as_others_are() {
    // A retry occupies a worker as well.
    let (server, smtp, _certificates) = start_with(PATIENT).await;
    smtp.become_(Mood::Refusing);
    server.ask(ADA).await;
    server.ask("nobody@example.org").await;
    let waiting = "SELECT count(*) FROM outbox WHERE attempts = 1";
    assert_eq!(support::database::count(server.folder.path(), waiting).await, 2);
    smtp.become_(Mood::Well);
    // Each retry draws anew how it ends; after an hour the mail would be of no use.
    for _ in 0..61 {
        server.clock.advance(60);
        server.running.mail_delivered().await.unwrap();
    }
    assert_eq!(support::database::count(server.folder.path(), "SELECT count(*) FROM outbox").await, 0);
    assert_eq!(smtp.delivered().len(), 1);
}

/// What the server calls itself where its configuration is changed so.
async fn ehlo_name(change: impl FnOnce(&mut Config)) -> String {
    let certificates = tempfile::tempdir().unwrap();
    let ca_file = certificates.path().join("ca.pem");
    let smtp = SmtpServer::start(&ca_file).await;
    let server = TestServer::start_with(|config| {
        config.mail = mail_to(smtp.port, Some(ca_file), PATIENT);
        change(config);
    })
    .await;
    server.ask(ADA).await;
    smtp.delivered()[0].ehlo.clone()
}

#[tokio::test]
async fn the_server_calls_itself_by_its_public_name_unless_told_otherwise() {
    let origin = |text: &str| Some(text.parse().unwrap());
    let public = ehlo_name(|config| config.public_origin = origin("https://account.example.org")).await;
    assert_eq!(public, "account.example.org");
    let link = ehlo_name(|config| config.link_base = "https://bücher.example/reset".parse().unwrap()).await;
    assert_eq!(link, "xn--bcher-kva.example");
    // The app's own scheme has no host: what is left is the address that is listened on.
    assert_eq!(ehlo_name(|_| {}).await, "[127.0.0.1]");
    let named = ehlo_name(|config| {
        let Mail::Smtp(smtp) = &mut config.mail else { panic!("no mail server") };
        smtp.ehlo_name = Some("mail.example.org".into());
        config.public_origin = origin("https://account.example.org");
    });
    assert_eq!(named.await, "mail.example.org");
}
