//! A server that requires a second factor before it accepts a password: Supabase, according to its public source.

use std::collections::BTreeMap;
use std::sync::Arc;

use latchkey::flow::ResetProblem;
use latchkey::secret::{NewPassword, RecoveryToken, SecondFactorCode};
use latchkey::service::contract;
use latchkey::service::{
    CallError, CallLimits, HttpRecoveryService, IdempotencyKey, Proof, ProofError, RecoveryService as _,
    ResetError, ResponseSummary,
};
use latchkey_server::{ManualClock, UnixTime};

use super::exchange::{ADA, PASSWORD, Recording, rules};
use super::support::headless_app::HeadlessApp;
use super::support::http_message::Message;
use super::support::stub_server::{StubResponse, StubServer, response};

const FACTORS: &str = r#"{"factors":[{"factor_type":"totp","id":"f","status":"verified"}]}"#;

fn json(status: u16, body: &str) -> StubResponse {
    response(status, &["Content-Type: application/json"], body)
}

/// An account with a second factor, whose code is 123456.
fn supabase(message: &Message) -> StubResponse {
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
        "POST /auth/v1/logout?scope=global" => json(204, ""),
        _ => json(200, "{}"),
    }
}

/// Walks from the first screen to the last.
#[tokio::test]
async fn reset_screen_asks_for_the_second_factor() {
    let recording = Recording::load("supabase");
    let contract = contract::built_in("supabase").unwrap();
    let (link, rules) = (recording.link.clone().unwrap(), rules(&contract));
    let server = StubServer::start(|message, _| supabase(message)).await;
    let base = server.base();
    let service = move || Box::new(recording.service(&contract, base.clone())) as Box<_>;
    let mut app =
        HeadlessApp::with(service, rules, &Arc::new(ManualClock::at(UnixTime(1_795_437_240)))).await;
    app.request_email(ADA).await;
    app.open_link(&link).await;
    assert!(app.reset().second_factor);
    for code in ["", "000000"] {
        app.set_password_with(PASSWORD, code).await;
        assert_eq!(app.reset().problem, Some(ResetProblem::SecondFactor), "{code:?}");
    }
    app.set_password_with("a weak, weak password", "123456").await;
    assert_eq!(app.reset().problem, Some(ResetProblem::Refused(vec![])));
    app.set_password_with(PASSWORD, "123456").await;
    assert!(app.done(), "signed out everywhere");
    assert_eq!(
        (server.count("POST /auth/v1/verify"), server.count("POST /auth/v1/factors/f/verify")),
        (1, 2)
    );
}

/// A TOTP code works only once, so it is not sent again with the next password.
#[tokio::test]
async fn unexpected_second_factor_is_requested_and_used_once() {
    let (contract, recording) = (contract::built_in("supabase").unwrap(), Recording::load("supabase"));
    let server = StubServer::start(|message, _| supabase(message)).await;
    let service = recording.service(&contract, server.base());
    let proof = recording.proof(&contract, false);
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

/// A wrong code can be from another app of the account. Each try counts at the server, so there are at most five.
#[tokio::test]
async fn several_second_factors_are_tried_until_one_is_accepted() {
    const WRONG: (u16, &str) = (422, r#"{"code":"mfa_verification_failed"}"#);
    let unexpected = CallError::UnexpectedResponse(ResponseSummary { status: Some(200), code: None });
    for (ids, answer, expected, tries) in [
        (&["\"f1\"", "\"f2\""][..], WRONG, ResetError::SecondFactor, 2),
        (&["\"f\""; 7], WRONG, ResetError::SecondFactor, 5),
        // The code is not wrong.
        (&["\"f1\"", "\"f2\""], (429, "{}"), CallError::RateLimited { wait: None }.into(), 1),
        (&["\"f1\"", "\"f2\""], (403, r#"{"code":"session_not_found"}"#), ProofError::Used.into(), 1),
        // A list without an id.
        (&["null"], WRONG, unexpected.into(), 0),
    ] {
        let factors =
            ids.iter().map(|id| format!(r#"{{"factor_type":"totp","id":{id},"status":"verified"}}"#));
        let factors = format!(r#"{{"factors":[{}]}}"#, factors.collect::<Vec<_>>().join(","));
        let (contract, recording) = (contract::built_in("supabase").unwrap(), Recording::load("supabase"));
        let server = StubServer::start(move |message, _| match message.line() {
            "GET /auth/v1/user" => json(200, &factors),
            line if line.ends_with("/challenge") => json(200, r#"{"id":"c"}"#),
            line if line.starts_with("POST /auth/v1/factors") => json(answer.0, answer.1),
            _ => supabase(message),
        })
        .await;
        let service = recording.service(&contract, server.base());
        let (proof, password) = (recording.proof(&contract, false), NewPassword::new(PASSWORD).unwrap());
        let (code, attempt) = (SecondFactorCode::parse("123456").unwrap(), IdempotencyKey::generate());
        let outcome = service.reset_with_proof(&proof, &password, &attempt, Some(&code)).await;
        assert_eq!(outcome, Err(expected), "{ids:?} {answer:?}");
        let seen = server.requests();
        let tried = seen.iter().filter(|message| message.line().contains("/factors/"));
        let tried = tried.filter(|message| message.line().ends_with("/verify")).count();
        assert_eq!((tried, server.count("PUT /auth/v1/user")), (tries, 0), "{ids:?} {answer:?}");
    }
}

/// Without an early step, the session that the second factor returns replaces the one in the link.
#[tokio::test]
async fn session_of_the_second_factor_replaces_the_link() {
    let contract = contract::built_in("supabase-implicit").unwrap();
    let recording = Recording::load("supabase-implicit");
    let server = StubServer::start(|message, _| supabase(message)).await;
    let service = recording.service(&contract, server.base());
    let Proof::Token { token, .. } = &recording.proof(&contract, false) else { panic!("it is a link") };
    let code = SecondFactorCode::parse("123456").unwrap();
    let password = NewPassword::new(PASSWORD).unwrap();
    let proof = Proof::from_token(token.clone());
    service.reset_with_proof(&proof, &password, &IdempotencyKey::generate(), Some(&code)).await.unwrap();
    let seen = server.requests();
    let shown: Vec<_> = seen.iter().map(|message| message.header("authorization").unwrap()).collect();
    let link = format!("Bearer {}", token.expose());
    // The last two set the password and end the sessions.
    assert_eq!(shown, [&link, &link, &link, "Bearer e.30.aal2", "Bearer e.30.aal2"]);
}

/// A contract whose second factor has no errors of its own.
const OTHERWISE: &str = r#"
id = "mine"
name = "Mine"

[link]
sources = ["query"]
names = { token = "t" }

[[request]]
path = "/forgot"
body = { email = "{email}" }
success = [{ status = 200 }]

[[second_factor]]
path = "/factor"
body = { token = "{token}", code = "{second_factor}" }
success = [{ status = 200 }]
errors = [{ status = 422, kind = "second_factor" }]
otherwise = "invalid"

[[reset]]
path = "/reset"
body = { token = "{token}", password = "{new_password}" }
success = [{ status = 200 }]
errors = [{ status = 401, kind = "second_factor" }]
"#;

#[tokio::test]
async fn unmatched_error_of_a_second_factor_is_an_invalid_link_if_the_contract_says_so() {
    let contract = contract::read(OTHERWISE).unwrap();
    let token = "0123456789abcdef0123456789abcdef";
    let proof = Proof::from_token(RecoveryToken::parse(token).unwrap());
    let code = SecondFactorCode::parse("123456").unwrap();
    for (status, expected) in [
        (422, ResetError::SecondFactor),
        (410, ProofError::Invalid.into()),
        (404, ProofError::Invalid.into()),
    ] {
        let server = StubServer::start(move |_, _| json(status, "{}")).await;
        let service = HttpRecoveryService::with_contract(
            contract.clone(),
            server.base(),
            &BTreeMap::new(),
            CallLimits::default(),
        );
        let (service, password) = (service.unwrap(), NewPassword::new(PASSWORD).unwrap());
        let attempt = IdempotencyKey::generate();
        let outcome = service.reset_with_proof(&proof, &password, &attempt, Some(&code)).await;
        assert_eq!(outcome, Err(expected), "{status}");
        assert_eq!(server.count("POST /reset"), 0);
    }
}
