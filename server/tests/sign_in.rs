//! Signing in: what the time of an answer tells, and what a flood of it holds up.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::{Duration, Instant};

use latchkey_server::{HashingCost, SESSION_IDLE_TIMEOUT, Server, ServerHandle};
use support::{ADA, Answer, NEW_PASSWORD, NOBODY, OLD_PASSWORD, TestServer, all_at_once, config_in};

/// The same accounts at a server whose hashes cost `passes`.
async fn restarted_with(server: &TestServer, passes: u32) -> ServerHandle {
    let mut config = config_in(&server.folder).await;
    config.hashing = HashingCost { passes, ..HashingCost::default() };
    Server::start_with_clock(config, server.clock.clone()).await.unwrap()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

#[tokio::test]
async fn after_the_cost_was_raised_known_addresses_are_not_answered_faster() {
    // REQ-2
    let server = TestServer::start().await;
    let dearer = restarted_with(&server, 16).await;
    let url = dearer.base_url().join("session").unwrap();
    let ask = async |email: &str| {
        // No failure makes the next one wait.
        server.clock.advance(60 * 60);
        let began = Instant::now();
        let form = [("email", email), ("password", "not the password at all")];
        let answer = server.client.post(url.clone()).form(&form).send().await.unwrap();
        assert_eq!(answer.status(), 401);
        began.elapsed()
    };
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for _ in 0..7 {
        known.push(ask(ADA).await);
        unknown.push(ask(NOBODY).await);
    }
    // With the hash's own cost alone it would be an eighth.
    let (known, unknown) = (median(known), median(unknown));
    assert!(known < unknown * 2 && unknown < known * 2, "known {known:?}, unknown {unknown:?}");
}

#[tokio::test]
async fn every_sign_in_is_answered_after_a_fixed_time() {
    // REQ-2
    let budget = Duration::from_millis(300);
    let server = TestServer::start_with(|config| config.limits.answer_after = budget).await;
    for (email, password, status) in
        [(ADA, OLD_PASSWORD, 200), (ADA, "x", 401), (NOBODY, "x", 401), ("no address", "x", 401)]
    {
        let began = Instant::now();
        assert_eq!(server.post("/session", &[("email", email), ("password", password)]).await.status, status);
        assert!(began.elapsed() >= budget, "{email}");
    }
}

#[tokio::test]
async fn a_flood_of_sign_ins_is_turned_away_and_holds_up_no_reset() {
    let server = TestServer::start().await;
    let token = server.token_for_ada().await;
    let dearer = restarted_with(&server, 4).await;
    let threads = std::thread::available_parallelism().unwrap().get();
    let url = |path: &str| dearer.base_url().join(path).unwrap();
    let (client, url) = (&server.client, &url);
    let flood = (0..threads * 50 + 60).map(|number| async move {
        let email = format!("nobody{number}@example.org");
        let form = [("email", email.as_str()), ("password", "x")];
        let answer = client.post(url("session")).form(&form).send().await.unwrap();
        let retry_after = answer.headers().get("retry-after").cloned();
        let answer = Answer::of(answer).await;
        if answer.status == 503 {
            answer.assert_refused(503, "busy");
            assert_eq!(retry_after.unwrap(), "5");
        }
        (answer.status, Instant::now())
    });
    let reset = async {
        let form = [("token", token.as_str()), ("new_password", NEW_PASSWORD)];
        let answer = server.client.post(url("account/reset-password")).form(&form).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        Instant::now()
    };
    let (flood, reset) = tokio::join!(all_at_once(flood.collect()), reset);
    let count = |status| flood.iter().filter(|(answered, _)| *answered == status).count();
    assert!(count(503) > 0 && count(401) > 0, "{} turned away, {} served", count(503), count(401));
    assert_eq!(count(503) + count(401), flood.len());
    let last = flood.iter().map(|(_, at)| *at).max().unwrap();
    assert!(reset < last, "the reset did not wait for the end of the queue");
}

#[tokio::test]
async fn a_session_ends_without_use_and_a_day_after_it_was_opened_in_any_case() {
    let server = TestServer::start().await;
    let open = async || {
        let answer = server.sign_in(OLD_PASSWORD).await;
        answer.body["session"].as_str().unwrap().to_owned()
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
    let left = async || support::database::count(server.folder.path(), "SELECT count(*) FROM sessions").await;
    assert_eq!(left().await, 2);
    server.running.prune().await.unwrap();
    assert_eq!(left().await, 0);
    let fresh = open().await;
    server.clock.advance(SESSION_IDLE_TIMEOUT - 1);
    server.running.prune().await.unwrap();
    assert_eq!(server.session_status(&fresh).await, 200);
}
