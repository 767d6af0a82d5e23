//! Tests of a full disk: nothing is half done, the error is reported as temporary, and the server recovers.
//!
//! The limit on the size of a process's files (RLIMIT_FSIZE) simulates the full disk: writes beyond it fail, and it can
//! be changed while the server runs. The test always uses SQLite, because PostgreSQL writes in other processes.

#![allow(clippy::unwrap_used)]
#![cfg(target_os = "linux")]

#[path = "support/process.rs"]
mod process;
mod support;

use std::process::Command;

use latchkey_server::{Database, Server};
use process::{ServerProcess, command_via, config_file_on};
use support::database;
use support::mailbox::Mailbox;
use support::{ADA, ApiResponse, NEW_PASSWORD, OLD_PASSWORD, config_in};
use tempfile::TempDir;

struct Disk {
    folder: TempDir,
    server: ServerProcess,
    client: reqwest::Client,
}

impl Disk {
    /// A server with Ada's account and free disk space.
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = config_in(&folder).await;
        config.database = Database::File(database::file(folder.path()));
        let before = Server::start(config).await.unwrap();
        before.add_user(ADA, OLD_PASSWORD).await.unwrap();
        before.shutdown().await;
        let server = serve(&folder);
        Self { folder, server, client: support::client() }
    }

    fn fill(&self) {
        self.limit("1");
    }

    fn free(&self) {
        self.limit("unlimited");
    }

    fn limit(&self, bytes: &str) {
        let id = self.server.id().to_string();
        // Only the soft limit is lowered, because it can be raised again.
        let set =
            Command::new("prlimit").args(["--pid", &id, &format!("--fsize={bytes}:")]).status().unwrap();
        assert!(set.success());
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> ApiResponse {
        let request = self.client.post(self.server.url(path)).header("Idempotency-Key", "one-attempt");
        ApiResponse::read(request.form(fields).send().await.unwrap()).await
    }

    async fn token(&self) -> String {
        let response = self.post("/account/recovery", &[("email", ADA)]).await;
        response.assert_ok();
        Mailbox::new(self.folder.path().join("mail"))
            .mail_of_flow(response.body["flow"].as_str().unwrap())
            .await
            .token()
    }

    async fn reset(&self, token: &str) -> ApiResponse {
        self.post("/account/reset-password", &[("token", token), ("new_password", NEW_PASSWORD)]).await
    }

    async fn sign_in(&self, password: &str) -> ApiResponse {
        self.post("/session", &[("email", ADA), ("password", password)]).await
    }

    /// Asserts that the password was changed once, with one notice.
    async fn assert_set_once(&self) {
        self.sign_in(NEW_PASSWORD).await.assert_ok();
        self.sign_in(OLD_PASSWORD).await.assert_problem(401, "credentials_invalid");
        let mailbox = Mailbox::new(self.folder.path().join("mail"));
        mailbox.change_notice().await;
        let notices = mailbox.mails().iter().filter(|mail| mail.subject.contains("was changed")).count();
        assert_eq!(notices, 1);
    }
}

/// A server that survives a write beyond the limit, as it survives a write to a full disk.
fn serve(folder: &TempDir) -> ServerProcess {
    let mut command = Command::new("env");
    command.args(["--ignore-signal=XFSZ", env!("CARGO_BIN_EXE_latchkey-server")]);
    let database = database::file(folder.path()).display().to_string();
    ServerProcess::start(command_via(command, &config_file_on(folder.path(), &database)), "info")
}

#[tokio::test]
async fn full_disk_is_reported_as_unavailable_and_does_not_redeem_the_link() {
    let disk = Disk::new().await;
    let token = disk.token().await;
    disk.fill();
    disk.reset(&token).await.assert_problem(503, "unavailable");
    disk.post("/account/recovery", &[("email", ADA)]).await.assert_problem(503, "unavailable");
    disk.sign_in(OLD_PASSWORD).await.assert_problem(503, "unavailable");
    disk.free();
    disk.sign_in(OLD_PASSWORD).await.assert_ok();
    disk.reset(&token).await.assert_ok();
    disk.reset(&token).await.assert_ok();
    disk.assert_set_once().await;
}

#[tokio::test]
async fn link_is_not_redeemed_if_the_server_is_killed_on_a_full_disk() {
    let mut disk = Disk::new().await;
    let token = disk.token().await;
    disk.fill();
    disk.reset(&token).await.assert_problem(503, "unavailable");
    let restarted = serve(&disk.folder);
    std::mem::replace(&mut disk.server, restarted).kill();
    disk.reset(&token).await.assert_ok();
    disk.assert_set_once().await;
}
