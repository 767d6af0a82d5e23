//! A disk that takes no more: nothing is half done, everybody hears that it will pass, and it does.
//!
//! The limit of a process on the size of its files (RLIMIT_FSIZE) stands for the disk: no write succeeds beyond it, and
//! it can be set and lifted while the server runs. PostgreSQL writes in processes of its own, so this is on SQLite, also
//! where the other tests run on PostgreSQL.

#![allow(clippy::unwrap_used)]
#![cfg(target_os = "linux")]

#[path = "support/program.rs"]
mod program;
mod support;

use std::process::Command;

use latchkey_server::{Database, Server};
use program::{Program, config_file_on, program_by};
use support::database;
use support::mailbox::Mailbox;
use support::{ADA, Answer, NEW_PASSWORD, OLD_PASSWORD, config_in};
use tempfile::TempDir;

struct Disk {
    folder: TempDir,
    server: Program,
    client: reqwest::Client,
}

impl Disk {
    /// A server with Ada's account on a disk with space.
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
        // The soft limit alone, which can be raised again.
        let set =
            Command::new("prlimit").args(["--pid", &id, &format!("--fsize={bytes}:")]).status().unwrap();
        assert!(set.success());
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.client.post(self.server.url(path)).header("Idempotency-Key", "one-attempt");
        Answer::of(request.form(fields).send().await.unwrap()).await
    }

    async fn token(&self) -> String {
        let asked = self.post("/account/recovery", &[("email", ADA)]).await;
        asked.assert_ok();
        Mailbox::new(self.folder.path().join("mail"))
            .of_flow(asked.body["flow"].as_str().unwrap())
            .await
            .token()
    }

    async fn reset(&self, token: &str) -> Answer {
        self.post("/account/reset-password", &[("token", token), ("new_password", NEW_PASSWORD)]).await
    }

    async fn sign_in(&self, password: &str) -> Answer {
        self.post("/session", &[("email", ADA), ("password", password)]).await
    }

    /// The password is set once, and the person is told.
    async fn assert_set_once(&self) {
        self.sign_in(NEW_PASSWORD).await.assert_ok();
        self.sign_in(OLD_PASSWORD).await.assert_refused(401, "credentials_invalid");
        let mailbox = Mailbox::new(self.folder.path().join("mail"));
        mailbox.notice().await;
        let notices = mailbox.mails().iter().filter(|mail| mail.subject.contains("was changed")).count();
        assert_eq!(notices, 1);
    }
}

/// A server that outlives a write beyond the limit, as it outlives one to a full disk.
fn serve(folder: &TempDir) -> Program {
    let mut command = Command::new("env");
    command.args(["--ignore-signal=XFSZ", env!("CARGO_BIN_EXE_latchkey-server")]);
    let database = database::file(folder.path()).display().to_string();
    Program::start(program_by(command, &config_file_on(folder.path(), &database)), "info")
}

#[tokio::test]
async fn a_full_disk_is_said_to_pass_and_leaves_the_link_unspent() {
    let disk = Disk::new().await;
    let token = disk.token().await;
    disk.fill();
    disk.reset(&token).await.assert_refused(503, "unavailable");
    disk.post("/account/recovery", &[("email", ADA)]).await.assert_refused(503, "unavailable");
    disk.sign_in(OLD_PASSWORD).await.assert_refused(503, "unavailable");
    disk.free();
    disk.sign_in(OLD_PASSWORD).await.assert_ok();
    disk.reset(&token).await.assert_ok();
    disk.reset(&token).await.assert_ok();
    disk.assert_set_once().await;
}

#[tokio::test]
async fn a_server_that_is_killed_on_a_full_disk_finds_the_link_unspent_when_there_is_space() {
    let mut disk = Disk::new().await;
    let token = disk.token().await;
    disk.fill();
    disk.reset(&token).await.assert_refused(503, "unavailable");
    let again = serve(&disk.folder);
    std::mem::replace(&mut disk.server, again).kill();
    disk.reset(&token).await.assert_ok();
    disk.assert_set_once().await;
}
