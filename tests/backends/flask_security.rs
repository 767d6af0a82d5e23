//! Flask-Security 5, whose token is in the path of the reset.

use latchkey::password::PasswordRejection;
use latchkey::service::ProofError;
use serde_json::json;

use super::backend::Backend;
use super::harness::{ADA, Live};
use super::journey::journey;

struct FlaskSecurity;

impl Backend for FlaskSecurity {
    const ID: &str = "flask-security";
    // The server's reasons are sentences, in its own language.
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[("short", &[])];
    const EXPIRED_ERROR: ProofError = ProofError::Expired;
    const UNISSUED_ERROR: ProofError = ProofError::Invalid;
    const USED_ERROR: ProofError = ProofError::Invalid;
    const REVEALING_OPTIONS: Option<&[&str]> = Some(&["reveals-accounts"]);
    const TOKEN_IN_PATH: bool = true;

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = json!({ "email": ADA, "password": password });
        let request = live.http.post(live.direct("/login?include_auth_token")).json(&account);
        live.token(request, "/response/user/authentication_token").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        live.is_ok(live.http.get(live.direct("/me")).header("authentication-token", session)).await
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<FlaskSecurity>().await;
}
