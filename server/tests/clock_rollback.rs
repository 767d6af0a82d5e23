//! A clock that was ahead and is set back: times that were recorded in the future count as recorded now. Sessions from the
//! future have ended.

#![allow(clippy::unwrap_used)]

mod support;

use latchkey_server::{SESSION_IDLE_TIMEOUT, UnixTime};
use support::second_factor::start_with_second_factor;
use support::{ADA, NEW_PASSWORD, OLD_PASSWORD, START, TestServer, database};

const DAY: u32 = 24 * 60 * 60;

fn ahead() -> UnixTime {
    START.plus(DAY)
}

#[tokio::test]
async fn link_from_the_future_expires_an_hour_from_now() {
    let server = TestServer::start().await;
    server.clock.set(ahead());
    let token = server.mailed_token().await;
    server.clock.set(START);
    assert_eq!(server.check(&[("token", &token)]).await.body["expires_in"], 3600);
    server.running.prune().await.unwrap();
    server.clock.advance(3599);
    assert_eq!(server.check(&[("token", &token)]).await.body["expires_in"], 1);
    server.clock.advance(1);
    server.check(&[("token", &token)]).await.assert_problem(410, "token_expired");
}

#[tokio::test]
async fn request_in_the_future_delays_no_mail() {
    let server = TestServer::start().await;
    server.clock.set(ahead());
    for _ in 0..3 {
        server.request_recovery(ADA).await;
        server.clock.advance(300);
    }
    server.clock.set(START);
    let before = server.mailbox.files().len();
    assert_eq!(server.post("/account/recovery", &[("email", ADA)]).await.body["resend_after"], 300);
    server.clock.advance(300);
    server.mail_delivered().await;
    assert!(server.mailbox.files().len() > before);
}

#[tokio::test]
async fn failures_in_the_future_block_nobody() {
    let server = TestServer::start().await;
    server.clock.set(ahead());
    for _ in 0..5 {
        server.sign_in("not the password at all").await.assert_problem(401, "credentials_invalid");
    }
    server.clock.set(START);
    server.sign_in(OLD_PASSWORD).await.assert_problem(429, "rate_limited");
    server.running.prune().await.unwrap();
    server.clock.advance(30);
    server.sign_in(OLD_PASSWORD).await.assert_ok();
}

#[tokio::test]
async fn mail_postponed_in_the_future_is_sent_now() {
    let server = TestServer::start().await;
    let folder = server.folder.path().join("mail");
    // A file in place of the folder makes delivery fail.
    std::fs::write(&folder, "").unwrap();
    server.clock.set(ahead());
    server.request_recovery(ADA).await;
    server.clock.set(START);
    std::fs::remove_file(&folder).unwrap();
    server.mail_delivered().await;
    assert_eq!(server.mailbox.files().len(), 1);
}

#[tokio::test]
async fn mail_claimed_in_the_future_is_sent_now() {
    let server = TestServer::start().await;
    let folder = server.folder.path().join("mail");
    std::fs::write(&folder, "").unwrap();
    server.request_recovery(ADA).await;
    std::fs::remove_file(&folder).unwrap();
    let claim = "UPDATE outbox SET claimed_until = next_attempt_at + 86400 RETURNING id";
    database::query_scalar(server.folder.path(), claim).await;
    server.clock.advance(15);
    server.mail_delivered().await;
    assert_eq!(server.mailbox.files().len(), 1);
}

#[tokio::test]
async fn freeze_link_from_the_future_expires_a_week_from_now() {
    let server = TestServer::start().await;
    server.clock.set(ahead());
    let token = server.mailed_token().await;
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    let freeze = server.freeze_token().await;
    server.clock.set(START);
    server.running.prune().await.unwrap();
    server.clock.advance(7 * DAY - 1);
    server.post("/account/freeze", &[("token", &freeze)]).await.assert_ok();
    server.clock.advance(1);
    server.post("/account/freeze", &[("token", &freeze)]).await.assert_problem(410, "token_expired");
}

#[tokio::test]
async fn second_factor_used_in_the_future_works_now() {
    let (server, totp) = start_with_second_factor(|_| ()).await;
    let sign_in = async |moment: UnixTime| {
        server.clock.set(moment);
        let code = totp.generate(u64::try_from(moment.0).unwrap()).to_string();
        server.post("/session", &[("email", ADA), ("password", OLD_PASSWORD), ("second_factor", &code)]).await
    };
    sign_in(ahead()).await.assert_ok();
    sign_in(START).await.assert_ok();
    sign_in(START).await.assert_problem(400, "second_factor_invalid");
}

#[tokio::test]
async fn session_from_the_future_has_ended() {
    let server = TestServer::start().await;
    let open_at = async |moment: UnixTime| {
        server.clock.set(moment);
        server.sign_in(OLD_PASSWORD).await.body["session"].as_str().unwrap().to_owned()
    };
    // A session of a clock that was a little ahead goes on.
    let earlier = open_at(START.plus(SESSION_IDLE_TIMEOUT)).await;
    let later = open_at(START.plus(SESSION_IDLE_TIMEOUT + 1)).await;
    server.clock.set(START);
    assert_eq!(server.session_status(&earlier).await, 200);
    assert_eq!(server.session_status(&later).await, 401);
    // It does not begin again when the clock reaches the recorded time.
    server.running.prune().await.unwrap();
    server.clock.set(START.plus(SESSION_IDLE_TIMEOUT + 1));
    assert_eq!(server.session_status(&earlier).await, 200);
    assert_eq!(server.session_status(&later).await, 401);
}
