//! Several attempts of one person.

use latchkey::flow::{LinkFailure, ResetProblem};
use latchkey::service::CallError;

use super::super::backend::Backend;
use super::super::harness::{NEW_PASSWORD, OLD_PASSWORD};
use super::super::recording_service::OperationLog;
use super::super::scenario::{Scenario, open_email};
use super::links::link_in;

/// Each email replaces the one before, on all devices.
pub async fn two_recoveries_at_once<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &[]).await;
    let mut apps = [scenario.app().await, scenario.app().await];
    let mut mails = Vec::new();
    for app in &mut apps {
        app.request_email(super::ADA).await;
        mails.push(scenario.live.mail_to(super::ADA).await);
    }
    let [older, newer] = mails.try_into().unwrap();
    let newer = B::open_in_browser(&scenario.live, newer).await;
    open_email::<B>(&mut apps[1], &newer).await;
    apps[1].set_password(NEW_PASSWORD).await;
    apps[1].done();
    let older = B::open_in_browser(&scenario.live, older).await;
    apps[0].open_link(link_in(&older)).await;
    assert_eq!(apps[0].link_problem().0, LinkFailure::Expired);
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
    assert!(app.done(), "the sessions are ended");
    let exchanges = scenario.live.exchange_log().all();
    assert!(exchanges.iter().any(|exchange| exchange.target == "/auth/v1/logout?scope=global"));
    assert!(B::sign_in(&scenario.live, OLD_PASSWORD).await.is_none());
}
