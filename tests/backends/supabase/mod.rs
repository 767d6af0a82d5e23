//! Supabase Auth on PostgreSQL, with its three contracts.

mod accounts;
mod attempts;
mod codes;
mod links;
mod pkce;
mod requests;
mod second_factor;
mod sessions;

use latchkey::password::PasswordRejection;
use latchkey::service::ProofError;
use serde_json::json;

use super::backend::Backend;
use super::harness::{ADA, Live, Mail};
use super::journey::journey;
use super::recording_service::OperationLog;

const VARIABLES: &[(&str, &str)] =
    &[("anon_key", "local"), ("redirect", "https://recover.latchkey.example/reset-password")];
const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = &[
    ("short", &[PasswordRejection::TooShort { min: None }]),
    ("0123456789", &[PasswordRejection::Characters]),
    ("01234", &[PasswordRejection::TooShort { min: None }, PasswordRejection::Characters]),
    (TOO_LONG, &[PasswordRejection::TooLong { max: None }]),
    (super::harness::OLD_PASSWORD, &[PasswordRejection::SameAsBefore]),
];
/// 73 bytes, and 72 characters.
const TOO_LONG: &str = "é is one character of two bytes, and this is a long password of 72 of th";
/// Responses that need a service elsewhere: the list of breached passwords, the DNS, and text messages.
const UNTESTED: &[&str] =
    &["pwned", "email_address_invalid", "phone", "unsupported_factor", "\"id\":\"old\""];
/// A weak password always has reasons.
const UNUSED_MATCHES: &[&str] = &["weak_password"];
/// Lifetime of the session of a link, in seconds.
const SESSION_SECONDS: Option<u64> = Some(3600);

/// The email has the token's hash in a link of the app, and a code.
struct TokenHash;
/// The default email, bound to the device.
struct Pkce;
/// The default email.
struct Implicit;

impl Backend for TokenHash {
    const ID: &str = "supabase";
    const FOLDER: &str = "supabase";
    const VARIABLES: &[(&str, &str)] = VARIABLES;
    const INVALID_ADDRESS: Option<&str> = Some("ädä@example.org");
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = WEAK_PASSWORDS;
    const UNISSUED_ERROR: ProofError = ProofError::Expired;
    const USED_ERROR: ProofError = ProofError::Expired;
    const EXPIRED_ERROR: ProofError = ProofError::Expired;
    const EXPIRY_OPTIONS: &[&str] = &[];
    const EXPIRES_IN: Option<u64> = SESSION_SECONDS;
    const UNTESTED_MESSAGES: &[&str] = UNTESTED;
    const UNUSED_MATCHES: &[&str] = UNUSED_MATCHES;

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        sign_in(live, password).await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        is_signed_in(live, session).await
    }

    async fn expire_tokens(live: &Live) {
        live.control("expire_emails", json!({})).await;
    }

    async fn own_cases(log: &OperationLog) {
        cases_of_codes::<Self>(log).await;
        cases_of_all::<Self>(log).await;
    }
}

impl Backend for Pkce {
    const ID: &str = "supabase-pkce";
    const FOLDER: &str = "supabase";
    const OPTIONS: &[&str] = &["default-mail"];
    const VARIABLES: &[(&str, &str)] = VARIABLES;
    const INVALID_ADDRESS: Option<&str> = Some("ädä@example.org");
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = WEAK_PASSWORDS;
    const UNISSUED_ERROR: ProofError = ProofError::Expired;
    const USED_ERROR: ProofError = ProofError::Expired;
    // The link opens on the device that asked: see `pkce`.
    const HAS_EXPIRY: bool = false;
    const EXPIRES_IN: Option<u64> = SESSION_SECONDS;
    const UNTESTED_MESSAGES: &[&str] = UNTESTED;
    const UNUSED_MATCHES: &[&str] = UNUSED_MATCHES;

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        sign_in(live, password).await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        is_signed_in(live, session).await
    }

    async fn open_in_browser(live: &Live, mail: Mail) -> Mail {
        links::redirected(live, mail).await
    }

    async fn own_cases(log: &OperationLog) {
        cases_of_all::<Self>(log).await;
        cases_of_codes::<Self>(log).await;
        cases_of_the_default_email::<Self>(log).await;
        pkce::cases(log).await;
    }
}

impl Backend for Implicit {
    const ID: &str = "supabase-implicit";
    const FOLDER: &str = "supabase";
    const OPTIONS: &[&str] = &["default-mail"];
    const VARIABLES: &[(&str, &str)] = VARIABLES;
    const INVALID_ADDRESS: Option<&str> = Some("ädä@example.org");
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])] = WEAK_PASSWORDS;
    const UNISSUED_ERROR: ProofError = ProofError::Expired;
    const USED_ERROR: ProofError = ProofError::Used;
    const EXPIRED_ERROR: ProofError = ProofError::Expired;
    const EXPIRY_OPTIONS: &[&str] = &["expired-sessions"];
    const UNTESTED_MESSAGES: &[&str] = UNTESTED;
    const UNUSED_MATCHES: &[&str] = UNUSED_MATCHES;

    async fn sign_in(live: &Live, password: &str) -> Option<String> {
        sign_in(live, password).await
    }

    async fn is_signed_in(live: &Live, session: &str) -> bool {
        is_signed_in(live, session).await
    }

    async fn open_in_browser(live: &Live, mail: Mail) -> Mail {
        links::redirected(live, mail).await
    }

    async fn own_cases(log: &OperationLog) {
        cases_of_all::<Self>(log).await;
        cases_of_the_default_email::<Self>(log).await;
        links::long_access_token_is_accepted::<Self>(log).await;
    }
}

/// Cases of all three contracts.
async fn cases_of_all<B: Backend>(log: &OperationLog) {
    requests::second_request_within_a_minute_looks_like_the_first::<B>(log).await;
    requests::exhausted_quota_looks_like_success::<B>(log).await;
    requests::unauthorized_address_looks_like_an_unknown_one::<B>(log).await;
    requests::captcha_is_reported::<B>(log).await;
    requests::unreachable_mail_server_is_reported_as_down::<B>(log).await;
    links::redirect_that_is_not_allowed_leads_elsewhere::<B>(log).await;
    sessions::session_that_is_over_is_reported::<B>(log).await;
    sessions::ended_session_is_reported::<B>(log).await;
    second_factor::code_of_an_authenticator_app_is_required::<B>(log).await;
    second_factor::either_of_two_authenticator_apps_works::<B>(log).await;
    second_factor::app_that_is_enrolled_meanwhile_ends_the_session::<B>(log).await;
    accounts::banned_account_is_reported::<B>(log).await;
    attempts::two_recoveries_at_once::<B>(log).await;
    attempts::lost_response_is_repeated::<B>(log).await;
    sessions::own_session_is_ended_after_the_password::<B>(log).await;
}

/// Cases of the contracts with codes.
async fn cases_of_codes<B: Backend>(log: &OperationLog) {
    codes::code_resets_the_password::<B>(log, &["token-mail"]).await;
    codes::code_resets_the_password::<B>(log, &["token-mail", "eight-digits"]).await;
    codes::wrong_expired_and_used_codes_are_refused::<B>(log).await;
    codes::too_many_wrong_codes_are_limited::<B>(log).await;
    codes::code_of_a_banned_account_is_refused_like_a_wrong_one::<B>(log).await;
}

/// Cases of links that lead to the server.
async fn cases_of_the_default_email<B: Backend>(log: &OperationLog) {
    links::link_to_the_server_is_accepted_when_pasted::<B>(log).await;
    links::link_that_was_opened_before_is_expired::<B>(log).await;
}

async fn sign_in(live: &Live, password: &str) -> Option<String> {
    let account = json!({ "email": ADA, "password": password });
    let request = live.http.post(live.direct("/auth/v1/token?grant_type=password")).json(&account);
    live.token(request, "/access_token").await
}

async fn is_signed_in(live: &Live, session: &str) -> bool {
    live.is_ok(live.http.get(live.direct("/auth/v1/user")).bearer_auth(session)).await
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts_by_token_hash() {
    journey::<TokenHash>().await;
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts_with_pkce() {
    journey::<Pkce>().await;
}

#[tokio::test]
#[ignore = "needs ./scripts/test backends"]
async fn recovers_accounts_by_implicit_flow() {
    journey::<Implicit>().await;
}
