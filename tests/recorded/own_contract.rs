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

/// Contracts that were written with docs/contracts.md alone for servers that are not built in, what was recorded there, and
/// its outcomes.
const OWN: [(&str, &str, &[&str]); 4] = [
    (
        include_str!("own/wagtail.toml"),
        include_str!("own/wagtail-recorded.toml"),
        &["request 1: accepted", "reset 1: changed", "reset 2: too short", "reset 3: invalid or expired"],
    ),
    (
        include_str!("own/rest-registration.toml"),
        include_str!("own/rest-registration-recorded.toml"),
        &["request 1: accepted", "reset 1: changed", "reset 2: invalid or expired"],
    ),
    (
        include_str!("own/accounts-js.toml"),
        include_str!("own/accounts-js-recorded.toml"),
        &["request 1: accepted", "reset 1: changed", "reset 2: invalid or expired"],
    ),
    (
        include_str!("own/door.toml"),
        include_str!("own/door-recorded.toml"),
        &["request 1: accepted, session e6ab9defa5cde91b", "reset 1: changed", "reset 2: used"],
    ),
];

/// Replays a recording without the server. Returns whether it succeeds, and what is printed.
async fn replay(contract: &str, recording: String) -> (bool, String) {
    let server = StubServer::start(|_, _| response(500, &[], "")).await;
    let files = OwnContractFiles::new(&server, "own.toml", contract);
    std::fs::write(files.path("recorded.toml"), recording).unwrap();
    let mut command = files.command();
    command.args(["service", "replay"]).arg(files.path("recorded.toml"));
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    assert_eq!(server.requests().len(), 0);
    (output.status.success(), String::from_utf8(output.stdout).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn recordings_of_contracts_of_ones_own_are_replayed() {
    for (contract, recording, outcomes) in OWN {
        let (succeeds, shown) = replay(contract, recording.to_owned()).await;
        assert!(succeeds, "{shown}");
        let expected: String = outcomes.iter().map(|outcome| format!("ok      {outcome}\n")).collect();
        assert_eq!(shown, expected);
    }
    let (contract, recording, _) = OWN[0];
    let other = recording.replace("This password is too short", "Choose another password");
    let (succeeds, shown) = replay(contract, other).await;
    assert!(!succeeds && shown.contains("reset 2: password refused, but the file has: too short"), "{shown}");
}
