//! Response times of sign-ins, and rejection of a flood.

#![allow(clippy::unwrap_used)]

mod support;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use latchkey_server::{HashingCost, SESSION_IDLE_TIMEOUT, ServerHandle};
use support::{
    ADA, ApiResponse, NEW_PASSWORD, OLD_PASSWORD, TestServer, UNKNOWN, config_in, join_all, start_server,
};

/// A server on the same database whose hashes have so many passes.
async fn restarted_with(server: &TestServer, passes: u32) -> ServerHandle {
    let mut config = config_in(&server.folder).await;
    config.hashing = HashingCost { passes, ..HashingCost::default() };
    start_server(config, &server.clock).await
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

#[tokio::test]
async fn known_addresses_are_not_faster_after_the_cost_was_raised() {
    // REQ-2
    let server = TestServer::start().await;
    let restarted = restarted_with(&server, 16).await;
    let url = restarted.base_url().join("session").unwrap();
    let sign_in = async |email: &str| {
        // Avoids the throttle.
        server.clock.advance(60 * 60);
        let start = Instant::now();
        let form = [("email", email), ("password", "not the password at all")];
        let response = server.client.post(url.clone()).form(&form).send().await.unwrap();
        assert_eq!(response.status(), 401);
        start.elapsed()
    };
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for _ in 0..7 {
        known.push(sign_in(ADA).await);
        unknown.push(sign_in(UNKNOWN).await);
    }
    // With the cost of the old hash alone, the ratio would be 8.
    let (known, unknown) = (median(known), median(unknown));
    assert!(known < unknown * 2 && unknown < known * 2, "known {known:?}, unknown {unknown:?}");
}

#[tokio::test]
async fn sign_ins_have_a_minimum_response_time() {
    // REQ-2
    let min_response_time = Duration::from_millis(300);
    let server = TestServer::start_with(|config| config.limits.answer_after = min_response_time).await;
    for (email, password, status) in
        [(ADA, OLD_PASSWORD, 200), (ADA, "x", 401), (UNKNOWN, "x", 401), ("no address", "x", 401)]
    {
        let start = Instant::now();
        assert_eq!(server.post("/session", &[("email", email), ("password", password)]).await.status, status);
        assert!(start.elapsed() >= min_response_time, "{email}");
    }
}

#[tokio::test]
async fn flood_of_sign_ins_is_rejected_and_does_not_delay_a_reset() {
    let server = TestServer::start().await;
    let token = server.mailed_token().await;
    let restarted = restarted_with(&server, 4).await;
    let threads = std::thread::available_parallelism().unwrap().get();
    let url = |path: &str| restarted.base_url().join(path).unwrap();
    let (client, url) = (&server.client, &url);
    let flood = (0..threads * 50 + 60).map(|number| async move {
        let email = format!("nobody{number}@example.org");
        let form = [("email", email.as_str()), ("password", "x")];
        let response = client.post(url("session")).form(&form).send().await.unwrap();
        let retry_after = response.headers().get("retry-after").cloned();
        let response = ApiResponse::read(response).await;
        if response.status == 503 {
            response.assert_problem(503, "busy");
            assert_eq!(retry_after.unwrap(), "5");
        }
        (response.status, Instant::now())
    });
    let reset = async {
        let form = [("token", token.as_str()), ("new_password", NEW_PASSWORD)];
        let response = server.client.post(url("account/reset-password")).form(&form).send().await.unwrap();
        assert_eq!(response.status(), 200);
        Instant::now()
    };
    let (flood, reset) = tokio::join!(join_all(flood.collect()), reset);
    let count = |status| flood.iter().filter(|(answered, _)| *answered == status).count();
    assert!(count(503) > 0 && count(401) > 0, "{} rejected, {} served", count(503), count(401));
    assert_eq!(count(503) + count(401), flood.len());
    let last = flood.iter().map(|(_, at)| *at).max().unwrap();
    assert!(reset < last, "the reset did not wait for the queue of sign-ins");
}

#[tokio::test]
async fn flood_of_resets_does_not_delay_a_sign_in() {
    let server = TestServer::start().await;
    let pool_threads = std::thread::available_parallelism().unwrap().get().div_ceil(2);
    let count = (16 * pool_threads).min(200);
    for number in 0..count {
        let email = format!("person{number}@example.org");
        server.running.add_user(&email, OLD_PASSWORD).await.unwrap();
        server.post("/account/recovery", &[("email", &email)]).await.assert_ok();
    }
    server.mail_delivered().await;
    let restarted = restarted_with(&server, 16).await;
    let url = |path: &str| restarted.base_url().join(path).unwrap();
    let (client, url, answered_count) = (&server.client, &url, &AtomicUsize::new(0));
    let flood = server.mailbox.mails().into_iter().map(|mail| async move {
        // The request is rejected after one comparison with a hash.
        let form = [("token", mail.token()), ("new_password", OLD_PASSWORD.to_owned())];
        let response = client.post(url("account/reset-password")).form(&form).send().await.unwrap();
        ApiResponse::read(response).await.assert_problem(422, "password_refused");
        answered_count.fetch_add(1, Ordering::Relaxed)
    });
    let sign_in = async {
        // The other resets are waiting by then.
        while answered_count.load(Ordering::Relaxed) == 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let form = [("email", ADA), ("password", OLD_PASSWORD)];
        assert_eq!(client.post(url("session")).form(&form).send().await.unwrap().status(), 200);
        answered_count.load(Ordering::Relaxed)
    };
    let (flood, answered_before) = tokio::join!(join_all(flood.collect()), sign_in);
    assert_eq!(flood.len(), count);
    assert!(
        answered_before < count / 2,
        "{answered_before} of {count} resets were answered before the sign-in"
    );
}

#[tokio::test]
async fn session_ends_when_idle_and_after_a_day() {
    let server = TestServer::start().await;
    let open = async || {
        let response = server.sign_in(OLD_PASSWORD).await;
        response.body["session"].as_str().unwrap().to_owned()
    };
    let (unused, used) = (open().await, open().await);
    for hours in 0..24 {
        assert_eq!(server.session_status(&used).await, 200, "after {hours} hours");
        server.clock.advance(SESSION_IDLE_TIMEOUT / 2);
        assert_eq!(server.session_status(&unused).await, if hours == 0 { 200 } else { 401 });
        assert_eq!(server.session_status(&used).await, 200);
        server.clock.advance(SESSION_IDLE_TIMEOUT / 2);
    }
    assert_eq!(server.session_status(&used).await, 401);
    let left =
        async || support::database::query_scalar(server.folder.path(), "SELECT count(*) FROM sessions").await;
    assert_eq!(left().await, 2);
    server.running.prune().await.unwrap();
    assert_eq!(left().await, 0);
    let fresh = open().await;
    server.clock.advance(SESSION_IDLE_TIMEOUT - 1);
    server.running.prune().await.unwrap();
    assert_eq!(server.session_status(&fresh).await, 200);
}
