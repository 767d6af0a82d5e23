//! Addresses as people type and paste them are parsed alike by the API, the pages, the emails and the app.

#![allow(clippy::unwrap_used)]

#[path = "support/pages.rs"]
mod pages;
mod support;

use std::sync::Mutex;
use std::time::Duration;

use pages::{Page, REQUEST_PAGE};
use support::smtp::{SmtpServer, mail_to};
use support::{OLD_PASSWORD, TestServer};

/// Longer than any delivery.
const LONG_TIMEOUT: Duration = Duration::from_secs(60);

/// Typed, displayed, canonical, and in SMTP.
fn samples() -> Vec<[String; 4]> {
    let table = include_str!("../../crates/core/tests/addresses.tsv");
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| row.split('\t').map(unescaped).collect::<Vec<_>>().try_into().unwrap()).collect()
}

/// Replaces `\u{ad}` by the character.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let (hex, rest) = part.split_once('}').unwrap();
        let c = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32).unwrap();
        format!("{text}{c}{rest}")
    })
}

/// Each mailbox of the table once, as canonical and displayed address.
fn mailboxes() -> Vec<(String, String)> {
    let mut mailboxes: Vec<(String, String)> = Vec::new();
    for [_, shown, canonical, _] in samples() {
        if mailboxes.iter().all(|(known, _)| *known != canonical) {
            mailboxes.push((canonical, shown));
        }
    }
    mailboxes
}

async fn server_with_every_mailbox() -> TestServer {
    let server = TestServer::start_with(|config| {
        config.limits.client_requests = 1000;
        // Several spellings of one address are requested.
        config.limits.resend_after = 0;
    })
    .await;
    for (canonical, shown) in mailboxes() {
        if canonical != "ada@example.org" {
            server.running.add_user(&shown, OLD_PASSWORD).await.unwrap();
        }
    }
    server
}

#[tokio::test]
async fn api_accepts_all_spellings_of_an_address() {
    let server = server_with_every_mailbox().await;
    for (sent, [typed, _, canonical, _]) in samples().into_iter().enumerate() {
        server.request_recovery(&typed).await;
        assert_eq!(server.mailbox.files().len(), sent + 1, "{typed:?} found no account");
        let session = server.post("/session", &[("email", &typed), ("password", OLD_PASSWORD)]).await;
        session.assert_ok();
        assert_eq!(server.mailbox.newest().to.to_lowercase(), canonical, "{typed:?}");
        server.clock.advance(1);
    }
}

#[tokio::test]
async fn page_accepts_all_spellings_and_shows_the_parsed_address() {
    let server = server_with_every_mailbox().await;
    for (sent, [typed, shown, ..]) in samples().into_iter().enumerate() {
        let page = Page::post(&server, REQUEST_PAGE, &[("email", &typed)]).await;
        assert_eq!(page.status, 200, "{typed:?}");
        let shown = shown.replace('\'', "&#39;");
        assert!(
            page.html.contains(&format!("<bdi class=\"card-address\">{shown}</bdi>")),
            "{typed:?}: {}",
            page.html
        );
        server.mail_delivered().await;
        assert_eq!(server.mailbox.files().len(), sent + 1, "{typed:?} found no account");
        server.clock.advance(1);
    }
}

#[tokio::test]
async fn mail_is_sent_to_the_registered_address_with_its_domain_in_ascii() {
    let certificates = tempfile::tempdir().unwrap();
    let ca_file = certificates.path().join("ca.pem");
    let smtp = SmtpServer::start(&ca_file).await;
    smtp.offer_smtputf8();
    let server =
        TestServer::start_with(|config| config.mail = mail_to(smtp.port, Some(ca_file), LONG_TIMEOUT)).await;
    let mut known = vec!["ada@example.org".to_owned()];
    for [typed, shown, canonical, wire] in samples() {
        if known.contains(&canonical) {
            continue;
        }
        known.push(canonical);
        server.running.add_user(&typed, OLD_PASSWORD).await.unwrap();
        server.request_recovery(&shown).await;
        let delivered = smtp.delivered().pop().unwrap();
        assert_eq!(delivered.to, [format!("<{wire}>")], "{typed:?}");
        assert_eq!(delivered.from.contains("smtputf8"), !wire.is_ascii(), "{typed:?}: {}", delivered.from);
    }
    assert!(known.len() > 5);
}

#[tokio::test]
async fn without_smtputf8_a_non_ascii_local_part_is_undeliverable() {
    let certificates = tempfile::tempdir().unwrap();
    let (ca_file, audit) = (certificates.path().join("ca.pem"), certificates.path().join("audit.jsonl"));
    let log = certificates.path().join("log");
    let log_file = Mutex::new(std::fs::File::create(&log).unwrap());
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(log_file).finish();
    // The whole server runs on the thread of the test.
    let _log_until_the_end = tracing::subscriber::set_default(subscriber);
    let smtp = SmtpServer::start(&ca_file).await;
    let server = TestServer::start_with(|config| {
        config.mail = mail_to(smtp.port, Some(ca_file), LONG_TIMEOUT);
        config.audit_file = Some(audit.clone());
    })
    .await;
    for email in ["ada@bücher.example", "jörg@example.org"] {
        server.running.add_user(email, OLD_PASSWORD).await.unwrap();
        server.request_recovery(email).await;
    }
    let delivered = smtp.delivered();
    assert_eq!(delivered.len(), 1);
    assert_eq!(delivered[0].to, ["<ada@xn--bcher-kva.example>"]);
    assert_eq!(server.check(&[("token", &delivered[0].mail().token())]).await.status, 200);
    let audited = std::fs::read_to_string(&audit).unwrap();
    assert_eq!(audited.matches("undeliverable").count(), 1, "{audited}");
    let log = std::fs::read_to_string(&log).unwrap();
    let errors: Vec<&str> = log.lines().filter(|line| line.contains(" ERROR ")).collect();
    let [error] = errors[..] else { panic!("{log}") };
    for said in [
        "an email cannot be sent",
        "the recipient's address requires SMTPUTF8, which the SMTP server does not support",
        // The account of jörg@example.org; the log has no address.
        "account=3",
    ] {
        assert!(error.contains(said), "{said} in {error}");
    }
    assert!(!log.contains("jörg@"), "{log}");
    // The email is not retried, because a retry would fail too.
    let waiting = "SELECT count(*) FROM outbox";
    assert_eq!(support::database::query_scalar(server.folder.path(), waiting).await, 0);
}
