//! The audit log contains every recovery event and no secret.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::Duration;

use support::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer, UNKNOWN, other_code};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

/// Long enough for any request on a busy machine.
const TIMEOUT: Duration = Duration::from_secs(60);

#[tokio::test]
async fn every_recovery_event_is_recorded_with_time_client_and_outcome() {
    // END-7
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("audit.jsonl");
    let server = TestServer::start_with(|config| config.audit_file = Some(file.clone())).await;
    let flow = server.request_bound_recovery(ADA).await;
    let code = server.mailbox.newest().code().unwrap();
    let second = server.request_recovery(ADA).await;
    let wrong = [("flow", flow.as_str()), ("code", &other_code(&code)), ("code_verifier", support::VERIFIER)];
    server.check(&wrong).await.assert_problem(400, "code_invalid");
    let valid = [("flow", flow.as_str()), ("code", &code), ("code_verifier", support::VERIFIER)];
    server.check(&valid).await.assert_ok();
    server.reset(&valid, "passwordpassword").await.assert_problem(422, "password_refused");
    server.reset(&valid, NEW_PASSWORD).await.assert_ok();
    let freeze = server.freeze_token().await;
    server.post("/account/freeze", &[("token", &freeze)]).await.assert_ok();
    server.sign_in(NEW_PASSWORD).await.assert_problem(403, "account_frozen");
    let unknown = server.request_recovery(UNKNOWN).await;
    // Malformed requests.
    server.post("/account/recovery", &[("email", "no address")]).await.assert_problem(400, "email_invalid");
    server.check(&[]).await.assert_problem(400, "token_invalid");
    server.reset(&[], NEW_PASSWORD).await.assert_problem(400, "token_invalid");
    server.post("/account/reset-password", &valid).await.assert_problem(400, "malformed_request");
    server.post("/account/freeze", &[]).await.assert_problem(400, "malformed_request");

    let line = |event: &str, outcome: &str, rest: &str| {
        format!(r#"{{"time":"2026-11-23T12:34:00Z","event":"{event}","outcome":"{outcome}"{rest}}}"#)
    };
    let client = r#","client":"127.0.0.1""#;
    let of_flow = format!(r#"{client},"flow":"{flow}""#);
    let mut expected = vec![
        line("recovery_requested", "ok", &of_flow),
        line("mail_sent", "ok", &format!(r#","flow":"{flow}","account":1"#)),
        // The email of this request is delayed, which is not recorded.
        line("recovery_requested", "ok", &format!(r#"{client},"flow":"{second}""#)),
        line("proof_checked", "code_invalid", client),
        line("proof_checked", "ok", &of_flow),
        line("password_reset", "password_refused", client),
        line("password_reset", "ok", &of_flow),
        line("mail_sent", "ok", r#","account":1"#),
        line("account_frozen", "ok", &format!(r#"{client},"account":1"#)),
        line("sign_in", "account_frozen", client),
        line("recovery_requested", "ok", &format!(r#"{client},"flow":"{unknown}""#)),
        // No entry reveals that there is no account. No email is sent, so none is recorded.
        line("recovery_requested", "email_invalid", client),
        line("proof_checked", "token_invalid", client),
        line("password_reset", "token_invalid", client),
        line("password_reset", "malformed_request", client),
        line("account_frozen", "malformed_request", client),
    ];
    let text = std::fs::read_to_string(&file).unwrap();
    let mut written: Vec<&str> = text.lines().collect();
    // The order of the workers' entries is random.
    expected.sort();
    written.sort_unstable();
    assert_eq!(written, expected);
    for secret in [code.as_str(), support::VERIFIER, NEW_PASSWORD, &freeze, ADA, UNKNOWN] {
        assert!(!text.contains(secret), "{secret}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

/// A quota so small that each request is counted in the database before it is handled.
const SMALL_QUOTA: u32 = 31;

/// The number of requests of the client in the newest window.
async fn counted_requests(server: &TestServer) -> i64 {
    const QUERY: &str = "SELECT COALESCE(MAX(counted), 0) FROM counters
        WHERE window_start = (SELECT MAX(window_start) FROM counters)";
    support::database::query_scalar(server.folder.path(), QUERY).await
}

/// Sends a form, and disconnects when the server has begun to handle it.
async fn post_and_disconnect(server: &TestServer, path: &str, fields: &[(&str, &str)]) {
    let request = server.client.post(server.url(path)).form(fields).build().unwrap();
    let body = request.body().unwrap().as_bytes().unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    let before = counted_requests(server).await;
    let mut stream = TcpStream::connect(server.running.addr()).await.unwrap();
    stream.write_all(&[head.as_bytes(), body].concat()).await.unwrap();
    while counted_requests(server).await == before {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

#[tokio::test]
async fn events_of_disconnected_clients_are_recorded_once() {
    // END-7
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("audit.jsonl");
    let server = TestServer::start_with(|config| {
        config.audit_file = Some(file.clone());
        config.limits.client_requests = SMALL_QUOTA;
        // Clients disconnect during the work or during this time.
        config.limits.answer_after = Duration::from_secs(1);
    })
    .await;
    let tokens = [server.mailed_token().await, server.mailed_token_after(60).await];
    let entries = |event: &str, outcome: &str| {
        let entry = format!(r#""event":"{event}","outcome":"{outcome}","client""#);
        std::fs::read_to_string(&file).unwrap().matches(&entry).count()
    };
    let password = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    let [token, ended] = tokens.each_ref().map(|token| ("token", token.as_str()));
    let freeze_token = std::cell::OnceCell::new();
    // Each event with the path, and the number of entries before.
    let steps = [
        ("recovery_requested", "ok", "/account/recovery", vec![("email", UNKNOWN)], 2),
        ("recovery_requested", "ok", "/reset-password/ask", vec![("email", UNKNOWN)], 3),
        ("proof_checked", "ok", "/account/reset-password/check", vec![token], 0),
        ("sign_in", "credentials_invalid", "/session", vec![("email", ADA), ("password", "wrong")], 0),
        ("sign_in", "ok", "/session", vec![("email", ADA), ("password", OLD_PASSWORD)], 0),
        ("password_reset", "ok", "/account/reset-password", [&[token], &password[..]].concat(), 0),
        ("password_reset", "token_superseded", "/reset-password", [&[ended], &password[..]].concat(), 0),
        ("account_frozen", "ok", "/account/freeze", Vec::new(), 0),
    ];
    for (event, outcome, path, mut fields, before) in steps {
        if fields.is_empty() {
            fields.push(("token", freeze_token.get_or_init(|| server.mailbox.newest().token())));
        }
        assert_eq!(entries(event, outcome), before, "{event} {outcome}");
        post_and_disconnect(&server, path, &fields).await;
        let recorded = async {
            while entries(event, outcome) == before {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(TIMEOUT, recorded).await.unwrap_or_else(|_| panic!("{event} at {path}"));
        server.mail_delivered().await;
    }
    let changed = server.sign_in(NEW_PASSWORD).await;
    changed.assert_problem(403, "account_frozen");
    for (event, outcome, count) in [
        ("recovery_requested", "ok", 4),
        ("sign_in", "ok", 1),
        ("password_reset", "ok", 1),
        ("password_reset", "token_superseded", 1),
        ("account_frozen", "ok", 1),
    ] {
        assert_eq!(entries(event, outcome), count, "{event} {outcome}");
    }
}

#[tokio::test]
async fn shutdown_waits_for_requests_of_disconnected_clients() {
    // END-7
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("audit.jsonl");
    let server = TestServer::start_with(|config| {
        config.audit_file = Some(file.clone());
        config.limits.client_requests = SMALL_QUOTA;
    })
    .await;
    let token = server.mailed_token().await;
    let fields = [("token", token.as_str()), ("new_password", NEW_PASSWORD)];
    post_and_disconnect(&server, "/account/reset-password", &fields).await;
    server.running.shutdown().await;
    assert!(std::fs::read_to_string(&file).unwrap().contains(r#""password_reset","outcome":"ok""#));
}
