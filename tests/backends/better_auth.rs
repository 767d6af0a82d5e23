//! Better Auth 1.7, which ends no session by itself.

use latchkey::password::Refusal;
use serde_json::{Value, json};

use super::harness::{ADA, Live};
use super::journey::journey;
use super::site::{Limit, Site};

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
        let request = live.http.post(live.direct("/api/auth/sign-in/email")).json(&account);
        let answer = request.send().await.unwrap();
        if !answer.status().is_success() {
            return None;
        }
        let cookie = answer.headers()["set-cookie"].to_str().unwrap();
        Some(cookie.split(';').next().unwrap().to_owned())
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
