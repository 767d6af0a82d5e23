//! Accounts with authenticator apps.

use latchkey::flow::ResetProblem;
use latchkey::service::{ProofError, ResetError};
use serde_json::{Value, json};

use super::super::backend::Backend;
use super::super::harness::{Live, NEW_PASSWORD};
use super::super::journey::reset;
use super::super::recording_service::OperationLog;
use super::super::scenario::{Scenario, open_email};

pub async fn code_of_an_authenticator_app_is_required<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &[]).await;
    let secrets = enroll(&scenario.live, 1).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<B>(&mut app, &mail).await;
    assert!(app.reset().second_factor, "the password screen asks for the code");
    let without = reset(&*app.service, &app.reset().proof.clone(), NEW_PASSWORD).await;
    assert_eq!(without, Err(ResetError::SecondFactor));
    let code = totp(&scenario.live, &secrets[0]).await;
    for wrong in ["", &another_code(&code)] {
        app.set_password_with(NEW_PASSWORD, wrong).await;
        assert_eq!(app.reset().problem, Some(ResetProblem::SecondFactor), "{wrong}");
    }
    app.set_password_with("short", &code).await;
    assert!(matches!(app.reset().problem, Some(ResetProblem::Refused(_))), "{:?}", app.reset());
    app.set_password_with(NEW_PASSWORD, &code).await;
    app.done();
    assert!(B::sign_in(&scenario.live, NEW_PASSWORD).await.is_some());
}

/// The server lists factors in changing order.
pub async fn either_of_two_authenticator_apps_works<B: Backend>(log: &OperationLog) {
    for number in 0..2 {
        let mut scenario = Scenario::<B>::start(log, &[]).await;
        let secrets = enroll(&scenario.live, 2).await;
        let (mut app, mail) = scenario.request_email().await;
        open_email::<B>(&mut app, &mail).await;
        let code = totp(&scenario.live, &secrets[number]).await;
        app.set_password_with(NEW_PASSWORD, &code).await;
        app.done();
    }
}

/// The server ends sessions without the new factor.
pub async fn app_that_is_enrolled_meanwhile_ends_the_session<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &[]).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<B>(&mut app, &mail).await;
    enroll(&scenario.live, 1).await;
    app.set_password(NEW_PASSWORD).await;
    assert_eq!(app.link_problem().0, ProofError::Used.into());
}

/// The secrets of new authenticator apps.
pub async fn enroll(live: &Live, count: usize) -> Vec<String> {
    let secrets = live.control("enroll_totp", json!({ "count": count })).await;
    serde_json::from_value(secrets).unwrap()
}

pub async fn totp(live: &Live, secret: &str) -> String {
    let Value::String(code) = live.control("code", json!({ "secret": secret })).await else {
        panic!("no code")
    };
    code
}

pub fn another_code(code: &str) -> String {
    if code == "000000" { "111111".to_owned() } else { "000000".to_owned() }
}
