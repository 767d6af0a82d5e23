//! WordPress, by the forms of wp-login.php.

use latchkey::password::PasswordRejection;
use latchkey::secret::EmailAddress;
use latchkey::service::{CallError, ProofError, RecoveryService as _, RequestError};

use super::backend::Backend;
use super::configuration::{SERVER, contract, service};
use super::harness::{ADA, Live, Mail};
use super::journey::journey;
use super::recording_service::OperationLog;
use super::scenario::Scenario;

struct WordPress;

impl Backend for WordPress {
    const ID: &str = "wordpress";
    // A rule of a plugin, whose reasons are sentences.
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[("short", &[])];
    const FORGED: &[(&str, &str, ProofError)] =
        &[("login=ada%20", "login=bob%20", ProofError::Invalid), ("%40harbour", "", ProofError::Invalid)];
    const UNISSUED_ERROR: ProofError = ProofError::Invalid;
    const USED_ERROR: ProofError = ProofError::Invalid;
    const EXPIRED_ERROR: ProofError = ProofError::Expired;
    // Its own case is not among the operations that are replayed.
    const UNTESTED_MESSAGES: &[&str] = &["The email could not be sent."];

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = [("log", ADA), ("pwd", password)];
        let request = live.http.post(live.direct("/wp-login.php")).form(&account);
        live.named_cookie(request, "wordpress_logged_in_").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        live.is_ok(live.http.get(live.direct("/?signed-in")).header("cookie", session)).await
    }

    /// The link leads to the server itself, which has https.
    async fn open_in_browser(live: &Live, mail: Mail) -> Mail {
        Mail { text: mail.text.replace(&live.base(), SERVER), ..mail }
    }

    async fn own_cases(_: &OperationLog) {
        unreachable_mail_server_is_reported_as_down().await;
    }
}

async fn unreachable_mail_server_is_reported_as_down() {
    let scenario = Scenario::<WordPress>::start(&OperationLog::default(), &["no-mail-server"]).await;
    let service = service::<WordPress>(contract::<WordPress>(), &scenario.live.base());
    let requested = service.send_account_recovery_email(&EmailAddress::parse(ADA).unwrap()).await;
    assert_eq!(requested.map(drop), Err(RequestError::Call(CallError::Down)));
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<WordPress>().await;
}
