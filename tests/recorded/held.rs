//! What is brought by one call and needed by a later one: kept as long as it is of use, and sent nowhere else.

use std::sync::{Arc, Mutex};

use latchkey::flow::Event;
use latchkey::secret::{EmailAddress, NewPassword, SecondFactorCode, Verifier};
use latchkey::service::contract;
use latchkey::service::{
    CheckError, HttpRecoveryService, IdempotencyKey, Proof, ProofError, RecoveryService as _, ResetError,
};

use latchkey_server::{ManualClock, UnixTime};

use super::exchange::{ADA, PASSWORD, Recorded, rules};
use super::support::device::Device;
use super::support::scripted::{Scripted, answer};

const SESSION: &str = r#"{"access_token":"e.30.s"}"#;

/// Supabase, whose password policy is `policy` at each time.
async fn supabase(policy: Arc<Mutex<Vec<u16>>>) -> (HttpRecoveryService, Scripted, Recorded) {
    let (contract, recorded) = (contract::built_in("supabase").unwrap(), Recorded::of("supabase"));
    let server = Scripted::start(move |message, before| match message.line() {
        "PUT /auth/v1/user" => {
            let status = policy.lock().unwrap().pop().unwrap_or(200);
            answer(status, &["Content-Type: application/json"], r#"{"code":"weak_password"}"#)
        }
        _ if before == 0 => answer(200, &["Content-Type: application/json"], SESSION),
        _ => answer(403, &["Content-Type: application/json"], r#"{"code":"otp_expired"}"#),
    })
    .await;
    let service = recorded.service(&contract, server.base());
    (service, server, recorded)
}

/// The link is spent when it is looked at, so what that has brought is kept until a password is taken.
#[tokio::test]
async fn an_early_step_is_done_once_however_many_passwords_are_tried() {
    let (service, server, recorded) = supabase(Arc::new(Mutex::new(vec![422, 422]))).await;
    let proof = recorded.proof(&contract::built_in("supabase").unwrap(), false);
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
    let sent = server.seen();
    assert!(sent.iter().skip(1).all(|put| put.header("authorization") == Some("Bearer e.30.s")));
    // It is over now: nothing is held for another time.
    assert_eq!(reset().await, Err(ProofError::Expired.into()));
    assert_eq!(server.count("POST /auth/v1/verify"), 2);
}

#[tokio::test]
async fn what_was_held_for_one_link_is_not_used_for_another() {
    let (service, server, recorded) = supabase(Arc::default()).await;
    let contract = contract::built_in("supabase").unwrap();
    service.check(&recorded.proof(&contract, false)).await.unwrap();
    let code = service.check(&recorded.proof(&contract, true)).await;
    assert_eq!(code, Err(CheckError::Proof(ProofError::WrongCode { tries_left: None })));
    assert_eq!(server.count("POST /auth/v1/verify"), 2);
}

/// allauth, by code: the session of the request goes with the reset.
#[tokio::test]
async fn what_the_request_gave_is_sent_with_the_reset() {
    let (contract, recorded) = (contract::built_in("allauth-code").unwrap(), Recorded::of("allauth-code"));
    let server = Scripted::start(|_, _| {
        answer(401, &["Content-Type: application/json"], r#"{"meta":{"session_token":"s3ss10n"}}"#)
    })
    .await;
    let service = recorded.service(&contract, server.base());
    let email = EmailAddress::parse(ADA).unwrap();
    let given = service.send_account_recovery_email(&email).await.unwrap().session;
    let Proof::Code { email, code, .. } = recorded.proof(&contract, true) else { panic!("it is a code") };
    let proof = |session| Proof::Code {
        email: email.clone(),
        code: code.clone(),
        flow: None,
        verifier: None,
        session,
    };
    let password = NewPassword::new(PASSWORD).unwrap();
    service.reset_with_proof(&proof(given), &password, &IdempotencyKey::generate(), None).await.unwrap();
    assert_eq!(server.seen().last().unwrap().header("x-session-token"), Some("s3ss10n"));
    // Another device has none, and asks nobody.
    let elsewhere =
        service.reset_with_proof(&proof(None), &password, &IdempotencyKey::generate(), None).await;
    assert_eq!((elsewhere, server.seen().len()), (Err(ProofError::OtherDevice.into()), 2));
}

/// Supabase with PKCE: the link is worth nothing without the verifier, and is not spent in trying.
#[tokio::test]
async fn a_bound_link_on_another_device_is_not_sent_at_all() {
    let (contract, recorded) = (contract::built_in("supabase-pkce").unwrap(), Recorded::of("supabase-pkce"));
    let server = Scripted::start(|_, _| answer(200, &[], SESSION)).await;
    let service = recorded.service(&contract, server.base());
    let Proof::Token { token, params, .. } = recorded.proof(&contract, false) else { panic!("it is a link") };
    let checked = service.check(&Proof::Token { token, params, verifier: None }).await;
    assert_eq!((checked, server.seen().len()), (Err(ProofError::OtherDevice.into()), 0));
}

/// Supabase with PKCE, whose links carry no name of their recovery: each is good with the verifier that was sent for it.
async fn bound_server() -> Scripted {
    let sent: Arc<Mutex<Vec<String>>> = Arc::default();
    Scripted::start(move |message, _| {
        let body: serde_json::Value = serde_json::from_str(&message.body).unwrap_or_default();
        let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
        let json = |status, body: &str| answer(status, &["Content-Type: application/json"], body);
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

/// A mistyped address first, then the right one, in other letters than the account's: each link finds its verifier, after a
/// restart too, and the screen shows whose it is.
#[tokio::test]
async fn every_link_of_several_recoveries_finds_its_verifier() {
    let contract = contract::built_in("supabase-pkce").unwrap();
    for (number, whose) in [(0, "ada@exmaple.org"), (1, "Ada@example.org"), (2, "Ada@example.org")] {
        let (server, recorded, of) = (bound_server().await, Recorded::of("supabase-pkce"), contract.clone());
        let base = server.base();
        let service = move || Box::new(recorded.service(&of, base.clone())) as Box<_>;
        let clock = Arc::new(ManualClock::at(UnixTime(1_795_437_240)));
        let mut device = Device::with(service, rules(&contract), &clock).await;
        for address in ["ada@exmaple.org", "Ada@example.org", "ada@example.org"] {
            device.ask_for(address).await;
            device.on(Event::StartOver).await;
        }
        let mut device = device.restarted().await;
        device.open_link(&format!("latchkey://reset-password?code=link-number-00000000{number}")).await;
        assert_eq!(device.reset().email, Some(EmailAddress::parse(whose).unwrap()), "link {number}");
        device.set_password(PASSWORD).await;
        device.done();
    }
}

/// A second factor that is refused for good: the link has opened nothing that is still good, so it is asked for again.
#[tokio::test]
async fn what_was_held_is_gone_once_the_second_factor_finds_the_session_over() {
    const FACTOR: &str = r#"{"access_token":"e.30.s","user":{"factors":[{"factor_type":"totp","id":"f","status":"verified"}]}}"#;
    let (contract, recorded) = (contract::built_in("supabase").unwrap(), Recorded::of("supabase"));
    let server = Scripted::start(|message, before| {
        let (status, body) = match (message.line(), before) {
            ("POST /auth/v1/verify", 0) => (200, FACTOR),
            ("POST /auth/v1/verify", _) => (403, r#"{"code":"otp_expired"}"#),
            _ => (403, r#"{"code":"session_not_found"}"#),
        };
        answer(status, &["Content-Type: application/json"], body)
    })
    .await;
    let service = recorded.service(&contract, server.base());
    let proof = recorded.proof(&contract, false);
    assert!(service.check(&proof).await.unwrap().second_factor);
    let (password, code) = (NewPassword::new(PASSWORD).unwrap(), SecondFactorCode::parse("123456").unwrap());
    let reset = service.reset_with_proof(&proof, &password, &IdempotencyKey::generate(), Some(&code)).await;
    assert_eq!(reset, Err(ProofError::Used.into()));
    // The same link again is looked at by the server, and the password screen stays shut.
    assert_eq!(service.check(&proof).await, Err(ProofError::Expired.into()));
    assert_eq!(server.count("POST /auth/v1/verify"), 2);
}
