//! The calls after the password: they end the sessions of the account, and their failure is no error.

use std::time::Duration;

use latchkey::secret::NewPassword;
use latchkey::service::contract;
use latchkey::service::{
    CallLimits, Changed, HttpRecoveryService, IdempotencyKey, RecoveryService as _, ResetError,
};

use super::exchange::{PASSWORD, Recording};
use super::support::http_message::Message;
use super::support::stub_server::{StubResponse, StubServer, json, response};

/// Kratos, which answers the two calls after the password as given.
async fn reset(
    sessions: StubResponse,
    logout: StubResponse,
    settings: &'static str,
) -> (Result<Changed, ResetError>, StubServer) {
    let server = StubServer::start(move |message: &Message, _| match message.line() {
        "DELETE /sessions" => sessions.clone(),
        "DELETE /self-service/logout/api" => logout.clone(),
        line if line.starts_with("POST /self-service/settings") => {
            response(if settings.contains("success") { 200 } else { 400 }, &["Content-Type: application/json"], settings)
        }
        _ => json(
            r#"{"continue_with":[{"ory_session_token":"ory_st_1"},{"action":"show_settings_ui","flow":{"id":"set1"}}]}"#,
        ),
    })
    .await;
    let (contract, recording) = (contract::built_in("kratos").unwrap(), Recording::load("kratos"));
    let limits = CallLimits { total_timeout: Duration::from_secs(3), ..CallLimits::default() };
    let proof = recording.proof(&contract, true);
    let service =
        HttpRecoveryService::with_contract(contract, server.base(), &recording.vars, limits).unwrap();
    let password = NewPassword::new(PASSWORD).unwrap();
    let changed = service.reset_with_proof(&proof, &password, &IdempotencyKey::generate(), None).await;
    (changed, server)
}

const SET: &str = r#"{"state":"success"}"#;

#[tokio::test]
async fn signed_out_everywhere_is_said_only_if_every_call_succeeds() {
    let (done, gone) = (|| json(r#"{"count":0}"#), || response(204, &[], ""));
    let refused = || response(401, &["Content-Type: application/json"], r#"{"error":{"code":401}}"#);
    for (sessions, logout, signed_out_everywhere) in [
        (done(), gone(), true),
        (refused(), gone(), false),
        (done(), refused(), false),
        (response(500, &[], ""), gone(), false),
        (response(429, &[], ""), gone(), false),
        (response(302, &["Location: /"], ""), gone(), false),
        (StubResponse::Reset(Vec::new()), gone(), false),
        // The response never comes: the password is set, so this is no timeout.
        (StubResponse::Hang(Vec::new()), gone(), false),
    ] {
        let (changed, server) = reset(sessions.clone(), logout.clone(), SET).await;
        assert_eq!(changed, Ok(Changed { signed_out_everywhere }), "{sessions:?} {logout:?}");
        // A failed call does not keep the next one from being made, unless the time is over.
        if !matches!(sessions, StubResponse::Hang(_)) {
            assert_eq!(server.count("DELETE /self-service/logout/api"), 1, "{sessions:?}");
        }
        for message in server.requests().iter().filter(|message| message.line().starts_with("DELETE")) {
            assert_eq!(message.header("x-session-token"), Some("ory_st_1"));
        }
    }
}

/// Nobody is signed out before the password is set: the next try needs the session.
#[tokio::test]
async fn nothing_is_signed_out_if_the_password_is_refused() {
    let (refused, server) = reset(
        json(r#"{"count":0}"#),
        response(204, &[], ""),
        r#"{"ui":{"nodes":[{"messages":[{"id":4000032,"type":"error"}]}]}}"#,
    )
    .await;
    assert!(matches!(refused, Err(ResetError::PasswordRefused(_))), "{refused:?}");
    assert!(server.requests().iter().all(|message| !message.line().starts_with("DELETE")));
}
