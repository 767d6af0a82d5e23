//! The audit log contains every recovery event and no secret.

#![allow(clippy::unwrap_used)]

mod support;

use support::{ADA, NEW_PASSWORD, TestServer, UNKNOWN, other_code};

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

    let line = |event: &str, outcome: &str, rest: &str| {
        format!(r#"{{"time":"2026-11-23T12:34:00Z","event":"{event}","outcome":"{outcome}"{rest}}}"#)
    };
    let client = r#","client":"127.0.0.1""#;
    let of_flow = format!(r#"{client},"flow":"{flow}""#);
    let mut expected = vec![
        line("recovery_requested", "ok", &of_flow),
        line("mail_sent", "ok", &format!(r#","flow":"{flow}","account":1"#)),
        // The mail of this request is delayed, which is not recorded.
        line("recovery_requested", "ok", &format!(r#"{client},"flow":"{second}""#)),
        line("proof_checked", "code_invalid", client),
        line("proof_checked", "ok", &of_flow),
        line("password_reset", "password_refused", client),
        line("password_reset", "ok", &of_flow),
        line("mail_sent", "ok", r#","account":1"#),
        line("account_frozen", "ok", &format!(r#"{client},"account":1"#)),
        line("sign_in", "account_frozen", client),
        line("recovery_requested", "ok", &format!(r#"{client},"flow":"{unknown}""#)),
        // No entry reveals that there is no account. No mail is sent, so none is recorded.
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
