//! dj-rest-auth 7, with the tokens of Django REST framework, which stay valid after a reset.

use latchkey::password::PasswordRejection;
use latchkey::service::ProofError;
use serde_json::json;

use super::backend::{Backend, RateLimit};
use super::harness::Live;
use super::journey::journey;

struct DjRestAuth;

impl Backend for DjRestAuth {
    const ID: &str = "dj-rest-auth";
    const INVALID_ADDRESS: Option<&str> = Some("ada@org");
    // The server's reasons are sentences, in its own language.
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] =
        &[("short", &[]), ("password1", &[]), ("71830465291", &[])];
    const FORGED: &[(&str, &str, ProofError)] = &[("/MQ/", "/Mg/", ProofError::Invalid)];
    const RATE_LIMIT: Option<RateLimit> = Some(RateLimit { options: &["throttled"], has_retry_after: true });

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = json!({ "username": "ada", "password": password });
        live.token(live.http.post(live.direct("/rest/login/")).json(&account), "/key").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        let home = live.http.get(live.direct("/rest/user/"));
        live.is_ok(home.header("authorization", format!("Token {session}"))).await
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<DjRestAuth>().await;
}
