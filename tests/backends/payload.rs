//! Payload 3, whose link has the token at the end of its path.

use latchkey::password::Refusal;
use serde_json::{Value, json};

use super::harness::{ADA, Live};
use super::journey::journey;
use super::site::Site;

struct Payload;

impl Site for Payload {
    const BACKEND: &str = "payload";
    // By itself it takes three characters.
    const WEAK: &[(&str, &[Refusal])] = &[("ab", &[])];

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = json!({ "email": ADA, "password": password });
        live.token(live.http.post(live.direct("/api/users/login")).json(&account), "/token").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        let home = live.http.get(live.direct("/api/users/me"));
        let answer = home.header("authorization", format!("JWT {session}")).send().await.unwrap();
        // To a stranger it says that there is no user, with 200.
        answer.json::<Value>().await.unwrap()["user"] != Value::Null
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<Payload>().await;
}
