//! What every story here needs: a real identity server, its mails, and a line to it on which nothing goes unseen.

mod line;
mod mails;
mod process;
mod replay;

use std::path::PathBuf;

pub use line::{Exchange, Watch};
pub use mails::Mail;
pub use replay::Replay;

/// The person whose account every serve program makes.
pub const ADA: &str = "ada@example.org";
pub const OLD_PASSWORD: &str = "the old harbour wall";
/// What she chooses.
pub const NEW_PASSWORD: &str = "a walk along the wet quay";
/// Nobody has this address.
pub const NOBODY: &str = "nobody@example.org";

/// A server that runs until this is dropped.
pub struct Live {
    line: line::Line,
    mails: mails::MailCatcher,
    process: process::Process,
    /// Goes past the line: what a story does beside the recovery, such as signing in.
    pub http: reqwest::Client,
}

impl Live {
    /// Starts `servers/<folder>` with these options and waits until it takes connections.
    pub async fn start(folder: &str, options: &[&str]) -> Self {
        let mails = mails::MailCatcher::start().await;
        let process = process::Process::start(folder, mails.port, options).await;
        // A second story in this process finds one installed, which is all that is wanted.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        let line = line::Line::to(process.port, http.clone()).await;
        Self { line, mails, process, http }
    }

    /// The server by way of the line, without a slash at the end.
    pub fn base(&self) -> String {
        format!("http://127.0.0.1:{}", self.line.port)
    }

    /// An address of the server that goes past the line; `path` begins with a slash.
    pub fn direct(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.process.port)
    }

    /// The text at `pointer` of a good answer; `None` where the server says no.
    pub async fn token(&self, request: reqwest::RequestBuilder, pointer: &str) -> Option<String> {
        let answer = request.send().await.unwrap();
        if !answer.status().is_success() {
            return None;
        }
        let body: serde_json::Value = answer.json().await.unwrap();
        Some(body.pointer(pointer).and_then(serde_json::Value::as_str).expect("a token").to_owned())
    }

    /// The cookie of a good answer, as it is sent back; `None` where the server says no.
    pub async fn cookie(&self, request: reqwest::RequestBuilder) -> Option<String> {
        let answer = request.send().await.unwrap();
        if !answer.status().is_success() {
            return None;
        }
        let cookie = answer.headers()["set-cookie"].to_str().unwrap();
        cookie.split(';').next().map(str::to_owned)
    }

    /// Whether the server says yes.
    pub async fn is_ok(&self, request: reqwest::RequestBuilder) -> bool {
        request.send().await.unwrap().status().is_success()
    }

    /// The next mail to this address that no story has read, once it is there.
    pub async fn mail_to(&mut self, address: &str) -> Mail {
        self.mails.next_to(address).await
    }

    /// What goes over the line.
    pub fn watch(&self) -> Watch {
        self.line.watch()
    }
}

/// Where `./scripts/backends` has installed this server.
fn installed(folder: &str) -> PathBuf {
    let cache = std::env::var_os("LATCHKEY_TEST_BACKENDS").expect("run this by ./scripts/test backends");
    let path = PathBuf::from(cache).join(folder);
    assert!(path.is_dir(), "{folder} is not installed: run ./scripts/test backends {folder}");
    path
}
