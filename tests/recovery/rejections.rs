//! The server's errors, as the client reports them.

use std::time::Duration;

use latchkey::flow::{CheckEmailProblem, Event, ForgotProblem, Step};
use latchkey::password::{PasswordPolicy, PasswordRejection};
use latchkey::secret::{CodeShape, EmailAddress, LinkParams, NewPassword, RecoveryToken, Verifier};
use latchkey::service::{
    CallError, Capabilities, Changed, Checked, IdempotencyKey, Proof, ProofError, RequestError, ResetError,
};

use super::support::server::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer, UNKNOWN};
use super::{app_at, newest_mail};

fn password(text: &str) -> NewPassword {
    NewPassword::new(text).unwrap()
}

/// TOK-6, PWD-5, PWD-6.
#[tokio::test]
async fn weak_password_is_refused_with_reasons_and_the_link_still_works() {
    let server = TestServer::start().await;
    let service = app_at(&server).await.service;
    service.send_account_recovery_email(&EmailAddress::parse(ADA).unwrap()).await.unwrap();
    let token = RecoveryToken::parse(&newest_mail(&server).await.token()).unwrap();
    for (weak, reasons) in [
        ("short but odd", vec![PasswordRejection::TooShort { min: Some(15) }]),
        ("passwordpassword", vec![PasswordRejection::Common]),
        ("under the latchkey stone", vec![PasswordRejection::ProductName]),
        ("aaa", vec![PasswordRejection::TooShort { min: Some(15) }, PasswordRejection::Common]),
        (&"seven grey herons on a quay ".repeat(10), vec![PasswordRejection::TooLong { max: Some(256) }]),
    ] {
        let refused = service.reset_password(&token, &password(weak)).await;
        assert_eq!(refused, Err(ResetError::PasswordRefused(reasons)), "{weak}");
    }
    server.sign_in(OLD_PASSWORD).await.assert_ok();
    let changed = service.reset_password(&token, &password(NEW_PASSWORD)).await;
    assert_eq!(changed, Ok(Changed { signed_out_everywhere: true }));
}

#[tokio::test]
async fn invalid_link_is_refused_with_its_reason() {
    let server = TestServer::start().await;
    let service = app_at(&server).await.service;
    let verifier = Verifier::generate();
    let email = EmailAddress::parse(ADA).unwrap();
    service.send_bound_recovery_email(&email, &verifier.challenge()).await.unwrap();
    let token = RecoveryToken::parse(&newest_mail(&server).await.token()).unwrap();
    let with = |token: &RecoveryToken, verifier: Option<&Verifier>| Proof::Token {
        token: token.clone(),
        params: LinkParams::default(),
        verifier: verifier.cloned(),
        email: None,
        session: None,
    };
    let never_issued = RecoveryToken::parse("never-issued-by-anybody-at-all").unwrap();
    for (proof, error) in [
        (with(&never_issued, None), ProofError::Invalid),
        (with(&token, None), ProofError::OtherDevice),
        (with(&token, Some(&Verifier::generate())), ProofError::OtherDevice),
    ] {
        assert_eq!(service.check(&proof).await, Err(error.into()));
        let reset = service
            .reset_with_proof(&proof, &password(NEW_PASSWORD), &IdempotencyKey::generate(), None)
            .await;
        assert_eq!(reset, Err(error.into()));
    }
    let proof = with(&token, Some(&verifier));
    assert_eq!(service.check(&proof).await, Ok(Checked { expires_in: Some(3600), second_factor: false }));
    service
        .reset_with_proof(&proof, &password(NEW_PASSWORD), &IdempotencyKey::generate(), None)
        .await
        .unwrap();
    // Another attempt, with another key, is not a retry of the first.
    let again =
        service.reset_with_proof(&proof, &password(NEW_PASSWORD), &IdempotencyKey::generate(), None).await;
    assert_eq!(again, Err(ProofError::Used.into()));
    assert_eq!(service.check(&proof).await, Err(ProofError::Used.into()));
}

/// REQ-6.
#[tokio::test]
async fn rate_limited_client_gets_the_wait_time() {
    // The rate limit window of each client ends six minutes after the start of the test server's clock.
    let server = TestServer::start_with(|config| config.limits.client_requests = 1).await;
    let mut app = app_at(&server).await;
    app.request_email(ADA).await;
    server.clock.advance(15);
    let limited = CallError::RateLimited { wait: Some(Duration::from_secs(345)) };
    let refused = app.service.send_account_recovery_email(&EmailAddress::parse(ADA).unwrap()).await;
    assert_eq!(refused, Err(RequestError::Call(limited)));

    app.dispatch(Event::StartOver).await;
    app.request_email(ADA).await;
    let Step::Forgot(forgot) = app.flow.step() else { panic!("{:?}", app.flow) };
    assert_eq!(forgot.problem, Some(ForgotProblem::Wait(app.timestamp_in(345))));
    server.clock.advance(345);
    app.request_email(ADA).await;
    assert_eq!(app.check_email().problem, None::<CheckEmailProblem>);
}

/// Requests of others for the same address are not revealed. The countdown is that of the app.
#[tokio::test]
async fn requests_of_others_do_not_cause_a_wait() {
    let server = TestServer::start().await;
    for _ in 0..3 {
        server.request_recovery(ADA).await;
    }
    let mut app = app_at(&server).await;
    app.request_email(ADA).await;
    let check = app.check_email();
    assert_eq!(check.problem, None::<CheckEmailProblem>);
    assert_eq!(check.recovery.resend_at, app.timestamp_in(60));
}

/// REQ-1.
#[tokio::test]
async fn unknown_address_gets_the_same_answer_as_a_known_one() {
    let server = TestServer::start().await;
    let mut seen = Vec::new();
    for email in [ADA, UNKNOWN] {
        let mut app = app_at(&server).await;
        app.request_email(email).await;
        let check = app.check_email();
        let recovery = &check.recovery;
        let flow_length = recovery.flow.as_ref().map(|flow| flow.as_str().len());
        seen.push((flow_length, recovery.verifier.is_some(), recovery.resend_at, check.problem.clone()));
    }
    assert_eq!(seen[0], seen[1]);
    assert!(seen[0].0.is_some());
    server.running.mail_delivered().await.unwrap();
    assert_eq!(server.mailbox.files().len(), 1, "only Ada got an email");
}

#[tokio::test]
async fn server_reports_capabilities_and_password_policy() {
    let server = TestServer::start_with(|config| config.new_passwords.min_length = 16).await;
    let service = app_at(&server).await.service;
    let everything = Capabilities {
        challenge: true,
        code: Some(CodeShape::digits(8)),
        unbound_code: false,
        token_length: Some(43),
        flow_length: Some(22),
        code_only: false,
        check: true,
        password_policy: true,
        idempotency: true,
        code_optional: false,
        link_lifetime: None,
        has_email_quota: false,
    };
    assert_eq!(service.capabilities().await, Ok(everything));
    let policy = PasswordPolicy { min_length: 16, max_length: Some(256), max_bytes: None, reported: true };
    assert_eq!(service.password_policy().await, Ok(policy));
}
