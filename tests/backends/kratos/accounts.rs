//! Accounts that cannot be recovered.

use latchkey::flow::{CheckEmailProblem, LinkFailure};
use latchkey::service::ProofError;
use serde_json::json;

use super::super::harness::NEW_PASSWORD;
use super::super::recording_service::OperationLog;
use super::super::scenario::{Scenario, open_email};
use super::Kratos;

/// The server emails disabled accounts too.
pub async fn disabled_account_is_reported(log: &OperationLog) {
    let mut scenario = Scenario::<Kratos>::start(log, &[]).await;
    scenario.live.control("disable", json!({})).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<Kratos>(&mut app, &mail).await;
    assert_eq!(app.link_problem().0, LinkFailure::AccountClosed);

    // An account that is disabled after the code has no session any more.
    let mut scenario = Scenario::<Kratos>::start(log, &[]).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<Kratos>(&mut app, &mail).await;
    app.reset();
    scenario.live.control("disable", json!({})).await;
    app.set_password(NEW_PASSWORD).await;
    assert_eq!(app.check_email().problem, Some(CheckEmailProblem::Code(ProofError::CodeExpired)));
}
