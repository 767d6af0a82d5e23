//! Ory Kratos on SQLite, by its native flow with a code.

mod accounts;
mod addresses;
mod attempts;
mod codes;
mod second_factor;
mod sessions;

use latchkey::password::PasswordRejection;
use latchkey::service::ProofError;
use serde_json::{Value, json};

use super::backend::Backend;
use super::harness::{ADA, Live, OLD_PASSWORD};
use super::journey::journey;
use super::recording_service::OperationLog;

struct Kratos;

impl Backend for Kratos {
    const ID: &str = "kratos";
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[
        ("short", &[PasswordRejection::TooShort { min: Some(8) }]),
        (ADA, &[PasswordRejection::Personal]),
        (TOO_LONG, &[PasswordRejection::TooLong { max: None }]),
        (OLD_PASSWORD, &[PasswordRejection::SameAsBefore]),
    ];
    const UNISSUED_ERROR: ProofError = ProofError::InvalidOrExpired;
    const USED_ERROR: ProofError = ProofError::CodeExpired;
    // A code is checked when it is typed: see `codes`.
    const HAS_EXPIRY: bool = false;
    const VARIANTS: &[&[&str]] = &[&["aal1"], &["choose-address"], &["revokes-sessions"]];
    // Breached passwords need a service elsewhere, the others are responses of other versions.
    const UNTESTED_MESSAGES: &[&str] =
        &["4000034", "4060005", "4000001", "4000005", "4000040", "404 page", "429"];
    // A refused password has one of the reasons that the contract names.
    const UNUSED_MATCHES: &[&str] = &["error"];

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        let flow = live.http.get(live.direct("/self-service/login/api"));
        let flow = live.token(flow, "/id").await.unwrap();
        let account = json!({ "method": "password", "identifier": ADA, "password": password });
        let request = live.http.post(live.direct(&format!("/self-service/login?flow={flow}")));
        live.token(request.json(&account), "/session_token").await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        let whoami = live.http.get(live.direct("/sessions/whoami"));
        live.is_ok(whoami.header("x-session-token", session)).await
    }

    async fn own_cases(log: &OperationLog) {
        codes::sixth_try_ends_the_flow(log).await;
        codes::code_that_was_used_is_refused(log).await;
        codes::expired_code_is_refused_like_a_wrong_one(log).await;
        codes::expired_or_deleted_flow_is_an_expired_code(log).await;
        codes::server_without_its_flag_is_found_by_the_self_check(log).await;
        addresses::malformed_address_is_refused(log).await;
        addresses::account_with_two_addresses(log).await;
        addresses::unreachable_mail_server_is_not_noticed(log).await;
        sessions::old_and_ended_sessions_are_expired_codes(log).await;
        second_factor::code_of_an_authenticator_app_is_required(log).await;
        second_factor::lost_response_to_a_second_factor_is_repeated(log).await;
        second_factor::code_is_not_required_by_settings_of_aal1(log).await;
        second_factor::account_with_lookup_secrets_only_is_reported(log).await;
        second_factor::account_with_a_mailed_factor_only_is_reported(log).await;
        accounts::disabled_account_is_reported(log).await;
        attempts::two_recoveries_at_once(log).await;
        attempts::lost_response_is_repeated(log).await;
        sessions::earlier_sessions_end(log).await;
    }
}

/// 73 bytes, and 72 characters.
const TOO_LONG: &str = "é is one character of two bytes, and this is a long password of 72 of th";

/// The current code of an authenticator app.
async fn totp(live: &Live, secret: &Value) -> String {
    let code = live.control("code", json!({ "secret": secret })).await;
    code.as_str().unwrap().to_owned()
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts() {
    journey::<Kratos>().await;
}
