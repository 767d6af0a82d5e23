//! fastapi-users 15, whose sessions are JWTs, which stay valid after a reset.

use latchkey::password::PasswordRejection;

use super::backend::Backend;
use super::harness::{ADA, Live};
use super::journey::journey;

struct FastapiUsers;

impl Backend for FastapiUsers {
    const ID: &str = "fastapi-users";
    const INVALID_ADDRESS: Option<&str> = Some("ada@localhost");
    // The server's reasons are texts of the app.
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[("short", &[])];

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let form = [("username", ADA), ("password", password)];
        live.token(live.http.post(live.direct("/auth/jwt/login")).form(&form), "/access_token").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        live.is_ok(live.http.get(live.direct("/users/me")).bearer_auth(session)).await
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<FastapiUsers>().await;
}
