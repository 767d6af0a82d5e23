//! The audit log: every recovery event, and no secret.

#![allow(clippy::unwrap_used)]

mod support;

use support::{ADA, NEW_PASSWORD, NOBODY, TestServer, another};

#[tokio::test]
async fn every_recovery_event_is_written_down_with_its_time_source_and_outcome() {
    // END-7
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("audit.jsonl");
    let server = TestServer::start_with(|config| config.audit_file = Some(file.clone())).await;
    let flow = server.ask_bound(ADA).await;
    let code = server.mailbox.newest().code().unwrap();
    let again = server.ask(ADA).await;
    let wrong = [("flow", flow.as_str()), ("code", &another(&code)), ("code_verifier", support::VERIFIER)];
    server.check(&wrong).await.assert_refused(400, "code_invalid");
    let right = [("flow", flow.as_str()), ("code", &code), ("code_verifier", support::VERIFIER)];
    server.check(&right).await.assert_ok();
    server.reset(&right, "passwordpassword").await.assert_refused(422, "password_refused");
    server.reset(&right, NEW_PASSWORD).await.assert_ok();
    let freeze = server.freeze_token().await;
    server.post("/account/freeze", &[("token", &freeze)]).await.assert_ok();
    server.sign_in(NEW_PASSWORD).await.assert_refused(403, "account_frozen");
    let nobody = server.ask(NOBODY).await;

    let line = |event: &str, outcome: &str, rest: &str| {
        format!(r#"{{"time":"2026-11-23T12:34:00Z","event":"{event}","outcome":"{outcome}"{rest}}}"#)
    };
    let client = r#","client":"127.0.0.1""#;
    let of_flow = format!(r#"{client},"flow":"{flow}""#);
    let mut expected = vec![
        line("recovery_requested", "ok", &of_flow),
        line("mail_sent", "ok", &format!(r#","flow":"{flow}","account":1"#)),
        // Its mail is put off, which only the outbox knows.
        line("recovery_requested", "ok", &format!(r#"{client},"flow":"{again}""#)),
        line("proof_checked", "code_invalid", client),
        line("proof_checked", "ok", &of_flow),
        line("password_reset", "password_refused", client),
        line("password_reset", "ok", &of_flow),
        line("mail_sent", "ok", r#","account":1"#),
        line("account_frozen", "ok", &format!(r#"{client},"account":1"#)),
        line("sign_in", "account_frozen", client),
        line("recovery_requested", "ok", &format!(r#"{client},"flow":"{nobody}""#)),
        // Nothing says here whether there is an account; the sending does, and none was sent.
    ];
    let text = std::fs::read_to_string(&file).unwrap();
    let mut written: Vec<&str> = text.lines().collect();
    // A worker writes when it comes to it.
    expected.sort();
    written.sort_unstable();
    assert_eq!(written, expected);
    for secret in [code.as_str(), support::VERIFIER, NEW_PASSWORD, &freeze, ADA, NOBODY] {
        assert!(!text.contains(secret), "{secret}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
