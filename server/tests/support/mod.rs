//! A test server on a free loopback port with a temporary folder and a manual clock, and its client.

#![allow(clippy::unwrap_used, dead_code, reason = "each test binary uses only a part of it")]

pub mod database;
pub mod mailbox;
pub mod networks;
pub mod second_factor;
pub mod smtp;

use std::sync::{Arc, Once};
use std::task::Poll;
use std::time::Duration;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use latchkey_server::{Brand, Config, Mail, ManualClock, Product, Server, ServerHandle, UnixTime};
use reqwest::Response;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use mailbox::Mailbox;

/// The address of the account on every test server.
pub const ADA: &str = "Ada@example.org";
/// An address without account.
pub const UNKNOWN: &str = "nobody@example.org";
pub const OLD_PASSWORD: &str = "seven grey herons";
pub const NEW_PASSWORD: &str = "a walk along the wet quay";
/// A code verifier (RFC 7636).
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// 23 November 2026, 12:34 UTC.
pub const START: UnixTime = UnixTime(1_795_437_240);
/// Longer than any delivery of email.
const MAIL_LIMIT: Duration = Duration::from_secs(120);

pub struct TestServer {
    pub running: ServerHandle,
    pub clock: Arc<ManualClock>,
    pub mailbox: Mailbox,
    pub client: reqwest::Client,
    pub folder: TempDir,
}

/// The response of the API.
#[derive(Debug, PartialEq)]
pub struct ApiResponse {
    pub status: u16,
    pub body: Value,
}

impl ApiResponse {
    pub async fn read(response: Response) -> Self {
        let status = response.status().as_u16();
        Self { status, body: serde_json::from_str(&response.text().await.unwrap()).unwrap() }
    }

    /// The code of a problem; empty for a success.
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or("")
    }

    #[track_caller]
    pub fn assert_problem(&self, status: u16, code: &str) {
        assert_eq!((self.status, self.code()), (status, code), "{}", self.body);
    }

    #[track_caller]
    pub fn assert_ok(&self) {
        assert_eq!(self.status, 200, "{}", self.body);
    }
}

/// Starts a server, and lets it delete expired data. A deletion that begins before a test changes the clock and ends after
/// that would correct times that are right.
pub async fn start_server(config: Config, clock: &Arc<ManualClock>) -> ServerHandle {
    let server = Server::start_with_clock(config, clock.clone()).await.unwrap();
    server.prune().await.unwrap();
    server
}

impl TestServer {
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    pub async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = config_in(&folder).await;
        change(&mut config);
        let clock = Arc::new(ManualClock::at(START));
        let running = start_server(config, &clock).await;
        running.add_user(ADA, OLD_PASSWORD).await.unwrap();
        let mailbox = Mailbox::new(folder.path().join("mail"));
        Self { running, clock, mailbox, client: client(), folder }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.running.addr())
    }

    /// All data in the database.
    pub async fn database_contents(&self) -> database::Contents {
        database::Contents::of(self.folder.path()).await
    }

    /// Causes an internal error at each comparison with a password, as if the queue of hashes were full.
    pub async fn damage_hashes(&self) {
        database::execute(self.folder.path(), "UPDATE accounts SET password_hash = 'x' || password_hash")
            .await;
    }

    pub async fn repair_hashes(&self) {
        database::execute(self.folder.path(), "UPDATE accounts SET password_hash = substr(password_hash, 2)")
            .await;
    }

    /// Causes an internal error where failures are counted.
    pub async fn damage_counts_of_failures(&self) {
        database::execute(self.folder.path(), "ALTER TABLE failures RENAME TO damaged").await;
    }

    pub async fn repair_counts_of_failures(&self) {
        database::execute(self.folder.path(), "ALTER TABLE damaged RENAME TO failures").await;
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> ApiResponse {
        ApiResponse::read(self.client.post(self.url(path)).form(fields).send().await.unwrap()).await
    }

    /// Waits until no email is due. Panics after two minutes, so that an email that no worker takes is a failed test and not
    /// one that never ends.
    pub async fn mail_delivered(&self) {
        let delivered = self.running.mail_delivered();
        tokio::time::timeout(MAIL_LIMIT, delivered).await.expect("all due email is sent").unwrap();
    }

    /// Requests a recovery without challenge and waits for its email. Returns the flow.
    pub async fn request_recovery(&self, email: &str) -> String {
        self.request_with(&[("email", email)]).await
    }

    /// Requests a recovery with the challenge of [`VERIFIER`].
    pub async fn request_bound_recovery(&self, email: &str) -> String {
        let challenge = challenge();
        self.request_with(&[
            ("email", email),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ])
        .await
    }

    async fn request_with(&self, fields: &[(&str, &str)]) -> String {
        let response = self.post("/account/recovery", fields).await;
        response.assert_ok();
        self.mail_delivered().await;
        response.body["flow"].as_str().unwrap().to_owned()
    }

    /// Requests a recovery for Ada, without challenge, and returns the token in its email.
    pub async fn mailed_token(&self) -> String {
        self.request_recovery(ADA).await;
        self.mailbox.newest().token()
    }

    /// Advances the clock and calls [`mailed_token`](Self::mailed_token).
    pub async fn mailed_token_after(&self, seconds: u32) -> String {
        self.clock.advance(seconds);
        self.mailed_token().await
    }

    pub async fn check(&self, proof: &[(&str, &str)]) -> ApiResponse {
        self.post("/account/reset-password/check", proof).await
    }

    pub async fn reset(&self, proof: &[(&str, &str)], new_password: &str) -> ApiResponse {
        let fields = [proof, &[("new_password", new_password)]].concat();
        self.post("/account/reset-password", &fields).await
    }

    pub async fn reset_with_key(&self, proof: &[(&str, &str)], new_password: &str, key: &str) -> ApiResponse {
        let fields = [proof, &[("new_password", new_password)]].concat();
        let request = self.client.post(self.url("/account/reset-password")).header("Idempotency-Key", key);
        ApiResponse::read(request.form(&fields).send().await.unwrap()).await
    }

    /// The token of the freeze link in the newest email.
    pub async fn freeze_token(&self) -> String {
        self.mail_delivered().await;
        self.mailbox.newest().token()
    }

    pub async fn sign_in(&self, password: &str) -> ApiResponse {
        self.post("/session", &[("email", ADA), ("password", password)]).await
    }

    pub async fn session_status(&self, session: &str) -> u16 {
        self.client.get(self.url("/session")).bearer_auth(session).send().await.unwrap().status().as_u16()
    }
}

pub async fn config_in(folder: &TempDir) -> Config {
    let product = Product {
        name: "Latchkey".into(),
        support: "help@latchkey.example".into(),
        sender: "no-reply@latchkey.example".into(),
        brand: Brand::default(),
    };
    let mut config = Config::new(
        database::in_folder(folder.path()).await,
        Mail::Directory(folder.path().join("mail")),
        "latchkey://reset-password".parse().unwrap(),
        product,
    );
    // All clients of a test have the same address.
    (config.limits.connections, config.limits.client_connections) = (16_000, 1_000);
    // Only tests of the response time need the minimum response time.
    config.limits.answer_after = std::time::Duration::ZERO;
    config
}

pub fn client() -> reqwest::Client {
    static TLS: Once = Once::new();
    // reqwest requires a provider even without TLS.
    TLS.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
    reqwest::Client::builder().no_proxy().build().unwrap()
}

/// The challenge of [`VERIFIER`].
pub fn challenge() -> String {
    challenge_of(VERIFIER)
}

/// The challenge of a verifier, with the method `S256` (RFC 7636 §4.2).
pub fn challenge_of(verifier: &str) -> String {
    hash_in_base64(verifier)
}

/// The SHA-256 hash of a text, in 43 characters.
pub fn hash_in_base64(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(text))
}

/// A code other than `code`.
pub fn other_code(code: &str) -> String {
    let last = code.chars().last().unwrap().to_digit(10).unwrap();
    format!("{}{}", &code[..code.len() - 1], (last + 1) % 10)
}

pub fn signed_out_everywhere() -> Value {
    json!({ "signed_out_everywhere": true })
}

/// Runs futures concurrently and returns their results in order.
pub async fn join_all<F: Future>(futures: Vec<F>) -> Vec<F::Output> {
    let mut pending: Vec<_> = futures.into_iter().map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(|context| {
        for (future, output) in pending.iter_mut().filter(|(_, output)| output.is_none()) {
            if let Poll::Ready(ready) = future.as_mut().poll(context) {
                *output = Some(ready);
            }
        }
        if pending.iter().all(|(_, output)| output.is_some()) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    pending.into_iter().filter_map(|(_, output)| output).collect()
}
