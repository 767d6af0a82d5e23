//! A real identity server, its emails, and a proxy that records all exchanges with it.

mod mails;
mod process;
mod recording_proxy;
mod replay;

use std::path::PathBuf;

pub use mails::Mail;
pub use recording_proxy::{Exchange, ExchangeLog};
pub use replay::Replay;

/// The account that every server starts with.
pub const ADA: &str = "ada@example.org";
pub const OLD_PASSWORD: &str = "the old harbour wall";
pub const NEW_PASSWORD: &str = "a walk along the wet quay";
/// Servers that compare the origin of a form with their own address, or redirect to it: they get the address of the proxy.
const SERVERS_WITH_THEIR_ADDRESS: [&str; 2] = ["django", "wordpress"];
/// An address without account.
pub const NOBODY: &str = "nobody@example.org";

/// A server that runs until this is dropped.
pub struct Live {
    proxy: recording_proxy::RecordingProxy,
    mails: mails::MailCatcher,
    process: process::Process,
    /// Sends requests that are not part of the recovery, such as signing in.
    pub http: reqwest::Client,
}

impl Live {
    /// Starts `servers/<folder>` with these options and waits until it accepts connections.
    pub async fn start(folder: &str, options: &[&str]) -> Self {
        let mails = mails::MailCatcher::start().await;
        let process = process::Process::start(folder, mails.port, options).await;
        // An error means that an earlier test of this process has installed it.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        let proxy = recording_proxy::RecordingProxy::start(
            process.port,
            http.clone(),
            SERVERS_WITH_THEIR_ADDRESS.contains(&folder),
        )
        .await;
        Self { proxy, mails, process, http }
    }

    /// The server's URL through the proxy, without trailing slash.
    pub fn base(&self) -> String {
        format!("http://127.0.0.1:{}", self.proxy.port)
    }

    /// A URL of the server without the proxy. `path` starts with a slash.
    pub fn direct(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.process.port)
    }

    /// Calls a control of the server's gateway: see `servers/gateway.py`.
    pub async fn control(&self, name: &str, arguments: serde_json::Value) -> serde_json::Value {
        let request = self.http.post(self.direct(&format!("/control/{name}"))).json(&arguments);
        let response = request.send().await.unwrap();
        assert!(response.status().is_success(), "{name}: {response:?}");
        response.json().await.unwrap()
    }

    /// The text at `pointer` of a successful response; `None` if the request fails.
    pub async fn token(&self, request: reqwest::RequestBuilder, pointer: &str) -> Option<String> {
        let response = request.send().await.unwrap();
        if !response.status().is_success() {
            return None;
        }
        let body: serde_json::Value = response.json().await.unwrap();
        Some(body.pointer(pointer).and_then(serde_json::Value::as_str).expect("a token").to_owned())
    }

    /// The cookie of a successful response, as it is sent back; `None` if the request fails.
    pub async fn cookie(&self, request: reqwest::RequestBuilder) -> Option<String> {
        let response = request.send().await.unwrap();
        if !response.status().is_success() {
            return None;
        }
        let cookie = response.headers()["set-cookie"].to_str().unwrap();
        cookie.split(';').next().map(str::to_owned)
    }

    /// The cookie of a response whose name begins so, as it is sent back; `None` if there is none.
    pub async fn named_cookie(&self, request: reqwest::RequestBuilder, name: &str) -> Option<String> {
        let response = request.send().await.unwrap();
        let cookies = response.headers().get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
        let mut pairs = cookies.filter_map(|cookie| cookie.split(';').next());
        pairs.find(|pair| pair.starts_with(name)).map(str::to_owned)
    }

    /// Whether the request succeeds.
    pub async fn is_ok(&self, request: reqwest::RequestBuilder) -> bool {
        request.send().await.unwrap().status().is_success()
    }

    /// Waits for the next unread email to this address.
    pub async fn mail_to(&mut self, address: &str) -> Mail {
        self.mails.next_to(address).await
    }

    /// Loses the response to the next call of this path, or of this path and query. The server has processed it.
    pub fn lose_next_response(&self, path: &'static str) {
        self.proxy.lose_next_response(path);
    }

    /// The recorded exchanges.
    pub fn exchange_log(&self) -> ExchangeLog {
        self.proxy.exchange_log()
    }
}

/// The folder in which `./scripts/test backends` has installed this server.
fn installed(folder: &str) -> PathBuf {
    let cache = std::env::var_os("LATCHKEY_TEST_BACKENDS").expect("run this by ./scripts/test backends");
    let path = PathBuf::from(cache).join(folder);
    assert!(path.is_dir(), "{folder} is not installed: run ./scripts/test backends {folder}");
    path
}
