//! Better Auth 1.7, which ends no session by itself.

use latchkey::link::{LinkError, RecoveryLink, Refusal as LinkRefusal};
use latchkey::password::Refusal;
use serde_json::{Value, json};

use super::harness::{ADA, Live};
use super::journey::journey;
use super::set_up::rules;
use super::site::{Limit, Site};
use super::story::{Story, link};
use super::witness::Record;

/// One that the plugin's list knows.
const STOLEN: &str = "correct horse battery";
/// Longer than the 128 characters it takes.
const LONG: &str = concat!(
    "0123456789012345678901234567890123456789012345678901234567890123456789",
    "0123456789012345678901234567890123456789012345678901234567890123456789"
);

struct BetterAuth;

impl Site for BetterAuth {
    const BACKEND: &str = "better-auth";
    const BASE: &str = "/api/auth";
    const VARIABLES: &[(&str, &str)] = &[("redirect", "latchkey://reset-password")];
    const REFUSED_ADDRESS: Option<&str> = Some("ada@org");
    const WEAK: &[(&str, &[Refusal])] = &[
        ("short", &[Refusal::TooShort { min: None }]),
        (LONG, &[Refusal::TooLong { max: None }]),
        (STOLEN, &[Refusal::Breached]),
    ];
    const LIMIT: Option<Limit> = Some(Limit { options: &["throttled"], says_how_long: true });

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = json!({ "email": ADA, "password": password });
        live.cookie(live.http.post(live.direct("/api/auth/sign-in/email")).json(&account)).await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        let home = live.http.get(live.direct("/api/auth/get-session")).header("cookie", session);
        // To a stranger it says `null`, with 200.
        home.send().await.unwrap().json::<Value>().await.unwrap() != Value::Null
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<BetterAuth>().await;
}

/// Where the server sends a browser that opens the mailed link.
async fn opened_in_a_browser(options: &[&str]) -> Result<RecoveryLink, LinkError> {
    let mut story = Story::<BetterAuth>::begin(&Record::default(), options).await;
    let (_, mail) = story.asked().await;
    let mailed = link::<BetterAuth>(&mail).unwrap();
    let path = mailed.strip_prefix("https://recover.latchkey.example").unwrap();
    let answer = story.live.http.get(story.live.direct(path)).send().await.unwrap();
    assert_eq!(answer.status().as_u16(), 302);
    let rules = rules::<BetterAuth>();
    let (sent_on, token) =
        (answer.headers()["location"].to_str().unwrap(), RecoveryLink::parse(mailed, &rules));
    let sent_on = RecoveryLink::parse(sent_on, &rules);
    if sent_on.is_ok() {
        assert_eq!(sent_on, token, "the same token by both ways");
    }
    sent_on
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn a_link_that_a_browser_opened_comes_to_the_app_all_the_same() {
    assert!(opened_in_a_browser(&[]).await.is_ok());
    assert_eq!(opened_in_a_browser(&["expired"]).await, Err(LinkError::Refused(LinkRefusal::Invalid)));
}
