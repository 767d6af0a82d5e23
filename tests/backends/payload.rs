//! Payload 3, whose link has the token at the end of its path.

use latchkey::password::PasswordRejection;
use serde_json::{Value, json};

use super::backend::Backend;
use super::harness::{ADA, Live};
use super::journey::journey;

struct Payload;

impl Backend for Payload {
    const ID: &str = "payload";
    // The server's default minimum is three characters.
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[("ab", &[])];

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = json!({ "email": ADA, "password": password });
        live.token(live.http.post(live.direct("/api/users/login")).json(&account), "/token").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        let home = live.http.get(live.direct("/api/users/me"));
        let response = home.header("authorization", format!("JWT {session}")).send().await.unwrap();
        // Without a session it returns no user with 200.
        response.json::<Value>().await.unwrap()["user"] != Value::Null
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<Payload>().await;
}
