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
use support::mailbox::Mailbox;
use support::{ADA, ApiResponse, NEW_PASSWORD, OLD_PASSWORD, config_in};

/// The client's timeout for calls to the suspended server.
const CLIENT_TIMEOUT: Duration = Duration::from_millis(500);

async fn post(
    client: &Client,
    server: &ServerProcess,
    path: &str,
    fields: &[(&str, &str)],
) -> Option<ApiResponse> {
    let request = client.post(server.url(path)).header("Idempotency-Key", "one-attempt").form(fields);
    Some(ApiResponse::read(request.send().await.ok()?).await)
}

#[tokio::test]
async fn server_suspended_during_a_reset_sets_the_password_once() {
    let folder = tempfile::tempdir().unwrap();
    let before = Server::start(config_in(&folder).await).await.unwrap();
    before.add_user(ADA, OLD_PASSWORD).await.unwrap();
    before.shutdown().await;
    let server = ServerProcess::serve(&config_file(folder.path()).await);
    let mailbox = Mailbox::new(folder.path().join("mail"));
    let client = support::client();
    let client_with_timeout = Client::builder().no_proxy().timeout(CLIENT_TIMEOUT).build().unwrap();

    // Suspended between a request and its email.
    let response = post(&client, &server, "/account/recovery", &[("email", ADA)]).await.unwrap();
    server.signal("STOP");
    let stopped = post(&client_with_timeout, &server, "/account/recovery", &[("email", ADA)]).await;
    assert_eq!(stopped, None, "a suspended server does not respond");
    server.signal("CONT");
    let mail = mailbox.mail_of_flow(response.body["flow"].as_str().unwrap()).await;

    // Suspended during a reset. The newest link is used, because the server may have accepted the second request
    // meanwhile.
    let response = post(&client, &server, "/account/recovery", &[("email", ADA)]).await.unwrap();
    let newest = mailbox.mail_of_flow(response.body["flow"].as_str().unwrap()).await;
    assert_ne!(mail.token(), newest.token());
    let token = newest.token();
    let fields = [("token", token.as_str()), ("new_password", NEW_PASSWORD)];
    server.signal("STOP");
    assert_eq!(post(&client_with_timeout, &server, "/account/reset-password", &fields).await, None);
    server.signal("CONT");
    post(&client, &server, "/account/reset-password", &fields).await.unwrap().assert_ok();

    let session = [("email", ADA), ("password", NEW_PASSWORD)];
    post(&client, &server, "/session", &session).await.unwrap().assert_ok();
    mailbox.change_notice().await;
    let notices = mailbox.mails().iter().filter(|mail| mail.subject.contains("was changed")).count();
    assert_eq!(notices, 1);
    assert!(server.terminate().success());
}
