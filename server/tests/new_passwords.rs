//! Rejection and hashing of new passwords.

#![allow(clippy::unwrap_used)]

mod support;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use latchkey_client::BaseUrl;
use latchkey_server::{HashingCost, Pepper, Server};
use serde_json::json;
use support::mailbox::Mail;
use support::networks::{address_in_network, post_from, trust_proxy};
use support::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer, config_in, join_all, start_server};

/// The prefixes that were requested, and whether padding was requested.
type ReceivedQueries = Arc<Mutex<Vec<(String, bool)>>>;

async fn range(
    State((received, known)): State<(ReceivedQueries, bool)>,
    Path(prefix): Path<String>,
    headers: HeaderMap,
) -> String {
    let padded = headers.get("add-padding").is_some_and(|value| value == "true");
    assert!(headers.contains_key("user-agent"), "the real service rejects requests without it");
    received.lock().unwrap().push((prefix, padded));
    let count = if known { 42 } else { 0 };
    format!("0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n{}:{count}\r\n", suffix_of(NEW_PASSWORD))
}

fn sha1_of(password: &str) -> String {
    use sha1::Digest as _;
    format!("{:X}", sha1::Sha1::digest(password))
}

fn suffix_of(password: &str) -> String {
    sha1_of(password)[5..].to_owned()
}

/// A list of breached passwords on loopback. It contains [`NEW_PASSWORD`], or uses it as padding only.
async fn breach_service(known: bool) -> (BaseUrl, ReceivedQueries) {
    let received = ReceivedQueries::default();
    let routes = axum::Router::new()
        .route("/range/{prefix}", axum::routing::get(range))
        .with_state((Arc::clone(&received), known));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = BaseUrl::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
    tokio::spawn(async move { axum::serve(listener, routes).await });
    (base, received)
}

#[tokio::test]
async fn breached_password_is_rejected_and_five_digits_are_sent() {
    // PWD-5, PWD-7
    let (base, received) = breach_service(true).await;
    let server = TestServer::start_with(|config| config.breach_list = Some(base)).await;
    let token = server.mailed_token().await;
    let rejected = server.reset(&[("token", &token)], NEW_PASSWORD).await;
    rejected.assert_problem(422, "password_refused");
    assert_eq!(rejected.body["reasons"], json!(["breached"]));
    assert_eq!(*received.lock().unwrap(), [(sha1_of(NEW_PASSWORD)[..5].to_owned(), true)]);
    server.reset(&[("token", &token)], "seventeen silent swans").await.assert_ok();
}

#[tokio::test]
async fn padding_is_no_breach_and_a_rejected_password_is_not_looked_up() {
    let (base, received) = breach_service(false).await;
    let server = TestServer::start_with(|config| config.breach_list = Some(base)).await;
    let token = server.mailed_token().await;
    server.reset(&[("token", &token)], "too short").await.assert_problem(422, "password_refused");
    assert!(received.lock().unwrap().is_empty());
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn unavailable_breach_list_is_skipped_and_audited() {
    // PWD-7. Nothing listens on this port.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let base = BaseUrl::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
    drop(listener);
    let folder = tempfile::tempdir().unwrap();
    let audit = folder.path().join("audit.jsonl");
    let server = TestServer::start_with(|config| {
        config.breach_list = Some(base);
        config.audit_file = Some(audit.clone());
    })
    .await;
    let token = server.mailed_token().await;
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    assert!(std::fs::read_to_string(audit).unwrap().contains(r#""event":"breach_check_skipped""#));
}

#[tokio::test]
async fn current_password_is_rejected() {
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    let rejected = server.reset(&[("token", &token)], OLD_PASSWORD).await;
    assert_eq!(rejected.body["reasons"], json!(["same_as_before"]));
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn rejected_passwords_are_throttled_and_keep_the_link() {
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    let proof = [("token", token.as_str())];
    let reset = async |password| server.reset(&proof, password).await;
    for _ in 0..10 {
        reset("short but odd").await.assert_problem(422, "password_refused");
    }
    for wait in [15, 30] {
        reset("short but odd").await.assert_problem(429, "rate_limited");
        server.reset(&proof, NEW_PASSWORD).await.assert_problem(429, "rate_limited");
        server.clock.advance(wait);
        reset(OLD_PASSWORD).await.assert_problem(422, "password_refused");
    }
    // Another link of the account waits too, and another account does not.
    let other = server.mailed_token_after(45).await;
    server.reset(&[("token", &other)], NEW_PASSWORD).await.assert_problem(429, "rate_limited");
    server.running.add_user("bob@example.org", OLD_PASSWORD).await.unwrap();
    server.request_recovery("bob@example.org").await;
    server.reset(&[("token", &server.mailbox.newest().token())], NEW_PASSWORD).await.assert_ok();
    server.clock.advance(15);
    server.reset(&proof, NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn internal_errors_keep_the_number_of_rejected_passwords() {
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    let reset = async |password| server.reset(&[("token", &token)], password).await;
    for _ in 0..9 {
        reset("short but odd").await.assert_problem(422, "password_refused");
    }
    server.damage_hashes().await;
    for _ in 0..3 {
        reset(NEW_PASSWORD).await.assert_problem(500, "internal");
    }
    server.repair_hashes().await;
    reset("short but odd").await.assert_problem(422, "password_refused");
    reset(NEW_PASSWORD).await.assert_problem(429, "rate_limited");
}

#[tokio::test]
async fn many_links_of_one_account_do_not_delay_the_reset_of_another() {
    const MALLORY: &str = "mallory@example.org";
    let server = TestServer::start_with(|config| {
        trust_proxy(config);
        config.hashing = HashingCost { passes: 16, ..HashingCost::default() };
    })
    .await;
    server.running.add_user(MALLORY, OLD_PASSWORD).await.unwrap();
    let token = server.mailed_token().await;
    let count = (8 * std::thread::available_parallelism().unwrap().get()).min(64);
    for number in 0..count {
        let from = address_in_network(number);
        post_from(&server, &from, "/account/recovery", &[("email", MALLORY)]).await.assert_ok();
    }
    server.mail_delivered().await;
    let of_mallory = |mail: &Mail| mail.to == MALLORY;
    let tokens: Vec<String> =
        server.mailbox.mails().iter().filter(|mail| of_mallory(mail)).map(Mail::token).collect();
    assert_eq!(tokens.len(), count);

    let answered = &AtomicUsize::new(0);
    let flood = tokens.iter().map(|token| async {
        let response = server.reset(&[("token", token)], OLD_PASSWORD).await;
        assert!(matches!(response.code(), "password_refused" | "rate_limited"), "{response:?}");
        answered.fetch_add(1, Ordering::Relaxed)
    });
    let reset = async {
        // The other resets are waiting by then.
        while answered.load(Ordering::Relaxed) == 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
        answered.load(Ordering::Relaxed)
    };
    let (_, answered_before) = tokio::join!(join_all(flood.collect()), reset);
    assert!(answered_before < count / 2, "{answered_before} of {count} were answered before");
}

#[tokio::test]
async fn sign_in_rehashes_an_outdated_hash() {
    // PWD-11, PWD-12
    let server = TestServer::start().await;
    assert!(server.database_contents().await.contains("$m=19456,t=2,p=1$"));
    let mut config = config_in(&server.folder).await;
    config.hashing = HashingCost { memory_kib: 20_000, passes: 3, lanes: 1 };
    config.pepper = Some(Pepper::new(&[b'p'; 32]).unwrap());
    let stronger = Server::start(config).await.unwrap();
    let sign_in = async || {
        let url = stronger.base_url().join("session").unwrap();
        server
            .client
            .post(url)
            .form(&[("email", ADA), ("password", OLD_PASSWORD)])
            .send()
            .await
            .unwrap()
            .status()
    };
    assert_eq!(sign_in().await, 200);
    assert!(server.database_contents().await.contains("$m=20000,t=3,p=1,keyid="));
    assert_eq!(sign_in().await, 200);
    // Without the pepper the hash cannot be verified.
    server.sign_in(OLD_PASSWORD).await.assert_problem(401, "credentials_invalid");
}

#[tokio::test]
async fn old_pepper_is_not_needed_after_sign_in() {
    // PWD-12, END-5
    let (old, new) = ([b'o'; 32], [b'n'; 32]);
    let server = TestServer::start_with(|config| config.pepper = Some(Pepper::new(&old).unwrap())).await;
    let start_with = async |pepper: Pepper| {
        let mut config = config_in(&server.folder).await;
        config.pepper = Some(pepper);
        start_server(config, &server.clock).await
    };
    let admin = {
        let mut config = config_in(&server.folder).await;
        config.pepper = Some(Pepper::new(&old).unwrap());
        latchkey_server::AdminService::open(&config).await.unwrap()
    };
    let link = admin.enroll_second_factor(ADA).await.unwrap();
    let totp = totp_rs::Totp::from_url(secrecy::ExposeSecret::expose_secret(&link)).unwrap();
    let sign_in = async |running: &latchkey_server::ServerHandle| {
        let now = u64::try_from(latchkey_server::Clock::now(&*server.clock).0).unwrap();
        let code = totp.generate(now).to_string();
        let url = running.base_url().join("session").unwrap();
        let form = [("email", ADA), ("password", OLD_PASSWORD), ("second_factor", code.as_str())];
        server.client.post(url).form(&form).send().await.unwrap().status()
    };
    let rotated = start_with(Pepper::new(&new).unwrap().with_old(&old).unwrap()).await;
    let without_old = start_with(Pepper::new(&new).unwrap()).await;
    assert_eq!(sign_in(&without_old).await, 401, "the old pepper is still needed");
    assert_eq!(sign_in(&rotated).await, 200);
    assert_eq!(sign_in(&rotated).await, 400, "a used code is rejected");
    server.clock.advance(30);
    assert_eq!(sign_in(&without_old).await, 200, "hash and second factor use the new pepper");
}
