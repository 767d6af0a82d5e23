//! By the code in the mail, for those who read it on another device.

use latchkey::flow::{CheckEmailProblem, Phase};
use latchkey::secret::CodeShape;
use latchkey::service::ProofError;

use super::support::device::Device;
use super::support::server::mailbox::Mail;
use super::support::server::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer, other_code};
use super::{device_at, newest_mail, old_session};

/// Ada has asked, and the mail is there.
async fn asked() -> (TestServer, Device, Mail) {
    let server = TestServer::start().await;
    let mut device = device_at(&server).await;
    device.ask_for(ADA).await;
    let mail = newest_mail(&server).await;
    (server, device, mail)
}

#[tokio::test]
async fn the_code_alone_leads_to_the_new_password() {
    let (server, mut device, mail) = asked().await;
    let session = old_session(&server).await;
    assert_eq!(device.flow.code(&device.check_email().recovery), Some(CodeShape::Digits(8)));
    let code = mail.code().unwrap();
    device.type_code(&format!("{} {}", &code[..4], &code[4..])).await;
    assert_eq!(device.reset().phase, Phase::Ready(Some(device.in_seconds(600))));
    assert_eq!(device.flow.policy().min_length, 15);
    device.set_password(NEW_PASSWORD).await;
    assert!(device.done());
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server.sign_in(OLD_PASSWORD).await.assert_problem(401, "credentials_invalid");
    assert_eq!(server.session_status(&session).await, 401);
}

#[tokio::test]
async fn the_code_survives_a_restart_of_the_app() {
    let (_server, device, mail) = asked().await;
    let mut device = device.restarted().await;
    device.type_code(&mail.code().unwrap()).await;
    device.set_password(NEW_PASSWORD).await;
    assert!(device.done());
}

/// TOK-7.
#[tokio::test]
async fn five_wrong_codes_end_the_code_and_the_link_works_on() {
    let (_server, mut device, mail) = asked().await;
    let code = mail.code().unwrap();
    let wrong = |left| ProofError::WrongCode { tries_left: Some(left) };
    for refused in [wrong(4), wrong(3), wrong(2), wrong(1), ProofError::CodeExpired] {
        device.type_code(&other_code(&code)).await;
        assert_eq!(device.check_email().problem, Some(CheckEmailProblem::Code(refused)));
    }
    device.type_code(&code).await;
    assert_eq!(device.check_email().problem, Some(CheckEmailProblem::Code(ProofError::CodeExpired)));
    device.type_code(mail.link().as_str()).await;
    device.set_password(NEW_PASSWORD).await;
    assert!(device.done());
}

/// TOK-5.
#[tokio::test]
async fn after_ten_minutes_the_code_has_expired_and_the_link_has_not() {
    let (server, mut device, mail) = asked().await;
    server.clock.advance(600);
    device.type_code(&mail.code().unwrap()).await;
    assert_eq!(device.check_email().problem, Some(CheckEmailProblem::Code(ProofError::CodeExpired)));
    device.open_link(mail.link().as_str()).await;
    assert_eq!(device.reset().phase, Phase::Ready(Some(device.in_seconds(3000))));
}
