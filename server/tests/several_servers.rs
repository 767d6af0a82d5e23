//! What many servers, or one server for a long time, must keep in order in the database.

#![allow(clippy::unwrap_used)]

mod support;

use support::{ADA, NEW_PASSWORD, TestServer};

#[tokio::test]
async fn after_a_week_a_recovery_is_forgotten() {
    let server = TestServer::start().await;
    server.ask(ADA).await;
    let token = server.mailbox.newest().token();
    server.reset(&[("token", &token)], NEW_PASSWORD).await.assert_ok();
    server.running.mail_delivered().await.unwrap();
    server.clock.advance(3600 + 7 * 24 * 3600 - 1);
    assert_eq!(server.running.prune().await.unwrap(), 0);
    server.check(&[("token", &token)]).await.assert_refused(410, "token_used");
    server.clock.advance(1);
    assert_eq!(server.running.prune().await.unwrap(), 1);
    server.check(&[("token", &token)]).await.assert_refused(400, "token_invalid");
    assert!(server.database_contents().await.contain(ADA));
    server.sign_in(NEW_PASSWORD).await.assert_ok();
}
