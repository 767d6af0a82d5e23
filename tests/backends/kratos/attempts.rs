//! Several attempts of one person.

use latchkey::flow::{CheckEmailProblem, ResetProblem};
use latchkey::service::{CallError, ProofError};

use super::super::backend::Backend as _;
use super::super::harness::{NEW_PASSWORD, OLD_PASSWORD};
use super::super::recording_service::OperationLog;
use super::super::scenario::{Scenario, open_email};
use super::Kratos;

/// Each code belongs to its flow, so both work.
pub async fn two_recoveries_at_once(log: &OperationLog) {
    let mut scenario = Scenario::<Kratos>::start(log, &[]).await;
    let (mut first, first_mail) = scenario.request_email().await;
    let (mut second, second_mail) = scenario.request_email().await;
    open_email::<Kratos>(&mut first, &first_mail).await;
    open_email::<Kratos>(&mut second, &second_mail).await;
    first.set_password("another walk along the quay").await;
    first.done();
    // The session of the second app is among those that the first has ended.
    second.set_password(NEW_PASSWORD).await;
    assert_eq!(second.check_email().problem, Some(CheckEmailProblem::Code(ProofError::CodeExpired)));
}

/// The password is set, and the response does not arrive.
pub async fn lost_response_is_repeated(log: &OperationLog) {
    let mut scenario = Scenario::<Kratos>::start(log, &[]).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<Kratos>(&mut app, &mail).await;
    scenario.live.lose_next_response("/self-service/settings");
    app.set_password(NEW_PASSWORD).await;
    assert_eq!(app.reset().problem, Some(ResetProblem::Call(CallError::Down)));
    assert!(Kratos::sign_in(&scenario.live, NEW_PASSWORD).await.is_some(), "it is set");
    app.set_password(NEW_PASSWORD).await;
    assert!(app.done(), "the sessions are ended");
    let exchanges = scenario.live.exchange_log().all();
    assert!(exchanges.iter().any(|exchange| exchange.target == "/self-service/logout/api"));
    assert!(Kratos::sign_in(&scenario.live, OLD_PASSWORD).await.is_none());
}
