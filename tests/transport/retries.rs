//! Which calls are retried automatically.

use futures_util::future::join;

use super::support::stub_server::{StubResponse, response};
use super::*;

/// Makes a call whose first `lost` attempts get the response `fails`. Returns its outcome and the number of attempts.
async fn attempts(line: &'static str, lost: usize, fails: StubResponse) -> (Result<(), CallError>, usize) {
    let server =
        server_with_capabilities(
            move |_, nth| if nth < lost { fails.clone() } else { json(r#"{"min_length":15}"#) },
        )
        .await;
    let outcome = call(&service(server.base()), line).await;
    (outcome, server.count(line))
}

#[tokio::test]
async fn idempotent_calls_are_tried_three_times_at_most() {
    for fails in [response(503, &[], ""), response(502, &[], ""), StubResponse::Reset(Vec::new())] {
        for line in [POLICY, CHECK] {
            let (once, always) =
                join(attempts(line, 1, fails.clone()), attempts(line, 3, fails.clone())).await;
            assert_eq!(once, (Ok(()), 2), "{line} {fails:?}");
            assert_eq!(always, (Err(CallError::Down), 3), "{line} {fails:?}");
        }
    }
}

#[tokio::test]
async fn email_request_is_never_retried() {
    for fails in [
        response(503, &[], ""),
        response(500, &[], ""),
        StubResponse::Reset(Vec::new()),
        StubResponse::Send(b"HTTP/1.1 200".to_vec()),
    ] {
        assert_eq!(attempts(REQUEST, 1, fails.clone()).await, (Err(CallError::Down), 1), "{fails:?}");
    }
}

#[tokio::test]
async fn error_responses_are_not_retried() {
    for (status, error) in [(500, CallError::Down), (429, CallError::RateLimited { wait: None })] {
        for line in [POLICY, CHECK, RESET] {
            assert_eq!(
                attempts(line, 1, response(status, &[], "")).await,
                (Err(error.clone()), 1),
                "{line} {status}"
            );
        }
    }
}

#[tokio::test]
async fn reset_is_retried_with_the_same_idempotency_key_if_supported() {
    for fails in [StubResponse::Reset(Vec::new()), response(502, &[], "")] {
        let server =
            server_with_capabilities(move |_, nth| if nth == 0 { fails.clone() } else { json("{}") }).await;
        let service = service(server.base());
        assert_eq!(call(&service, RESET).await, Ok(()));
        assert_eq!(call(&service, RESET).await, Ok(()));
        let seen = server.requests();
        let resets: Vec<_> = seen.iter().filter(|request| request.line() == RESET).collect();
        let [first, repeat, other] = resets.as_slice() else { panic!("{} resets", resets.len()) };
        let name =
            |index: &support::http_message::Message| index.header("idempotency-key").unwrap().to_owned();
        assert_eq!((name(first), &first.body), (name(repeat), &repeat.body));
        assert_ne!(name(first), name(other), "another attempt has another key");
        assert!(name(first).len() >= 22, "128 bits");
    }
}

#[tokio::test]
async fn reset_is_not_retried_without_idempotency_support() {
    for capabilities in ["{}", r#"{"idempotency":false,"check":true}"#, "[]"] {
        let server = StubServer::start(move |request, _| match request.line() {
            CAPABILITIES => json(capabilities),
            _ => StubResponse::Reset(Vec::new()),
        })
        .await;
        assert_eq!(call(&service(server.base()), RESET).await, Err(CallError::Down));
        let seen = server.requests();
        let resets: Vec<_> = seen.iter().filter(|request| request.line() == RESET).collect();
        let [only] = resets.as_slice() else { panic!("{} resets", resets.len()) };
        assert_eq!(only.header("idempotency-key"), None, "{capabilities}");
    }
}
