//! A server that is stopped and goes on (SIGSTOP, SIGCONT), as one on a machine that sleeps: what was asked meanwhile is
//! done once, whoever asks again is told so, and nothing is lost.

#![allow(clippy::unwrap_used)]
#![cfg(unix)]

#[path = "support/program.rs"]
mod program;
mod support;

use std::time::Duration;

use latchkey_server::Server;
use program::{Program, config_file};
use reqwest::Client;
use support::mailbox::Mailbox;
use support::{ADA, Answer, NEW_PASSWORD, OLD_PASSWORD, config_in};

/// Until a client gives up, once for each call to the stopped server.
const PATIENCE: Duration = Duration::from_millis(500);

async fn post(client: &Client, server: &Program, path: &str, fields: &[(&str, &str)]) -> Option<Answer> {
    let request = client.post(server.url(path)).header("Idempotency-Key", "one-attempt").form(fields);
    Some(Answer::of(request.send().await.ok()?).await)
}

#[tokio::test]
async fn a_server_that_is_stopped_in_a_reset_and_goes_on_sets_the_password_once() {
    let folder = tempfile::tempdir().unwrap();
    let before = Server::start(config_in(&folder).await).await.unwrap();
    before.add_user(ADA, OLD_PASSWORD).await.unwrap();
    before.shutdown().await;
    let server = Program::serve(&config_file(folder.path()).await);
    let mailbox = Mailbox::new(folder.path().join("mail"));
    let patient = support::client();
    let impatient = Client::builder().no_proxy().timeout(PATIENCE).build().unwrap();

    // Between the request and its mail.
    let asked = post(&patient, &server, "/account/recovery", &[("email", ADA)]).await.unwrap();
    server.signal("STOP");
    let stopped = post(&impatient, &server, "/account/recovery", &[("email", ADA)]).await;
    assert_eq!(stopped, None, "a stopped server answers nobody");
    server.signal("CONT");
    let mail = mailbox.of_flow(asked.body["flow"].as_str().unwrap()).await;

    // In the reset. The link of the newest mail counts: the server may have taken the second request by now.
    let asked = post(&patient, &server, "/account/recovery", &[("email", ADA)]).await.unwrap();
    let newest = mailbox.of_flow(asked.body["flow"].as_str().unwrap()).await;
    assert_ne!(mail.token(), newest.token());
    let token = newest.token();
    let fields = [("token", token.as_str()), ("new_password", NEW_PASSWORD)];
    server.signal("STOP");
    assert_eq!(post(&impatient, &server, "/account/reset-password", &fields).await, None);
    server.signal("CONT");
    post(&patient, &server, "/account/reset-password", &fields).await.unwrap().assert_ok();

    let session = [("email", ADA), ("password", NEW_PASSWORD)];
    post(&patient, &server, "/session", &session).await.unwrap().assert_ok();
    mailbox.notice().await;
    let notices = mailbox.mails().iter().filter(|mail| mail.subject.contains("was changed")).count();
    assert_eq!(notices, 1);
    assert!(server.terminate().success());
}
