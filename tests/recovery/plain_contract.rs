//! A server with only the two calls of the plain contract.

use std::sync::Arc;

use latchkey::flow::{LinkFailure, Phase, ResetProblem};
use latchkey::password::PasswordPolicy;
use latchkey::secret::EmailAddress;
use latchkey::service::CallError;
use latchkey_server::{ManualClock, UnixTime};

use super::support::headless_app::HeadlessApp;
use super::support::server::{ADA, NEW_PASSWORD};
use super::support::stub_server::{StubResponse, StubServer, not_found, response};

const TOKEN: &str = "4f1d0c7e2b9a4f1d0c7e2b9a";
const RESET: &str = "POST /account/reset-password";

/// Accepts every request for an email, and answers a reset with `reset`.
async fn plain(reset: impl Fn(usize) -> StubResponse + Send + Sync + 'static) -> StubServer {
    StubServer::start(move |request, nth| match request.line() {
        "POST /account/recovery" => response(200, &["Content-Type: text/plain"], "OK"),
        RESET => reset(nth),
        _ => not_found(),
    })
    .await
}

/// An app that has requested an email and opened the link in it.
async fn opened_at(server: &StubServer) -> HeadlessApp {
    let clock = Arc::new(ManualClock::at(UnixTime(1_795_437_240)));
    let mut app = HeadlessApp::new(server.base().as_str(), &clock).await;
    app.request_email(ADA).await;
    assert_eq!(app.check_email().recovery.resend_at, app.timestamp_in(60));
    assert_eq!(app.flow.code(&app.check_email().recovery), None);
    app.open_link(&format!("latchkey://reset-password?token={TOKEN}")).await;
    app
}

#[tokio::test]
async fn recovery_works_with_the_two_calls_alone() {
    let server = plain(|_| response(200, &[], "")).await;
    let mut app = opened_at(&server).await;
    assert_eq!(app.reset().phase, Phase::Ready(None));
    assert_eq!(app.flow.email().map(EmailAddress::as_str), Some(ADA));
    assert_eq!(app.flow.policy(), PasswordPolicy::unknown());
    app.set_password(NEW_PASSWORD).await;
    assert!(!app.done(), "the server did not report that it ended the sessions");
    assert!(app.vault_is_empty().await);

    let seen = server.requests();
    let lines: Vec<_> = seen.iter().map(|request| request.line()).collect();
    assert_eq!(lines, ["GET /account/recovery/capabilities", "POST /account/recovery", RESET]);
    assert_eq!(seen[1].body, "email=Ada%40example.org");
    assert_eq!(seen[2].body, format!("new_password={}&token={TOKEN}", NEW_PASSWORD.replace(' ', "+")));
    assert_eq!(seen[2].header("idempotency-key"), None);
}

#[tokio::test]
async fn errors_are_recognized_by_status() {
    for (status, headers, problem) in [
        (422, &[][..], ResetProblem::Refused(vec![])),
        (503, &[], ResetProblem::Call(CallError::Down)),
        (429, &[], ResetProblem::Wait(latchkey::clock::Timestamp(1_795_437_300))),
        (429, &["Retry-After: 7"], ResetProblem::Wait(latchkey::clock::Timestamp(1_795_437_247))),
    ] {
        let server =
            plain(move |nth| if nth == 0 { response(status, headers, "") } else { response(200, &[], "") })
                .await;
        let mut app = opened_at(&server).await;
        app.set_password(NEW_PASSWORD).await;
        assert_eq!(app.reset().problem, Some(problem), "{status}");
        app.set_password(NEW_PASSWORD).await;
        app.done();
    }
    for status in [400, 401, 403, 410] {
        let server = plain(move |_| response(status, &["Content-Type: text/html"], "<h1>No</h1>")).await;
        let mut app = opened_at(&server).await;
        app.set_password(NEW_PASSWORD).await;
        assert_eq!(app.link_problem(), (LinkFailure::Invalid, Some(ADA)), "{status}");
    }
}

#[tokio::test]
async fn reset_with_lost_response_is_not_retried_automatically() {
    let server =
        plain(|nth| if nth == 0 { StubResponse::Reset(Vec::new()) } else { response(410, &[], "") }).await;
    let mut app = opened_at(&server).await;
    app.set_password(NEW_PASSWORD).await;
    assert_eq!(app.reset().problem, Some(ResetProblem::Call(CallError::Down)));
    assert_eq!(server.count(RESET), 1);
}
