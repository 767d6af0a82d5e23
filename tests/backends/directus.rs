//! Directus 12 on PostgreSQL, with sessions that it keeps in a cookie.

use latchkey::password::Refusal;
use latchkey::service::ProofError;
use serde_json::json;

use super::harness::{ADA, Live};
use super::journey::journey;
use super::site::{Limit, Site};

struct Directus;

impl Site for Directus {
    const BACKEND: &str = "directus";
    const VARIABLES: &[(&str, &str)] = &[("redirect", "https://recover.latchkey.example/reset-password")];
    // Its reasons are sentences.
    const WEAK: &[(&str, &[Refusal])] = &[("short", &[])];
    const USED: ProofError = ProofError::Used;
    const EXPIRED: ProofError = ProofError::Expired;
    const LIMIT: Option<Limit> = Some(Limit { options: &["throttled"], says_how_long: true });

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = json!({ "email": ADA, "password": password, "mode": "session" });
        live.cookie(live.http.post(live.direct("/auth/login")).json(&account)).await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        live.is_ok(live.http.get(live.direct("/users/me")).header("cookie", session)).await
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<Directus>().await;
}
