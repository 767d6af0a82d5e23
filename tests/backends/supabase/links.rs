//! Where mailed links lead.

use latchkey::flow::{LinkFailure, Phase};
use serde_json::json;

use super::super::backend::Backend;
use super::super::configuration::SERVER;
use super::super::harness::{Live, Mail, NEW_PASSWORD};
use super::super::recording_service::OperationLog;
use super::super::scenario::{Scenario, open_email};
use super::super::support::headless_app::HeadlessApp;
use super::second_factor::{enroll, totp};

/// The size of metadata with which an access token has more than 2,048 characters.
const LARGE_METADATA: usize = 2_000;

/// The address to which the server redirects a browser that opens the email's link.
pub async fn redirected(live: &Live, mail: Mail) -> Mail {
    let response = live.http.get(link_to_server(&mail)).send().await.unwrap();
    assert_eq!(response.status(), 303, "{response:?}");
    let text = response.headers()["location"].to_str().unwrap().to_owned();
    Mail { text, ..mail }
}

/// The first link, also one with which the server reports an error.
pub fn link_in(mail: &Mail) -> &str {
    mail.text.split_whitespace().find(|word| word.starts_with("http")).expect("a link")
}

fn link_to_server(mail: &Mail) -> &str {
    let mut words = mail.text.split_whitespace();
    words
        .find(|word| word.starts_with("http") && word.contains("/auth/v1/verify?"))
        .expect("a link to the server")
}

/// A link to an address that the project does not list leads to the project's site.
pub async fn redirect_that_is_not_allowed_leads_elsewhere<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &["default-mail"]).await;
    let path = "/auth/v1/recover?redirect_to=https://elsewhere.latchkey.example/";
    let request = scenario.live.http.post(scenario.live.direct(path));
    assert!(scenario.live.is_ok(request.json(&json!({ "email": super::ADA }))).await);
    let mail = scenario.live.mail_to(super::ADA).await;
    let mail = redirected(&scenario.live, mail).await;
    assert!(mail.text.starts_with("https://site.latchkey.example"), "{}", mail.text);
}

/// The app sends what is in the link, and the link stays unused until then.
pub async fn link_to_the_server_is_accepted_when_pasted<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &[]).await;
    let mut app = paste_link_to_server(&mut scenario).await;
    let expires_at = super::SESSION_SECONDS.map(|seconds| app.timestamp_in(seconds));
    assert_eq!(app.reset().phase, Phase::Ready(expires_at));
    assert!(!app.reset().second_factor);
    app.set_password(NEW_PASSWORD).await;
    app.done();
    assert!(B::sign_in(&scenario.live, NEW_PASSWORD).await.is_some());

    let mut scenario = Scenario::<B>::start(log, &[]).await;
    let secrets = enroll(&scenario.live, 1).await;
    let mut app = paste_link_to_server(&mut scenario).await;
    assert!(app.reset().second_factor, "the password screen asks for the code");
    app.set_password_with(NEW_PASSWORD, &totp(&scenario.live, &secrets[0]).await).await;
    app.done();
}

async fn paste_link_to_server<B: Backend>(scenario: &mut Scenario<B>) -> HeadlessApp {
    let mut app = scenario.app().await;
    app.request_email(super::ADA).await;
    let mail = scenario.live.mail_to(super::ADA).await;
    app.type_code(&pastable_link(&scenario.live, &mail)).await;
    app
}

/// The link to the server as a project has it, with a certificate. Here, the server has another port and no TLS.
fn pastable_link(live: &Live, mail: &Mail) -> String {
    link_to_server(mail).replace(&live.direct(""), SERVER)
}

/// A scanner of emails opens links, and so uses them up.
pub async fn link_that_was_opened_before_is_expired<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &[]).await;
    let mut app = scenario.app().await;
    app.request_email(super::ADA).await;
    let mail = scenario.live.mail_to(super::ADA).await;
    let pasted = pastable_link(&scenario.live, &mail);
    redirected(&scenario.live, mail.clone()).await;
    app.type_code(&pasted).await;
    assert_eq!(app.link_problem().0, LinkFailure::Expired);
    let again = redirected(&scenario.live, mail).await;
    app.open_link(&again.text).await;
    assert_eq!(app.link_problem().0, LinkFailure::Expired);
}

pub async fn long_access_token_is_accepted<B: Backend>(log: &OperationLog) {
    let mut scenario = Scenario::<B>::start(log, &[]).await;
    scenario.live.control("add_metadata", json!({ "size": LARGE_METADATA })).await;
    let (mut app, mail) = scenario.request_email().await;
    assert!(mail.text.len() > 2_048);
    open_email::<B>(&mut app, &mail).await;
    app.set_password(NEW_PASSWORD).await;
    app.done();
    assert!(B::sign_in(&scenario.live, NEW_PASSWORD).await.is_some());
}
