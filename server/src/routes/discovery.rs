//! What a client may ask before it asks for anything: capabilities, policy; and what operators ask: health.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::document::ReadinessProblems;
use super::problem::Problem;
use crate::config::Binding;
use crate::core::Core;
use crate::passwords::MAX_LENGTH;
use crate::secrets::{CODE_DIGITS, FLOW_CHARS, TOKEN_CHARS};

/// What this server can do beyond the plain contract.
#[derive(Serialize, ToSchema)]
pub(super) struct Capabilities {
    contract: &'static str,
    /// Empty where recoveries are not bound to the device that asks; then there are no codes either.
    challenge_methods: &'static [&'static str],
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false, nullable = false)]
    code_digits: Option<usize>,
    /// How many characters the `token` and the `flow` of every mailed link have: a link with fewer was damaged.
    token_length: usize,
    flow_length: usize,
    /// Whether a request without a challenge is refused.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    challenge_required: bool,
    check: bool,
    password_policy: bool,
    idempotency: bool,
    revokes_sessions: bool,
    /// Kinds of codes that an account may ask for beside the proof.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[schema(required = false)]
    second_factors: &'static [&'static str],
}

/// How long a new password may be, in code points after NFC.
#[derive(Serialize, ToSchema)]
pub(super) struct Policy {
    min_length: usize,
    max_length: usize,
}

/// A server's state.
#[derive(Serialize, ToSchema)]
pub(super) struct Health {
    status: &'static str,
}

/// What this server can do.
#[utoipa::path(get, path = "/account/recovery/capabilities", responses((status = 200, body = Capabilities)))]
pub(super) async fn capabilities(State(core): State<Arc<Core>>) -> Json<Capabilities> {
    let bound = core.binding != Binding::Off;
    Json(Capabilities {
        contract: "latchkey/1",
        challenge_methods: if bound { &["S256"] } else { &[] },
        code_digits: bound.then_some(CODE_DIGITS),
        token_length: TOKEN_CHARS,
        flow_length: FLOW_CHARS,
        challenge_required: core.binding == Binding::Require,
        check: true,
        password_policy: true,
        idempotency: true,
        revokes_sessions: true,
        second_factors: if core.pepper.is_some() { &["totp"] } else { &[] },
    })
}

/// Which new passwords are good enough.
#[utoipa::path(get, path = "/account/password-policy", responses((status = 200, body = Policy)))]
pub(super) async fn password_policy(State(core): State<Arc<Core>>) -> Json<Policy> {
    Json(Policy { min_length: core.policy.min_length, max_length: MAX_LENGTH })
}

/// The process runs.
#[utoipa::path(get, path = "/healthz", responses((status = 200, body = Health)))]
pub(super) async fn health() -> Json<Health> {
    Json(Health { status: "ok" })
}

/// The process runs and its database answers.
#[utoipa::path(get, path = "/readyz", responses((status = 200, body = Health), ReadinessProblems))]
pub(super) async fn ready(State(core): State<Arc<Core>>) -> Result<Json<Health>, Problem> {
    let ping = async {
        let answered = core.store.ping().await;
        answered.inspect_err(|error| tracing::error!(%error, "the database does not answer")).is_ok()
    };
    if core.readiness.check(ping).await {
        Ok(Json(Health { status: "ok" }))
    } else {
        Err(Problem::not_ready())
    }
}
