//! The forms of django.contrib.auth, with a CSRF token and a session in cookies.

use latchkey::password::PasswordRejection;
use latchkey::service::ProofError;

use super::backend::Backend;
use super::harness::{ADA, Live};
use super::journey::journey;

struct Django;

impl Backend for Django {
    const ID: &str = "django";
    const INVALID_ADDRESS: Option<&str> = Some("ada@org");
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[
        ("short", &[PasswordRejection::TooShort { min: None }]),
        ("password1", &[PasswordRejection::Common]),
        ("71830465291", &[PasswordRejection::Characters]),
        (ADA, &[PasswordRejection::Personal]),
        (
            "12345",
            &[
                PasswordRejection::TooShort { min: None },
                PasswordRejection::Common,
                PasswordRejection::Characters,
            ],
        ),
        ("the name of this site", &[]),
    ];
    const FORGED: &[(&str, &str, ProofError)] = &[("/MQ/", "/Mg/", ProofError::InvalidOrExpired)];
    const TOKEN_IN_PATH: bool = true;

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let request = live.http.post(live.direct("/sign-in/")).form(&[("password", password)]);
        live.named_cookie(request, "sessionid").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        live.is_ok(live.http.get(live.direct("/me/")).header("cookie", session)).await
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<Django>().await;
}
