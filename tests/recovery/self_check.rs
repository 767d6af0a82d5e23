//! `latchkey service check` against our own server.

use latchkey::service::self_check::run;
use latchkey::service::{BaseUrl, CallLimits, HttpRecoveryService};

use super::support::server::TestServer;

#[tokio::test]
async fn our_own_server_answers_as_it_should_and_nothing_is_reset() {
    let server = TestServer::start().await;
    let base = BaseUrl::parse(server.running.base_url().as_str()).unwrap();
    let service = HttpRecoveryService::new(base, CallLimits::default()).unwrap();
    let found = run(&service, &[]).await.unwrap();
    // The request; the look and the reset by a link; the same by a code.
    assert_eq!(found.len(), 5, "{found:?}");
    assert!(found.iter().all(|finding| finding.outcome.is_ok()), "{found:?}");
    server.running.mail_delivered().await.unwrap();
    assert_eq!(server.mailbox.files().len(), 0, "nobody was sent anything");
}
