//! `latchkey service check` against the reference server.

use latchkey::service::self_check::run;
use latchkey::service::{BaseUrl, CallLimits, HttpRecoveryService};

use super::support::server::TestServer;

#[tokio::test]
async fn self_check_passes_on_the_reference_server_without_side_effects() {
    let server = TestServer::start().await;
    let base = BaseUrl::parse(server.running.base_url().as_str()).unwrap();
    let service = HttpRecoveryService::new(base, CallLimits::default()).unwrap();
    let found = run(&service).await.unwrap();
    // The request; check and reset by a link; the same by a code.
    assert_eq!(found.len(), 5, "{found:?}");
    assert!(found.iter().all(|finding| finding.outcome.is_passed()), "{found:?}");
    server.running.mail_delivered().await.unwrap();
    assert_eq!(server.mailbox.files().len(), 0, "no email was sent");
}
