//! Strapi 5 with its users-permissions plugin, whose sessions are JWTs, which stay valid after a reset.

use latchkey::password::PasswordRejection;
use serde_json::json;

use super::backend::{Backend, RateLimit};
use super::harness::{ADA, Live};
use super::journey::journey;

/// Longer than its maximum of 72 bytes.
const LONG: &str = "0123456789012345678901234567890123456789012345678901234567890123456789012";

struct Strapi;

impl Backend for Strapi {
    const ID: &str = "strapi";
    const INVALID_ADDRESS: Option<&str> = Some("ada@org");
    const HAS_EXPIRY: bool = false;
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[
        ("short", &[PasswordRejection::TooShort { min: None }]),
        (LONG, &[PasswordRejection::TooLong { max: None }]),
    ];
    const RATE_LIMIT: Option<RateLimit> = Some(RateLimit { options: &["throttled"], has_retry_after: false });
    // The text of a custom validation rule.
    const UNTESTED_MESSAGES: &[&str] = &["password"];

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = json!({ "identifier": ADA, "password": password });
        live.token(live.http.post(live.direct("/api/auth/local")).json(&account), "/jwt").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        live.is_ok(live.http.get(live.direct("/api/users/me")).bearer_auth(session)).await
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<Strapi>().await;
}
