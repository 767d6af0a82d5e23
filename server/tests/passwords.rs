//! New passwords: what refuses them besides the policy, and how they are hashed.

#![allow(clippy::unwrap_used)]

mod support;

use std::sync::{Arc, Mutex};

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use latchkey_server::{HashingCost, Pepper, Server};
use serde_json::json;
use support::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer, config_in};

/// What the stand-in was asked: the prefix, and whether the answer was to be padded.
type Asked = Arc<Mutex<Vec<(String, bool)>>>;

async fn range(
    State((asked, known)): State<(Asked, bool)>,
    Path(prefix): Path<String>,
    headers: HeaderMap,
) -> String {
    let padded = headers.get("add-padding").is_some_and(|value| value == "true");
    assert!(headers.contains_key("user-agent"), "the real service refuses requests without it");
    asked.lock().unwrap().push((prefix, padded));
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

/// A service on loopback that speaks the range protocol, and knows [`NEW_PASSWORD`] or only pads with it.
async fn breach_service(known: bool) -> (url::Url, Asked) {
    let asked = Asked::default();
    let routes = axum::Router::new()
        .route("/range/{prefix}", axum::routing::get(range))
        .with_state((Arc::clone(&asked), known));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
    tokio::spawn(async move { axum::serve(listener, routes).await });
    (base, asked)
}

#[tokio::test]
async fn a_breached_password_is_refused_and_only_five_digits_of_its_hash_leave() {
    // PWD-5, PWD-7
    let (base, asked) = breach_service(true).await;
    let server = TestServer::start_with(|config| config.breaches = Some(base)).await;
    let token = server.token_for_ada().await;
    let refused = server.reset(&[("token", &token)], NEW_PASSWORD).await;
    refused.assert_refused(422, "password_refused");
    assert_eq!(refused.body["reasons"], json!(["breached"]));
    assert_eq!(*asked.lock().unwrap(), [(sha1_of(NEW_PASSWORD)[..5].to_owned(), true)]);
    server.reset(&[("token", &token)], "seventeen silent swans").await.assert_ok();
}

#[tokio::test]
async fn padding_is_no_breach_and_a_password_with_faults_of_its_own_is_not_asked_about() {
    let (base, asked) = breach_service(false).await;
    let server = TestServer::start_with(|config| config.breaches = Some(base)).await;
    let token = server.token_for_ada().await;
    server.reset(&[("token", &token)], "too short").await.assert_refused(422, "password_refused");
    assert!(asked.lock().unwrap().is_empty());
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn a_breach_service_that_does_not_answer_stops_nobody_and_is_written_down() {
    // PWD-7. Nothing listens there any more.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
    drop(listener);
    let folder = tempfile::tempdir().unwrap();
    let audit = folder.path().join("audit.jsonl");
    let server = TestServer::start_with(|config| {
        config.breaches = Some(base);
        config.audit_file = Some(audit.clone());
    })
    .await;
    let token = server.token_for_ada().await;
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    assert!(std::fs::read_to_string(audit).unwrap().contains(r#""event":"breach_check_skipped""#));
}

#[tokio::test]
async fn the_present_password_is_no_new_one() {
    let server = TestServer::start().await;
    let token = server.token_for_ada().await;
    let refused = server.reset(&[("token", &token)], OLD_PASSWORD).await;
    assert_eq!(refused.body["reasons"], json!(["same_as_before"]));
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn many_refused_passwords_make_the_next_one_wait_and_keep_the_link() {
    let server = TestServer::start().await;
    let token = server.token_for_ada().await;
    let proof = [("token", token.as_str())];
    let refused = async |password| server.reset(&proof, password).await;
    for _ in 0..10 {
        refused("short but odd").await.assert_refused(422, "password_refused");
    }
    for wait in [15, 30] {
        refused("short but odd").await.assert_refused(429, "rate_limited");
        server.reset(&proof, NEW_PASSWORD).await.assert_refused(429, "rate_limited");
        server.clock.advance(wait);
        refused(OLD_PASSWORD).await.assert_refused(422, "password_refused");
    }
    // Another recovery of the account does not wait.
    let other = server.token_for_ada_later(15).await;
    server.reset(&[("token", &other)], OLD_PASSWORD).await.assert_refused(422, "password_refused");
    server.clock.advance(45);
    server.reset(&proof, NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn a_sign_in_makes_an_old_hash_as_strong_as_new_ones() {
    // PWD-11, PWD-12
    let server = TestServer::start().await;
    assert!(server.database_contents().await.contain("$m=19456,t=2,p=1$"));
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
    assert!(server.database_contents().await.contain("$m=20000,t=3,p=1,keyid="));
    assert_eq!(sign_in().await, 200);
    // Without the pepper the same password is no longer good: the database alone says nothing.
    server.sign_in(OLD_PASSWORD).await.assert_refused(401, "credentials_invalid");
}

#[tokio::test]
async fn a_pepper_is_replaced_and_the_old_one_can_go_once_everybody_has_signed_in() {
    // PWD-12, END-5
    let (old, new) = ([b'o'; 32], [b'n'; 32]);
    let server = TestServer::start_with(|config| config.pepper = Some(Pepper::new(&old).unwrap())).await;
    let start_with = async |pepper: Pepper| {
        let mut config = config_in(&server.folder).await;
        config.pepper = Some(pepper);
        Server::start_with_clock(config, server.clock.clone()).await.unwrap()
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
    assert_eq!(sign_in(&rotated).await, 400, "a code that was used stays used");
    server.clock.advance(30);
    assert_eq!(sign_in(&without_old).await, 200, "hash and second factor were made anew");
}
