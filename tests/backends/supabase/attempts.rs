//! Several attempts of one person.

use latchkey::flow::ResetProblem;
use latchkey::service::CallError;

use super::super::backend::Backend;
use super::super::harness::{NEW_PASSWORD, OLD_PASSWORD};
use super::super::recording_service::OperationLog;
use super::super::scenario::{Scenario, open_email};

/// Each email replaces the one before. The newer one works.
pub async fn two_recoveries_at_once<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &[]).await;
    let (mut first, _) = scenario.request_email().await;
    let (mut second, mail) = scenario.request_email().await;
    open_email::<B>(&mut second, &mail).await;
    second.reset();
    first.request_email(super::ADA).await;
    let newest = scenario.mail().await;
    open_email::<B>(&mut first, &newest).await;
    first.set_password(NEW_PASSWORD).await;
    first.done();
    assert!(B::sign_in(&scenario.live, NEW_PASSWORD).await.is_some());
}

/// The password is set, and the response does not arrive.
pub async fn lost_response_is_repeated<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &[]).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<B>(&mut app, &mail).await;
    scenario.live.lose_next_response("/auth/v1/user");
    app.set_password(NEW_PASSWORD).await;
    assert_eq!(app.reset().problem, Some(ResetProblem::Call(CallError::Down)));
    assert!(B::sign_in(&scenario.live, NEW_PASSWORD).await.is_some(), "it is set");
    app.set_password(NEW_PASSWORD).await;
    app.done();
    assert!(B::sign_in(&scenario.live, OLD_PASSWORD).await.is_none());
}
