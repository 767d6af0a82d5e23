//! A server that is suspended and continued (SIGSTOP, SIGCONT), as on a sleeping machine: requests are carried out
//! once, repetitions succeed, and nothing is lost.

#![allow(clippy::unwrap_used)]
#![cfg(unix)]

#[path = "support/process.rs"]
mod process;
mod support;

use std::time::Duration;

use latchkey_server::Server;
use process::{ServerProcess, config_file};
use reqwest::Client;
use support::mailbox::{Mail, Mailbox};
use support::{ADA, ApiResponse, OLD_PASSWORD, config_in};
use tempfile::TempDir;

/// The client's timeout for calls to the suspended server.
const CLIENT_TIMEOUT: Duration = Duration::from_millis(500);
/// Longer than the server takes to begin a reset, on any machine.
const LONG_TIMEOUT: Duration = Duration::from_secs(60);
/// So expensive that a password is still being hashed when the server is suspended.
const EXPENSIVE_HASHES: &str = "[passwords]\nargon2_passes = 40\n";

struct Fixture {
    folder: TempDir,
    server: ServerProcess,
    mailbox: Mailbox,
    client: Client,
    client_with_timeout: Client,
}

impl Fixture {
    /// A server with Ada's account and more settings.
    async fn start(settings: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let before = Server::start(config_in(&folder).await).await.unwrap();
        before.add_user(ADA, OLD_PASSWORD).await.unwrap();
        before.shutdown().await;
        let file = config_file(folder.path()).await;
        let text = std::fs::read_to_string(&file).unwrap();
        process::private_file(&file, &format!("{text}{settings}"));
        Self {
            server: ServerProcess::serve(&file),
            mailbox: Mailbox::new(folder.path().join("mail")),
            client: support::client(),
            client_with_timeout: Client::builder().no_proxy().timeout(CLIENT_TIMEOUT).build().unwrap(),
            folder,
        }
    }

    /// `None` if the server does not respond in time.
    async fn post(&self, client: &Client, path: &str, fields: &[(&str, &str)]) -> Option<ApiResponse> {
        let request = client.post(self.server.url(path)).header("Idempotency-Key", "one-attempt");
        Some(ApiResponse::read(request.form(fields).send().await.ok()?).await)
    }

    async fn assert_no_response(&self, path: &str, fields: &[(&str, &str)]) {
        let response = self.post(&self.client_with_timeout, path, fields).await;
        assert_eq!(response, None, "a suspended server does not respond");
    }

    async fn request_recovery(&self) -> String {
        let response = self.post(&self.client, "/account/recovery", &[("email", ADA)]).await.unwrap();
        response.body["flow"].as_str().unwrap().to_owned()
    }

    async fn mail(&self) -> Mail {
        let flow = self.request_recovery().await;
        self.mailbox.mail_of_flow(&flow).await
    }

    /// The number of new passwords that are being checked. Each is in the database before it is compared with the old one,
    /// and no longer afterwards.
    async fn checked_passwords(&self) -> i64 {
        support::database::query_scalar(self.folder.path(), "SELECT count(*) FROM failures").await
    }

    /// Suspends the server as soon as it checks a new password.
    async fn suspend_during_reset(&self) {
        let started = async {
            while self.checked_passwords().await == 0 {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        tokio::time::timeout(LONG_TIMEOUT, started).await.expect("the reset was begun");
        self.server.signal("STOP");
        assert_eq!(self.checked_passwords().await, 1, "the server was suspended too late");
    }
}

#[tokio::test]
async fn server_suspended_after_a_request_sends_the_mail() {
    let server = Fixture::start("").await;
    let flow = server.request_recovery().await;
    server.server.signal("STOP");
    server.assert_no_response("/account/recovery", &[("email", ADA)]).await;
    server.server.signal("CONT");
    server.mailbox.mail_of_flow(&flow).await;
    assert!(server.server.terminate().success());
}

#[tokio::test]
async fn server_suspended_during_a_reset_sets_the_password_once() {
    let server = Fixture::start(EXPENSIVE_HASHES).await;
    for (client_waits, password) in
        [(true, "a walk along the wet quay"), (false, "a walk along the dry quay")]
    {
        let token = server.mail().await.token();
        let fields = [("token", token.as_str()), ("new_password", password)];
        let mut reset = Box::pin(server.post(&server.client, "/account/reset-password", &fields));
        tokio::select! {
            response = &mut reset => panic!("not suspended: {response:?}"),
            () = server.suspend_during_reset() => {}
        }
        // The client repeats the reset meanwhile.
        server.assert_no_response("/account/reset-password", &fields).await;
        if client_waits {
            server.server.signal("CONT");
            reset.await.unwrap().assert_ok();
        } else {
            drop(reset);
            server.server.signal("CONT");
        }
        server.post(&server.client, "/account/reset-password", &fields).await.unwrap().assert_ok();
        let session = [("email", ADA), ("password", password)];
        server.post(&server.client, "/session", &session).await.unwrap().assert_ok();
    }
    // All email is sent before the server ends.
    assert!(server.server.terminate().success());
    let notices = server.mailbox.mails().iter().filter(|mail| mail.subject.contains("was changed")).count();
    assert_eq!(notices, 2, "one notice for each password");
}
