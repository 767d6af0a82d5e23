//! The calls of a recovery.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::openapi::{BodyProblems, PasswordProblems, ProblemBody, ProofProblems};
use crate::crypto::secrets::{Sha256Hash, sha256};
use crate::domain::device::Device;
use crate::http::accept_language::accept_language;
use crate::http::audited_recovery::{AuditedRecovery, PasswordReset};
use crate::http::extract::{Field, JsonOrForm};
use crate::http::middleware::client_address::ClientAddr;
use crate::http::problem::Problem;
use crate::http::request_body::{NewPasswordFields, ProofFields, RecoveryRequest};
use crate::i18n::Language;
use crate::services::recovery::{ProofCheck, RequestedRecovery};

/// Identifies a request, so that its repetition is recognized.
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// Maximum length of an `Idempotency-Key`.
const MAX_IDEMPOTENCY_KEY_BYTES: usize = 255;

/// A proof and the new password.
#[derive(Deserialize, ToSchema)]
#[schema(as = ResetFields)]
pub(super) struct ResetRequest {
    #[schema(inline)]
    #[serde(flatten)]
    proof: ProofFields,
    #[schema(value_type = String, required = true)]
    new_password: Field,
    /// The code of the account's second factor, if it has one.
    #[schema(value_type = String, required = false)]
    second_factor: Field,
}

/// The token of a freeze link.
#[derive(Deserialize, ToSchema)]
#[schema(as = FreezeFields)]
pub(super) struct FreezeRequest {
    #[schema(value_type = String, required = true)]
    token: Field,
}

/// The same for every address, whether or not an email is sent.
#[derive(Serialize, ToSchema)]
#[schema(as = Asked)]
pub(super) struct RecoveryResponse {
    flow: String,
    /// Seconds until the requester's next email can be sent.
    resend_after: u64,
}

/// The proof can be redeemed.
#[derive(Serialize, ToSchema)]
#[schema(as = ProofIsGood)]
pub(super) struct CheckResponse {
    flow: String,
    /// Seconds until the proof expires.
    expires_in: u64,
    /// Present and true if the account's second factor will be required.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schema(required = false)]
    second_factor: bool,
}

/// The password is changed.
#[derive(Serialize, ToSchema)]
#[schema(as = Changed)]
pub(super) struct ResetResponse {
    /// Always true.
    signed_out_everywhere: bool,
}

/// The account is frozen.
#[derive(Serialize, ToSchema)]
#[schema(as = Frozen)]
pub(super) struct FreezeResponse {
    /// Always true.
    frozen: bool,
}

/// Requests a recovery email, in the best language for `Accept-Language`. The response and its time are the same for every
/// address.
#[utoipa::path(
    post,
    path = "/account/recovery",
    request_body(content(
        (RecoveryRequest = "application/x-www-form-urlencoded"),
        (RecoveryRequest = "application/json")
    )),
    responses((status = 200, body = RecoveryResponse), BodyProblems)
)]
pub(super) async fn request(
    State(recovery): State<AuditedRecovery>,
    client: ClientAddr,
    device: Device,
    headers: HeaderMap,
    JsonOrForm(body): JsonOrForm<RecoveryRequest>,
) -> Result<Json<RecoveryResponse>, Problem> {
    let RequestedRecovery { flow, resend_after } =
        recovery.request(client, &body, language(&headers), device).await?;
    Ok(Json(RecoveryResponse { flow, resend_after }))
}

/// Checks whether a proof can be redeemed. It is not redeemed, but a wrong code uses a try.
#[utoipa::path(
    post,
    path = "/account/reset-password/check",
    request_body(content(
        (ProofFields = "application/x-www-form-urlencoded"),
        (ProofFields = "application/json")
    )),
    responses((status = 200, body = CheckResponse), BodyProblems, ProofProblems)
)]
pub(super) async fn check(
    State(recovery): State<AuditedRecovery>,
    client: ClientAddr,
    JsonOrForm(body): JsonOrForm<ProofFields>,
) -> Result<Json<CheckResponse>, Problem> {
    let ProofCheck { flow, expires_in, second_factor } = recovery.check(client, &body).await?;
    Ok(Json(CheckResponse { flow, expires_in, second_factor }))
}

/// Sets a new password and ends all sessions.
#[utoipa::path(
    post,
    path = "/account/reset-password",
    params(("Idempotency-Key" = Option<String>, Header, description = "Identifies this reset, so that a repetition gets the same response")),
    request_body(content(
        (ResetRequest = "application/x-www-form-urlencoded"),
        (ResetRequest = "application/json")
    )),
    responses((status = 200, body = ResetResponse), BodyProblems, ProofProblems, PasswordProblems)
)]
pub(super) async fn reset(
    State(recovery): State<AuditedRecovery>,
    client: ClientAddr,
    device: Device,
    headers: HeaderMap,
    JsonOrForm(body): JsonOrForm<ResetRequest>,
) -> Result<Json<ResetResponse>, Problem> {
    let fields = NewPasswordFields { new_password: &body.new_password, second_factor: &body.second_factor };
    let parse = || {
        Ok(PasswordReset {
            idempotency_key: idempotency_key(&headers)?,
            proof: body.proof.proof()?,
            new: fields.new_password(language(&headers), device)?,
        })
    };
    recovery.reset(client, parse()).await?;
    Ok(Json(ResetResponse { signed_out_everywhere: true }))
}

/// Freezes an account ("this was not me"): signing in is blocked until the next recovery.
#[utoipa::path(
    post,
    path = "/account/freeze",
    request_body(content(
        (FreezeRequest = "application/x-www-form-urlencoded"),
        (FreezeRequest = "application/json")
    )),
    responses(
        (status = 200, body = FreezeResponse),
        (status = 410, body = ProblemBody, content_type = "application/problem+json"),
        BodyProblems
    )
)]
pub(super) async fn freeze(
    State(recovery): State<AuditedRecovery>,
    client: ClientAddr,
    JsonOrForm(body): JsonOrForm<FreezeRequest>,
) -> Result<Json<FreezeResponse>, Problem> {
    recovery.freeze(client, body.token.required().map(SecretString::from)).await?;
    Ok(Json(FreezeResponse { frozen: true }))
}

fn language(headers: &HeaderMap) -> &'static Language {
    Language::negotiate(None, accept_language(headers))
}

/// The hash of the `Idempotency-Key`, if there is one.
fn idempotency_key(headers: &HeaderMap) -> Result<Option<Sha256Hash>, Problem> {
    let mut keys = headers.get_all(IDEMPOTENCY_KEY).iter();
    match (keys.next(), keys.next()) {
        (None, _) => Ok(None),
        (Some(key), None) if (1..=MAX_IDEMPOTENCY_KEY_BYTES).contains(&key.len()) => {
            Ok(Some(sha256(key.as_bytes())))
        }
        _ => Err(Problem::malformed_request("`Idempotency-Key` must be given once, with 1 to 255 bytes.")),
    }
}
