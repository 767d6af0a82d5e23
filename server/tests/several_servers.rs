//! What many servers, or one server for a long time, must keep in order in the database.

#![allow(clippy::unwrap_used)]

#[path = "support/program.rs"]
mod program;
mod support;

use latchkey_server::{Server, SystemClock};
use program::{Program, config_file};
use reqwest::Client;
use std::path::Path;
use support::mailbox::Mailbox;
use support::{
    ADA, Answer, NEW_PASSWORD, OLD_PASSWORD, TestServer, VERIFIER, all_at_once, another, challenge, config_in,
};

const ATTEMPTS: usize = 200;

async fn post(client: &Client, url: String, fields: &[(&str, &str)]) -> Answer {
    Answer::of(client.post(url).form(fields).send().await.unwrap()).await
}

/// Two processes on one database, in which Ada has an account.
async fn two_servers(folder: &tempfile::TempDir) -> [Program; 2] {
    let config = config_in(folder).await;
    let admin = latchkey_server::AdminService::open(&config).await.unwrap();
    admin.add_user(ADA, OLD_PASSWORD).await.unwrap();
    admin.close().await;
    let file = config_file(folder.path()).await;
    [Program::serve(&file), Program::serve(&file)]
}

/// The mail that one of the processes sends for a request.
async fn ask(
    client: &Client,
    server: &Program,
    mails: &Path,
    fields: &[(&str, &str)],
) -> support::mailbox::Mail {
    let answer = post(client, server.url("/account/recovery"), fields).await;
    answer.assert_ok();
    let flow = answer.body["flow"].as_str().unwrap().to_owned();
    Mailbox::new(mails.to_owned()).of_flow(&flow).await
}

#[tokio::test]
async fn of_two_hundred_resets_at_two_servers_one_succeeds() {
    // END-6
    let folder = tempfile::tempdir().unwrap();
    let servers = two_servers(&folder).await;
    let (client, mails) = (support::client(), folder.path().join("mail"));
    let token = ask(&client, &servers[0], &mails, &[("email", ADA)]).await.token();
    let passwords: Vec<String> =
        (0..ATTEMPTS).map(|number| format!("umbrella {number} in the rain")).collect();
    let reset = async |number: usize| {
        let url = servers[number % 2].url("/account/reset-password");
        post(&client, url, &[("token", &token), ("new_password", &passwords[number])]).await
    };
    let answers = all_at_once((0..ATTEMPTS).map(reset).collect()).await;
    let won: Vec<usize> = (0..ATTEMPTS).filter(|&number| answers[number].status == 200).collect();
    assert_eq!(won.len(), 1, "{answers:?}");
    assert!(
        answers.iter().all(|answer| answer.status == 200 || answer.code() == "token_used"),
        "{answers:?}"
    );
    for (number, password) in passwords.iter().enumerate().filter(|(number, _)| number % 50 == won[0] % 50) {
        let form = [("email", ADA), ("password", password.as_str())];
        let expected = if number == won[0] { 200 } else { 401 };
        assert_eq!(post(&client, servers[number % 2].url("/session"), &form).await.status, expected);
    }
}

#[tokio::test]
async fn of_two_hundred_guesses_at_two_servers_five_are_looked_at() {
    // TOK-7
    let folder = tempfile::tempdir().unwrap();
    let servers = two_servers(&folder).await;
    let (client, mails, challenge) = (support::client(), folder.path().join("mail"), challenge());
    let fields = [("email", ADA), ("code_challenge", challenge.as_str()), ("code_challenge_method", "S256")];
    let mail = ask(&client, &servers[0], &mails, &fields).await;
    let (flow, code) = (mail.parameter("flow"), mail.code().unwrap());
    let wrong = another(&code);
    let guess = async |number: usize| {
        let url = servers[number % 2].url("/account/reset-password/check");
        post(&client, url, &[("flow", &flow), ("code", &wrong), ("code_verifier", VERIFIER)]).await
    };
    let answers = all_at_once((0..ATTEMPTS).map(guess).collect()).await;
    let mut left: Vec<u64> = answers.iter().filter_map(|answer| answer.body["tries_left"].as_u64()).collect();
    left.sort_unstable();
    assert_eq!(left, [0, 1, 2, 3, 4]);
    assert_eq!(answers.iter().filter(|answer| answer.code() == "code_expired").count(), ATTEMPTS - 5);
    let right = [("flow", flow.as_str()), ("code", &code), ("code_verifier", VERIFIER)];
    let check = |number: usize| servers[number].url("/account/reset-password/check");
    post(&client, check(1), &right).await.assert_refused(410, "code_expired");
    let link = mail.token();
    post(&client, check(0), &[("token", &link), ("code_verifier", VERIFIER)]).await.assert_ok();
}

#[tokio::test]
async fn two_servers_keep_one_limit_and_send_each_mail_once() {
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
    // Six requests for the client, and one mail at once for the address: whichever server is asked.
    assert_eq!(statuses, [200, 200, 200, 200, 200, 200, 429, 429]);
    for server in limited {
        server.mail_delivered().await.unwrap();
        server.shutdown().await;
    }
    for server in servers {
        server.terminate();
    }
    // The other five asked for one more, which is put off for a minute of the machine's clock.
    let waiting = support::database::count(folder.path(), "SELECT count(*) FROM outbox").await;
    assert_eq!(mails.files().len() + usize::try_from(waiting).unwrap(), 2);
}

#[tokio::test]
async fn after_a_week_a_recovery_is_forgotten() {
    let server = TestServer::start().await;
    server.ask(ADA).await;
    let token = server.mailbox.newest().token();
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    server.running.mail_delivered().await.unwrap();
    server.clock.advance(3600 + 7 * 24 * 3600 - 1);
    assert_eq!(server.running.prune().await.unwrap(), 0);
    server.check(&[("token", &token)]).await.assert_refused(410, "token_used");
    server.clock.advance(1);
    assert_eq!(server.running.prune().await.unwrap(), 1);
    server.check(&[("token", &token)]).await.assert_refused(400, "token_invalid");
    assert!(server.database_contents().await.contain(ADA));
    server.sign_in(NEW_PASSWORD).await.assert_ok();
}
