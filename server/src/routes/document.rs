//! The OpenAPI document: what the handlers' attributes do not say themselves.

use std::collections::BTreeMap;

use utoipa::openapi::{
    ContentBuilder, Ref, RefOr, Response, ResponseBuilder,
    header::HeaderBuilder,
    schema::{ObjectBuilder, Type},
    security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
};
use utoipa::{IntoResponses, Modify, OpenApi, ToSchema};

use crate::passwords::Refusal;

/// The document's frame; the paths add themselves.
#[derive(OpenApi)]
#[openapi(
    info(title = "Latchkey recovery API", description = "Forgotten passwords, set anew by mail."),
    components(schemas(ProblemBody)),
    modifiers(&Session)
)]
pub(super) struct Document;

/// How `GET /session` is told who asks.
struct Session;

impl Modify for Session {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        if let Some(components) = &mut document.components {
            let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
            components.add_security_scheme("session", SecurityScheme::Http(bearer));
        }
    }
}

/// An error, as RFC 9457 tells it.
#[derive(ToSchema)]
#[schema(as = Problem)]
#[expect(dead_code, reason = "it describes what `Problem` writes")]
pub(super) struct ProblemBody {
    /// Always `about:blank`.
    r#type: String,
    /// The status's own phrase.
    title: String,
    status: u16,
    /// A sentence for developers.
    detail: String,
    /// What tells errors apart; stable.
    code: String,
    /// With `code_invalid`.
    #[schema(required = false, nullable = false)]
    tries_left: Option<u8>,
    /// With `password_refused`.
    #[schema(required = false, nullable = false)]
    reasons: Option<Vec<Refusal>>,
    /// With `password_refused`: the fewest code points.
    #[schema(required = false, nullable = false)]
    min_length: Option<usize>,
    /// With `password_refused`: the most code points.
    #[schema(required = false, nullable = false)]
    max_length: Option<usize>,
}

/// What every call with a body may be answered.
pub(super) struct BodyProblems;

impl IntoResponses for BodyProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[400, 403, 408, 413, 415, 429, 500, 503])
    }
}

/// What a call that shows a proof may be answered beside that.
pub(super) struct ProofProblems;

impl IntoResponses for ProofProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[410])
    }
}

/// What a call with a new password may be answered beside that.
pub(super) struct PasswordProblems;

impl IntoResponses for PasswordProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[422])
    }
}

/// What a call that only reads may be answered.
pub(super) struct ReadProblems;

impl IntoResponses for ReadProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[429, 500, 503])
    }
}

/// What the question whether a server is ready may be answered.
pub(super) struct ReadinessProblems;

impl IntoResponses for ReadinessProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[503])
    }
}

/// What a call with credentials may be answered.
pub(super) struct CredentialProblems;

impl IntoResponses for CredentialProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[401])
    }
}

fn problems(statuses: &[u16]) -> BTreeMap<String, RefOr<Response>> {
    statuses.iter().map(|status| (status.to_string(), RefOr::T(problem(*status)))).collect()
}

fn problem(status: u16) -> Response {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    let response = ResponseBuilder::new()
        .description("See `code`; docs/backends.md lists them")
        .content("application/problem+json", content);
    if !matches!(status, 429 | 503) {
        return response.build();
    }
    let seconds = ObjectBuilder::new().schema_type(Type::Integer).build();
    let header = HeaderBuilder::new().schema(Some(seconds)).description(Some("Seconds to wait")).build();
    response.header("Retry-After", header).build()
}
