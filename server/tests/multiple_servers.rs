//! Several servers on one database.

#![allow(clippy::unwrap_used)]

#[path = "support/process.rs"]
mod process;
mod support;

use latchkey_server::{Server, SystemClock};
use process::{ServerProcess, config_file};
use reqwest::Client;
use std::path::Path;
use std::time::Duration;
use support::mailbox::Mailbox;
use support::smtp::{SmtpServer, mail_to};
use support::{
    ADA, ApiResponse, NEW_PASSWORD, OLD_PASSWORD, TestServer, VERIFIER, challenge, config_in, join_all,
    other_code,
};

const ATTEMPTS: usize = 200;

async fn post(client: &Client, url: String, fields: &[(&str, &str)]) -> ApiResponse {
    ApiResponse::read(client.post(url).form(fields).send().await.unwrap()).await
}

/// Two processes on one database with Ada's account.
async fn two_servers(folder: &tempfile::TempDir) -> [ServerProcess; 2] {
    let config = config_in(folder).await;
    let admin = latchkey_server::AdminService::open(&config).await.unwrap();
    admin.add_user(ADA, OLD_PASSWORD).await.unwrap();
    admin.close().await;
    let file = config_file(folder.path()).await;
    [ServerProcess::serve(&file), ServerProcess::serve(&file)]
}

/// Requests a recovery and waits for its email, which either process may send.
async fn request(
    client: &Client,
    server: &ServerProcess,
    mails: &Path,
    fields: &[(&str, &str)],
) -> support::mailbox::Mail {
    let response = post(client, server.url("/account/recovery"), fields).await;
    response.assert_ok();
    let flow = response.body["flow"].as_str().unwrap().to_owned();
    Mailbox::new(mails.to_owned()).mail_of_flow(&flow).await
}

#[tokio::test]
async fn one_of_two_hundred_resets_at_two_servers_succeeds() {
    // END-6
    let folder = tempfile::tempdir().unwrap();
    let servers = two_servers(&folder).await;
    let (client, mails) = (support::client(), folder.path().join("mail"));
    let token = request(&client, &servers[0], &mails, &[("email", ADA)]).await.token();
    let passwords: Vec<String> =
        (0..ATTEMPTS).map(|number| format!("umbrella {number} in the rain")).collect();
    let reset = async |number: usize| {
        let url = servers[number % 2].url("/account/reset-password");
        post(&client, url, &[("token", &token), ("new_password", &passwords[number])]).await
    };
    let responses = join_all((0..ATTEMPTS).map(reset).collect()).await;
    let succeeded: Vec<usize> = (0..ATTEMPTS).filter(|&number| responses[number].status == 200).collect();
    assert_eq!(succeeded.len(), 1, "{responses:?}");
    assert!(
        responses.iter().all(|response| response.status == 200 || response.code() == "token_used"),
        "{responses:?}"
    );
    for (number, password) in
        passwords.iter().enumerate().filter(|(number, _)| number % 50 == succeeded[0] % 50)
    {
        let form = [("email", ADA), ("password", password.as_str())];
        let expected = if number == succeeded[0] { 200 } else { 401 };
        assert_eq!(post(&client, servers[number % 2].url("/session"), &form).await.status, expected);
    }
}

#[tokio::test]
async fn five_of_two_hundred_guesses_at_two_servers_are_checked() {
    // TOK-7
    let folder = tempfile::tempdir().unwrap();
    let servers = two_servers(&folder).await;
    let (client, mails, challenge) = (support::client(), folder.path().join("mail"), challenge());
    let fields = [("email", ADA), ("code_challenge", challenge.as_str()), ("code_challenge_method", "S256")];
    let mail = request(&client, &servers[0], &mails, &fields).await;
    let (flow, code) = (mail.parameter("flow"), mail.code().unwrap());
    let wrong = other_code(&code);
    let try_wrong_code = async |number: usize| {
        let url = servers[number % 2].url("/account/reset-password/check");
        post(&client, url, &[("flow", &flow), ("code", &wrong), ("code_verifier", VERIFIER)]).await
    };
    let responses = join_all((0..ATTEMPTS).map(try_wrong_code).collect()).await;
    let mut left: Vec<u64> =
        responses.iter().filter_map(|response| response.body["tries_left"].as_u64()).collect();
    left.sort_unstable();
    assert_eq!(left, [0, 1, 2, 3, 4]);
    assert_eq!(responses.iter().filter(|response| response.code() == "code_expired").count(), ATTEMPTS - 5);
    let valid = [("flow", flow.as_str()), ("code", &code), ("code_verifier", VERIFIER)];
    let check = |number: usize| servers[number].url("/account/reset-password/check");
    post(&client, check(1), &valid).await.assert_problem(410, "code_expired");
    let link = mail.token();
    post(&client, check(0), &[("token", &link), ("code_verifier", VERIFIER)]).await.assert_ok();
}

#[tokio::test]
async fn two_servers_share_limits_and_send_each_mail_once() {
    // REQ-3
    let folder = tempfile::tempdir().unwrap();
    let servers = two_servers(&folder).await;
    let (client, mails) = (support::client(), Mailbox::new(folder.path().join("mail")));
    let mut config = config_in(&folder).await;
    config.limits.client_requests = 6;
    // Two more servers on the same database, with limits.
    let clock = std::sync::Arc::new(SystemClock);
    let limited = [
        Server::start_with_clock(config.clone(), clock.clone()).await.unwrap(),
        Server::start(config).await.unwrap(),
    ];
    let mut statuses = Vec::new();
    for number in 0..8 {
        let url = limited[number % 2].base_url().join("account/recovery").unwrap();
        statuses.push(post(&client, url.into(), &[("email", ADA)]).await.status);
    }
    // The limits of six requests per client and one immediate email per address are shared by the servers.
    assert_eq!(statuses, [200, 200, 200, 200, 200, 200, 429, 429]);
    for server in limited {
        server.mail_delivered().await.unwrap();
        server.shutdown().await;
    }
    for server in servers {
        server.terminate();
    }
    // The email of the other five requests is delayed by a minute of the system's clock.
    let waiting = support::database::query_scalar(folder.path(), "SELECT count(*) FROM outbox").await;
    assert_eq!(mails.files().len() + usize::try_from(waiting).unwrap(), 2);
}

#[tokio::test]
async fn simultaneous_requests_of_a_network_get_different_turns() {
    // REQ-4
    let folder = tempfile::tempdir().unwrap();
    let ca_file = folder.path().join("ca.pem");
    let smtp = SmtpServer::start(&ca_file).await;
    smtp.block_domain(Some("example.org"));
    let mut config = config_in(&folder).await;
    config.mail = mail_to(smtp.port, Some(ca_file), Duration::from_secs(60));
    config.limits.client_requests = 1000;
    let servers = [Server::start(config.clone()).await.unwrap(), Server::start(config).await.unwrap()];
    let client = support::client();
    let request = async |number: usize| {
        let url = servers[number % 2].base_url().join("account/recovery").unwrap();
        let email = format!("person{number}@example.org");
        post(&client, url.into(), &[("email", &email)]).await.assert_ok();
    };
    // Each server sends at most four emails to a domain at the same time. All others wait.
    for number in 0..8 {
        servers[0].add_user(&format!("person{number}@example.org"), OLD_PASSWORD).await.unwrap();
        request(number).await;
    }
    join_all((8..ATTEMPTS).map(request).collect()).await;
    let count = async |query| support::database::query_scalar(folder.path(), query).await;
    while count("SELECT count(*) FROM outbox WHERE turn IS NULL").await > 0 {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(count("SELECT count(DISTINCT turn) FROM outbox").await, i64::try_from(ATTEMPTS).unwrap());
}

#[tokio::test]
async fn recovery_is_deleted_after_a_week() {
    let server = TestServer::start().await;
    server.request_recovery(ADA).await;
    let token = server.mailbox.newest().token();
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    server.mail_delivered().await;
    server.clock.advance(3600 + 7 * 24 * 3600 - 1);
    assert_eq!(server.running.prune().await.unwrap(), 0);
    server.check(&[("token", &token)]).await.assert_problem(410, "token_used");
    server.clock.advance(1);
    assert_eq!(server.running.prune().await.unwrap(), 1);
    server.check(&[("token", &token)]).await.assert_problem(400, "token_invalid");
    assert!(server.database_contents().await.contains(ADA));
    server.sign_in(NEW_PASSWORD).await.assert_ok();
}
