//! Error responses as problem details (RFC 9457). `type` is `about:blank`, so `title` is the phrase of the status. `code`
//! distinguishes the problems.

use axum::http::header::{CONNECTION, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use latchkey_core::password::{PasswordPolicy, PasswordRejection};
use serde_json::{Map, Value, json};

use super::busy_log::BusyLog;
pub(super) use super::problem_code::ProblemCode;
use crate::internal_error::InternalError;
use crate::services::SecondFactorRejection;
use crate::services::authenticator::SignInRejection;
use crate::services::rate_limiter::RateLimited;
use crate::services::recovery::{FreezeRejection, ProofRejection, RequestRejection, ResetRejection};

static REJECTIONS: BusyLog = BusyLog::new();

/// Time in which a full hashing queue is processed, in seconds.
const RETRY_AFTER_BUSY: u64 = 5;
/// Retry interval while the database cannot be written, in seconds.
const RETRY_AFTER_UNAVAILABLE: u64 = 60;
/// Retry interval of a readiness check, in seconds.
const RETRY_AFTER_NOT_READY: u64 = 1;

/// An error response.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    code: ProblemCode,
    detail: &'static str,
    members: Map<String, Value>,
    password_rejections: Vec<PasswordRejection>,
    retry_after: Option<u64>,
}

impl Problem {
    fn with_detail(self, detail: &'static str) -> Self {
        Self { detail, ..self }
    }

    fn with_retry_after(self, seconds: u64) -> Self {
        Self { retry_after: Some(seconds), ..self }
    }

    fn with_member(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.members.insert(name.to_owned(), value.into());
        self
    }

    /// A request that cannot be parsed, or has missing, repeated or contradictory fields.
    pub(super) fn malformed_request(detail: &'static str) -> Self {
        Self::from(ProblemCode::MalformedRequest).with_detail(detail)
    }

    /// The database does not respond.
    pub(super) fn not_ready() -> Self {
        Self::from(ProblemCode::NotReady).with_retry_after(RETRY_AFTER_NOT_READY)
    }

    pub(super) fn rate_limited(retry_after: u64) -> Self {
        Self::from(ProblemCode::RateLimited).with_retry_after(retry_after)
    }

    fn password_rejected(rejections: Vec<PasswordRejection>, policy: &PasswordPolicy) -> Self {
        let problem = Self::from(ProblemCode::PasswordRefused)
            .with_member("reasons", json!(rejections))
            .with_member("min_length", policy.min_length)
            .with_member("max_length", policy.max_length);
        Self { password_rejections: rejections, ..problem }
    }

    /// The problem for a rejected reset.
    pub(super) fn from_reset(rejection: ResetRejection, policy: &PasswordPolicy) -> Self {
        match rejection {
            ResetRejection::Proof(rejection) => rejection.into(),
            ResetRejection::Password(rejections) => Self::password_rejected(rejections, policy),
            ResetRejection::TooManyPasswords { retry_after } => Self::rate_limited(retry_after),
            ResetRejection::SecondFactor(rejection) => rejection.into(),
            ResetRejection::Internal(error) => error.into(),
        }
    }

    /// What went wrong.
    pub(super) fn code(&self) -> ProblemCode {
        self.code
    }

    /// The status of the response.
    pub(super) fn status(&self) -> StatusCode {
        self.code.status()
    }

    /// Seconds after which a retry may succeed.
    pub(super) fn retry_after(&self) -> Option<u64> {
        self.retry_after
    }

    /// Why a password was rejected.
    pub(super) fn password_rejections(&self) -> &[PasswordRejection] {
        &self.password_rejections
    }
}

impl From<ProblemCode> for Problem {
    fn from(code: ProblemCode) -> Self {
        let detail = code.detail();
        Self { code, detail, members: Map::new(), password_rejections: Vec::new(), retry_after: None }
    }
}

impl From<InternalError> for Problem {
    fn from(error: InternalError) -> Self {
        if matches!(error, InternalError::Busy) {
            REJECTIONS.record();
            return Self::from(ProblemCode::Busy).with_retry_after(RETRY_AFTER_BUSY);
        }
        tracing::error!(%error, "request failed");
        if error.is_transient() {
            return Self::from(ProblemCode::Unavailable).with_retry_after(RETRY_AFTER_UNAVAILABLE);
        }
        ProblemCode::Internal.into()
    }
}

impl From<RateLimited> for Problem {
    fn from(RateLimited { retry_after }: RateLimited) -> Self {
        Self::rate_limited(retry_after)
    }
}

impl From<RequestRejection> for Problem {
    fn from(rejection: RequestRejection) -> Self {
        match rejection {
            RequestRejection::TooSoon { retry_after } => Self::rate_limited(retry_after),
            RequestRejection::ChallengeMissing => Self::from(ProblemCode::ChallengeInvalid)
                .with_detail("This server wants a `code_challenge` with every request."),
            RequestRejection::Internal(error) => error.into(),
        }
    }
}

impl From<FreezeRejection> for Problem {
    fn from(rejection: FreezeRejection) -> Self {
        match rejection {
            FreezeRejection::Invalid => ProblemCode::TokenInvalid.into(),
            FreezeRejection::Expired => ProblemCode::TokenExpired.into(),
            FreezeRejection::Superseded => ProblemCode::FreezeSuperseded.into(),
            FreezeRejection::Internal(error) => error.into(),
        }
    }
}

impl From<SecondFactorRejection> for Problem {
    fn from(rejection: SecondFactorRejection) -> Self {
        match rejection {
            SecondFactorRejection::Required => ProblemCode::SecondFactorRequired.into(),
            SecondFactorRejection::Invalid => ProblemCode::SecondFactorInvalid.into(),
            SecondFactorRejection::Throttled { retry_after } => Self::rate_limited(retry_after),
            SecondFactorRejection::Internal(error) => error.into(),
        }
    }
}

impl From<SignInRejection> for Problem {
    fn from(rejection: SignInRejection) -> Self {
        match rejection {
            SignInRejection::Credentials => ProblemCode::CredentialsInvalid.into(),
            SignInRejection::Throttled { retry_after } => Self::rate_limited(retry_after),
            SignInRejection::Frozen => ProblemCode::AccountFrozen.into(),
            SignInRejection::SecondFactor(rejection) => rejection.into(),
            SignInRejection::Internal(error) => error.into(),
        }
    }
}

impl From<ProofRejection> for Problem {
    fn from(rejection: ProofRejection) -> Self {
        match rejection {
            ProofRejection::Invalid => ProblemCode::TokenInvalid.into(),
            ProofRejection::Expired => ProblemCode::TokenExpired.into(),
            ProofRejection::Used => ProblemCode::TokenUsed.into(),
            ProofRejection::Superseded => ProblemCode::TokenSuperseded.into(),
            ProofRejection::VerifierRequired => ProblemCode::VerifierRequired.into(),
            ProofRejection::CodeInvalid { tries_left } => {
                Self::from(ProblemCode::CodeInvalid).with_member("tries_left", tries_left)
            }
            ProofRejection::CodeExpired => ProblemCode::CodeExpired.into(),
            ProofRejection::TooManyCodes { retry_after } => Self::rate_limited(retry_after),
            ProofRejection::Internal(error) => error.into(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = self.status();
        let mut body = self.members;
        body.insert("type".into(), "about:blank".into());
        body.insert("title".into(), status.canonical_reason().into());
        body.insert("status".into(), status.as_u16().into());
        body.insert("detail".into(), self.detail.into());
        body.insert("code".into(), self.code.as_str().into());
        let mut response = (status, Value::Object(body).to_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after {
            headers.insert(RETRY_AFTER, seconds.into());
        }
        if status == StatusCode::REQUEST_TIMEOUT {
            // Required by RFC 9110 §15.5.9, since the rest of the request is not read.
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        if status == StatusCode::UNAUTHORIZED {
            // Required by RFC 9110 §15.5.2.
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
