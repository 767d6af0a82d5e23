//! A server that wants a second factor before it takes a password: Supabase, as its public source has it.

use std::sync::Arc;

use latchkey::flow::ResetProblem;
use latchkey::secret::{NewPassword, SecondFactorCode};
use latchkey::service::contract;
use latchkey::service::{IdempotencyKey, Proof, RecoveryService as _, ResetError};
use latchkey_server::{ManualClock, UnixTime};

use super::exchange::{ADA, PASSWORD, Recorded, rules};
use super::support::device::Device;
use super::support::scripted::{Act, Scripted, answer};
use super::support::wire::Message;

const FACTORS: &str = r#"{"factors":[{"factor_type":"totp","id":"f","status":"verified"}]}"#;

fn json(status: u16, body: &str) -> Act {
    answer(status, &["Content-Type: application/json"], body)
}

/// An account with an authenticator app, whose code is 123456.
fn supabase(message: &Message) -> Act {
    let has = |text: &str| message.body.contains(text);
    let is_second = message.header("authorization") == Some("Bearer e.30.aal2");
    match message.line() {
        "POST /auth/v1/verify" => json(200, &format!(r#"{{"access_token":"e.30.s","user":{FACTORS}}}"#)),
        "GET /auth/v1/user" => json(200, FACTORS),
        "POST /auth/v1/factors/f/challenge" => json(200, r#"{"id":"c"}"#),
        "POST /auth/v1/factors/f/verify" if has("123456") => json(200, r#"{"access_token":"e.30.aal2"}"#),
        "POST /auth/v1/factors/f/verify" => json(422, r#"{"code":"mfa_verification_failed"}"#),
        "PUT /auth/v1/user" if !is_second => json(401, r#"{"code":"insufficient_aal"}"#),
        "PUT /auth/v1/user" if has("weak") => json(422, r#"{"code":"weak_password"}"#),
        _ => json(200, "{}"),
    }
}

/// From the first screen to the last, as a person goes.
#[tokio::test]
async fn the_screen_asks_for_the_code_as_soon_as_the_link_is_open() {
    let recorded = Recorded::of("supabase");
    let contract = contract::built_in("supabase").unwrap();
    let (link, rules) = (recorded.link.clone().unwrap(), rules(&contract));
    let server = Scripted::start(|message, _| supabase(message)).await;
    let base = server.base();
    let service = move || Box::new(recorded.service(&contract, base.clone())) as Box<_>;
    let mut device = Device::with(service, rules, &Arc::new(ManualClock::at(UnixTime(1_795_437_240)))).await;
    device.ask_for(ADA).await;
    device.open_link(&link).await;
    assert!(device.reset().second_factor);
    for code in ["", "000000"] {
        device.set_password_with(PASSWORD, code).await;
        assert_eq!(device.reset().problem, Some(ResetProblem::SecondFactor), "{code:?}");
    }
    device.set_password_with("a weak, weak password", "123456").await;
    assert_eq!(device.reset().problem, Some(ResetProblem::Refused(vec![])));
    device.set_password_with(PASSWORD, "123456").await;
    assert!(device.done(), "signed out everywhere");
    assert_eq!(
        (server.count("POST /auth/v1/verify"), server.count("POST /auth/v1/factors/f/verify")),
        (1, 2)
    );
}

/// Each code of an authenticator app works once, and one password is not always enough.
#[tokio::test]
async fn a_second_factor_that_was_not_foreseen_is_asked_for_and_shown_once() {
    let (contract, recorded) = (contract::built_in("supabase").unwrap(), Recorded::of("supabase"));
    let server = Scripted::start(|message, _| supabase(message)).await;
    let service = recorded.service(&contract, server.base());
    let proof = recorded.proof(&contract, false);
    let reset = async |password: &str, code: Option<&str>| {
        let code = code.map(|code| SecondFactorCode::parse(code).unwrap());
        let password = NewPassword::new(password).unwrap();
        service.reset_with_proof(&proof, &password, &IdempotencyKey::generate(), code.as_ref()).await
    };
    assert_eq!(reset(PASSWORD, None).await, Err(ResetError::SecondFactor), "it is asked for");
    assert_eq!(reset(PASSWORD, Some("000000")).await, Err(ResetError::SecondFactor), "it is wrong");
    let weak = reset("a weak, weak password", Some("123456")).await;
    assert_eq!(weak, Err(ResetError::PasswordRefused(vec![])));
    reset(PASSWORD, Some("123456")).await.unwrap();
    assert_eq!(
        (server.count("POST /auth/v1/verify"), server.count("POST /auth/v1/factors/f/verify")),
        (1, 2)
    );
}

/// Without an early step the session that the second factor opens takes the place of the one in the link.
#[tokio::test]
async fn what_the_second_factor_opens_takes_the_place_of_the_link() {
    let contract = contract::built_in("supabase-implicit").unwrap();
    let recorded = Recorded::of("supabase-implicit");
    let server = Scripted::start(|message, _| supabase(message)).await;
    let service = recorded.service(&contract, server.base());
    let Proof::Token { token, .. } = &recorded.proof(&contract, false) else { panic!("it is a link") };
    let code = SecondFactorCode::parse("123456").unwrap();
    let password = NewPassword::new(PASSWORD).unwrap();
    let proof = Proof::from_token(token.clone());
    service.reset_with_proof(&proof, &password, &IdempotencyKey::generate(), Some(&code)).await.unwrap();
    let seen = server.seen();
    let shown: Vec<_> = seen.iter().map(|message| message.header("authorization").unwrap()).collect();
    let link = format!("Bearer {}", token.expose());
    assert_eq!(shown, [&link, &link, &link, "Bearer e.30.aal2"]);
}
