//! Recovery by the link in the email.

use latchkey::flow::{Event, LinkFailure, Notice, Phase, ResetProblem};
use latchkey::password::PasswordRejection;
use latchkey::secret::{EmailAddress, NewPassword, RecoveryToken};
use latchkey::service::Changed;

use super::support::fault_proxy::{FaultProxy, fault::Fault};
use super::support::headless_app::HeadlessApp;
use super::support::server::{ADA, NEW_PASSWORD, OLD_PASSWORD, TestServer};
use super::{app_at, newest_mail, old_session};

const CAPABILITIES: &str = "GET /account/recovery/capabilities";
const CHECK: &str = "POST /account/reset-password/check";

/// TOK-6, END-1, END-2, STO-3.
#[tokio::test]
async fn reset_replaces_the_password_and_ends_old_sessions() {
    let server = TestServer::start().await;
    let session = old_session(&server).await;
    let mut app = app_at(&server).await;

    app.request_email("ada@example.org").await;
    assert_eq!(app.check_email().recovery.email.as_str(), "ada@example.org");
    let link = newest_mail(&server).await.link();
    server.clock.advance(90);

    app.open_link(link.as_str()).await;
    let until = app.timestamp_in(3600 - 90);
    assert_eq!(app.reset().phase, Phase::Ready(Some(until)));
    assert_eq!(app.flow.email().map(EmailAddress::as_str), Some("ada@example.org"));
    assert_eq!((app.flow.policy().min_length, app.flow.policy().reported), (15, true));

    app.set_password("fourteen signs").await;
    assert_eq!(
        app.reset().problem,
        Some(ResetProblem::Refused(vec![PasswordRejection::TooShort { min: Some(15) }]))
    );
    app.set_password(NEW_PASSWORD).await;
    assert!(app.done(), "signed out everywhere");
    assert!(app.vault_is_empty().await);

    server.sign_in(NEW_PASSWORD).await.assert_ok();
    server.sign_in(OLD_PASSWORD).await.assert_problem(401, "credentials_invalid");
    assert_eq!(server.session_status(&session).await, 401);
    let notice = newest_mail(&server).await;
    assert_eq!((notice.to.as_str(), notice.subject.as_str()), (ADA, "Your Latchkey password was changed"));

    app.open_link(link.as_str()).await;
    assert_eq!(app.link_problem(), (LinkFailure::Used, None));
}

#[tokio::test]
async fn two_calls_of_the_plain_contract_reset_the_password() {
    let server = TestServer::start().await;
    let service = app_at(&server).await.service;
    let accepted = service.send_account_recovery_email(&EmailAddress::parse(ADA).unwrap()).await.unwrap();
    assert_eq!(accepted.resend_after, Some(60));
    let token = RecoveryToken::parse(&newest_mail(&server).await.token()).unwrap();
    let changed = service.reset_password(&token, &NewPassword::new(NEW_PASSWORD).unwrap()).await;
    assert_eq!(changed, Ok(Changed { signed_out_everywhere: true }));
    server.sign_in(NEW_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn restarted_app_knows_the_account_of_its_link() {
    let server = TestServer::start().await;
    let mut app = app_at(&server).await;
    app.request_email(ADA).await;
    let link = newest_mail(&server).await.link();
    server.clock.advance(20);

    let mut app = app.restarted().await;
    let resend_after = app.check_email().recovery.resend_at;
    assert_eq!(resend_after, app.timestamp_in(40), "the countdown continues");
    app.open_link(link.as_str()).await;
    assert_eq!(app.flow.email().map(EmailAddress::as_str), Some(ADA));
    app.set_password(NEW_PASSWORD).await;
    assert!(app.done());
}

/// PLT-5.
#[tokio::test]
async fn link_requested_on_another_device_is_refused() {
    let server = TestServer::start().await;
    app_at(&server).await.request_email(ADA).await;
    let link = newest_mail(&server).await.link();
    let mut other = app_at(&server).await;
    other.open_link(link.as_str()).await;
    assert_eq!(other.link_problem(), (LinkFailure::OtherDevice, None));
    server.sign_in(OLD_PASSWORD).await.assert_ok();
}

/// TOK-5, TOK-8.
#[tokio::test]
async fn expired_link_is_reported_before_typing_and_replaced_with_one_action() {
    let server = TestServer::start().await;
    let mut app = app_at(&server).await;
    app.request_email(ADA).await;
    let first = newest_mail(&server).await.link();
    server.clock.advance(3600);
    app.open_link(first.as_str()).await;
    assert_eq!(app.link_problem(), (LinkFailure::Expired, Some(ADA)));

    app.dispatch(Event::AskForNewLink).await;
    app.check_email();
    let second = newest_mail(&server).await.link();
    app.open_link(first.as_str()).await;
    assert_eq!(app.link_problem(), (LinkFailure::Expired, Some(ADA)));
    app.open_link(second.as_str()).await;
    app.set_password(NEW_PASSWORD).await;
    assert!(app.done());
}

/// TOK-8.
#[tokio::test]
async fn link_superseded_by_another_recovery_is_reported_and_replaced() {
    let server = TestServer::start().await;
    let mut app = app_at(&server).await;
    app.request_email(ADA).await;
    let first = newest_mail(&server).await.link();
    let elsewhere = server.mailed_token_after(60).await;
    server.reset(&[("token", &elsewhere)], "four wet umbrellas").await.assert_ok();
    app.open_link(first.as_str()).await;
    assert_eq!(app.link_problem(), (LinkFailure::Superseded, Some(ADA)));

    server.clock.advance(120);
    app.dispatch(Event::AskForNewLink).await;
    app.check_email();
    let second = newest_mail(&server).await.link();
    app.open_link(second.as_str()).await;
    app.set_password(NEW_PASSWORD).await;
    assert!(app.done());
}

/// TOK-8.
#[tokio::test]
async fn either_of_two_emails_works() {
    let server = TestServer::start().await;
    let mut app = app_at(&server).await;
    app.request_email(ADA).await;
    let first = newest_mail(&server).await.link();
    server.clock.advance(60);
    app.dispatch(Event::ResendPressed).await;
    assert!(app.check_email().resent);
    let second = newest_mail(&server).await.link();
    assert_ne!(first, second);

    app.open_link(first.as_str()).await;
    assert_eq!((&app.reset().problem, app.flow.notice()), (&None, None));
    app.open_link("latchkey://reset-password?token=cut").await;
    assert_eq!(app.flow.notice(), Some(Notice::BadLinkIgnored));
    app.set_password(NEW_PASSWORD).await;
    assert!(app.done());
}

/// The app starts without a connection, so it does not know the length of tokens when the link is opened.
#[tokio::test]
async fn cut_link_is_not_sent_before_the_length_of_tokens_is_known() {
    let server = TestServer::start().await;
    app_at(&server).await.request_email(ADA).await;
    let mail = newest_mail(&server).await;
    let (link, token) = (mail.link(), mail.token());
    let proxy = FaultProxy::start(server.running.addr()).await;
    proxy.inject(Fault::GatewayError(503), CAPABILITIES).await;
    let mut app = HeadlessApp::new(&proxy.base(), &server.clock).await;
    assert!(proxy.was_met());
    proxy.clear();

    app.open_link(&link.as_str().replace(&token, &token[..40])).await;
    assert_eq!(app.link_problem(), (LinkFailure::Invalid, None));
    assert!(proxy.exchanges(CHECK).is_empty());
    app.open_link(link.as_str()).await;
    assert_eq!(app.link_problem().0, LinkFailure::OtherDevice);
    assert_eq!(proxy.exchanges(CHECK).len(), 1);
}
