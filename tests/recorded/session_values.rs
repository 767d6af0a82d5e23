//! Values that one call returns and a later one needs are kept while they are useful, and sent nowhere else.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use latchkey::flow::Event;
use latchkey::secret::{EmailAddress, NewPassword, RecoveryToken, SecondFactorCode, Verifier};
use latchkey::service::contract;
use latchkey::service::{
    CallLimits, CheckError, HttpRecoveryService, IdempotencyKey, Proof, ProofError, RecoveryService as _,
    ResetError,
};

use latchkey_server::{ManualClock, UnixTime};

use super::exchange::{ADA, PASSWORD, Recording, rules};
use super::support::headless_app::HeadlessApp;
use super::support::stub_server::{StubServer, response};

const SESSION: &str = r#"{"access_token":"e.30.s"}"#;

/// Supabase. Each password update gets the next status of `policy`.
async fn supabase(policy: Arc<Mutex<Vec<u16>>>) -> (HttpRecoveryService, StubServer, Recording) {
    let (contract, recording) = (contract::built_in("supabase").unwrap(), Recording::load("supabase"));
    let server = StubServer::start(move |message, before| match message.line() {
        "PUT /auth/v1/user" => {
            let status = policy.lock().unwrap().pop().unwrap_or(200);
            response(status, &["Content-Type: application/json"], r#"{"code":"weak_password"}"#)
        }
        _ if before == 0 => response(200, &["Content-Type: application/json"], SESSION),
        _ => response(403, &["Content-Type: application/json"], r#"{"code":"otp_expired"}"#),
    })
    .await;
    let service = recording.service(&contract, server.base());
    (service, server, recording)
}

/// Checking the link uses it up, so the session that the check returns is kept until a password is accepted.
#[tokio::test]
async fn early_step_runs_once_for_several_password_attempts() {
    let (service, server, recording) = supabase(Arc::new(Mutex::new(vec![422, 422]))).await;
    let proof = recording.proof(&contract::built_in("supabase").unwrap(), false);
    let reset = async || {
        let password = NewPassword::new(PASSWORD).unwrap();
        service.reset_with_proof(&proof, &password, &IdempotencyKey::generate(), None).await
    };
    service.check(&proof).await.unwrap();
    service.check(&proof).await.unwrap();
    assert_eq!(reset().await, Err(ResetError::PasswordRefused(vec![])));
    assert_eq!(reset().await, Err(ResetError::PasswordRefused(vec![])));
    reset().await.unwrap();
    assert_eq!((server.count("POST /auth/v1/verify"), server.count("PUT /auth/v1/user")), (1, 3));
    let sent = server.requests();
    assert!(sent.iter().skip(1).all(|put| put.header("authorization") == Some("Bearer e.30.s")));
    // After the reset, nothing is kept.
    assert_eq!(reset().await, Err(ProofError::Expired.into()));
    assert_eq!(server.count("POST /auth/v1/verify"), 2);
}

#[tokio::test]
async fn stored_session_is_not_used_for_another_link() {
    let (service, server, recording) = supabase(Arc::default()).await;
    let contract = contract::built_in("supabase").unwrap();
    service.check(&recording.proof(&contract, false)).await.unwrap();
    let code = service.check(&recording.proof(&contract, true)).await;
    assert_eq!(code, Err(CheckError::Proof(ProofError::InvalidOrExpired)));
    assert_eq!(server.count("POST /auth/v1/verify"), 2);
}

/// allauth with codes: the session of the request is sent with the reset.
#[tokio::test]
async fn session_of_the_request_is_sent_with_the_reset() {
    let (contract, recording) =
        (contract::built_in("allauth-code").unwrap(), Recording::load("allauth-code"));
    let server = StubServer::start(|_, _| {
        response(401, &["Content-Type: application/json"], r#"{"meta":{"session_token":"s3ss10n"}}"#)
    })
    .await;
    let service = recording.service(&contract, server.base());
    let email = EmailAddress::parse(ADA).unwrap();
    let given = service.send_account_recovery_email(&email).await.unwrap().session;
    let Proof::Code { email, code, .. } = recording.proof(&contract, true) else { panic!("it is a code") };
    let proof = |session| Proof::Code {
        email: email.clone(),
        code: code.clone(),
        flow: None,
        verifier: None,
        session,
    };
    let password = NewPassword::new(PASSWORD).unwrap();
    service.reset_with_proof(&proof(given), &password, &IdempotencyKey::generate(), None).await.unwrap();
    assert_eq!(server.requests().last().unwrap().header("x-session-token"), Some("s3ss10n"));
    // The request for an address that nobody has can be without a session. Then a code is wrong, and nothing is sent.
    let unknown = service.reset_with_proof(&proof(None), &password, &IdempotencyKey::generate(), None).await;
    let wrong = ProofError::WrongCode { tries_left: None };
    assert_eq!((unknown, server.requests().len()), (Err(wrong.into()), 2));
}

/// A server whose link works only with two values of the response to the request, one of them a header.
const TWO_VALUES: &str = r#"
id = "two-values"
name = "A server with a session and a ticket"
[link]
sources = ["query"]
names = { token = "token" }
[[request]]
path = "/forgot"
body = { email = "{email}" }
success = [{ status = 200 }]
capture = { session = { header = "X-Session" }, ticket = "/ticket" }
[[reset]]
path = "/reset"
headers = { X-Session = "{session}" }
body = { email = "{email}", ticket = "{ticket}", token = "{token}", password = "{new_password}" }
success = [{ status = 200 }]
"#;

/// The values are there for a link that is opened on the device that requested it, also after a restart.
#[tokio::test]
async fn captures_of_the_request_are_sent_with_a_link() {
    let server = StubServer::start(|message, _| match message.line() {
        "POST /forgot" => response(
            200,
            &["Content-Type: application/json", "X-Session: s3ss&10n"],
            r#"{"ticket":"a ticket = of several words"}"#,
        ),
        _ => response(200, &[], ""),
    })
    .await;
    let contract = contract::read(TWO_VALUES).unwrap();
    let (base, of) = (server.base(), contract.clone());
    let service = move || {
        let limits = CallLimits::default();
        let service = HttpRecoveryService::with_contract(of.clone(), base.clone(), &BTreeMap::new(), limits);
        Box::new(service.unwrap()) as Box<_>
    };
    let clock = Arc::new(ManualClock::at(UnixTime(1_795_437_240)));
    let mut app = HeadlessApp::with(service.clone(), rules(&contract), &clock).await;
    app.request_email(ADA).await;
    let mut app = app.restarted().await;
    app.open_link("latchkey://reset-password?token=0123456789abcdef").await;
    app.set_password(PASSWORD).await;
    app.done();
    let sent = server.requests().pop().unwrap();
    let body: serde_json::Value = serde_json::from_str(&sent.body).unwrap();
    assert_eq!(sent.header("x-session"), Some("s3ss&10n"));
    assert_eq!(
        (body["ticket"].as_str(), body["email"].as_str()),
        (Some("a ticket = of several words"), Some(ADA))
    );
    // Another device sends nothing.
    let before = server.requests().len();
    let proof = Proof::from_token(RecoveryToken::parse("0123456789abcdef").unwrap());
    let password = NewPassword::new(PASSWORD).unwrap();
    let elsewhere = service().reset_with_proof(&proof, &password, &IdempotencyKey::generate(), None).await;
    assert_eq!((elsewhere, server.requests().len()), (Err(ProofError::OtherDevice.into()), before));
}

/// Supabase with PKCE: without the verifier the link is useless, and must not be used up.
#[tokio::test]
async fn bound_link_of_another_device_is_not_sent() {
    let (contract, recording) =
        (contract::built_in("supabase-pkce").unwrap(), Recording::load("supabase-pkce"));
    let server = StubServer::start(|_, _| response(200, &[], SESSION)).await;
    let service = recording.service(&contract, server.base());
    let Proof::Token { token, params, .. } = recording.proof(&contract, false) else {
        panic!("it is a link")
    };
    let checked = service.check(&Proof::of_link(token, params)).await;
    assert_eq!((checked, server.requests().len()), (Err(ProofError::OtherDevice.into()), 0));
}

/// Supabase with PKCE, whose links have no flow id: each is valid only with the verifier of its request.
async fn bound_server() -> StubServer {
    let sent: Arc<Mutex<Vec<String>>> = Arc::default();
    StubServer::start(move |message, _| {
        let body: serde_json::Value = serde_json::from_str(&message.body).unwrap_or_default();
        let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
        let json = |status, body: &str| response(status, &["Content-Type: application/json"], body);
        if message.line().starts_with("POST /auth/v1/recover") {
            sent.lock().unwrap().push(text("code_challenge"));
            return json(200, "{}");
        }
        if message.line().starts_with("POST /auth/v1/token") {
            let number: usize = text("auth_code").trim_start_matches("link-number-00000000").parse().unwrap();
            let challenge = Verifier::parse(&text("code_verifier")).unwrap().challenge();
            let fits = sent.lock().unwrap()[number] == challenge.as_str();
            return if fits { json(200, SESSION) } else { json(400, r#"{"code":"bad_code_verifier"}"#) };
        }
        json(200, "{}")
    })
    .await
}

/// First a mistyped address, then the right one with different capital letters. Each link finds its verifier, also after a
/// restart, and the screen shows its account.
#[tokio::test]
async fn each_link_of_several_recoveries_finds_its_verifier() {
    let contract = contract::built_in("supabase-pkce").unwrap();
    for (number, whose) in [(0, "ada@exmaple.org"), (1, "Ada@example.org"), (2, "Ada@example.org")] {
        let (server, recording, of) =
            (bound_server().await, Recording::load("supabase-pkce"), contract.clone());
        let base = server.base();
        let service = move || Box::new(recording.service(&of, base.clone())) as Box<_>;
        let clock = Arc::new(ManualClock::at(UnixTime(1_795_437_240)));
        let mut app = HeadlessApp::with(service, rules(&contract), &clock).await;
        for address in ["ada@exmaple.org", "Ada@example.org", "ada@example.org"] {
            app.request_email(address).await;
            app.dispatch(Event::StartOver).await;
        }
        let mut app = app.restarted().await;
        app.open_link(&format!("latchkey://reset-password?code=link-number-00000000{number}")).await;
        assert_eq!(app.reset().email, Some(EmailAddress::parse(whose).unwrap()), "link {number}");
        app.set_password(PASSWORD).await;
        app.done();
    }
}

/// The second factor finds that the session has expired, so the link is checked again.
#[tokio::test]
async fn stored_session_is_dropped_when_the_second_factor_finds_it_expired() {
    const FACTOR: &str = r#"{"access_token":"e.30.s","user":{"factors":[{"factor_type":"totp","id":"f","status":"verified"}]}}"#;
    let (contract, recording) = (contract::built_in("supabase").unwrap(), Recording::load("supabase"));
    let server = StubServer::start(|message, before| {
        let (status, body) = match (message.line(), before) {
            ("POST /auth/v1/verify", 0) => (200, FACTOR),
            ("POST /auth/v1/verify", _) => (403, r#"{"code":"otp_expired"}"#),
            _ => (403, r#"{"code":"session_not_found"}"#),
        };
        response(status, &["Content-Type: application/json"], body)
    })
    .await;
    let service = recording.service(&contract, server.base());
    let proof = recording.proof(&contract, false);
    assert!(service.check(&proof).await.unwrap().second_factor);
    let (password, code) = (NewPassword::new(PASSWORD).unwrap(), SecondFactorCode::parse("123456").unwrap());
    let reset = service.reset_with_proof(&proof, &password, &IdempotencyKey::generate(), Some(&code)).await;
    assert_eq!(reset, Err(ProofError::Used.into()));
    // The server checks the same link again, and the password screen is not shown.
    assert_eq!(service.check(&proof).await, Err(ProofError::Expired.into()));
    assert_eq!(server.count("POST /auth/v1/verify"), 2);
}
