//! What a client may ask before it asks for anything: capabilities, policy, health.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use super::problem::Problem;
use crate::core::Core;
use crate::fault::Fault;
use crate::passwords::MAX_LENGTH;
use crate::secrets::CODE_DIGITS;

pub(super) async fn capabilities() -> Json<Value> {
    Json(json!({
        "contract": "latchkey/1",
        "challenge_methods": ["S256"],
        "code_digits": CODE_DIGITS,
        "check": true,
        "password_policy": true,
        "idempotency": true,
        "revokes_sessions": true,
    }))
}

pub(super) async fn password_policy(State(core): State<Arc<Core>>) -> Json<Value> {
    Json(json!({ "min_length": core.policy.min_length, "max_length": MAX_LENGTH }))
}

/// Healthy is a server whose database answers.
pub(super) async fn health(State(core): State<Arc<Core>>) -> Result<Json<Value>, Problem> {
    core.store.ping().await.map_err(Fault::from)?;
    Ok(Json(json!({ "status": "ok" })))
}
