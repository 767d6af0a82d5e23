//! What is asked again by itself, and what never is.

use futures_util::future::join;

use super::support::scripted::{Act, answer};
use super::*;

/// The call is made once; answers its outcome and how often it arrived. The first `lost` times `fails` befalls it.
async fn made(line: &'static str, lost: usize, fails: Act) -> (Result<(), CallError>, usize) {
    let server =
        able(move |_, nth| if nth < lost { fails.clone() } else { json(r#"{"min_length":15}"#) }).await;
    let outcome = call(&service(server.base()), line).await;
    (outcome, server.count(line))
}

#[tokio::test]
async fn a_question_that_changes_nothing_is_asked_three_times_at_most() {
    for fails in [answer(503, &[], ""), answer(502, &[], ""), Act::Reset(Vec::new())] {
        for line in [POLICY, CHECK] {
            let (once, always) = join(made(line, 1, fails.clone()), made(line, 3, fails.clone())).await;
            assert_eq!(once, (Ok(()), 2), "{line} {fails:?}");
            assert_eq!(always, (Err(CallError::Down), 3), "{line} {fails:?}");
        }
    }
}

#[tokio::test]
async fn a_mail_is_never_asked_for_twice() {
    for fails in [
        answer(503, &[], ""),
        answer(500, &[], ""),
        Act::Reset(Vec::new()),
        Act::Say(b"HTTP/1.1 200".to_vec()),
    ] {
        assert_eq!(made(REQUEST, 1, fails.clone()).await, (Err(CallError::Down), 1), "{fails:?}");
    }
}

#[tokio::test]
async fn an_answer_is_an_answer_even_if_it_is_a_no() {
    for (status, error) in [(500, CallError::Down), (429, CallError::RateLimited { wait: None })] {
        for line in [POLICY, CHECK, RESET] {
            assert_eq!(
                made(line, 1, answer(status, &[], "")).await,
                (Err(error.clone()), 1),
                "{line} {status}"
            );
        }
    }
}

#[tokio::test]
async fn a_reset_is_repeated_under_one_name_where_the_server_honours_that() {
    for fails in [Act::Reset(Vec::new()), answer(502, &[], "")] {
        let server = able(move |_, nth| if nth == 0 { fails.clone() } else { json("{}") }).await;
        let service = service(server.base());
        assert_eq!(call(&service, RESET).await, Ok(()));
        assert_eq!(call(&service, RESET).await, Ok(()));
        let seen = server.seen();
        let resets: Vec<_> = seen.iter().filter(|request| request.line() == RESET).collect();
        let [first, repeat, other] = resets.as_slice() else { panic!("{} resets", resets.len()) };
        let name = |index: &support::wire::Message| index.header("idempotency-key").unwrap().to_owned();
        assert_eq!((name(first), &first.body), (name(repeat), &repeat.body));
        assert_ne!(name(first), name(other), "another attempt has another name");
        assert!(name(first).len() >= 22, "128 bits");
    }
}

#[tokio::test]
async fn a_reset_is_not_repeated_and_not_named_where_the_server_does_not_say_that_it_may() {
    for capabilities in ["{}", r#"{"idempotency":false,"check":true}"#, "[]"] {
        let server = Scripted::start(move |request, _| match request.line() {
            CAPABILITIES => json(capabilities),
            _ => Act::Reset(Vec::new()),
        })
        .await;
        assert_eq!(call(&service(server.base()), RESET).await, Err(CallError::Down));
        let seen = server.seen();
        let resets: Vec<_> = seen.iter().filter(|request| request.line() == RESET).collect();
        let [only] = resets.as_slice() else { panic!("{} resets", resets.len()) };
        assert_eq!(only.header("idempotency-key"), None, "{capabilities}");
    }
}
