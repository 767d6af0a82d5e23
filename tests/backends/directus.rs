//! Directus 12 on PostgreSQL, with sessions in a cookie.

use latchkey::password::PasswordRejection;
use latchkey::service::ProofError;
use serde_json::json;

use super::backend::{Backend, RateLimit};
use super::harness::{ADA, Live};
use super::journey::journey;

struct Directus;

impl Backend for Directus {
    const ID: &str = "directus";
    const VARIABLES: &[(&str, &str)] = &[("redirect", "https://recover.latchkey.example/reset-password")];
    // The server's reasons are sentences.
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[("short", &[])];
    const USED_ERROR: ProofError = ProofError::Used;
    const UNISSUED_ERROR: ProofError = ProofError::Invalid;
    const EXPIRED_ERROR: ProofError = ProofError::Expired;
    const RATE_LIMIT: Option<RateLimit> = Some(RateLimit { options: &["throttled"], has_retry_after: true });

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
