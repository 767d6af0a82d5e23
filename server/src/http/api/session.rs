//! Signing in, to show the effects of a recovery.

use std::sync::Arc;
use std::time::Instant;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::openapi::{BodyProblems, CredentialProblems, ReadProblems};
use crate::audit::{AuditEvent, AuditLog};
use crate::domain::password::Password;
use crate::http::audited_recovery::audit_entry;
use crate::http::extract::{Field, JsonOrForm};
use crate::http::middleware::client_address::ClientAddr;
use crate::http::problem::{Problem, ProblemCode};
use crate::http::request_body::second_factor;
use crate::http::response_time::MinResponseTime;
use crate::services::authenticator::{Authenticator, Credentials};
use crate::services::rate_limiter::RateLimiter;

/// The credentials of a sign-in.
#[derive(Deserialize, ToSchema)]
#[schema(as = SignInFields)]
pub(super) struct SignInRequest {
    #[schema(value_type = String, required = true)]
    email: Field,
    #[schema(value_type = String, required = true)]
    password: Field,
    /// The code of the account's second factor, if it has one.
    #[schema(value_type = String, required = false)]
    second_factor: Field,
}

/// A new session.
#[derive(Serialize, ToSchema)]
#[schema(as = Session)]
pub(super) struct SignInResponse {
    /// The session, which is sent as `Authorization: Bearer`.
    session: String,
}

/// The person who is signed in.
#[derive(Serialize, ToSchema)]
#[schema(as = Person)]
pub(super) struct SessionResponse {
    email: String,
}

/// Signs in. The response time is the same for every address and password.
#[utoipa::path(
    post,
    path = "/session",
    request_body(content(
        (SignInRequest = "application/x-www-form-urlencoded"),
        (SignInRequest = "application/json")
    )),
    responses(
        (status = 200, body = SignInResponse),
        BodyProblems,
        CredentialProblems
    )
)]
pub(super) async fn sign_in(
    State(authenticator): State<Arc<Authenticator>>,
    State(audit): State<AuditLog>,
    State(min_response_time): State<MinResponseTime>,
    client: ClientAddr,
    JsonOrForm(body): JsonOrForm<SignInRequest>,
) -> Result<Json<SignInResponse>, Problem> {
    let started = Instant::now();
    let credentials = Credentials {
        email: body.email.required()?,
        password: Password::new(body.password.required()?),
        second_factor: second_factor(&body.second_factor)?,
    };
    let session = authenticator.sign_in(credentials, &client.network()).await.map_err(Problem::from);
    audit.record(&audit_entry(client, AuditEvent::SignIn, &session));
    min_response_time.pad(started).await;
    Ok(Json(SignInResponse { session: session?.expose_secret().to_owned() }))
}

/// Returns the person who is signed in.
#[utoipa::path(
    get,
    path = "/session",
    security(("session" = [])),
    responses((status = 200, body = SessionResponse), ReadProblems, CredentialProblems)
)]
pub(super) async fn show(
    State(authenticator): State<Arc<Authenticator>>,
    State(limiter): State<Arc<RateLimiter>>,
    client: ClientAddr,
    headers: HeaderMap,
) -> Result<Json<SessionResponse>, Problem> {
    if let Some(address) = client.ip() {
        limiter.count_read(address)?;
    }
    let token = bearer_token(&headers).ok_or(ProblemCode::CredentialsInvalid)?;
    let email = authenticator.session_email(token).await?.ok_or(ProblemCode::CredentialsInvalid)?;
    Ok(Json(SessionResponse { email }))
}

/// The token of an `Authorization: Bearer` header. The scheme is case-insensitive (RFC 9110 §11.1).
fn bearer_token(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
