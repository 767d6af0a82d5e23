//! Recovery by the code in the email, for people who read it on another device.

use latchkey::flow::{CheckEmailProblem, Phase};
use latchkey::secret::CodeShape;
use latchkey::service::ProofError;

use super::support::headless_app::HeadlessApp;
use super::support::server::mailbox::Mail;
use super::support::server::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer, other_code};
use super::{app_at, newest_mail, old_session};

/// Ada has requested an email, and it was sent.
async fn request() -> (TestServer, HeadlessApp, Mail) {
    let server = TestServer::start().await;
    let mut app = app_at(&server).await;
    app.request_email(ADA).await;
    let mail = newest_mail(&server).await;
    (server, app, mail)
}

#[tokio::test]
async fn code_alone_resets_the_password() {
    let (server, mut app, mail) = request().await;
    let session = old_session(&server).await;
    assert_eq!(app.flow.code(&app.check_email().recovery), Some(CodeShape::digits(8)));
    let code = mail.code().unwrap();
    app.type_code(&format!("{} {}", &code[..4], &code[4..])).await;
    assert_eq!(app.reset().phase, Phase::Ready(Some(app.timestamp_in(600))));
    assert_eq!(app.flow.policy().min_length, 15);
    app.set_password(NEW_PASSWORD).await;
    assert!(app.done());
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server.sign_in(OLD_PASSWORD).await.assert_problem(401, "credentials_invalid");
    assert_eq!(server.session_status(&session).await, 401);
}

#[tokio::test]
async fn code_works_after_a_restart() {
    let (_server, app, mail) = request().await;
    let mut app = app.restarted().await;
    app.type_code(&mail.code().unwrap()).await;
    app.set_password(NEW_PASSWORD).await;
    assert!(app.done());
}

/// TOK-7.
#[tokio::test]
async fn code_expires_after_five_wrong_attempts_and_the_link_still_works() {
    let (_server, mut app, mail) = request().await;
    let code = mail.code().unwrap();
    let wrong = |left| ProofError::WrongCode { tries_left: Some(left) };
    for refused in [wrong(4), wrong(3), wrong(2), wrong(1), ProofError::CodeExpired] {
        app.type_code(&other_code(&code)).await;
        assert_eq!(app.check_email().problem, Some(CheckEmailProblem::Code(refused)));
    }
    app.type_code(&code).await;
    assert_eq!(app.check_email().problem, Some(CheckEmailProblem::Code(ProofError::CodeExpired)));
    app.type_code(mail.link().as_str()).await;
    app.set_password(NEW_PASSWORD).await;
    assert!(app.done());
}

/// TOK-5.
#[tokio::test]
async fn code_expires_after_ten_minutes_before_the_link() {
    let (server, mut app, mail) = request().await;
    server.clock.advance(600);
    app.type_code(&mail.code().unwrap()).await;
    assert_eq!(app.check_email().problem, Some(CheckEmailProblem::Code(ProofError::CodeExpired)));
    app.open_link(mail.link().as_str()).await;
    assert_eq!(app.reset().phase, Phase::Ready(Some(app.timestamp_in(3000))));
}
