//! django-rest-passwordreset 1, with the tokens of Django REST framework, which stay valid after a reset.

use latchkey::password::PasswordRejection;
use serde_json::json;

use super::backend::{Backend, RateLimit};
use super::harness::Live;
use super::journey::journey;

struct DjangoRestPasswordReset;

impl Backend for DjangoRestPasswordReset {
    const ID: &str = "django-rest-passwordreset";
    const INVALID_ADDRESS: Option<&str> = Some("ada@org");
    // The server's reasons are sentences, in its own language.
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] =
        &[("short", &[]), ("password1", &[]), ("71830465291", &[])];
    const RATE_LIMIT: Option<RateLimit> = Some(RateLimit { options: &["throttled"], has_retry_after: true });
    const REVEALING_OPTIONS: Option<&[&str]> = Some(&["revealing"]);

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = json!({ "username": "ada", "password": password });
        live.token(live.http.post(live.direct("/token/")).json(&account), "/token").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        let home = live.http.get(live.direct("/me/"));
        live.is_ok(home.header("authorization", format!("Token {session}"))).await
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<DjangoRestPasswordReset>().await;
}
