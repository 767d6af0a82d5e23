//! Strapi 5 with its users-permissions plugin, whose sessions are JWTs: a reset does not end them.

use latchkey::password::Refusal;
use serde_json::json;

use super::harness::{ADA, Live};
use super::journey::journey;
use super::site::{Limit, Site};

/// Longer than the 72 bytes it takes.
const LONG: &str = "0123456789012345678901234567890123456789012345678901234567890123456789012";

struct Strapi;

impl Site for Strapi {
    const BACKEND: &str = "strapi";
    const REFUSED_ADDRESS: Option<&str> = Some("ada@org");
    const EXPIRES: bool = false;
    const WEAK: &[(&str, &[Refusal])] =
        &[("short", &[Refusal::TooShort { min: None }]), (LONG, &[Refusal::TooLong { max: None }])];
    const LIMIT: Option<Limit> = Some(Limit { options: &["throttled"], says_how_long: false });
    // A rule of the site's own, with its own words.
    const UNSAID: &[&str] = &["password"];

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
