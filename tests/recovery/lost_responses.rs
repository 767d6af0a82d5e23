//! The response is lost after the server has handled the call. The app must not report that the link was used.

use latchkey::flow::{CheckEmailProblem, ResetProblem};
use latchkey::service::{CallError, ProofError};

use super::newest_mail;
use super::support::fault_proxy::{FaultProxy, fault::Fault};
use super::support::headless_app::HeadlessApp;
use super::support::server::second_factor::start_with_second_factor;
use super::support::server::{ADA, NEW_PASSWORD, TestServer, other_code};

const CHECK: &str = "POST /account/reset-password/check";
const RESET: &str = "POST /account/reset-password";

async fn open_reset_screen(server: &TestServer, mut app: HeadlessApp) -> HeadlessApp {
    app.request_email(ADA).await;
    let link = newest_mail(server).await.link();
    app.open_link(link.as_str()).await;
    app.reset();
    app
}

/// Both resets were identical and had the same idempotency key, and the server answered both with success.
fn assert_one_attempt(proxy: &FaultProxy) {
    let resets = proxy.exchanges(RESET);
    let [(first, first_response), (second, second_response)] = resets.as_slice() else {
        panic!("{}", resets.len())
    };
    assert!(first.header("idempotency-key").is_some());
    assert_eq!(first.header("idempotency-key"), second.header("idempotency-key"));
    assert_eq!(first.body, second.body);
    for response in [first_response, second_response] {
        assert_eq!(response.line(), "HTTP/1.1 200", "{}", response.body);
    }
}

#[tokio::test]
async fn reset_is_retried_after_a_lost_response() {
    let server = TestServer::start().await;
    let proxy = FaultProxy::start(server.running.addr()).await;
    proxy.inject_times(Fault::ConnectionReset(0), RESET, 1).await;
    let app = HeadlessApp::new(&proxy.base(), &server.clock).await;
    let mut app = open_reset_screen(&server, app).await;
    app.set_password(NEW_PASSWORD).await;
    assert!(app.done(), "signed out everywhere");
    assert_one_attempt(&proxy);
    server.sign_in(NEW_PASSWORD).await.assert_ok();
    newest_mail(&server).await;
    assert_eq!(server.mailbox.files().len(), 2, "one email with the link and one notice of the change");
}

#[tokio::test]
async fn manual_retry_after_a_timeout_reports_success() {
    let server = TestServer::start().await;
    let proxy = FaultProxy::start(server.running.addr()).await;
    proxy.inject_times(Fault::ResponseWithheld, RESET, 1).await;
    let app = HeadlessApp::with_short_timeout(&proxy.base(), &server.clock).await;
    let mut app = open_reset_screen(&server, app).await;
    app.set_password(NEW_PASSWORD).await;
    assert_eq!(app.reset().problem, Some(ResetProblem::Call(CallError::TimedOut)));
    app.set_password(NEW_PASSWORD).await;
    assert!(app.done());
    assert_one_attempt(&proxy);
    server.sign_in(NEW_PASSWORD).await.assert_ok();
}

/// TOK-7: each check of a code counts as a guess, even if its response is lost.
#[tokio::test]
async fn lost_response_to_a_wrong_code_costs_one_attempt() {
    let server = TestServer::start().await;
    let proxy = FaultProxy::start(server.running.addr()).await;
    let mut app = HeadlessApp::new(&proxy.base(), &server.clock).await;
    app.request_email(ADA).await;
    let wrong = other_code(&newest_mail(&server).await.code().unwrap());
    proxy.inject(Fault::ConnectionReset(0), CHECK).await;
    app.type_code(&wrong).await;
    assert_eq!(app.check_email().problem, Some(CheckEmailProblem::CheckFailed(CallError::Down)));
    proxy.clear();
    app.type_code(&wrong).await;
    let left = ProofError::WrongCode { tries_left: Some(3) };
    assert_eq!(app.check_email().problem, Some(CheckEmailProblem::Code(left)));
}

/// A TOTP code counts as a guess too.
#[tokio::test]
async fn lost_response_to_a_wrong_second_factor_costs_one_attempt() {
    let (server, totp) = start_with_second_factor(|_| ()).await;
    let proxy = FaultProxy::start(server.running.addr()).await;
    let app = HeadlessApp::new(&proxy.base(), &server.clock).await;
    let mut app = open_reset_screen(&server, app).await;
    let wrong = other_code(&totp.generate(app.timestamp_in(0).0).to_string());
    proxy.inject(Fault::ConnectionReset(0), RESET).await;
    app.set_password_with(NEW_PASSWORD, &wrong).await;
    assert_eq!(app.reset().problem, Some(ResetProblem::Call(CallError::Down)));
    assert_eq!(proxy.exchanges(RESET).len(), 1);
}
