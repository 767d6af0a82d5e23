//! The time until one's own email arrives does not reveal accounts or recoveries of others.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::{Duration, Instant};

use support::smtp::{SmtpServer, add_accounts, request_from, start_with};
use support::{NEW_PASSWORD, TestServer};

/// Longer than any delivery in these tests.
const LONG_TIMEOUT: Duration = Duration::from_secs(60);

/// How long an email takes after twelve requests for other addresses of the same domain, with a slow SMTP server.
async fn time_of_own_mail(server: &TestServer, smtp: &SmtpServer, others: &str) -> Duration {
    const RECIPIENT: &str = "person0@known.example";
    let before = smtp.delivered_to(RECIPIENT);
    server.clock.advance(60 * 60);
    let start = Instant::now();
    for number in 1..=12 {
        let email = format!("{others}{number}@known.example");
        server.post("/account/recovery", &[("email", &email)]).await.assert_ok();
    }
    server.post("/account/recovery", &[("email", RECIPIENT)]).await.assert_ok();
    smtp.wait_for_delivery(RECIPIENT, before + 1).await;
    let elapsed = start.elapsed();
    server.running.mail_delivered().await.unwrap();
    elapsed
}

#[tokio::test]
async fn delivery_time_does_not_reveal_accounts_of_earlier_requests() {
    // REQ-1, REQ-2: a slow SMTP server must not keep workers busy for known addresses only.
    let (server, smtp, _certificates) = start_with(LONG_TIMEOUT).await;
    add_accounts(&server, 13, "known.example").await;
    smtp.set_delay(Duration::from_millis(300));
    // Simulated deliveries need the duration of a real one.
    time_of_own_mail(&server, &smtp, "person").await;
    let known = time_of_own_mail(&server, &smtp, "person").await;
    let unknown = time_of_own_mail(&server, &smtp, "nobody").await;
    let ratio = unknown.as_secs_f64() / known.as_secs_f64();
    assert!((0.7..1.4).contains(&ratio), "after known {known:?}, after unknown {unknown:?}");
    assert_eq!(smtp.delivered().len(), 2 * 13 + 1, "no mail is sent to addresses without account");
}

/// How long an email takes if twelve delayed emails of the same domain are due before it. Before that, the accounts are
/// recovered if `recovered`, which supersedes those emails.
async fn time_after_delayed_mails(server: &TestServer, smtp: &SmtpServer, recovered: bool) -> Duration {
    const RECIPIENT: &str = "person0@known.example";
    server.clock.advance(24 * 60 * 60);
    let before = smtp.delivered().len();
    for number in 1..=12 {
        for _ in 0..2 {
            request_from(server, &format!("198.51.{number}.1"), &format!("person{number}@known.example"))
                .await;
        }
    }
    server.running.mail_delivered().await.unwrap();
    let tokens: Vec<String> = smtp.delivered().iter().skip(before).map(|mail| mail.mail().token()).collect();
    assert_eq!(tokens.len(), 12, "the second mail to each address is delayed");
    if recovered {
        for token in &tokens {
            server.reset(&[("token", token)], NEW_PASSWORD).await.assert_ok();
        }
        server.running.mail_delivered().await.unwrap();
    }
    server.clock.advance(60);
    let count = smtp.delivered_to(RECIPIENT);
    let start = Instant::now();
    request_from(server, "203.0.113.5", RECIPIENT).await;
    smtp.wait_for_delivery(RECIPIENT, count + 1).await;
    let elapsed = start.elapsed();
    server.running.mail_delivered().await.unwrap();
    elapsed
}

#[tokio::test]
async fn delivery_time_does_not_reveal_recoveries_of_others() {
    // REQ-1: a superseded email, which only an account can have, keeps a worker busy for as long as one that is sent.
    let (server, smtp, _certificates) = start_with(LONG_TIMEOUT).await;
    add_accounts(&server, 13, "known.example").await;
    smtp.set_delay(Duration::from_millis(300));
    let waiting = time_after_delayed_mails(&server, &smtp, false).await;
    let superseded = time_after_delayed_mails(&server, &smtp, true).await;
    let ratio = superseded.as_secs_f64() / waiting.as_secs_f64();
    assert!((0.7..1.4).contains(&ratio), "waiting {waiting:?}, superseded {superseded:?}");
}
