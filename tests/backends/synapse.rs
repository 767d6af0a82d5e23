//! Synapse, whose reset ends all sessions.

use latchkey::password::PasswordRejection;
use latchkey::service::ProofError;
use serde_json::json;

use super::backend::{Backend, RateLimit};
use super::harness::Live;
use super::journey::journey;

struct Synapse;

impl Backend for Synapse {
    const ID: &str = "synapse";
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[
        ("short", &[PasswordRejection::TooShort { min: None }]),
        ("NO SMALL LETTER", &[PasswordRejection::Characters]),
        ("nospacesordots", &[PasswordRejection::Characters]),
    ];
    const FORGED: &[(&str, &str, ProofError)] = &[
        ("client_secret=", "client_secret=x", ProofError::Invalid),
        ("sid=", "sid=x", ProofError::InvalidOrExpired),
    ];
    const EXPIRED_ERROR: ProofError = ProofError::Expired;
    const RATE_LIMIT: Option<RateLimit> = Some(RateLimit { options: &["throttled"], has_retry_after: true });
    const LIMITS_RESETS: bool = false;
    const REVEALING_OPTIONS: Option<&[&str]> = Some(&["revealing"]);
    // Other password policies, and accounts that change while a link is open. The last two are random values of letters,
    // which are not recognized as such.
    const UNTESTED_MESSAGES: &[&str] = &[
        "M_PASSWORD_NO_DIGIT",
        "M_PASSWORD_NO_UPPERCASE",
        "M_UNAUTHORIZED",
        "M_NOT_FOUND",
        "\"session\"",
        "\"sid\"",
    ];
    // Only a server that reveals who has an account says so.
    const UNUSED_MATCHES: &[&str] = &["Unknown session_id"];

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = json!({
            "type": "m.login.password",
            "identifier": { "type": "m.id.user", "user": "ada" },
            "password": password,
        });
        let request = live.http.post(live.direct("/_matrix/client/v3/login")).json(&account);
        live.token(request, "/access_token").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        let home = live.http.get(live.direct("/_matrix/client/v3/account/whoami"));
        live.is_ok(home.header("authorization", format!("Bearer {session}"))).await
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<Synapse>().await;
}
