//! Unexpected responses.

use futures_util::future::join_all;
use latchkey::service::{Capabilities, MachineCode, Misconfiguration, ResponseSummary};

use super::support::stub_server::{not_found, response};
use super::*;

/// Asserts that each call with this response fails with `expected`.
async fn every_call_fails(
    status: u16,
    headers: &'static [&'static str],
    body: &'static str,
    expected: CallError,
) {
    let server = server_with_capabilities(move |_, _| response(status, headers, body)).await;
    let service = service(server.base());
    let outcomes = join_all(CALLS.map(|line| call(&service, line))).await;
    assert_eq!(outcomes, vec![Err(expected); CALLS.len()], "{status} {headers:?}");
}

#[tokio::test]
async fn web_page_is_not_a_response() {
    let page = "<!doctype html><title>Welcome to our network</title>";
    let error = CallError::Misconfigured(Misconfiguration::WebPage);
    every_call_fails(200, &["Content-Type: text/html; charset=utf-8"], page, error.clone()).await;
    every_call_fails(200, &["Content-Type: application/xhtml+xml"], page, error).await;
}

/// A page comes from a captive portal or from a web server without a recovery service, whatever its status.
#[tokio::test]
async fn web_page_or_redirect_comes_from_another_server() {
    let page = CallError::Misconfigured(Misconfiguration::WebPage);
    for status in [203, 404, 418, 511] {
        every_call_fails(status, &["Content-Type: text/html"], "<h1>Not found</h1>", page.clone()).await;
    }
    let redirect = CallError::Misconfigured(Misconfiguration::Redirect);
    every_call_fails(302, &["Location: http://portal.example/"], "", redirect).await;
}

/// A sign-in page may be longer than the maximum response.
#[tokio::test]
async fn oversized_web_page_is_recognized_as_web_page() {
    let page: &'static str = "<p>Welcome to our network".repeat(4000).leak();
    let error = CallError::Misconfigured(Misconfiguration::WebPage);
    every_call_fails(200, &["Content-Type: text/html"], page, error).await;
}

/// The response comes from the service. Its status and code are reported, but not its text.
#[tokio::test]
async fn response_outside_the_contract_is_not_understood() {
    let error = |status, code: &str| {
        let code = MachineCode::parse(code);
        CallError::UnexpectedResponse(ResponseSummary { status: Some(status), code })
    };
    every_call_fails(204, &[], "", error(204, "")).await;
    every_call_fails(405, &[], "", error(405, "")).await;
    every_call_fails(418, &[], "", error(418, "")).await;
    let json = &["Content-Type: application/json"];
    let body = r#"{"error_code":"over_quota","message":"a text"}"#;
    every_call_fails(404, json, body, error(404, "over_quota")).await;
    every_call_fails(418, json, body, error(418, "over_quota")).await;
}

#[tokio::test]
async fn server_error_means_down() {
    every_call_fails(500, &[], "", CallError::Down).await;
    every_call_fails(500, &["Content-Type: text/html"], "<h1>Oops</h1>", CallError::Down).await;
    every_call_fails(503, &["Retry-After: 7"], "", CallError::Down).await;
}

/// REQ-6.
#[tokio::test]
async fn retry_after_is_read_in_seconds_as_date_or_missing() {
    let wait = |seconds| CallError::RateLimited { wait: Some(Duration::from_secs(seconds)) };
    every_call_fails(429, &["Retry-After: 90"], "", wait(90)).await;
    every_call_fails(429, &["Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"], "", wait(0)).await;
    // The wait is capped at a day, so the expected value of a date far away needs no clock.
    every_call_fails(429, &["Retry-After: Fri, 01 Jan 2100 00:00:00 GMT"], "", wait(86_400)).await;
    every_call_fails(429, &[], "", CallError::RateLimited { wait: None }).await;
    every_call_fails(429, &["Retry-After: soon"], "", CallError::RateLimited { wait: None }).await;
}

#[tokio::test]
async fn capabilities_of_a_plain_server_are_requested_once() {
    let server = StubServer::start(|request, _| match request.line() {
        REQUEST | RESET => response(200, &[], ""),
        _ => not_found(),
    })
    .await;
    let service = service(server.base());
    for line in CALLS {
        assert_eq!(call(&service, line).await, Ok(()), "{line}");
    }
    assert_eq!(service.capabilities().await, Ok(Capabilities::default()));
    for (line, times) in [(CAPABILITIES, 1), (REQUEST, 1), (RESET, 1), (CHECK, 0), (POLICY, 0)] {
        assert_eq!(server.count(line), times, "{line}");
    }
}

#[tokio::test]
async fn captive_portal_response_is_not_taken_as_capabilities() {
    type Headers = &'static [&'static str];
    let portals: [(u16, Headers); 5] = [
        (200, &["Content-Type: text/html"]),
        (302, &["Location: http://portal.example/"]),
        (429, &[]),
        (500, &[]),
        (511, &["Content-Type: text/html"]),
    ];
    for (status, headers) in portals {
        let server = StubServer::start(move |request, nth| match (request.line(), nth) {
            (CAPABILITIES, 0) => response(status, headers, "<p>Sign in to go on"),
            (CAPABILITIES, _) => json(EVERYTHING),
            _ => not_found(),
        })
        .await;
        let service = service(server.base());
        assert_eq!(service.capabilities().await, Ok(Capabilities::default()), "{status}");
        assert!(service.capabilities().await.unwrap().challenge, "{status}: signed in meanwhile");
    }
}
