//! The recovery calls: reading what is asked, and telling what became of it.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use serde_json::{Value, json};

use super::IDEMPOTENCY_KEY;
use super::fields::Fields;
use super::problem::Problem;
use crate::address::EmailAddress;
use crate::core::Core;
use crate::passwords::Password;
use crate::recovery::Proof;
use crate::secrets::{Challenge, Fingerprint, fingerprint};

/// Longest `Idempotency-Key`, in bytes.
const MAX_KEY_BYTES: usize = 255;

pub(super) async fn request(State(core): State<Arc<Core>>, fields: Fields) -> Result<Json<Value>, Problem> {
    let email = fields.optional("email").map_err(|_| Problem::email_invalid())?;
    let email = email.and_then(EmailAddress::parse).ok_or_else(Problem::email_invalid)?;
    let flow = core.request_recovery(&email, challenge_in(&fields)?).await?;
    Ok(Json(json!({ "flow": flow, "resend_after": core.limits.resend_after })))
}

pub(super) async fn check(State(core): State<Arc<Core>>, fields: Fields) -> Result<Json<Value>, Problem> {
    let checked = core.check_proof(&proof_in(&fields)?).await?;
    Ok(Json(json!({ "flow": checked.flow, "expires_in": checked.expires_in })))
}

pub(super) async fn reset(
    State(core): State<Arc<Core>>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Json<Value>, Problem> {
    let key = key_in(&headers)?;
    let proof = proof_in(&fields)?;
    let password = Password::typed(fields.required("new_password")?);
    let reset = core.reset_password(&proof, password, key.as_ref()).await;
    reset.map_err(|refused| Problem::of_reset(refused, &core.policy))?;
    Ok(Json(json!({ "signed_out_everywhere": true })))
}

/// A challenge and its method come together; a method left out would mean `plain` (RFC 7636 §4.3).
fn challenge_in(fields: &Fields) -> Result<Option<Challenge>, Problem> {
    let optional = |name| fields.optional(name).map_err(|_| Problem::challenge_invalid());
    match (optional("code_challenge")?, optional("code_challenge_method")?) {
        (None, None) => Ok(None),
        (Some(challenge), Some("S256")) => {
            Challenge::parse(challenge).map(Some).ok_or_else(Problem::challenge_invalid)
        }
        _ => Err(Problem::challenge_invalid()),
    }
}

fn proof_in(fields: &Fields) -> Result<Proof, Problem> {
    let verifier = fields.optional("code_verifier")?.map(Into::into);
    match (fields.optional("token")?, fields.optional("flow")?, fields.optional("code")?) {
        (Some(_), _, Some(_)) => Err(Problem::malformed_request("Give either `token` or `code`.")),
        (Some(token), _, None) => Ok(Proof::Link { token: token.into(), verifier }),
        (None, Some(flow), Some(code)) => {
            Ok(Proof::Code { flow: flow.to_owned(), code: code.into(), verifier })
        }
        _ => Err(Problem::token_invalid()),
    }
}

fn key_in(headers: &HeaderMap) -> Result<Option<Fingerprint>, Problem> {
    let mut keys = headers.get_all(IDEMPOTENCY_KEY).iter();
    match (keys.next(), keys.next()) {
        (None, _) => Ok(None),
        (Some(key), None) if (1..=MAX_KEY_BYTES).contains(&key.len()) => {
            Ok(Some(fingerprint(key.as_bytes())))
        }
        _ => Err(Problem::malformed_request("`Idempotency-Key` must be given once, with 1 to 255 bytes.")),
    }
}
