//! Accounts that cannot be recovered.

use latchkey::service::ProofError;
use serde_json::json;

use super::super::backend::Backend;
use super::super::harness::{ADA, NEW_PASSWORD};
use super::super::recording_service::OperationLog;
use super::super::scenario::{Scenario, open_email};
use super::links::link_in;

/// The server emails banned accounts too.
pub async fn banned_account_is_reported<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &[]).await;
    scenario.live.control("ban", json!({})).await;
    let mut app = scenario.app().await;
    app.request_email(ADA).await;
    let mail = scenario.mail().await;
    app.open_link(link_in(&mail)).await;
    assert_eq!(app.link_problem().0, ProofError::AccountClosed.into());
    assert!(B::sign_in(&scenario.live, NEW_PASSWORD).await.is_none());

    // While the password is typed.
    let mut scenario = Scenario::<B>::start(log, &[]).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<B>(&mut app, &mail).await;
    app.reset();
    scenario.live.control("ban", json!({})).await;
    app.set_password(NEW_PASSWORD).await;
    assert_eq!(app.link_problem().0, ProofError::AccountClosed.into());
}
