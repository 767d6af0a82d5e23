//! The session that a link or code opens.

use latchkey::flow::{LinkFailure, Step};
use latchkey::service::ProofError;
use serde_json::json;

use super::super::backend::Backend;
use super::super::harness::{NEW_PASSWORD, OLD_PASSWORD};
use super::super::recording_service::OperationLog;
use super::super::scenario::{Scenario, open_email};

/// The password is typed too late.
pub async fn session_that_is_over_is_reported<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &["expired-sessions"]).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<B>(&mut app, &mail).await;
    if let Step::Reset(_) = app.flow.step() {
        app.set_password(NEW_PASSWORD).await;
    }
    assert_eq!(app.link_problem().0, LinkFailure::Expired);
    assert!(B::sign_in(&scenario.live, OLD_PASSWORD).await.is_some(), "the old password still works");
}

/// Somebody signs the account out before the password is typed.
pub async fn ended_session_is_reported<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &[]).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<B>(&mut app, &mail).await;
    app.reset();
    scenario.live.control("end_sessions", json!({})).await;
    app.set_password(NEW_PASSWORD).await;
    assert_eq!(app.link_problem().0, ProofError::Used.into());
    assert!(B::sign_in(&scenario.live, OLD_PASSWORD).await.is_some(), "the old password still works");
}

/// Otherwise the access token of the link sets passwords until it expires.
pub async fn own_session_is_ended_after_the_password<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &[]).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<B>(&mut app, &mail).await;
    let before = scenario.live.exchange_log().all().len();
    app.set_password(NEW_PASSWORD).await;
    assert!(app.done());
    let after = scenario.live.exchange_log().all().split_off(before);
    let logout = after.iter().find(|exchange| exchange.target == "/auth/v1/logout?scope=global");
    assert_eq!(logout.expect("a call that ends all sessions").status, 204);
}
