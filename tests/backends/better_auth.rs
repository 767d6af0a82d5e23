//! Better Auth 1.7, which ends no sessions on a reset.

use latchkey::link::{LinkError, LinkRejection, RecoveryLink};
use latchkey::password::PasswordRejection;
use serde_json::{Value, json};

use super::backend::{Backend, RateLimit};
use super::configuration::rules;
use super::harness::{ADA, Live};
use super::journey::journey;
use super::recording_service::OperationLog;
use super::scenario::{Scenario, link};

/// A password in the list of its plugin.
const BREACHED: &str = "correct horse battery";
/// Longer than its maximum of 128 characters.
const LONG: &str = concat!(
    "0123456789012345678901234567890123456789012345678901234567890123456789",
    "0123456789012345678901234567890123456789012345678901234567890123456789"
);

struct BetterAuth;

impl Backend for BetterAuth {
    const ID: &str = "better-auth";
    const BASE: &str = "/api/auth";
    const VARIABLES: &[(&str, &str)] = &[("redirect", "latchkey://reset-password")];
    const INVALID_ADDRESS: Option<&str> = Some("ada@org");
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[
        ("short", &[PasswordRejection::TooShort { min: None }]),
        (LONG, &[PasswordRejection::TooLong { max: None }]),
        (BREACHED, &[PasswordRejection::Breached]),
    ];
    const RATE_LIMIT: Option<RateLimit> = Some(RateLimit { options: &["throttled"], has_retry_after: true });

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = json!({ "email": ADA, "password": password });
        live.cookie(live.http.post(live.direct("/api/auth/sign-in/email")).json(&account)).await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        let home = live.http.get(live.direct("/api/auth/get-session")).header("cookie", session);
        // Without a session it returns `null` with 200.
        home.send().await.unwrap().json::<Value>().await.unwrap() != Value::Null
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<BetterAuth>().await;
}

/// The link to which the server redirects a browser that opens the mailed link.
async fn opened_in_a_browser(options: &[&str]) -> Result<RecoveryLink, LinkError> {
    let mut scenario = Scenario::<BetterAuth>::start(&OperationLog::default(), options).await;
    let (_, mail) = scenario.request_email().await;
    let mailed = link::<BetterAuth>(&mail).unwrap();
    let path = mailed.strip_prefix("https://recover.latchkey.example").unwrap();
    let response = scenario.live.http.get(scenario.live.direct(path)).send().await.unwrap();
    assert_eq!(response.status().as_u16(), 302);
    let rules = rules::<BetterAuth>();
    let (sent_on, token) =
        (response.headers()["location"].to_str().unwrap(), RecoveryLink::parse(mailed, &rules));
    let sent_on = RecoveryLink::parse(sent_on, &rules);
    if sent_on.is_ok() {
        assert_eq!(sent_on, token, "both links have the same token");
    }
    sent_on
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn link_redirected_by_the_browser_reaches_the_app() {
    assert!(opened_in_a_browser(&[]).await.is_ok());
    assert_eq!(opened_in_a_browser(&["expired"]).await, Err(LinkError::Refused(LinkRejection::Invalid)));
}
