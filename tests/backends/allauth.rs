//! django-allauth 65 for apps (headless), with a link and with a code.

use latchkey::password::PasswordRejection;
use latchkey::service::ProofError;
use serde_json::json;

use super::backend::{Backend, RateLimit};
use super::harness::{ADA, Live};
use super::journey::journey;

const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[
    ("short", &[PasswordRejection::TooShort { min: None }]),
    ("password1", &[PasswordRejection::Common]),
    ("71830465291", &[PasswordRejection::Characters]),
    ("7183046", &[PasswordRejection::TooShort { min: None }, PasswordRejection::Characters]),
    ("ada@example", &[PasswordRejection::Personal]),
    ("the name of this site", &[]),
];

struct ByLink;
struct ByCode;

impl Backend for ByLink {
    const ID: &str = "allauth";
    const INVALID_ADDRESS: Option<&str> = Some("ada@org");
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = WEAK_PASSWORDS;
    const RATE_LIMIT: Option<RateLimit> = Some(RateLimit { options: &[], has_retry_after: false });
    const VARIANTS: &[&[&str]] = &[&["signs-in"]];

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = json!({ "email": ADA, "password": password });
        let request = live.http.post(live.direct("/_allauth/app/v1/auth/login")).json(&account);
        live.token(request, "/meta/session_token").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        let home = live.http.get(live.direct("/_allauth/app/v1/auth/session"));
        live.is_ok(home.header("x-session-token", session)).await
    }
}

impl Backend for ByCode {
    const ID: &str = "allauth-code";
    const FOLDER: &str = "allauth";
    const OPTIONS: &[&str] = &["by-code"];
    const INVALID_ADDRESS: Option<&str> = Some("ada@org");
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = WEAK_PASSWORDS;
    const UNISSUED_ERROR: ProofError = ProofError::WrongCode { tries_left: None };
    const USED_ERROR: ProofError = ProofError::CodeExpired;
    const EXPIRED_ERROR: ProofError = ProofError::CodeExpired;
    const EXPIRY_OPTIONS: &[&str] = &[];
    const RATE_LIMIT: Option<RateLimit> = Some(RateLimit { options: &[], has_retry_after: false });
    const VARIANTS: &[&[&str]] = &[&["signs-in"]];

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        ByLink::sign_in(live, password).await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        ByLink::is_signed_in(live, session).await
    }

    async fn expire_tokens(live: &Live) {
        live.http.post(live.direct("/expire-codes")).send().await.unwrap();
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts_by_link() {
    journey::<ByLink>().await;
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts_by_code() {
    journey::<ByCode>().await;
}
