//! Firebase Authentication, as its emulator has it. The emulator keeps sessions that Firebase ends.

use latchkey::password::Refusal;
use serde_json::json;

use super::harness::{ADA, Live};
use super::journey::journey;
use super::site::{Documented, Operation, Site};

struct Firebase;

impl Site for Firebase {
    const BACKEND: &str = "firebase";
    const BASE: &str = "/identitytoolkit.googleapis.com";
    const VARIABLES: &[(&str, &str)] = &[("api_key", "local")];
    const EXPIRES: bool = false;
    const TELLING: Option<&[&str]> = Some(&["telling"]);
    const KEEPS_SESSIONS: bool = true;
    // The errors that Firebase's own client knows, beside those of the emulator.
    const DOCUMENTED: &[Documented] = &[
        Documented {
            to: Operation::Request,
            status: 400,
            body: r#"{"error":{"code":400,"message":"INVALID_EMAIL"}}"#,
            outcome: "Err(AddressRefused)",
        },
        Documented {
            to: Operation::Request,
            status: 400,
            body: r#"{"error":{"code":400,"message":"RESET_PASSWORD_EXCEED_LIMIT"}}"#,
            outcome: "Err(Call(RateLimited { wait: None }))",
        },
        Documented {
            to: Operation::Request,
            status: 400,
            body: r#"{"error":{"code":400,"message":"TOO_MANY_ATTEMPTS_TRY_LATER : Try again later."}}"#,
            outcome: "Err(Call(RateLimited { wait: None }))",
        },
        Documented {
            to: Operation::Check,
            status: 400,
            body: r#"{"error":{"code":400,"message":"EXPIRED_OOB_CODE"}}"#,
            outcome: "Err(Proof(Expired))",
        },
        Documented {
            to: Operation::Reset,
            status: 400,
            body: r#"{"error":{"code":400,"message":"EXPIRED_OOB_CODE"}}"#,
            outcome: "Err(Proof(Expired))",
        },
        Documented {
            to: Operation::Reset,
            status: 400,
            body: r#"{"error":{"code":400,"message":"PASSWORD_DOES_NOT_MEET_REQUIREMENTS : Missing: number"}}"#,
            outcome: "Err(PasswordRefused([]))",
        },
    ];
    const WEAK: &[(&str, &[Refusal])] = &[("short", &[Refusal::TooShort { min: None }])];

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
