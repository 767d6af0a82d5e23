//! Amazon Cognito, emulated by cognito-local, with codes.

use latchkey::password::PasswordRejection;
use latchkey::service::ProofError;
use reqwest::RequestBuilder;
use serde_json::{Value, json};

use super::backend::Backend;
use super::harness::{ADA, Live};
use super::journey::journey;

struct Cognito;

/// A call that is not part of the recovery.
fn call(live: &Live, target: &str, body: &Value) -> RequestBuilder {
    let request = live.http.post(live.direct("/"));
    let target = format!("AWSCognitoIdentityProviderService.{target}");
    let named = request.header("x-amz-target", target).header("content-type", "application/x-amz-json-1.1");
    named.body(body.to_string())
}

impl Backend for Cognito {
    const ID: &str = "cognito";
    const VARIABLES: &[(&str, &str)] = &[("client_id", "latchkey")];
    const HAS_EXPIRY: bool = false;
    // The emulator accepts every password.
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[];
    const UNISSUED_ERROR: ProofError = ProofError::WrongCode { tries_left: None };
    const USED_ERROR: ProofError = ProofError::WrongCode { tries_left: None };
    const UNTESTED_MESSAGES: &[&str] = &[
        "InvalidParameterException",
        "Cannot reset password for the user",
        "User password cannot be reset",
        "User is disabled",
        "CodeDeliveryFailureException",
        "Password not long enough",
        "Password must have",
        "at 'password' failed to satisfy constraint",
        "PasswordHistoryPolicyViolationException",
        "ExpiredCodeException",
        "InvalidPasswordException",
        "LimitExceededException",
        "TooManyRequestsException",
        "TooManyFailedAttemptsException",
    ];

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let account = json!({ "USERNAME": ADA, "PASSWORD": password });
        let body =
            json!({ "ClientId": "latchkey", "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": account });
        live.token(call(live, "InitiateAuth", &body), "/AuthenticationResult/AccessToken").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        live.is_ok(call(live, "GetUser", &json!({ "AccessToken": session }))).await
    }
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<Cognito>().await;
}
