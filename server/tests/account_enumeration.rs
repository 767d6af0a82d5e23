//! Responses do not reveal whether an address has an account, or whether others requested a recovery for it.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::Duration;

use serde_json::Value;
use support::networks::{Device, address_in_network, trust_proxy};
use support::smtp::{Behavior, SmtpServer, mail_to};
use support::{ADA, ApiResponse, TestServer, UNKNOWN, VERIFIER, challenge};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// The response, without the date and with a fixed flow.
async fn raw_request(server: &TestServer, email: &str, host: &str) -> String {
    let body = format!("email={email}&code_challenge={}&code_challenge_method=S256", challenge());
    let request = format!(
        "POST /account/recovery HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-Host: {host}\r\nForwarded: host={host}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    let mut stream = TcpStream::connect(server.running.addr()).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).await.unwrap();
    let without_date =
        response.lines().filter(|line| !line.starts_with("date: ")).collect::<Vec<_>>().join("\n");
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
async fn known_and_unknown_addresses_get_identical_responses() {
    // REQ-1, REQ-3, REQ-6
    let server = TestServer::start().await;
    server.running.add_user("grace@example.org", "four wet umbrellas").await.unwrap();
    let addresses = [ADA, "grace@example.org", UNKNOWN, "someone@example.com"];
    let mut rounds = Vec::new();
    for wait in [0, 1, 58, 1, 59, 1, 60] {
        server.clock.advance(wait);
        let mut responses = Vec::new();
        for address in addresses {
            responses.push(raw_request(&server, address, "localhost").await);
        }
        server.mail_delivered().await;
        responses.dedup();
        assert_eq!(responses.len(), 1, "{responses:#?}");
        rounds.push(responses.remove(0));
    }
    // The response does not reveal whether the email is sent, delayed or skipped. Only the requester's own countdown
    // differs.
    for (response, wait) in rounds.iter().zip([60, 59, 1, 120, 61, 60, 300]) {
        assert!(response.starts_with("HTTP/1.1 200 OK"), "{response}");
        assert!(response.contains(&format!(r#""resend_after":{wait}}}"#)), "{wait}: {response}");
    }
    let recipients: Vec<String> = server.mailbox.mails().into_iter().map(|mail| mail.to).collect();
    assert_eq!(recipients.len(), 6, "mails after 0, 1 and 3 minutes to each account: {recipients:?}");
    assert!(recipients.iter().all(|to| [ADA, "grace@example.org"].contains(&to.as_str())));
}

#[tokio::test]
async fn mailed_link_depends_on_the_configuration_only() {
    // REQ-5
    let base = "https://account.example.org/reset-password";
    let server = TestServer::start_with(|config| config.link_base = base.parse().unwrap()).await;
    raw_request(&server, ADA, "evil.example").await;
    server.mail_delivered().await;
    let mail = server.mailbox.newest();
    let link = mail.link();
    assert!(link.as_str().starts_with(&format!("{base}#token=")) && link.query().is_none(), "{link}");
    assert!(!mail.text.contains("evil") && !mail.html.contains("evil"));
}

#[tokio::test]
async fn requests_of_a_client_are_limited_per_window() {
    // REQ-3, REQ-6
    let server = TestServer::start_with(|config| {
        config.limits.client_requests = 5;
        config.limits.client_window = 600;
    })
    .await;
    for _ in 0..5 {
        server.check(&[("token", "guess")]).await.assert_problem(400, "token_invalid");
    }
    let form = server.client.post(server.url("/account/reset-password/check")).form(&[("token", "guess")]);
    let rejected = form.send().await.unwrap();
    assert_eq!(rejected.status(), 429);
    let wait: u32 = rejected.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=600).contains(&wait), "{wait}");
    server.clock.advance(wait - 1);
    server.check(&[("token", "guess")]).await.assert_problem(429, "rate_limited");
    server.clock.advance(1);
    server.check(&[("token", "guess")]).await.assert_problem(400, "token_invalid");
}

/// A server whose mail server rejects the emails to its twenty accounts for now.
async fn start_during_an_outage() -> (TestServer, SmtpServer, tempfile::TempDir) {
    let certificates = tempfile::tempdir().unwrap();
    let ca_file = certificates.path().join("ca.pem");
    let smtp = SmtpServer::start(&ca_file).await;
    let mail = mail_to(smtp.port, Some(ca_file), Duration::from_secs(60));
    let server = TestServer::start_with(|config| config.mail = mail).await;
    smtp.set_behavior(Behavior::Rejecting);
    for number in 0..20 {
        let email = format!("person{number}@example.org");
        server.running.add_user(&email, support::OLD_PASSWORD).await.unwrap();
        server.request_recovery(&email).await;
    }
    (server, smtp, certificates)
}

#[tokio::test]
async fn wrong_codes_get_the_same_responses_after_failed_deliveries() {
    // REQ-1: emails to unknown addresses fail like others, but not for equally long.
    let (server, smtp, _certificates) = start_during_an_outage().await;
    let mut flows = Vec::new();
    for email in [ADA, UNKNOWN] {
        flows.push(server.request_bound_recovery(email).await);
    }
    for minute in 0..80 {
        if minute == 8 {
            smtp.set_behavior(Behavior::Normal);
        }
        // Text that is no code uses no try.
        let typed = if [9, 25, 35, 50].contains(&minute) { "12345678" } else { "no code" };
        let mut responses = Vec::<ApiResponse>::new();
        for flow in &flows {
            responses
                .push(server.check(&[("flow", flow), ("code", typed), ("code_verifier", VERIFIER)]).await);
        }
        assert_eq!(responses[0], responses[1], "after {minute} minutes");
        let (status, code) = if minute < 75 { (400, "code_invalid") } else { (410, "token_expired") };
        responses[0].assert_problem(status, code);
        server.clock.advance(60);
        server.mail_delivered().await;
    }
    assert_eq!(smtp.delivered().len(), 21);
}

/// The responses to a device that requests four emails and types wrong text for each of them every minute, after requests of
/// this number of other networks.
async fn responses_after_requests_elsewhere(networks: usize) -> Vec<(u16, Value)> {
    let server = TestServer::start_with(trust_proxy).await;
    for network in 0..networks {
        Device::new(address_in_network(network)).request_recovery(&server, ADA).await;
    }
    let device = Device::new("192.0.2.1");
    let (mut flows, mut responses) = (Vec::new(), Vec::new());
    for minute in 0..90 {
        let requests = match minute {
            0 => 2,
            3 | 8 => 1,
            _ => 0,
        };
        for _ in 0..requests {
            flows.push(device.request_recovery(&server, ADA).await);
        }
        for flow in &flows {
            let response = device.check_code(&server, flow, "no code").await;
            responses.push((response.status, response.body));
        }
        server.clock.advance(60);
        server.mail_delivered().await;
    }
    assert_eq!(server.mailbox.files().len(), 12);
    responses
}

#[tokio::test]
async fn skipped_mails_do_not_reveal_requests_elsewhere() {
    // Three of the device's emails are skipped in the second case, because an address gets twelve in an hour.
    let sent = responses_after_requests_elsewhere(8).await;
    let skipped = responses_after_requests_elsewhere(11).await;
    assert_eq!(sent, skipped);
    assert_eq!(sent[0].1["code"], "code_invalid");
    assert_eq!(sent.last().unwrap().1["code"], "token_expired");
}

#[tokio::test]
async fn unknown_address_and_wrong_password_get_the_same_response() {
    let server = TestServer::start().await;
    let wrong = server.sign_in("not the password at all").await;
    wrong.assert_problem(401, "credentials_invalid");
    for email in [UNKNOWN, "not an address"] {
        assert_eq!(server.post("/session", &[("email", email), ("password", "x")]).await, wrong);
    }
}
