//! strawberry-django-auth, with its JSON web tokens, which stay valid after a reset.

use latchkey::password::PasswordRejection;
use latchkey::service::ProofError;
use serde_json::{Value, json};

use super::backend::Backend;
use super::harness::Live;
use super::journey::journey;

struct StrawberryDjangoAuth;

impl Backend for StrawberryDjangoAuth {
    const ID: &str = "strawberry-django-auth";
    const INVALID_ADDRESS: Option<&str> = Some("ada@org");
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[
        ("short", &[PasswordRejection::TooShort { min: None }]),
        ("password1", &[PasswordRejection::Common]),
        ("ada@example.org", &[PasswordRejection::Personal]),
        ("71830465291", &[PasswordRejection::Characters]),
        ("the name of this site", &[]),
    ];
    const UNISSUED_ERROR: ProofError = ProofError::Invalid;
    const EXPIRED_ERROR: ProofError = ProofError::Expired;
    const IS_USED_UP: bool = false;
    // An account whose address is not verified, and a mail server that is down.
    const UNTESTED_MESSAGES: &[&str] = &["not_verified", "email_fail"];

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let query =
            "mutation ($p: String!) { tokenAuth(username: \"ada\", password: $p) { token { token } } }";
        let request = json!({ "query": query, "variables": { "p": password } });
        let response = live.http.post(live.direct("/graphql")).json(&request).send().await.unwrap();
        let body: Value = response.json().await.unwrap();
        body.pointer("/data/tokenAuth/token/token").and_then(Value::as_str).map(str::to_owned)
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        let request =
            live.http.post(live.direct("/graphql")).json(&json!({ "query": "{ me { username } }" }));
        let response = request.header("authorization", format!("JWT {session}")).send().await.unwrap();
        let body: Value = response.json().await.unwrap();
        body.pointer("/data/me/username") == Some(&json!("ada"))
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<StrawberryDjangoAuth>().await;
}
