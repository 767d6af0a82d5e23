//! The parts of the OpenAPI document that are not in the attributes of the handlers.

use std::collections::BTreeMap;

use latchkey_core::password::PasswordRejection;
use utoipa::openapi::{
    ContentBuilder, Ref, RefOr, Response, ResponseBuilder,
    header::HeaderBuilder,
    schema::{Array, ArrayBuilder, ObjectBuilder, Type},
    security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
};
use utoipa::{IntoResponses, Modify, OpenApi, ToSchema};

/// The document without its paths, which the router adds.
#[derive(OpenApi)]
#[openapi(
    info(title = "Latchkey recovery API", description = "Account recovery by email."),
    components(schemas(ProblemBody)),
    modifiers(&SessionScheme)
)]
pub(super) struct Document;

/// Adds the authentication scheme of `GET /session`.
struct SessionScheme;

impl Modify for SessionScheme {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        if let Some(components) = &mut document.components {
            let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
            components.add_security_scheme("session", SecurityScheme::Http(bearer));
        }
    }
}

/// An error as problem details (RFC 9457).
#[derive(ToSchema)]
#[schema(as = Problem)]
#[expect(dead_code, reason = "it describes the response of `Problem`")]
pub(super) struct ProblemBody {
    /// Always `about:blank`.
    r#type: String,
    /// The phrase of the status.
    title: String,
    status: u16,
    /// A sentence for developers.
    detail: String,
    /// Distinguishes errors; stable.
    code: String,
    /// Present with `code_invalid`.
    #[schema(required = false, nullable = false)]
    tries_left: Option<u8>,
    /// Present with `password_refused`.
    #[schema(required = false, schema_with = password_rejections)]
    reasons: (),
    /// The minimum number of code points. Present with `password_refused`.
    #[schema(required = false, nullable = false)]
    min_length: Option<u64>,
    /// The maximum number of code points. Present with `password_refused`.
    #[schema(required = false, nullable = false)]
    max_length: Option<u64>,
}

/// An array of the names of [`PasswordRejection`].
fn password_rejections() -> Array {
    let names = PasswordRejection::NAMED.map(PasswordRejection::name);
    ArrayBuilder::new().items(ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names))).build()
}

/// Errors of all calls with a body.
pub(super) struct BodyProblems;

impl IntoResponses for BodyProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[400, 403, 408, 413, 415, 429, 500, 503])
    }
}

/// Additional errors of calls with a proof.
pub(super) struct ProofProblems;

impl IntoResponses for ProofProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[410])
    }
}

/// Additional errors of calls with a new password.
pub(super) struct PasswordProblems;

impl IntoResponses for PasswordProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[422])
    }
}

/// Errors of calls that only read.
pub(super) struct ReadProblems;

impl IntoResponses for ReadProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[429, 500, 503])
    }
}

/// Errors of calls that do not use the database.
pub(super) struct ViewProblems;

impl IntoResponses for ViewProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[429])
    }
}

/// Errors of the readiness check.
pub(super) struct ReadinessProblems;

impl IntoResponses for ReadinessProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[503])
    }
}

/// Additional errors of calls with credentials.
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
