//! PocketBase 0.40, whose link has the token at the end of its fragment.

use latchkey::password::PasswordRejection;
use serde_json::json;

use super::backend::{Backend, RateLimit};
use super::harness::{ADA, Live};
use super::journey::journey;

struct PocketBase;

impl Backend for PocketBase {
    const ID: &str = "pocketbase";
    const INVALID_ADDRESS: Option<&str> = Some("ada@org");
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[("short", &[])];
    const RATE_LIMIT: Option<RateLimit> = Some(RateLimit { options: &["throttled"], has_retry_after: false });

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = json!({ "identity": ADA, "password": password });
        let request = live.http.post(live.direct("/api/collections/users/auth-with-password"));
        live.token(request.json(&account), "/token").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        let again = live.http.post(live.direct("/api/collections/users/auth-refresh"));
        live.is_ok(again.header("authorization", session)).await
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<PocketBase>().await;
}
