//! Signing in, only to show what a recovery changed.

use std::sync::Arc;
use std::time::Instant;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use secrecy::ExposeSecret as _;
use serde::Serialize;
use utoipa::ToSchema;

use super::client::Client;
use super::document::{BodyProblems, CredentialProblems, ReadProblems};
use super::fields::Fields;
use super::problem::Problem;
use super::recovery::second_factor_in;
use crate::audit::Event;
use crate::core::Core;
use crate::passwords::Password;
use crate::sign_in::Credentials;

/// Who signs in.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it describes which fields are read")]
pub(super) struct SignInFields {
    email: String,
    password: String,
    /// The code of the account's second factor, if it has one.
    #[schema(required = false, nullable = false)]
    second_factor: Option<String>,
}

/// A new session.
#[derive(Serialize, ToSchema)]
pub(super) struct Session {
    /// To be sent as `Authorization: Bearer`.
    session: String,
}

/// Who is signed in.
#[derive(Serialize, ToSchema)]
pub(super) struct Person {
    email: String,
}

/// Signs in. The answer takes as long for every address and password.
#[utoipa::path(
    post,
    path = "/session",
    request_body(content(
        (SignInFields = "application/x-www-form-urlencoded"),
        (SignInFields = "application/json")
    )),
    responses(
        (status = 200, body = Session),
        BodyProblems,
        CredentialProblems
    )
)]
pub(super) async fn sign_in(
    State(core): State<Arc<Core>>,
    client: Client,
    fields: Fields,
) -> Result<Json<Session>, Problem> {
    let began = Instant::now();
    let credentials = Credentials {
        email: fields.required("email")?,
        password: Password::typed(fields.required("password")?),
        second_factor: second_factor_in(&fields)?,
    };
    let session = core.sign_in(credentials, &client.network()).await.map_err(Problem::from);
    core.hold_back(began).await;
    core.record(&client.entry(Event::SignIn, &session));
    Ok(Json(Session { session: session?.expose_secret().to_owned() }))
}

/// Tells who is signed in.
#[utoipa::path(
    get,
    path = "/session",
    security(("session" = [])),
    responses((status = 200, body = Person), ReadProblems, CredentialProblems)
)]
pub(super) async fn show(
    State(core): State<Arc<Core>>,
    client: Client,
    headers: HeaderMap,
) -> Result<Json<Person>, Problem> {
    client.count_read(&core)?;
    let token = bearer_in(&headers).ok_or_else(Problem::credentials_invalid)?;
    let email = core.session_email(token).await?.ok_or_else(Problem::credentials_invalid)?;
    Ok(Json(Person { email }))
}

/// The token of an `Authorization: Bearer` header; the scheme's case does not matter (RFC 9110 §11.1).
fn bearer_in(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
