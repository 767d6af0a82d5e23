//! Links that are bound to the device that asked.

use latchkey::flow::{Event, LinkFailure};
use serde_json::json;

use super::super::backend::Backend;
use super::super::harness::{ADA, NEW_PASSWORD, NOBODY};
use super::super::recording_service::OperationLog;
use super::super::scenario::{Scenario, open_email};
use super::super::support::headless_app::HeadlessApp;
use super::Pkce;

pub async fn cases(log: &OperationLog) {
    refused_request_replaces_the_verifier(log).await;
    link_is_opened_after_a_mistyped_address(log).await;
    link_five_minutes_after_the_request_is_expired(log).await;
    link_of_another_device_is_refused(log).await;
}

/// Within a minute the server sends no second email, but replaces the challenge.
async fn refused_request_replaces_the_verifier(log: &OperationLog) {
    let mut scenario = Scenario::<Pkce>::start(log, &["throttled"]).await;
    let mut app = scenario.app().await;
    app.request_email(ADA).await;
    let mail = scenario.live.mail_to(ADA).await;
    ask_again(&scenario, &mut app, ADA, 429).await;
    let mail = Pkce::open_in_browser(&scenario.live, mail).await;
    recovers(&scenario, app, &mail.text).await;
}

async fn link_is_opened_after_a_mistyped_address(log: &OperationLog) {
    for (mistyped, status) in [(NOBODY, 200), ("Ada@Example.org", 429)] {
        let mut scenario = Scenario::<Pkce>::start(log, &["throttled"]).await;
        let mut app = scenario.app().await;
        app.request_email(ADA).await;
        ask_again(&scenario, &mut app, mistyped, status).await;
        let mail = scenario.mail().await;
        recovers(&scenario, app, &mail.text).await;
    }
}

/// Goes back to the first screen, and requests another email, which the server answers with `status`.
async fn ask_again(scenario: &Scenario<Pkce>, app: &mut HeadlessApp, address: &str, status: u16) {
    app.dispatch(Event::StartOver).await;
    app.request_email(address).await;
    app.check_email();
    let exchanges = scenario.live.exchange_log().all();
    assert_eq!(exchanges.len(), 2, "{exchanges:?}");
    assert_eq!(exchanges[1].status, status);
}

async fn recovers(scenario: &Scenario<Pkce>, mut app: HeadlessApp, link: &str) {
    app.open_link(link).await;
    app.set_password(NEW_PASSWORD).await;
    app.done();
    assert!(Pkce::sign_in(&scenario.live, NEW_PASSWORD).await.is_some());
}

async fn link_five_minutes_after_the_request_is_expired(log: &OperationLog) {
    let mut scenario = Scenario::<Pkce>::start(log, &[]).await;
    let (mut app, mail) = scenario.request_email().await;
    scenario.live.control("expire_requests", json!({})).await;
    open_email::<Pkce>(&mut app, &mail).await;
    assert_eq!(app.link_problem().0, LinkFailure::Expired);
}

async fn link_of_another_device_is_refused(log: &OperationLog) {
    let mut scenario = Scenario::<Pkce>::start(log, &[]).await;
    let (asked, mail) = scenario.request_email().await;
    let mut other = scenario.app().await;
    open_email::<Pkce>(&mut other, &mail).await;
    assert_eq!(other.link_problem().0, LinkFailure::OtherDevice);
    // The try has used up nothing.
    recovers(&scenario, asked, &mail.text).await;
}
