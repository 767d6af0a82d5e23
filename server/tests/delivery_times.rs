//! The time until one's own email arrives does not reveal accounts or recoveries of others.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::{Duration, Instant};

use support::smtp::{SmtpServer, add_accounts, request_from, start_with};
use support::{NEW_PASSWORD, TestServer};

/// Longer than any delivery in these tests.
const LONG_TIMEOUT: Duration = Duration::from_secs(60);
/// How often two times are compared. On a busy machine a single comparison may fail. If fewer deliveries keep the workers
/// busy, each of them fails.
const COMPARISONS: usize = 4;

/// The ratios of two times, up to the first that does not distinguish them.
#[derive(Default, Debug)]
struct Ratios(Vec<(Duration, Duration)>);

impl Ratios {
    /// Adds a comparison. Returns whether no other one is needed.
    fn add(&mut self, one: Duration, other: Duration) -> bool {
        self.0.push((one, other));
        self.last_is_similar() || self.0.len() == COMPARISONS
    }

    fn last_is_similar(&self) -> bool {
        let ratio = |(one, other): &(Duration, Duration)| other.as_secs_f64() / one.as_secs_f64();
        self.0.last().map(ratio).is_some_and(|ratio| (0.7..1.4).contains(&ratio))
    }
}

/// How long an email takes after twelve requests for other addresses of the same domain, with a slow SMTP server.
async fn time_of_own_mail(server: &TestServer, smtp: &SmtpServer, others: &str) -> Duration {
    const RECIPIENT: &str = "person0@known.example";
    let before = smtp.delivered_to(RECIPIENT);
    server.clock.advance(24 * 60 * 60);
    let start = Instant::now();
    for number in 1..=12 {
        let email = format!("{others}{number}@known.example");
        server.post("/account/recovery", &[("email", &email)]).await.assert_ok();
    }
    server.post("/account/recovery", &[("email", RECIPIENT)]).await.assert_ok();
    smtp.wait_for_delivery(RECIPIENT, before + 1).await;
    let elapsed = start.elapsed();
    server.mail_delivered().await;
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
    let mut ratios = Ratios::default();
    loop {
        let known = time_of_own_mail(&server, &smtp, "person").await;
        let count = smtp.delivered().len();
        let unknown = time_of_own_mail(&server, &smtp, "nobody").await;
        assert_eq!(smtp.delivered().len(), count + 1, "no mail is sent to addresses without account");
        if ratios.add(known, unknown) {
            break;
        }
    }
    assert!(ratios.last_is_similar(), "(after known, after unknown): {ratios:?}");
}

/// How long an email takes if twelve delayed emails of the same domain are due before it. If `new_password` is given, the
/// accounts are recovered first, so that the delayed emails are superseded.
async fn time_after_delayed_mails(
    server: &TestServer,
    smtp: &SmtpServer,
    new_password: Option<&str>,
) -> Duration {
    const RECIPIENT: &str = "person0@known.example";
    server.clock.advance(24 * 60 * 60);
    let before = smtp.delivered().len();
    for number in 1..=12 {
        for _ in 0..2 {
            request_from(server, &format!("198.51.{number}.1"), &format!("person{number}@known.example"))
                .await;
        }
    }
    server.mail_delivered().await;
    let tokens: Vec<String> = smtp.delivered().iter().skip(before).map(|mail| mail.mail().token()).collect();
    assert_eq!(tokens.len(), 12, "the second mail to each address is delayed");
    if let Some(new_password) = new_password {
        for token in &tokens {
            server.reset(&[("token", token)], new_password).await.assert_ok();
        }
        server.mail_delivered().await;
    }
    server.clock.advance(60);
    let count = smtp.delivered_to(RECIPIENT);
    let start = Instant::now();
    request_from(server, "203.0.113.5", RECIPIENT).await;
    smtp.wait_for_delivery(RECIPIENT, count + 1).await;
    let elapsed = start.elapsed();
    server.mail_delivered().await;
    elapsed
}

#[tokio::test]
async fn delivery_time_does_not_reveal_recoveries_of_others() {
    // REQ-1: a superseded email, which only an account can have, keeps a worker busy for as long as one that is sent.
    let (server, smtp, _certificates) = start_with(LONG_TIMEOUT).await;
    add_accounts(&server, 13, "known.example").await;
    smtp.set_delay(Duration::from_millis(300));
    let mut ratios = Ratios::default();
    for round in 1.. {
        let waiting = time_after_delayed_mails(&server, &smtp, None).await;
        let new_password = format!("{NEW_PASSWORD} {round}");
        let superseded = time_after_delayed_mails(&server, &smtp, Some(&new_password)).await;
        if ratios.add(waiting, superseded) {
            break;
        }
    }
    assert!(ratios.last_is_similar(), "(waiting, superseded): {ratios:?}");
}
