//! What a client can find out before a recovery: the features of the server and its password policy.

use axum::Json;
use axum::extract::State;
use latchkey_core::password::PasswordPolicy;
use serde::Serialize;
use utoipa::ToSchema;

use super::openapi::ViewProblems;
use crate::config::Binding;
use crate::crypto::secrets::{CODE_DIGITS, FLOW_CHARS, TOKEN_CHARS};
use crate::http::state::Features;

/// The features of this server beyond the plain contract.
#[derive(Serialize, ToSchema)]
#[schema(as = Capabilities)]
pub(in crate::http) struct CapabilitiesResponse {
    contract: &'static str,
    /// Empty if recoveries are not bound to the requesting device. Then there are no codes either.
    challenge_methods: &'static [&'static str],
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false, nullable = false)]
    code_digits: Option<usize>,
    /// Number of characters of the `token` in a mailed link. A link with a shorter one is damaged.
    token_length: usize,
    /// Number of characters of the `flow` in a mailed link. A link with a shorter one is damaged.
    flow_length: usize,
    /// Whether a request without a challenge is rejected.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    challenge_required: bool,
    check: bool,
    password_policy: bool,
    idempotency: bool,
    revokes_sessions: bool,
    /// Kinds of second factors that an account may require in addition to the proof.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[schema(required = false)]
    second_factors: &'static [&'static str],
}

/// Limits on the length of a new password, in code points after NFC.
#[derive(Serialize, ToSchema)]
#[schema(as = Policy)]
pub(in crate::http) struct PasswordPolicyResponse {
    min_length: u64,
    max_length: Option<u64>,
}

/// The features of this server.
#[utoipa::path(
    get,
    path = "/account/recovery/capabilities",
    responses((status = 200, body = CapabilitiesResponse), ViewProblems)
)]
pub(super) async fn capabilities(State(features): State<Features>) -> Json<CapabilitiesResponse> {
    let bound = features.binding != Binding::Off;
    Json(CapabilitiesResponse {
        contract: "latchkey/1",
        challenge_methods: if bound { &["S256"] } else { &[] },
        code_digits: bound.then_some(CODE_DIGITS),
        token_length: TOKEN_CHARS,
        flow_length: FLOW_CHARS,
        challenge_required: features.binding == Binding::Require,
        check: true,
        password_policy: true,
        idempotency: true,
        revokes_sessions: true,
        second_factors: if features.second_factors { &["totp"] } else { &[] },
    })
}

/// The rules for new passwords.
#[utoipa::path(
    get,
    path = "/account/password-policy",
    responses((status = 200, body = PasswordPolicyResponse), ViewProblems)
)]
pub(super) async fn password_policy(State(policy): State<PasswordPolicy>) -> Json<PasswordPolicyResponse> {
    Json(PasswordPolicyResponse { min_length: policy.min_length, max_length: policy.max_length })
}
