//! WordPress, by the forms of wp-login.php.

use latchkey::flow::ResetProblem;
use latchkey::password::PasswordRejection;
use latchkey::secret::EmailAddress;
use latchkey::service::{CallError, ProofError, RecoveryService as _, RequestError};

use super::backend::Backend;
use super::configuration::{SERVER, contract, service};
use super::harness::{ADA, Live, Mail, NEW_PASSWORD};
use super::journey::journey;
use super::recording_service::OperationLog;
use super::scenario::{Scenario, link, open_email};

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

    async fn own_cases(log: &OperationLog) {
        link_of_a_shop_is_accepted_when_pasted(log).await;
        two_recoveries_at_once(log).await;
        lost_response_is_repeated(log).await;
        unreachable_mail_server_is_reported_as_down().await;
    }
}

/// WooCommerce is not installed: this is the link of its email with a key of WordPress.
async fn link_of_a_shop_is_accepted_when_pasted(log: &OperationLog) {
    let mut scenario = Scenario::<WordPress>::start(log, &[]).await;
    let (mut app, mail) = scenario.request_email().await;
    let link = link::<WordPress>(&mail).expect("a link");
    let values = link.split_once('?').expect("a query").1.replace("action=rp&", "id=2&");
    app.type_code(&format!("{SERVER}/my-account/lost-password/?{values}")).await;
    app.set_password(NEW_PASSWORD).await;
    app.done();
    assert!(WordPress::sign_in(&scenario.live, NEW_PASSWORD).await.is_some());
}

/// Each email replaces the one before.
async fn two_recoveries_at_once(log: &OperationLog) {
    let mut scenario = Scenario::<WordPress>::start(log, &[]).await;
    let (mut first, older) = scenario.request_email().await;
    let (mut second, newer) = scenario.request_email().await;
    open_email::<WordPress>(&mut second, &newer).await;
    second.set_password(NEW_PASSWORD).await;
    second.done();
    open_email::<WordPress>(&mut first, &older).await;
    assert_eq!(first.link_problem().0, ProofError::Invalid.into());
    assert!(WordPress::sign_in(&scenario.live, NEW_PASSWORD).await.is_some());
}

/// The password is set, and the response does not arrive. WordPress has used up the key.
async fn lost_response_is_repeated(log: &OperationLog) {
    let mut scenario = Scenario::<WordPress>::start(log, &[]).await;
    let (mut app, mail) = scenario.request_email().await;
    open_email::<WordPress>(&mut app, &mail).await;
    app.reset();
    scenario.live.lose_next_response("/wp-login.php?action=resetpass");
    app.set_password(NEW_PASSWORD).await;
    assert_eq!(app.reset().problem, Some(ResetProblem::Call(CallError::Down)));
    assert!(WordPress::sign_in(&scenario.live, NEW_PASSWORD).await.is_some(), "it is set");
    app.set_password(NEW_PASSWORD).await;
    assert_eq!(app.link_problem().0, ProofError::Invalid.into());
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
