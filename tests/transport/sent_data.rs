//! Which data is sent, to which server, and in which part of a request.

use latchkey::service::Misconfiguration;

use super::support::stub_server::{not_found, response};
use super::*;

/// NET-2: a redirect is an error.
#[tokio::test]
async fn redirects_are_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = StubServer::start(|_, _| json("{}")).await;
        let location = format!("Location: http://{}/account/reset-password", elsewhere.address());
        let server = server_with_capabilities(move |_, _| response(status, &[&location], "")).await;
        let service = service(server.base());
        for line in CALLS {
            let redirected = Err(CallError::Misconfigured(Misconfiguration::Redirect));
            assert_eq!(call(&service, line).await, redirected, "{line} {status}");
        }
        assert_eq!(elsewhere.requests(), []);
    }
}

#[tokio::test]
async fn cookies_are_not_sent_back() {
    let cookie = &["Set-Cookie: session=tracked; Path=/", "Content-Type: application/json"];
    let server = StubServer::start(|request, _| match request.line() {
        CAPABILITIES => response(200, cookie, EVERYTHING),
        _ => response(200, cookie, r#"{"min_length":15}"#),
    })
    .await;
    let service = service(server.base());
    for line in CALLS.into_iter().chain(CALLS) {
        assert_eq!(call(&service, line).await, Ok(()));
    }
    assert_eq!(server.requests().len(), 9);
    for request in server.requests() {
        assert_eq!(request.header("cookie"), None, "{}", request.line());
    }
}

/// TOK-9: secrets are only in bodies.
#[tokio::test]
async fn secrets_are_in_no_url_and_no_header() {
    let server = server_with_capabilities(|_, _| json(r#"{"min_length":15}"#)).await;
    let prefixed = BaseUrl::parse(&format!("http://{}/auth/v1/", server.address())).unwrap();
    let (at_root, behind_path) = (service(server.base()), service(prefixed));
    at_root.set_language("ar");
    for line in CALLS {
        assert_eq!(call(&at_root, line).await, Ok(()));
        let _ = call(&behind_path, line).await;
    }
    let seen = server.requests();
    let expected: Vec<_> = [CAPABILITIES].into_iter().chain(CALLS).collect();
    for line in &expected {
        assert_eq!(server.count(line), 1, "{line}");
    }
    for request in &seen {
        let line = request.line().replacen("/auth/v1/", "/", 1);
        assert!(expected.contains(&line.as_str()), "unexpected path, query or fragment: {line}");
        for secret in [TOKEN, PASSWORD, "wet", EMAIL, "ada", "vvvvvvvv"] {
            assert!(!request.head.contains(secret), "{secret} in {}", request.head);
        }
        let known = [
            "host",
            "accept",
            "user-agent",
            "content-type",
            "content-length",
            "idempotency-key",
            "accept-language",
        ];
        let unknown: Vec<_> = request.headers().filter(|(name, _)| !known.contains(&name.as_str())).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
    let reset = seen.iter().find(|request| request.line() == RESET).unwrap();
    assert_eq!(reset.header("accept-language"), Some("ar"), "the language of the email");
    assert_eq!(reset.field("token").as_deref(), Some(TOKEN));
    assert_eq!(reset.field("code_verifier"), Some("v".repeat(43)));
    assert_eq!(reset.field("new_password").as_deref(), Some(PASSWORD));
}

#[tokio::test]
async fn bound_request_has_the_challenge_and_not_the_verifier() {
    let server = server_with_capabilities(|_, _| not_found()).await;
    let verifier = Verifier::generate();
    let _ = service(server.base()).send_bound_recovery_email(&email(), &verifier.challenge()).await;
    let seen = server.requests();
    let [request] = seen.as_slice() else { panic!("{} requests", seen.len()) };
    assert_eq!(request.field("email").as_deref(), Some(EMAIL));
    assert_eq!(request.field("code_challenge").as_deref(), Some(verifier.challenge().as_str()));
    assert_eq!(request.field("code_challenge_method").as_deref(), Some("S256"));
    assert!(!request.body.contains(verifier.expose()));
}
