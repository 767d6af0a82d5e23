//! Signing in, only to show what a recovery changed.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};

use super::fields::Fields;
use super::problem::Problem;
use crate::core::Core;

pub(super) async fn sign_in(State(core): State<Arc<Core>>, fields: Fields) -> Result<Json<Value>, Problem> {
    let session = core.sign_in(fields.required("email")?, fields.required("password")?).await?;
    let session = session.ok_or_else(Problem::credentials_invalid)?;
    Ok(Json(json!({ "session": session.expose_secret() })))
}

pub(super) async fn show(State(core): State<Arc<Core>>, headers: HeaderMap) -> Result<Json<Value>, Problem> {
    let token = bearer_in(&headers).ok_or_else(Problem::credentials_invalid)?;
    let email = core.session_email(token).await?.ok_or_else(Problem::credentials_invalid)?;
    Ok(Json(json!({ "email": email })))
}

/// The token of an `Authorization: Bearer` header; the scheme's case does not matter (RFC 9110 §11.1).
fn bearer_in(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
