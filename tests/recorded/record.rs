//! `latchkey service record`: what a person sees while it runs, and what is written.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::Child;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::timeout;

use super::own_contract_files::OwnContractFiles;
use super::support::stub_server::{StubResponse, StubServer, response};

const JSON: &[&str] = &["Content-Type: application/json"];
const GRACE: &str = "grace@firm.example";
const LINK: &str = "latchkey://reset-password?t=0wKZ3hq8s9yRr7mLxv2nQd5C";
const PASSWORD: &str = "nineteen brown otters swim";
const CONTRACT: &str = r#"id = "mine"
name = "My server"

[link]
sources = ["query"]
names = { token = "t" }

[[request]]
path = "/forgot"
body = { email = "{email}" }
success = [{ status = 200 }]
errors = [{ status = 404, kind = "unknown_account" }]

[[reset]]
path = "/reset"
body = { token = "{token}", password = "{new_password}" }
success = [{ status = 200 }]
errors = [
    { status = 400, kind = "invalid" },
    { status = 422, pointer = "/error", contains = "at least", kind = "password_refused", reason = "too_short" },
]
"#;

/// Starts the recording into `recorded.toml`.
fn start(files: &OwnContractFiles) -> Child {
    let mut command = files.command();
    command.args(["service", "record", GRACE]).arg(files.path("recorded.toml")).spawn().unwrap()
}

/// Waits for the end. Returns whether it succeeds, and what it prints.
async fn finish(child: Child) -> (bool, String) {
    let output = tokio::task::spawn_blocking(move || child.wait_with_output().unwrap()).await.unwrap();
    let shown = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(shown).unwrap())
}

/// Records a recovery with these lines of input. Returns whether it succeeds, what is printed and what is written.
async fn record(server: &StubServer, contract: &str, input: &[&str]) -> (bool, String, String) {
    let files = OwnContractFiles::new(server, "mine.toml", contract);
    let mut child = start(&files);
    writeln!(child.stdin.take().unwrap(), "{}", input.join("\n")).unwrap();
    let (succeeds, shown) = finish(child).await;
    (succeeds, shown, read(&files.path("recorded.toml")))
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_default()
}

/// Servers close idle connections after some seconds, in which nobody has found the email.
#[tokio::test(flavor = "multi_thread")]
async fn idle_connection_that_the_server_closes_is_given_up() {
    let (close, closed) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (on_close, on_closed) = (Arc::clone(&close), Arc::clone(&closed));
    let server = StubServer::start(move |message, count| match (message.line(), count) {
        ("POST /forgot", 0) => StubResponse::KeepAlive {
            bytes: b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".to_vec(),
            close: Arc::clone(&on_close),
            closed: Arc::clone(&on_closed),
        },
        ("POST /reset", 1..) => response(400, JSON, ""),
        _ => response(200, JSON, ""),
    })
    .await;
    let files = OwnContractFiles::new(&server, "mine.toml", CONTRACT);
    let mut child = start(&files);
    let mut questions = child.stderr.take().unwrap();
    let asked = move || {
        let mut question = String::new();
        while !question.ends_with("type its code: ") {
            let mut byte = [0];
            questions.read_exact(&mut byte).unwrap();
            question.push(char::from(byte[0]));
        }
        questions
    };
    child.stderr = Some(tokio::task::spawn_blocking(asked).await.unwrap());
    close.notify_one();
    let gave_up = timeout(Duration::from_secs(20), closed.notified()).await;
    write!(child.stdin.take().unwrap(), "{LINK}\n{PASSWORD}\n").unwrap();
    let (succeeds, shown) = finish(child).await;
    assert!(gave_up.is_ok(), "the connection is still open: {shown}");
    assert!(succeeds, "{shown}");
    assert_eq!(server.count("POST /reset"), 2, "{shown}");
}

/// Refused passwords can be short, and can be words of the messages and names around them.
#[tokio::test(flavor = "multi_thread")]
async fn refused_passwords_are_replaced_as_values() {
    let server = StubServer::start(|message, count| match (message.line(), count) {
        ("POST /forgot", _) if message.body.contains("latchkey-check") => response(404, JSON, ""),
        ("POST /reset", 0 | 1) => {
            let sent = r#"{"error":"Your password has not at least 15","password":["ab","password"]}"#;
            response(422, JSON, sent)
        }
        ("POST /reset", 3..) => response(400, JSON, ""),
        _ => response(200, JSON, ""),
    })
    .await;
    let on_this_computer = format!("http://{}/reset-password?t=0wKZ3hq8s9yRr7mLxv2nQd5C", server.address());
    let input = [on_this_computer.as_str(), LINK, "ab", "password", PASSWORD];
    let (succeeds, shown, recorded) = record(&server, CONTRACT, &input).await;
    assert!(succeeds, "{shown}{recorded}");
    for line in [
        "the server is on this computer: to test its link, write ",
        "ok      request: accepted\n        POST /forgot: HTTP 200, application/json: (empty)",
        "reset: too short\n        POST /reset: HTTP 422, application/json: {\"error\":",
        "decided by mine.toml:20: { status = 422",
        "ok      reset: changed",
        "the same link or code once more: invalid",
        "the server says that nobody has this address (mine.toml:12)",
        "ok      reset 2: too short",
    ] {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
    let sent = r#""password":"a walk along the wet quay","token":"#;
    assert_eq!(recorded.matches(sent).count(), 4, "{recorded}");
    assert!(!recorded.contains("\"ab\"") && !recorded.contains("\"password\":\"password\""), "{recorded}");
    assert_eq!(recorded.matches("has not at least 15").count(), 2, "{recorded}");
    for request in server.requests() {
        assert_eq!(request.header("accept-language"), Some("en"), "{}", request.line());
    }
}

/// A body that begins like a web page.
#[tokio::test(flavor = "multi_thread")]
async fn xml_server_is_recorded() {
    const XML: &[&str] = &["Content-Type: application/xml"];
    let contract = CONTRACT
        .replace(r#"body = { email = "{email}" }"#, "encoding = \"xml\"\nbody = '<lost>{email}</lost>'")
        .replace(
            "success = [{ status = 200 }]",
            "success = [{ status = 200, pointer = \"\", contains = \"<done/>\" }]",
        );
    let server = StubServer::start(move |message, count| match (message.line(), count) {
        ("POST /reset", 1..) => response(400, XML, "<trouble number='3'/>"),
        _ => response(200, XML, "<done/>"),
    })
    .await;
    let (succeeds, shown, recorded) = record(&server, &contract, &[LINK, PASSWORD]).await;
    assert!(succeeds, "{shown}{recorded}");
    assert!(recorded.contains("content-type: application/xml"), "{recorded}");
}

/// Each request is answered with another ticket, which the reset sends.
#[tokio::test(flavor = "multi_thread")]
async fn one_time_values_are_recorded_and_reveal_no_account() {
    const TEXT: &[&str] = &["Content-Type: text/plain"];
    let contract = CONTRACT
        .replacen(
            "success = [{ status = 200 }]",
            "success = [{ status = 200 }]\ncapture = { ticket = \"\" }",
            1,
        )
        .replace(r#"token = "{token}","#, r#"token = "{token}", ticket = "{ticket?}","#);
    let server = StubServer::start(move |message, count| match (message.line(), count) {
        ("POST /forgot", _) => response(200, TEXT, ["Kq7vZx2mWp9sLt4b", "Hn3cRy8dJf6gTw5k"][count % 2]),
        ("POST /reset", 1..) => response(400, JSON, ""),
        _ => response(200, JSON, ""),
    })
    .await;
    let (succeeds, shown, recorded) = record(&server, &contract, &[LINK, PASSWORD]).await;
    assert!(succeeds, "{shown}{recorded}");
    assert!(shown.contains("an address without an account is answered alike"), "{shown}");
    assert!(!recorded.contains("Kq7vZx2m") && !recorded.contains("Hn3cRy8d"), "{recorded}");
}

/// Like the view of Django for a new password: the link leads to a second address, which has the user id and no token.
const CONFIRM_VIEW: &str = r#"id = "confirm-view"
name = "Confirm view"
cookies = true

[link]
sources = ["path"]
path = "/confirm/{uid}/{token}"

[[request]]
path = "/forgot"
encoding = "form"
body = { email = "{email}" }
success = [{ status = 302, redirect = "/forgot/done/" }]

[[reset]]
method = "GET"
path = "/confirm/{uid}/{token}/"
secret_in_path = true
success = [{ status = 302, redirect = "/confirm/{uid}/set-password/" }]
errors = [{ status = 200, content_type = "text/html", kind = "invalid" }]

[[reset]]
method = "GET"
path = "/confirm/{uid}/set-password/"
secret_in_path = true
success = [{ status = 200, content_type = "text/html" }]
capture = { csrf = { field = "csrfmiddlewaretoken" } }

[[reset]]
path = "/confirm/{uid}/set-password/"
secret_in_path = true
encoding = "form"
body = { csrfmiddlewaretoken = "{csrf}", new_password1 = "{new_password}" }
success = [{ status = 302, redirect = "/confirm/complete/" }]
errors = [{ status = 200, pointer = "", contains = "too short", kind = "password_refused", reason = "too_short" }]
"#;

#[tokio::test(flavor = "multi_thread")]
async fn form_server_with_several_redirects_is_recorded() {
    let html = &["Content-Type: text/html"];
    let server = StubServer::start(move |message, count| match (message.line(), count) {
        ("POST /forgot", _) => response(302, &["Location: /forgot/done/?sent=1"], ""),
        ("GET /confirm/MQ/fab9de-45cde912cd5fa89d2345cd891b3d5678/", 0 | 1) => {
            response(302, &["Location: /confirm/MQ/set-password/"], "")
        }
        ("GET /confirm/MQ/set-password/", _) => {
            let page = r#"<input name="csrfmiddlewaretoken" value="0f8fad5bd9cb469fa165708677289510">"#;
            response(200, html, page)
        }
        ("POST /confirm/MQ/set-password/", 0) => {
            let page = r#"<title>Again</title><input type="short"><p>This is too short.</p>"#;
            response(200, html, page)
        }
        ("POST /confirm/MQ/set-password/", _) => response(302, &["Location: /confirm/complete/"], ""),
        _ => response(200, html, "<title>Wrong link</title>"),
    })
    .await;
    let files = OwnContractFiles::new(&server, "mine.toml", CONFIRM_VIEW);
    let mut child = start(&files);
    let link = "latchkey://reset-password/MQ/fab9de-45cde912cd5fa89d2345cd891b3d5678";
    write!(child.stdin.take().unwrap(), "{link}\nshort\n{PASSWORD}\n").unwrap();
    let (succeeds, shown) = finish(child).await;
    let recorded = read(&files.path("recorded.toml"));
    assert!(succeeds, "{shown}{recorded}");
    assert!(shown.contains("POST /forgot: HTTP 302, redirect to /forgot/done/?sent=\u{2026}, "), "{shown}");
    assert!(shown.contains("text/html: Again This is too \u{2022}\u{2022}\u{2022}."), "{shown}");
    assert!(recorded.contains("new_password1=a+walk+along+the+wet+quay"), "{recorded}");
    assert!(!recorded.contains("=short") && recorded.contains("This is too short."), "{recorded}");

    let changed = recorded.replace("&new_password1=", "&password=");
    std::fs::write(files.path("changed.toml"), changed).unwrap();
    let mut replay = files.command();
    replay.args(["service", "replay"]).arg(files.path("changed.toml"));
    let (succeeds, shown) = finish(replay.spawn().unwrap()).await;
    assert!(!succeeds, "{shown}");
    assert!(shown.contains("reset 2: too short, as in the file, but other calls are sent"), "{shown}");
    assert!(shown.contains("call 3, file: POST /confirm/MQ/set-password/"), "{shown}");
}
