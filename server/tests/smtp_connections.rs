//! Connections to the SMTP server that are used for several emails.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::Duration;

use support::smtp::{SmtpServer, add_accounts, start_with};
use support::{ADA, TestServer};

const TIMEOUT: Duration = Duration::from_secs(30);

fn person(number: usize) -> String {
    format!("person{number}@example.org")
}

/// Requests recoveries of these people, one after the other. Each email is sent before the next request.
async fn request_each(server: &TestServer, people: std::ops::Range<usize>) {
    for number in people {
        server.request_recovery(&person(number)).await;
    }
}

/// Every person got one email, and none was postponed.
fn assert_sent_once(smtp: &SmtpServer, people: std::ops::Range<usize>) {
    let counts: Vec<usize> = people.clone().map(|number| smtp.delivered_to(&person(number))).collect();
    assert_eq!(counts, vec![1; people.len()]);
    assert!(smtp.delivered().iter().all(|mail| mail.over_tls && mail.signed_in));
}

#[tokio::test]
async fn emails_that_follow_each_other_use_one_connection() {
    let (server, smtp, _certificates) = start_with(TIMEOUT).await;
    add_accounts(&server, 5, "example.org").await;
    request_each(&server, 0..5).await;
    assert_sent_once(&smtp, 0..5);
    assert_eq!(smtp.connections(), 1);
}

#[tokio::test]
async fn email_after_the_server_closed_the_idle_connection_is_sent_at_once() {
    // RFC 5321 §3.8
    let (server, smtp, _certificates) = start_with(TIMEOUT).await;
    add_accounts(&server, 3, "example.org").await;
    for number in 0..3 {
        request_each(&server, number..number + 1).await;
        smtp.close_connections();
    }
    assert_sent_once(&smtp, 0..3);
    assert_eq!(smtp.connections(), 3);
}

#[tokio::test]
async fn email_beyond_the_limit_of_a_connection_is_sent_at_once() {
    let (server, smtp, _certificates) = start_with(TIMEOUT).await;
    add_accounts(&server, 5, "example.org").await;
    smtp.limit_mails_per_connection(2);
    request_each(&server, 0..5).await;
    assert_sent_once(&smtp, 0..5);
    assert_eq!(smtp.connections(), 3);
}

#[tokio::test]
async fn connection_whose_email_timed_out_is_not_used_again() {
    let (server, smtp, _certificates) = start_with(Duration::from_millis(300)).await;
    add_accounts(&server, 2, "example.org").await;
    smtp.block_domain(Some("example.org"));
    request_each(&server, 0..1).await;
    // The late response must not be taken for the response to a command of the next email.
    smtp.block_domain(None);
    request_each(&server, 1..2).await;
    assert_eq!(smtp.delivered_to(&person(1)), 1);
    assert_eq!(smtp.connections(), 2);
    let mails = smtp.delivered();
    let mail = mails.iter().find(|mail| mail.to == [format!("<{}>", person(1))]).unwrap();
    server.check(&[("token", &mail.mail().token())]).await.assert_ok();
}

#[tokio::test]
async fn email_to_nobody_leaves_the_same_connection_as_one_to_an_account() {
    // REQ-1: otherwise the next email would be sent sooner after an email to an account.
    for first in [ADA, "nobody@example.org"] {
        let (server, smtp, _certificates) = start_with(TIMEOUT).await;
        add_accounts(&server, 1, "example.org").await;
        server.request_recovery(first).await;
        assert_eq!(smtp.connections(), 1, "{first}");
        request_each(&server, 0..1).await;
        assert_eq!(smtp.connections(), 1, "{first}");
        assert_sent_once(&smtp, 0..1);
    }
}
