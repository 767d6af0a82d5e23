//! Parse Server 9 on PostgreSQL.

use latchkey::password::PasswordRejection;
use latchkey::service::ProofError;
use serde_json::json;

use super::backend::{Backend, RateLimit};
use super::harness::{Live, OLD_PASSWORD};
use super::journey::journey;

struct Parse;

impl Backend for Parse {
    const ID: &str = "parse";
    const VARIABLES: &[(&str, &str)] = &[("app_id", "latchkey")];
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] =
        &[("short", &[]), (OLD_PASSWORD, &[PasswordRejection::SameAsBefore])];
    const EXPIRED_ERROR: ProofError = ProofError::Expired;
    const UNISSUED_ERROR: ProofError = ProofError::Invalid;
    const USED_ERROR: ProofError = ProofError::Invalid;
    const RATE_LIMIT: Option<RateLimit> = Some(RateLimit { options: &["throttled"], has_retry_after: true });
    const LIMITS_RESETS: bool = false;
    const UNTESTED_MESSAGES: &[&str] = &["cannot contain your username"];
    const REVEALING_OPTIONS: Option<&[&str]> = Some(&["reveals-accounts"]);

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = json!({ "username": "ada", "password": password });
        let request =
            live.http.post(live.direct("/parse/login")).header("x-parse-application-id", "latchkey");
        live.token(request.json(&account), "/sessionToken").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        let home = live.http.get(live.direct("/parse/users/me")).header("x-parse-application-id", "latchkey");
        live.is_ok(home.header("x-parse-session-token", session)).await
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<Parse>().await;
}
