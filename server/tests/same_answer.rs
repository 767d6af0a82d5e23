//! What a stranger can learn: whether an address has an account is not part of it.

#![allow(clippy::unwrap_used)]

mod support;

use support::{ADA, NOBODY, TestServer, challenge};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// The answer byte for byte, but for the flow's 22 characters and the date.
async fn raw_request(server: &TestServer, email: &str, host: &str) -> String {
    let body = format!("email={email}&code_challenge={}&code_challenge_method=S256", challenge());
    let request = format!(
        "POST /account/recovery HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-Host: {host}\r\nForwarded: host={host}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    let mut stream = TcpStream::connect(server.running.addr()).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let without_date =
        answer.lines().filter(|line| !line.starts_with("date: ")).collect::<Vec<_>>().join("\n");
    match without_date.split_once("\"flow\":\"") {
        Some((before, rest)) => format!(
            "{before}\"flow\":\"{}{}",
            "F".repeat(rest.find('"').unwrap()),
            &rest[rest.find('"').unwrap()..]
        ),
        None => without_date,
    }
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_bytes() {
    // REQ-1, REQ-3, REQ-6
    let server = TestServer::start().await;
    server.running.add_user("grace@example.org", "four wet umbrellas").await.unwrap();
    let addresses = [ADA, "grace@example.org", NOBODY, "someone@example.com"];
    let mut rounds = Vec::new();
    for wait in [0, 1, 58, 1, 59, 1, 60] {
        server.clock.advance(wait);
        let mut answers = Vec::new();
        for address in addresses {
            answers.push(raw_request(&server, address, "localhost").await);
        }
        server.running.mail_delivered().await.unwrap();
        answers.dedup();
        assert_eq!(answers.len(), 1, "{answers:#?}");
        rounds.push(answers.remove(0));
    }
    // Whether a mail goes out, is put off or left out: only the device's own countdown differs.
    for (answer, wait) in rounds.iter().zip([60, 59, 1, 120, 61, 60, 300]) {
        assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
        assert!(answer.contains(&format!(r#""resend_after":{wait}}}"#)), "{wait}: {answer}");
    }
    let recipients: Vec<String> = server.mailbox.mails().into_iter().map(|mail| mail.to).collect();
    assert_eq!(recipients.len(), 6, "after 0, 1 and 3 minutes to each account: {recipients:?}");
    assert!(recipients.iter().all(|to| [ADA, "grace@example.org"].contains(&to.as_str())));
}

#[tokio::test]
async fn the_mailed_link_comes_from_the_configuration_and_never_from_the_request() {
    // REQ-5
    let base = "https://account.example.org/reset-password";
    let server = TestServer::start_with(|config| config.link_base = base.parse().unwrap()).await;
    raw_request(&server, ADA, "evil.example").await;
    server.running.mail_delivered().await.unwrap();
    let mail = server.mailbox.newest();
    let link = mail.link();
    assert!(link.as_str().starts_with(&format!("{base}#token=")) && link.query().is_none(), "{link}");
    assert!(!mail.text.contains("evil") && !mail.html.contains("evil"));
}

#[tokio::test]
async fn every_client_has_a_limit_that_ends_with_its_window() {
    // REQ-3, REQ-6
    let server = TestServer::start_with(|config| {
        config.limits.client_requests = 5;
        config.limits.client_window = 600;
    })
    .await;
    for _ in 0..5 {
        server.check(&[("token", "guess")]).await.assert_refused(400, "token_invalid");
    }
    let form = server.client.post(server.url("/account/reset-password/check")).form(&[("token", "guess")]);
    let refused = form.send().await.unwrap();
    assert_eq!(refused.status(), 429);
    let wait: u32 = refused.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=600).contains(&wait), "{wait}");
    server.clock.advance(wait - 1);
    server.check(&[("token", "guess")]).await.assert_refused(429, "rate_limited");
    server.clock.advance(1);
    server.check(&[("token", "guess")]).await.assert_refused(400, "token_invalid");
}

#[tokio::test]
async fn sign_in_does_not_tell_an_unknown_address_from_a_wrong_password() {
    let server = TestServer::start().await;
    let wrong = server.sign_in("not the password at all").await;
    wrong.assert_refused(401, "credentials_invalid");
    for email in [NOBODY, "not an address"] {
        assert_eq!(server.post("/session", &[("email", email), ("password", "x")]).await, wrong);
    }
}
