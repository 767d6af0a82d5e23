//! Accounts with a second factor.

use latchkey::flow::ResetProblem;
use latchkey::service::{CallError, ProofError};
use serde_json::json;

use super::super::backend::Backend as _;
use super::super::harness::NEW_PASSWORD;
use super::super::recording_service::OperationLog;
use super::super::scenario::{Scenario, open_email};
use super::{Kratos, totp};

pub async fn code_of_an_authenticator_app_is_required(log: &OperationLog) {
    let mut scenario = Scenario::<Kratos>::start(log, &[]).await;
    let secret = scenario.live.control("enroll_totp", json!({})).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<Kratos>(&mut app, &mail).await;
    let code = totp(&scenario.live, &secret).await;
    let wrong = if code == "000000" { "111111" } else { "000000" };
    app.set_password(NEW_PASSWORD).await;
    assert_eq!(app.reset().problem, Some(ResetProblem::SecondFactor));
    assert!(app.reset().second_factor);
    app.set_password_with(NEW_PASSWORD, wrong).await;
    assert_eq!(app.reset().problem, Some(ResetProblem::SecondFactor));
    app.set_password_with("short", &code).await;
    assert!(matches!(app.reset().problem, Some(ResetProblem::Refused(_))), "{:?}", app.reset());
    app.set_password_with(NEW_PASSWORD, &code).await;
    app.done();
    assert!(Kratos::sign_in(&scenario.live, NEW_PASSWORD).await.is_some());
}

/// The server has accepted the code of the authenticator app, and the response does not arrive.
pub async fn lost_response_to_a_second_factor_is_repeated(log: &OperationLog) {
    let mut scenario = Scenario::<Kratos>::start(log, &[]).await;
    let secret = scenario.live.control("enroll_totp", json!({})).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<Kratos>(&mut app, &mail).await;
    // The server asks for the code only now.
    app.set_password(NEW_PASSWORD).await;
    assert_eq!(app.reset().problem, Some(ResetProblem::SecondFactor));
    scenario.live.lose_next_response("/self-service/login");
    let code = totp(&scenario.live, &secret).await;
    app.set_password_with(NEW_PASSWORD, &code).await;
    assert_eq!(app.reset().problem, Some(ResetProblem::Call(CallError::Down)));
    app.set_password_with(NEW_PASSWORD, &code).await;
    app.done();
}

pub async fn code_is_not_required_by_settings_of_aal1(log: &OperationLog) {
    let mut scenario = Scenario::<Kratos>::start(log, &["aal1"]).await;
    scenario.live.control("enroll_totp", json!({})).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<Kratos>(&mut app, &mail).await;
    app.set_password(NEW_PASSWORD).await;
    app.done();
}

/// The app supports codes of authenticator apps only.
pub async fn account_with_lookup_secrets_only_is_reported(log: &OperationLog) {
    let mut scenario = Scenario::<Kratos>::start(log, &[]).await;
    scenario.live.control("enroll_lookup_secrets", json!({})).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<Kratos>(&mut app, &mail).await;
    app.set_password(NEW_PASSWORD).await;
    if let latchkey::flow::Step::Reset(_) = app.flow.step() {
        app.set_password_with(NEW_PASSWORD, "123456").await;
    }
    assert_eq!(app.link_problem().0, ProofError::UnsupportedFactor.into());
}

/// The app has no field for it.
pub async fn account_with_a_mailed_factor_only_is_reported(log: &OperationLog) {
    let mut scenario = Scenario::<Kratos>::start(log, &["mailed-factor"]).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<Kratos>(&mut app, &mail).await;
    app.set_password(NEW_PASSWORD).await;
    assert_eq!(app.reset().problem, Some(ResetProblem::SecondFactor));
    app.set_password_with(NEW_PASSWORD, "123456").await;
    assert_eq!(app.link_problem().0, ProofError::UnsupportedFactor.into());
}
