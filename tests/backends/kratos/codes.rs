//! Codes that do not work, or not any more.

use latchkey::flow::CheckEmailProblem;
use latchkey::service::ProofError;
use latchkey::service::self_check::run;
use serde_json::json;

use super::super::configuration::{contract, service};

use super::super::harness::NEW_PASSWORD;
use super::super::recording_service::OperationLog;
use super::super::scenario::{Scenario, code};
use super::Kratos;

/// Wrong codes that one flow accepts.
const TRIES: usize = 5;

pub async fn sixth_try_ends_the_flow(log: &OperationLog) {
    let mut scenario = Scenario::<Kratos>::start(log, &[]).await;
    let (mut app, mail) = scenario.request_email().await;
    let right = code::<Kratos>(&mail);
    let wrong = if right == "000000" { "111111" } else { "000000" };
    for _ in 0..TRIES {
        app.type_code(wrong).await;
        let problem = CheckEmailProblem::Code(ProofError::InvalidOrExpired);
        assert_eq!(app.check_email().problem, Some(problem));
    }
    app.type_code(right).await;
    assert_eq!(app.check_email().problem, Some(CheckEmailProblem::Code(ProofError::CodeExpired)));
}

/// The code was opened, and no password set.
pub async fn code_that_was_used_is_refused(log: &OperationLog) {
    let mut scenario = Scenario::<Kratos>::start(log, &[]).await;
    let (app, mail) = scenario.request_email().await;
    let mut app = app.restarted().await;
    app.type_code(code::<Kratos>(&mail)).await;
    app.reset();
    // The session of the code is only in memory.
    let mut app = app.restarted().await;
    app.type_code(code::<Kratos>(&mail)).await;
    assert_eq!(app.check_email().problem, Some(CheckEmailProblem::Code(ProofError::CodeExpired)));
}

/// The server reports the same error for both.
pub async fn expired_code_is_refused_like_a_wrong_one(log: &OperationLog) {
    let mut scenario = Scenario::<Kratos>::start(log, &[]).await;
    let (mut app, mail) = scenario.request_email().await;
    scenario.live.control("expire_codes", json!({})).await;
    app.type_code(code::<Kratos>(&mail)).await;
    assert_eq!(app.check_email().problem, Some(CheckEmailProblem::Code(ProofError::InvalidOrExpired)));
}

pub async fn expired_or_deleted_flow_is_an_expired_code(log: &OperationLog) {
    for change in ["expire_flows", "delete_flows"] {
        let mut scenario = Scenario::<Kratos>::start(log, &[]).await;
        let (mut app, mail) = scenario.request_email().await;
        scenario.live.control(change, json!({ "kind": "recovery" })).await;
        app.type_code(code::<Kratos>(&mail)).await;
        let problem = CheckEmailProblem::Code(ProofError::CodeExpired);
        assert_eq!(app.check_email().problem, Some(problem), "{change}");

        // The flow in which the password is sent.
        let (mut app, mail) = scenario.request_email().await;
        app.type_code(code::<Kratos>(&mail)).await;
        app.reset();
        scenario.live.control(change, json!({ "kind": "settings" })).await;
        app.set_password(NEW_PASSWORD).await;
        assert_eq!(
            app.check_email().problem,
            Some(CheckEmailProblem::Code(ProofError::CodeExpired)),
            "{change}"
        );
    }
}

/// Without the flag, the response to the right code is a redirect for browsers.
pub async fn server_without_its_flag_is_found_by_the_self_check(log: &OperationLog) {
    let scenario = Scenario::<Kratos>::start(log, &["without-flag"]).await;
    let service = service::<Kratos>(contract::<Kratos>(), &scenario.live.base());
    let results = run(&service).await.unwrap();
    let failed: Vec<_> = results.iter().filter(|result| !result.outcome.is_passed()).collect();
    assert_eq!(failed.len(), 1, "{results:?}");
    assert!(failed[0].outcome.message().contains("a redirect, which is for browsers"), "{failed:?}");
}
