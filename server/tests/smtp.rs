//! Email through an SMTP server that works, is slow, rejects email or disconnects.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::Duration;

use latchkey_server::{Config, Mail};
use support::smtp::{Behavior, SmtpServer, add_accounts, mail_to, request_from, start_with};
use support::{ADA, NEW_PASSWORD, TestServer, VERIFIER, challenge};
use tempfile::TempDir;

/// Longer than any delivery in these tests.
const LONG_TIMEOUT: Duration = Duration::from_secs(60);

/// A server with a short timeout for SMTP.
async fn start() -> (TestServer, SmtpServer, TempDir) {
    start_with(Duration::from_millis(300)).await
}

#[tokio::test]
async fn mail_is_sent_over_tls_with_authentication() {
    let (server, smtp, _certificates) = start().await;
    server.request_recovery(ADA).await;
    let delivered = smtp.delivered();
    assert_eq!(delivered.len(), 1);
    assert!(delivered[0].over_tls && delivered[0].signed_in);
    assert_eq!(
        (delivered[0].from.as_str(), &delivered[0].to),
        ("<no-reply@latchkey.example>", &vec![format!("<{ADA}>")])
    );
    server.reset(&[("token", &delivered[0].mail().token())], NEW_PASSWORD).await.assert_ok();
    server.mail_delivered().await;
    assert_eq!(smtp.delivered()[1].mail().subject, "Your Latchkey password was changed");
}

#[tokio::test]
async fn server_with_an_unknown_certificate_gets_no_mail() {
    // NET-1
    let certificates = tempfile::tempdir().unwrap();
    let smtp = SmtpServer::start(&certificates.path().join("ca.pem")).await;
    let port = smtp.port;
    let server = TestServer::start_with(|config| config.mail = mail_to(port, None, LONG_TIMEOUT)).await;
    server.request_recovery(ADA).await;
    smtp.connected().await;
    assert!(smtp.delivered().is_empty());
}

#[tokio::test]
async fn unresponsive_server_delays_no_response_and_loses_no_mail() {
    let (server, smtp, _certificates) = start().await;
    smtp.set_behavior(Behavior::Silent);
    server.post("/account/recovery", &[("email", ADA)]).await.assert_ok();
    smtp.connected().await;
    // The server responds while a worker waits for the SMTP server.
    server.post("/account/recovery", &[("email", "nobody@example.org")]).await.assert_ok();
    server.mail_delivered().await;
    assert!(smtp.delivered().is_empty());
    smtp.set_behavior(Behavior::Normal);
    server.clock.advance(15);
    server.mail_delivered().await;
    assert_eq!(smtp.delivered().len(), 1);
}

#[tokio::test]
async fn rejected_mail_is_retried_until_its_link_expires() {
    let (server, smtp, _certificates) = start().await;
    smtp.set_behavior(Behavior::Rejecting);
    server.request_recovery(ADA).await;
    for wait in [15, 30, 60] {
        server.clock.advance(wait);
        server.mail_delivered().await;
    }
    assert!(smtp.delivered().is_empty());
    smtp.set_behavior(Behavior::Normal);
    // The link has expired after an hour, so the email is given up.
    server.clock.advance(3600);
    server.mail_delivered().await;
    assert!(smtp.delivered().is_empty());
}

#[tokio::test]
async fn mail_is_sent_once_after_a_connection_loss_during_delivery() {
    let (server, smtp, _certificates) = start().await;
    smtp.set_behavior(Behavior::DisconnectBeforeEnd);
    server.request_recovery(ADA).await;
    smtp.set_behavior(Behavior::Normal);
    for _ in 0..2 {
        server.clock.advance(15);
        server.mail_delivered().await;
    }
    let delivered = smtp.delivered();
    assert_eq!(delivered.len(), 1);
    server.reset(&[("token", &delivered[0].mail().token())], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn two_copies_of_a_mail_are_one_recovery() {
    let (server, smtp, _certificates) = start().await;
    smtp.set_behavior(Behavior::DisconnectAfterEnd);
    server.request_recovery(ADA).await;
    smtp.set_behavior(Behavior::Normal);
    server.clock.advance(15);
    server.mail_delivered().await;
    let tokens: Vec<String> = smtp.delivered().iter().map(|it| it.mail().token()).collect();
    assert_eq!(tokens.len(), 2);
    for token in &tokens {
        server.check(&[("token", token)]).await.assert_ok();
    }
    server.reset(&[("token", &tokens[0])], NEW_PASSWORD).await.assert_ok();
    server.reset(&[("token", &tokens[1])], NEW_PASSWORD).await.assert_problem(410, "token_used");
}

#[tokio::test]
async fn slow_domain_does_not_delay_mail_to_other_domains() {
    let (server, smtp, _certificates) = start_with(LONG_TIMEOUT).await;
    // This is more than the number of workers.
    add_accounts(&server, 20, "slow.example").await;
    smtp.block_domain(Some("slow.example"));
    for number in 0..20 {
        let email = format!("person{number}@slow.example");
        server.post("/account/recovery", &[("email", &email)]).await.assert_ok();
    }
    smtp.connected().await;
    server.post("/account/recovery", &[("email", ADA)]).await.assert_ok();
    smtp.wait_for_delivery(ADA, 1).await;
    // This is less than the two minutes after which a claim expires.
    server.clock.advance(60);
    server.post("/account/recovery", &[("email", ADA)]).await.assert_ok();
    smtp.wait_for_delivery(ADA, 2).await;
    assert!(smtp.delivered().iter().all(|mail| mail.to == [format!("<{ADA}>")]));
    smtp.block_domain(None);
    server.mail_delivered().await;
    assert_eq!(smtp.delivered().len(), 22, "no mail is lost");
}

#[tokio::test]
async fn mail_that_is_being_sent_while_the_clock_jumps_ahead_is_sent_once() {
    let (server, smtp, _certificates) = start_with(LONG_TIMEOUT).await;
    add_accounts(&server, 1, "slow.example").await;
    smtp.block_domain(Some("slow.example"));
    let challenge = challenge();
    let request = [
        ("email", "person0@slow.example"),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
    ];
    let requested = server.post("/account/recovery", &request).await;
    let flow = requested.body["flow"].as_str().unwrap().to_owned();
    smtp.connected().await;
    // This is longer than a claim of an email is valid. The next request claims all email that is due.
    server.clock.advance(300);
    server.post("/account/recovery", &[("email", ADA)]).await.assert_ok();
    smtp.wait_for_delivery(ADA, 1).await;
    smtp.block_domain(None);
    server.mail_delivered().await;
    assert_eq!(smtp.delivered_to("person0@slow.example"), 1);
    let code = smtp.delivered().iter().find_map(|delivered| delivered.mail().code()).unwrap();
    let proof = [("flow", flow.as_str()), ("code", &code), ("code_verifier", VERIFIER)];
    server.check(&proof).await.assert_ok();
}

/// Waits for `count` emails to `recipient`. Returns the position of the first of them after the first `skipped` emails.
async fn position_of(smtp: &SmtpServer, recipient: &str, count: usize, skipped: usize) -> usize {
    smtp.wait_for_delivery(recipient, count).await;
    let wanted = [format!("<{recipient}>")];
    smtp.delivered().iter().skip(skipped).position(|mail| mail.to == wanted).unwrap()
}

#[tokio::test]
async fn many_requests_of_one_network_delay_only_its_own_mails() {
    // REQ-4
    let (server, smtp, _certificates) = start_with(LONG_TIMEOUT).await;
    add_accounts(&server, 40, "example.org").await;
    smtp.block_domain(Some("example.org"));
    for number in 0..40 {
        request_from(&server, "2001:db8:1::1", &format!("person{number}@example.org")).await;
    }
    request_from(&server, "203.0.113.5", ADA).await;
    smtp.block_domain(None);
    // Four emails are being sent, and each of their workers may take one of the same turn first.
    let position = position_of(&smtp, ADA, 1, 0).await;
    assert!(position < 10, "{position}");
    server.mail_delivered().await;
    assert_eq!(smtp.delivered().len(), 41);
}

#[tokio::test]
async fn many_retries_and_delayed_mails_of_one_network_delay_only_its_own_mails() {
    // REQ-4
    const OTHER_NETWORK: &str = "2001:db8:2::1";
    let (server, smtp, _certificates) = start_with(LONG_TIMEOUT).await;
    add_accounts(&server, 48, "example.org").await;
    let person = |number: usize| format!("person{number}@example.org");
    smtp.set_behavior(Behavior::Rejecting);
    for number in 0..12 {
        request_from(&server, OTHER_NETWORK, &person(number)).await;
    }
    server.mail_delivered().await;
    smtp.set_behavior(Behavior::Normal);
    for number in 12..24 {
        for _ in 0..2 {
            request_from(&server, OTHER_NETWORK, &person(number)).await;
        }
    }
    server.mail_delivered().await;
    // Now 12 retries and 12 delayed emails are queued. A long queue of a third network advances the turns.
    smtp.set_delay(Duration::from_millis(50));
    smtp.block_domain(Some("example.org"));
    for number in 24..48 {
        request_from(&server, "2001:db8:1::1", &person(number)).await;
    }
    smtp.block_domain(None);
    smtp.wait_for_delivery(&person(41), 1).await;
    smtp.block_domain(Some("example.org"));
    request_from(&server, "203.0.113.5", ADA).await;
    server.clock.advance(60);
    let before = smtp.delivered().len();
    smtp.block_domain(None);
    let position = position_of(&smtp, ADA, 1, before).await;
    assert!(position < 12, "{position}");
    server.mail_delivered().await;
    assert_eq!(smtp.delivered().len(), 12 + 24 + 24 + 1);
}

#[tokio::test]
async fn delayed_mails_of_a_network_do_not_delay_its_other_mails() {
    // REQ-4
    let (server, smtp, _certificates) = start_with(LONG_TIMEOUT).await;
    add_accounts(&server, 54, "example.org").await;
    let person = |number: usize| format!("person{number}@example.org");
    // The second email to each is delayed.
    for number in 0..30 {
        for _ in 0..2 {
            request_from(&server, "203.0.113.9", &person(number)).await;
        }
    }
    server.mail_delivered().await;
    let before = smtp.delivered().len();
    smtp.block_domain(Some("example.org"));
    for number in 30..54 {
        request_from(&server, "2001:db8:1::1", &person(number)).await;
    }
    request_from(&server, "203.0.113.5", ADA).await;
    smtp.block_domain(None);
    let position = position_of(&smtp, ADA, 1, before).await;
    assert!(position < 10, "{position}");
    server.clock.advance(60);
    server.mail_delivered().await;
    assert_eq!(smtp.delivered().len(), 30 + 24 + 1 + 30);
}

#[tokio::test]
async fn change_notice_is_sent_before_recovery_mails() {
    // END-2
    let (server, smtp, _certificates) = start_with(LONG_TIMEOUT).await;
    add_accounts(&server, 40, "example.org").await;
    server.request_recovery(ADA).await;
    let token = smtp.delivered()[0].mail().token();
    smtp.block_domain(Some("example.org"));
    for number in 0..40 {
        let from = format!("198.51.{number}.1");
        request_from(&server, &from, &format!("person{number}@example.org")).await;
    }
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    smtp.block_domain(None);
    let position = position_of(&smtp, ADA, 2, 1).await;
    assert!(position < 10, "{position}");
}

#[tokio::test]
async fn code_lifetime_starts_when_its_mail_is_sent() {
    // TOK-5
    let (server, smtp, _certificates) = start_with(LONG_TIMEOUT).await;
    smtp.set_behavior(Behavior::Rejecting);
    let flow = server.request_bound_recovery(ADA).await;
    server.clock.advance(15 * 60);
    smtp.set_behavior(Behavior::Normal);
    server.mail_delivered().await;
    let code = smtp.delivered()[0].mail().code().unwrap();
    let proof = [("flow", flow.as_str()), ("code", &code), ("code_verifier", VERIFIER)];
    server.clock.advance(599);
    assert_eq!(server.check(&proof).await.body["expires_in"], 1);
    server.clock.advance(1);
    server.check(&proof).await.assert_problem(410, "code_expired");
}

#[tokio::test]
async fn code_of_a_late_mail_expires_with_its_link() {
    // TOK-5
    let (server, smtp, _certificates) = start_with(LONG_TIMEOUT).await;
    smtp.set_behavior(Behavior::Rejecting);
    let flow = server.request_bound_recovery(ADA).await;
    server.clock.advance(55 * 60);
    smtp.set_behavior(Behavior::Normal);
    server.mail_delivered().await;
    let code = smtp.delivered()[0].mail().code().unwrap();
    let proof = [("flow", flow.as_str()), ("code", &code), ("code_verifier", VERIFIER)];
    assert_eq!(server.check(&proof).await.body["expires_in"], 5 * 60);
    server.clock.advance(5 * 60);
    server.check(&proof).await.assert_problem(410, "token_expired");
}

#[tokio::test]
async fn simulated_mail_is_retried_like_real_mail() {
    // A retry keeps a worker busy too.
    let (server, smtp, _certificates) = start_with(LONG_TIMEOUT).await;
    smtp.set_behavior(Behavior::Rejecting);
    server.request_recovery(ADA).await;
    server.request_recovery("nobody@example.org").await;
    let waiting = "SELECT count(*) FROM outbox WHERE attempts = 1";
    assert_eq!(support::database::query_scalar(server.folder.path(), waiting).await, 2);
    smtp.set_behavior(Behavior::Normal);
    // Each simulated retry has a random result. After an hour the email is given up.
    for _ in 0..61 {
        server.clock.advance(60);
        server.mail_delivered().await;
    }
    assert_eq!(support::database::query_scalar(server.folder.path(), "SELECT count(*) FROM outbox").await, 0);
    assert_eq!(smtp.delivered().len(), 1);
}

/// The EHLO name with a changed configuration.
async fn ehlo_name(change: impl FnOnce(&mut Config)) -> String {
    let certificates = tempfile::tempdir().unwrap();
    let ca_file = certificates.path().join("ca.pem");
    let smtp = SmtpServer::start(&ca_file).await;
    let server = TestServer::start_with(|config| {
        config.mail = mail_to(smtp.port, Some(ca_file), LONG_TIMEOUT);
        change(config);
    })
    .await;
    server.request_recovery(ADA).await;
    smtp.delivered()[0].ehlo.clone()
}

#[tokio::test]
async fn ehlo_name_is_the_public_host_or_the_configured_name() {
    let origin = |text: &str| Some(text.parse().unwrap());
    let public = ehlo_name(|config| config.public_origin = origin("https://account.example.org")).await;
    assert_eq!(public, "account.example.org");
    let link = ehlo_name(|config| config.link_base = "https://bücher.example/reset".parse().unwrap()).await;
    assert_eq!(link, "xn--bcher-kva.example");
    // An app's own scheme has no host, so the address of the listener is used.
    assert_eq!(ehlo_name(|_| {}).await, "[127.0.0.1]");
    let named = ehlo_name(|config| {
        let Mail::Smtp(smtp) = &mut config.mail else { panic!("no mail server") };
        smtp.ehlo_name = Some("mail.example.org".into());
        config.public_origin = origin("https://account.example.org");
    });
    assert_eq!(named.await, "mail.example.org");
}
