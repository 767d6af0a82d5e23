//! `latchkey service check` for the content of an email, `record` and `replay`, with the reference server.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::support::server::TestServer;
use super::support::server::mailbox::Mail;
use super::support::stub_server::{StubServer, response};

const GRACE: &str = "grace@firm.example";
const NEW_PASSWORD: &str = "nineteen brown otters swim";

fn command(server: &TestServer, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_latchkey"));
    command.arg("service").args(arguments).env_clear();
    command.env("LATCHKEY_BASE_URL", server.running.base_url().as_str());
    command
}

/// Runs the command. Returns whether it succeeds, and what it prints.
async fn run(server: &TestServer, arguments: &[&str]) -> (bool, String) {
    output(command(server, arguments)).await
}

/// Runs a command. Returns whether it succeeds, and what it prints.
async fn output(mut command: Command) -> (bool, String) {
    let Output { status, stdout, stderr } =
        tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    (status.success(), String::from_utf8(stdout).unwrap() + &String::from_utf8(stderr).unwrap())
}

#[track_caller]
fn assert_shows((succeeds, shown): (bool, String), success: bool, lines: &[&str], secrets: &[&str]) {
    assert_eq!(succeeds, success, "{shown}");
    for line in lines {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
    for secret in secrets {
        assert!(!shown.contains(secret), "{secret}\n{shown}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn content_of_a_real_email_is_taken() {
    let server = TestServer::start().await;
    server.request_bound_recovery(super::support::server::ADA).await;
    let mail = server.mailbox.newest();
    let file = server.mailbox.files().pop().unwrap();
    let (token, code) = (mail.token(), mail.code().unwrap());
    let link = mail.link();
    let secrets = [token.as_str(), code.as_str()];
    let taken = "taken, with a token of 43 characters, a flow id";
    assert_shows(
        run(&server, &["check", "--mail", file.to_str().unwrap()]).await,
        true,
        &[
            &format!("ok      link in the text: {taken}"),
            &format!("ok      link in the HTML: {taken}"),
            "ok      code: the email has a code of 8 digits",
        ],
        &secrets,
    );
    let missing = run(&server, &["check", "--mail", "missing.eml"]).await;
    assert_shows(missing, false, &["missing.eml: "], &[]);
    let checked = run(&server, &["check", "--link", link.as_str()]).await;
    assert_shows(checked, true, &[&format!("ok      link: {taken}")], &secrets);
    let checked = run(&server, &["check", "--code", &code]).await;
    assert_shows(checked, true, &["ok      code: taken, as a code of 8 digits"], &secrets);
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_content_is_reported_by_its_rule_and_without_its_secrets() {
    let server = TestServer::start().await;
    let token = "Zm9yZ290LW15LXBhc3N3b3JkLWFnYWluLW9oLWRlYXI";
    let flow = "&flow=A1b2-C3d4_E5f6G7h8I9j0";
    for (link, lines) in [
        (format!("latchkey://reset-password?token={token}"), "NoFlow: the link has no flow id"),
        (
            format!("latchkey://reset-password?token={}{flow}", &token[..30]),
            "a token has 43 characters of A-Za-z0-9",
        ),
        (
            format!("latchkey://reset-password?key={token}{flow}"),
            "NoToken: the link has no token; it is expected in `token`",
        ),
        (format!("latchkey://elsewhere?token={token}{flow}"), "OtherPath: "),
        (format!("https://evil.example/reset-password?token={token}{flow}"), "OtherHost: "),
        (format!("other://reset-password?token={token}{flow}"), "OtherScheme: "),
    ] {
        let checked = run(&server, &["check", "--link", &link]).await;
        assert_shows(checked, false, &["failed  link: ", lines, "1 of 1 checks failed"], &[&token[..30]]);
    }
    for (code, line) in [
        (
            "1234567",
            "failed  code: Length(7): it has 7 characters, without separators; the contract has a code of 8 digits",
        ),
        ("1234567x", "failed  code: Character: "),
    ] {
        assert_shows(run(&server, &["check", "--code", code]).await, false, &[line], &[]);
    }
}

/// The URLs of a logo and of a tracker stand before the link, which is damaged.
#[tokio::test(flavor = "multi_thread")]
async fn link_of_an_encoded_email_is_reported_before_other_urls() {
    let server = TestServer::start().await;
    let html = "<img src=\"https://cdn.firm.example/logo.png\">\
                <img src=\"https://u1.ct.sendgrid.net/wf/open?upn=u001.abc\">\
                <a href=\"latchkey://reset-password?token=Zm9yZ290LW15LXBhc3N3b3Jk&amp;flow=A1b2-C3d4_E5f6G7h8I9j0\">";
    let head = "From: a@example.org\r\nTo: b@example.org\r\nSubject: Hello\r\nMIME-Version: 1.0\r\n\
                Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding:";
    let quoted = html.replace('=', "=3D").replace("&amp;", "=\r\n&amp;");
    let file = server.folder.path().join("mail.eml");
    for mail in [
        format!("{head} base64\r\n\r\n{}\r\n", STANDARD.encode(html)),
        format!("{head} quoted-printable\r\n\r\n{quoted}\r\n"),
    ] {
        std::fs::write(&file, mail).unwrap();
        let checked = run(&server, &["check", "--mail", file.to_str().unwrap()]).await;
        let lines =
            ["failed  link in the HTML: DamagedToken: the token is damaged", "failed  code: NoCode: "];
        assert_shows(checked, false, &lines, &["Zm9yZ290"]);
    }
    let plain = head.replace("text/html", "text/plain");
    std::fs::write(&file, format!("{plain} 7bit\r\n\r\nHello\r\n")).unwrap();
    let checked = run(&server, &["check", "--mail", file.to_str().unwrap()]).await;
    assert_shows(checked, false, &["failed  link: NoLink: ", "2 of 2 checks failed"], &[]);
}

/// Records a recovery of Grace's account. `proof` reads what a person takes from the email.
async fn record(server: &TestServer, file: &Path, proof: impl Fn(&Mail) -> String) -> String {
    server.running.add_user(GRACE, "seven grey herons").await.unwrap();
    let mut command = command(server, &["record", GRACE, file.to_str().unwrap()]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mail = server.mailbox.first().await;
    let mut input = child.stdin.take().unwrap();
    write!(input, "{}\nfourteen signs\n{NEW_PASSWORD}\n", proof(&mail)).unwrap();
    drop(input);
    let output = tokio::task::spawn_blocking(move || child.wait_with_output().unwrap()).await.unwrap();
    let shown = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{shown}");
    let recorded = std::fs::read_to_string(file).unwrap();
    for secret in [
        GRACE,
        "firm.example",
        NEW_PASSWORD,
        "fourteen",
        &mail.token(),
        &mail.parameter("flow"),
        &mail.code().unwrap(),
    ] {
        assert!(!shown.contains(secret) && !recorded.contains(secret), "{secret}\n{shown}{recorded}");
    }
    assert!(shown.contains("the server does not reveal who has an account"), "{shown}");
    recorded
}

#[tokio::test(flavor = "multi_thread")]
async fn recorded_recovery_is_replayed_without_the_server() {
    type ReadProof = fn(&Mail) -> String;
    let by_link: ReadProof = |mail| mail.link().to_string();
    let by_code: ReadProof = |mail| mail.code().unwrap();
    for proof in [by_link, by_code] {
        let server = TestServer::start().await;
        let file = server.folder.path().join("recorded.toml");
        let recorded = record(&server, &file, proof).await;
        for line in
            ["outcome = \"changed, signed out\"", "outcome = \"too short (15)\"", "[[request]]", "[[check]]"]
        {
            assert!(recorded.contains(line), "{line}\n{recorded}");
        }
        server.post("/session", &[("email", GRACE), ("password", NEW_PASSWORD)]).await.assert_ok();
        let requests = server.mailbox.files().len();
        let name = file.to_str().unwrap();
        assert_shows(
            run(&server, &["replay", name]).await,
            true,
            &["ok      reset 1: changed, signed out"],
            &[],
        );
        assert_eq!(server.mailbox.files().len(), requests, "nothing is sent");

        let taken = run(&server, &["record", GRACE, name]).await;
        assert_shows(taken, false, &["exists"], &[]);
        std::fs::write(&file, recorded.replacen("too short (15)", "too long", 1)).unwrap();
        let changed = run(&server, &["replay", name]).await;
        assert_shows(changed, false, &["too short (15), but the file has: too long"], &[]);
    }
}

/// A recovery on a page of the server cannot be recorded, so `check` must not advise it.
#[tokio::test(flavor = "multi_thread")]
async fn hosted_service_is_checked_and_not_recorded() {
    const CONTRACT: &str = r#"id = "page-server"
name = "Page server"

[hosted]
page = "/forgot"
success = [{ status = 200, content_type = "text/html" }]
"#;
    let server = StubServer::start(|_, _| response(200, &["Content-Type: text/html"], "<form>")).await;
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("latchkey.toml");
    let base = server.base();
    let service = format!("[service]\nbase_url = \"{}\"\ncontract = \"page-server.toml\"\n", base.as_str());
    std::fs::write(&config, service).unwrap();
    std::fs::write(folder.path().join("page-server.toml"), CONTRACT).unwrap();
    let recording = folder.path().join("recorded.toml");
    let run = async |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_latchkey"));
        command.arg("service").args(arguments).arg("--config").arg(&config).env_clear();
        output(command).await
    };
    let (succeeds, shown) = run(&["check"]).await;
    assert!(succeeds && shown.contains("unknown: whether the email arrives"), "{shown}");
    assert!(!shown.contains("service record"), "{shown}");
    let (succeeds, shown) = run(&["record", GRACE, recording.to_str().unwrap()]).await;
    assert!(!succeeds && shown.contains("there is nothing to record"), "{shown}");
    assert!(!recording.exists());
}
