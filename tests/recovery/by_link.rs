//! From "I forgot my password" to the new one, by the link in the mail.

use latchkey::flow::{Event, LinkFailure, Notice, Phase, ResetProblem};
use latchkey::password::Refusal;
use latchkey::secret::{EmailAddress, NewPassword, RecoveryToken};
use latchkey::service::Changed;

use super::support::server::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer};
use super::{device_at, newest_mail, old_session};

/// TOK-6, END-1, END-2, STO-3.
#[tokio::test]
async fn the_new_password_works_and_the_old_one_and_the_old_sessions_do_not() {
    let server = TestServer::start().await;
    let session = old_session(&server).await;
    let mut device = device_at(&server).await;

    device.ask_for("ada@example.org").await;
    assert_eq!(device.check_email().recovery.email.as_str(), "ada@example.org");
    let link = newest_mail(&server).await.link();
    server.clock.advance(90);

    device.open_link(link.as_str()).await;
    let until = device.in_seconds(3600 - 90);
    assert_eq!(device.reset().phase, Phase::Ready(Some(until)));
    assert_eq!(device.flow.email().map(EmailAddress::as_str), Some("ada@example.org"));
    assert_eq!((device.flow.policy().min_length, device.flow.policy().stated), (15, true));

    device.set_password("fourteen signs").await;
    assert_eq!(
        device.reset().problem,
        Some(ResetProblem::Refused(vec![Refusal::TooShort { min: Some(15) }]))
    );
    device.set_password(NEW_PASSWORD).await;
    assert!(device.done(), "signed out everywhere");
    assert!(device.remembers_nothing().await);

    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server.sign_in(OLD_PASSWORD).await.assert_problem(401, "credentials_invalid");
    assert_eq!(server.session_status(&session).await, 401);
    let notice = newest_mail(&server).await;
    assert_eq!((notice.to.as_str(), notice.subject.as_str()), (ADA, "Your Latchkey password was changed"));

    device.open_link(link.as_str()).await;
    assert_eq!(device.stuck(), (LinkFailure::Used, None));
}

#[tokio::test]
async fn the_two_calls_of_the_plain_contract_are_enough() {
    let server = TestServer::start().await;
    let service = device_at(&server).await.service;
    let accepted = service.send_account_recovery_email(&EmailAddress::parse(ADA).unwrap()).await.unwrap();
    assert_eq!(accepted.resend_after, Some(60));
    let token = RecoveryToken::parse(&newest_mail(&server).await.token()).unwrap();
    let changed = service.reset_password(&token, &NewPassword::new(NEW_PASSWORD).unwrap()).await;
    assert_eq!(changed, Ok(Changed { signed_out_everywhere: true }));
    server.sign_in(NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn an_app_that_was_closed_meanwhile_still_knows_whose_link_it_is() {
    let server = TestServer::start().await;
    let mut device = device_at(&server).await;
    device.ask_for(ADA).await;
    let link = newest_mail(&server).await.link();
    server.clock.advance(20);

    let mut device = device.restarted().await;
    let resend_after = device.check_email().recovery.resend_after;
    assert_eq!(resend_after, device.in_seconds(40), "the countdown goes on");
    device.open_link(link.as_str()).await;
    assert_eq!(device.flow.email().map(EmailAddress::as_str), Some(ADA));
    device.set_password(NEW_PASSWORD).await;
    assert!(device.done());
}

/// PLT-5.
#[tokio::test]
async fn a_link_that_was_asked_for_on_another_device_opens_nothing() {
    let server = TestServer::start().await;
    device_at(&server).await.ask_for(ADA).await;
    let link = newest_mail(&server).await.link();
    let mut other = device_at(&server).await;
    other.open_link(link.as_str()).await;
    assert_eq!(other.stuck(), (LinkFailure::OtherDevice, None));
    server.sign_in(OLD_PASSWORD).await.assert_ok();
}

/// TOK-5, TOK-8.
#[tokio::test]
async fn an_expired_link_is_said_before_anyone_types_and_a_new_one_is_one_press_away() {
    let server = TestServer::start().await;
    let mut device = device_at(&server).await;
    device.ask_for(ADA).await;
    let first = newest_mail(&server).await.link();
    server.clock.advance(3600);
    device.open_link(first.as_str()).await;
    assert_eq!(device.stuck(), (LinkFailure::Expired, Some(ADA)));

    device.on(Event::AskForNewLink).await;
    device.check_email();
    let second = newest_mail(&server).await.link();
    device.open_link(first.as_str()).await;
    assert_eq!(device.stuck(), (LinkFailure::Expired, Some(ADA)));
    device.open_link(second.as_str()).await;
    device.set_password(NEW_PASSWORD).await;
    assert!(device.done());
}

/// TOK-8.
#[tokio::test]
async fn a_link_that_a_recovery_elsewhere_ended_says_so_and_a_new_one_works() {
    let server = TestServer::start().await;
    let mut device = device_at(&server).await;
    device.ask_for(ADA).await;
    let first = newest_mail(&server).await.link();
    let elsewhere = server.mailed_token_after(60).await;
    server.reset(&[("token", &elsewhere)], "four wet umbrellas").await.assert_ok();
    device.open_link(first.as_str()).await;
    assert_eq!(device.stuck(), (LinkFailure::Superseded, Some(ADA)));

    server.clock.advance(120);
    device.on(Event::AskForNewLink).await;
    device.check_email();
    let second = newest_mail(&server).await.link();
    device.open_link(second.as_str()).await;
    device.set_password(NEW_PASSWORD).await;
    assert!(device.done());
}

/// TOK-8.
#[tokio::test]
async fn of_two_mails_either_can_be_opened() {
    let server = TestServer::start().await;
    let mut device = device_at(&server).await;
    device.ask_for(ADA).await;
    let first = newest_mail(&server).await.link();
    server.clock.advance(60);
    device.on(Event::ResendPressed).await;
    assert!(device.check_email().resent);
    let second = newest_mail(&server).await.link();
    assert_ne!(first, second);

    device.open_link(first.as_str()).await;
    assert_eq!((&device.reset().problem, device.flow.notice()), (&None, None));
    device.open_link("latchkey://reset-password?token=cut").await;
    assert_eq!(device.flow.notice(), Some(Notice::BadLinkIgnored));
    device.set_password(NEW_PASSWORD).await;
    assert!(device.done());
}
