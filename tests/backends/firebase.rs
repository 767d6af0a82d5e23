//! Firebase Authentication, emulated. The emulator keeps sessions that Firebase ends.

use latchkey::password::PasswordRejection;
use latchkey::service::ProofError;
use serde_json::json;

use super::backend::Backend;
use super::harness::{ADA, Live};
use super::journey::journey;

struct Firebase;

impl Backend for Firebase {
    const ID: &str = "firebase";
    const BASE: &str = "/identitytoolkit.googleapis.com";
    const VARIABLES: &[(&str, &str)] = &[("api_key", "local")];
    const HAS_EXPIRY: bool = false;
    const UNISSUED_ERROR: ProofError = ProofError::Invalid;
    const USED_ERROR: ProofError = ProofError::Invalid;
    const REVEALING_OPTIONS: Option<&[&str]> = Some(&["reveals-accounts"]);
    const KEEPS_SESSIONS: bool = true;
    const UNTESTED_MESSAGES: &[&str] = &[
        "INVALID_EMAIL",
        "USER_DISABLED",
        "must contain at least",
        "must contain at most",
        "case character",
        "numeric character",
        "RESET_PASSWORD_EXCEED_LIMIT",
        "TOO_MANY_ATTEMPTS_TRY_LATER",
        "EXPIRED_OOB_CODE",
        "PASSWORD_DOES_NOT_MEET_REQUIREMENTS",
    ];
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] =
        &[("short", &[PasswordRejection::TooShort { min: None }])];

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let path = "/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=local";
        let account = json!({ "email": ADA, "password": password, "returnSecureToken": true });
        live.token(live.http.post(live.direct(path)).json(&account), "/refreshToken").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        let again = live.http.post(live.direct("/securetoken.googleapis.com/v1/token?key=local"));
        live.is_ok(again.form(&[("grant_type", "refresh_token"), ("refresh_token", session)])).await
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<Firebase>().await;
}
