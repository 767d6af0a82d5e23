//! Sessions: the one that a code opens, and earlier ones.

use latchkey::flow::CheckEmailProblem;
use latchkey::service::ProofError;
use serde_json::json;

use super::super::backend::Backend as _;
use super::super::harness::{NEW_PASSWORD, OLD_PASSWORD};
use super::super::recording_service::OperationLog;
use super::super::scenario::{Scenario, open_email};
use super::Kratos;

/// A password needs a session that was opened a short time ago.
pub async fn old_and_ended_sessions_are_expired_codes(log: &OperationLog) {
    for options in [&["short-privilege"][..], &[]] {
        let mut scenario = Scenario::<Kratos>::start(log, options).await;
        let (mut app, mail) = scenario.request_email().await;
        open_email::<Kratos>(&mut app, &mail).await;
        app.reset();
        if options.is_empty() {
            scenario.live.control("end_sessions", json!({})).await;
        }
        app.set_password(NEW_PASSWORD).await;
        assert_eq!(
            app.check_email().problem,
            Some(CheckEmailProblem::Code(ProofError::CodeExpired)),
            "{options:?}"
        );
        assert!(Kratos::sign_in(&scenario.live, OLD_PASSWORD).await.is_some());
    }
}

/// The app ends them with the session of the code, and then that session.
pub async fn earlier_sessions_end(log: &OperationLog) {
    let mut scenario = Scenario::<Kratos>::start(log, &[]).await;
    let session = Kratos::sign_in(&scenario.live, OLD_PASSWORD).await.unwrap();
    let (mut app, mail) = scenario.request_email().await;
    open_email::<Kratos>(&mut app, &mail).await;
    assert!(Kratos::is_signed_in(&scenario.live, &session).await);
    app.set_password(NEW_PASSWORD).await;
    assert!(app.done(), "signed out everywhere");
    assert!(!Kratos::is_signed_in(&scenario.live, &session).await);
    let calls = scenario.live.exchange_log().all();
    let has_ended = |path: &str, status: u16| {
        calls.iter().any(|call| call.target == path && call.status.as_u16() == status)
    };
    assert!(has_ended("/sessions", 200) && has_ended("/self-service/logout/api", 204), "{calls:?}");
}
