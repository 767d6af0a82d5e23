//! `latchkey service check` for an operator's own contract: what the server answers, and the line that decides.

use std::process::Output;

use super::own_contract_files::OwnContractFiles;
use super::support::http_message::Message;
use super::support::stub_server::{StubResponse, StubServer, response};

const CONTRACT: &str = r#"id = "mine"
name = "My server"

[link]
sources = ["query"]
names = { token = "t" }

[[request]]
path = "/forgot"
body = { email = "{email}" }
success = [{ status = 200 }]
errors = [{ status = 404, pointer = "/error", equals = "no_such_user", kind = "unknown_account" }]

[[reset]]
path = "/reset"
body = { token = "{token}", password = "{new_password}" }
success = [{ status = 200 }]
errors = [
    { status = 400, pointer = "/error", equals = "bad_token", kind = "invalid" },
    { status = 400, pointer = "/error", equals = "old_token", kind = "expired" },
]
"#;
const JSON: &[&str] = &["Content-Type: application/json"];

/// Runs the command for a server that answers in this way.
async fn check(answer: impl Fn(&Message) -> StubResponse + Send + Sync + 'static) -> (String, Output) {
    let server = StubServer::start(move |message, _| answer(message)).await;
    let files = OwnContractFiles::new(&server, "my-server.toml", CONTRACT);
    let mut command = files.command();
    command.args(["service", "check"]);
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    (String::from_utf8(output.stdout.clone()).unwrap(), output)
}

#[tokio::test(flavor = "multi_thread")]
async fn responses_are_shown_with_the_line_that_decides() {
    let (shown, output) = check(|message| match message.line() {
        "POST /forgot" => response(404, JSON, r#"{"error":"no_such_user","trace":"0f8fad5bd9cb469fa165"}"#),
        _ => response(400, JSON, &format!(r#"{{"error":"bad_token","sent":{}}}"#, message.body)),
    })
    .await;
    assert!(output.status.success(), "{shown}");
    for line in [
        "the server reveals who has an account",
        "POST /forgot: HTTP 404, no_such_user, application/json: {\"error\":\"no_such_user\",\"trace\":\"•••\"}",
        "decided by my-server.toml:12: errors = [{ status = 404, pointer = \"/error\", equals = \"no_such_user\"",
        "POST /reset: HTTP 400, bad_token, application/json: {\"error\":\"bad_token\",\"sent\":{\"password\":\"•••\",\"token\":\"•••\"}}",
        "decided by my-server.toml:19: { status = 400, pointer = \"/error\", equals = \"bad_token\", kind = \"invalid\" },",
        "unknown: whether a real link or code works",
        "no answer was decided by these lines of my-server.toml: 11, 17, 20",
    ] {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn response_without_a_line_is_shown_too() {
    let (shown, output) = check(|message| match message.line() {
        "POST /forgot" => response(200, JSON, ""),
        _ => response(400, &["Content-Type: text/html"], "<h1>Bad\u{1b}[2J request</h1>"),
    })
    .await;
    assert!(!output.status.success());
    for line in [
        "the server does not reveal who has an account, unless it answers an address with an account differently",
        "POST /forgot: HTTP 200, application/json: (empty)",
        "POST /reset: HTTP 400, text/html: Bad\u{fffd}[2J request",
        "no line of my-server.toml describes this answer; check `path` in my-server.toml:15, or add a match for it",
    ] {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
}

/// Written with docs/contracts.md alone, for a server that is not built in, and recorded there.
#[tokio::test(flavor = "multi_thread")]
async fn recording_of_a_contract_of_ones_own_is_replayed() {
    let server = StubServer::start(|_, _| response(500, &[], "")).await;
    let files = OwnContractFiles::new(&server, "wagtail.toml", include_str!("own/wagtail.toml"));
    let replay = |recording: String| {
        std::fs::write(files.path("recorded.toml"), recording).unwrap();
        let mut command = files.command();
        command.args(["service", "replay"]).arg(files.path("recorded.toml"));
        tokio::task::spawn_blocking(move || {
            let output = command.output().unwrap();
            (output.status.success(), String::from_utf8(output.stdout).unwrap())
        })
    };
    let recording = include_str!("own/wagtail-recorded.toml");
    let (succeeds, shown) = replay(recording.to_owned()).await.unwrap();
    assert!(succeeds, "{shown}");
    for line in
        ["request 1: accepted", "reset 1: changed", "reset 2: too short", "reset 3: invalid or expired"]
    {
        assert!(shown.contains(&format!("ok      {line}\n")), "{line}\n{shown}");
    }
    let other = recording.replace("This password is too short", "Choose another password");
    let (succeeds, shown) = replay(other).await.unwrap();
    assert!(!succeeds && shown.contains("reset 2: password refused, but the file has: too short"), "{shown}");
    assert_eq!(server.requests().len(), 0);
}
