//! Errors as RFC 9457 tells them. `type` is `about:blank`, so `title` is the status's own phrase; what tells errors
//! apart is `code`.

use axum::http::header::{CONNECTION, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::fault::Fault;
use crate::passwords::{MAX_LENGTH, PasswordPolicy, Refusal};
use crate::recovery::{FreezeRefused, ProofRefused, RequestRefused, ResetRefused, SecondFactorRefused};
use crate::sign_in::SignInRefused;

/// Seconds in which a full queue has become empty.
const BUSY_RETRY_AFTER: u64 = 5;
/// When to try again while nothing can be stored, in seconds.
const RETRY_UNAVAILABLE: u64 = 60;

/// An error as it is answered.
#[derive(Debug)]
pub(super) struct Problem {
    status: StatusCode,
    code: &'static str,
    detail: &'static str,
    members: Map<String, Value>,
    reasons: Vec<Refusal>,
    retry_after: Option<u64>,
}

impl Problem {
    fn new(status: StatusCode, code: &'static str, detail: &'static str) -> Self {
        Self { status, code, detail, members: Map::new(), reasons: Vec::new(), retry_after: None }
    }

    fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.members.insert(name.to_owned(), value.into());
        self
    }

    pub(super) fn email_invalid() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "email_invalid", "Give one e-mail address as `email`.")
    }

    pub(super) fn challenge_invalid() -> Self {
        let detail = "`code_challenge` is 43 characters of base64url, with `code_challenge_method=S256`.";
        Self::new(StatusCode::BAD_REQUEST, "challenge_invalid", detail)
    }

    pub(super) fn malformed_request(detail: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "malformed_request", detail)
    }

    pub(super) fn unsupported_media_type() -> Self {
        let detail = "Send application/x-www-form-urlencoded or application/json.";
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", detail)
    }

    pub(super) fn body_too_large() -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large", "A request body may have 16 KiB.")
    }

    pub(super) fn too_slow() -> Self {
        Self::new(StatusCode::REQUEST_TIMEOUT, "too_slow", "The request took too long to arrive.")
    }

    pub(super) fn token_invalid() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "token_invalid",
            "This link is not one of ours, or a part of it is missing.",
        )
    }

    pub(super) fn rate_limited(retry_after: u64) -> Self {
        let problem = Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "rate_limited",
            "Too many requests. Wait and try again.",
        );
        Self { retry_after: Some(retry_after), ..problem }
    }

    pub(super) fn credentials_invalid() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "credentials_invalid", "These credentials are not valid.")
    }

    pub(super) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", "There is nothing at this path.")
    }

    pub(super) fn method_not_allowed() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "This path does not know this method.",
        )
    }

    pub(super) fn not_ready() -> Self {
        let problem =
            Self::new(StatusCode::SERVICE_UNAVAILABLE, "not_ready", "The database does not answer.");
        Self { retry_after: Some(1), ..problem }
    }

    /// Nothing can be read or written at the moment.
    fn unavailable() -> Self {
        let detail = "Nothing can be stored here at the moment. Nothing was changed. Try again later.";
        let problem = Self::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable", detail);
        Self { retry_after: Some(RETRY_UNAVAILABLE), ..problem }
    }

    /// The status it is answered with.
    pub(super) fn status(&self) -> StatusCode {
        self.status
    }

    /// Seconds to wait, where waiting helps.
    pub(super) fn retry_after(&self) -> Option<u64> {
        self.retry_after
    }

    /// Why a password was refused.
    pub(super) fn reasons(&self) -> &[Refusal] {
        &self.reasons
    }

    /// What tells this problem from others.
    pub(super) fn code(&self) -> &'static str {
        self.code
    }

    /// Another website made a browser send this.
    pub(super) fn cross_site() -> Self {
        Self::new(StatusCode::FORBIDDEN, "cross_site", "This was sent from another website.")
    }

    fn password_refused(reasons: Vec<Refusal>, policy: &PasswordPolicy) -> Self {
        let detail = "Choose another password; the link or code still works.";
        let problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "password_refused", detail)
            .with("reasons", json!(reasons))
            .with("min_length", policy.min_length)
            .with("max_length", MAX_LENGTH);
        Self { reasons, ..problem }
    }

    /// What [`ResetRefused`] means to the caller.
    pub(super) fn of_reset(refused: ResetRefused, policy: &PasswordPolicy) -> Self {
        match refused {
            ResetRefused::Proof(refused) => refused.into(),
            ResetRefused::Password(reasons) => Self::password_refused(reasons, policy),
            ResetRefused::SecondFactor(refused) => refused.into(),
        }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        if matches!(fault, Fault::Busy) {
            tracing::warn!(%fault, "request turned away");
            let detail = "Too many requests are waiting here. Try again in a moment.";
            let problem = Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", detail);
            return Self { retry_after: Some(BUSY_RETRY_AFTER), ..problem };
        }
        tracing::error!(%fault, "request failed");
        if fault.is_passing() {
            return Self::unavailable();
        }
        let detail = "Something went wrong here. Try again later.";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", detail)
    }
}

impl From<RequestRefused> for Problem {
    fn from(refused: RequestRefused) -> Self {
        match refused {
            RequestRefused::TooSoon { retry_after } => Self::rate_limited(retry_after),
            RequestRefused::ChallengeMissing => Self::new(
                StatusCode::BAD_REQUEST,
                "challenge_invalid",
                "This server wants a `code_challenge` with every request.",
            ),
            RequestRefused::Fault(fault) => fault.into(),
        }
    }
}

impl From<FreezeRefused> for Problem {
    fn from(refused: FreezeRefused) -> Self {
        match refused {
            FreezeRefused::Invalid => Self::token_invalid(),
            FreezeRefused::Expired => ProofRefused::Expired.into(),
            FreezeRefused::Superseded => Self::new(
                StatusCode::GONE,
                "freeze_superseded",
                "The password was set again after this mail. Use the link of the newest notice.",
            ),
            FreezeRefused::Fault(fault) => fault.into(),
        }
    }
}

impl From<SecondFactorRefused> for Problem {
    fn from(refused: SecondFactorRefused) -> Self {
        match refused {
            SecondFactorRefused::Required => Self::new(
                StatusCode::FORBIDDEN,
                "second_factor_required",
                "This account has a second factor. Send its code as `second_factor`.",
            ),
            SecondFactorRefused::Invalid => Self::new(
                StatusCode::BAD_REQUEST,
                "second_factor_invalid",
                "This is not the second factor's present code, or it was used already.",
            ),
            SecondFactorRefused::TooMany { retry_after } => Self::rate_limited(retry_after),
            SecondFactorRefused::Fault(fault) => fault.into(),
        }
    }
}

impl From<SignInRefused> for Problem {
    fn from(refused: SignInRefused) -> Self {
        match refused {
            SignInRefused::Credentials => Self::credentials_invalid(),
            SignInRefused::TooMany { retry_after } => Self::rate_limited(retry_after),
            SignInRefused::Frozen => Self::new(
                StatusCode::FORBIDDEN,
                "account_frozen",
                "This account is locked until its password is set anew by mail.",
            ),
            SignInRefused::SecondFactor(refused) => refused.into(),
            SignInRefused::Fault(fault) => fault.into(),
        }
    }
}

impl From<ProofRefused> for Problem {
    fn from(refused: ProofRefused) -> Self {
        let gone = |code, detail| Self::new(StatusCode::GONE, code, detail);
        match refused {
            ProofRefused::Invalid => Self::token_invalid(),
            ProofRefused::Expired => gone("token_expired", "This link is too old. Ask for a new one."),
            ProofRefused::Used => gone("token_used", "A password was already set with this link."),
            ProofRefused::Superseded => gone(
                "token_superseded",
                "A newer mail was asked for, or a password was set with another one. Use the newest.",
            ),
            ProofRefused::TooManyCodes { retry_after } => Self::rate_limited(retry_after),
            ProofRefused::CodeExpired => {
                gone("code_expired", "This code no longer works. The link still does.")
            }
            ProofRefused::VerifierRequired => {
                let detail =
                    "The mail was asked for on another device. Go on there, or ask for a new one here.";
                Self::new(StatusCode::FORBIDDEN, "verifier_required", detail)
            }
            ProofRefused::CodeInvalid { tries_left } => {
                Self::new(StatusCode::BAD_REQUEST, "code_invalid", "This is not the code.")
                    .with("tries_left", tries_left)
            }
            ProofRefused::Fault(fault) => fault.into(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut body = self.members;
        body.insert("type".into(), "about:blank".into());
        body.insert("title".into(), self.status.canonical_reason().into());
        body.insert("status".into(), self.status.as_u16().into());
        body.insert("detail".into(), self.detail.into());
        body.insert("code".into(), self.code.into());
        let mut response = (self.status, Value::Object(body).to_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after {
            headers.insert(RETRY_AFTER, seconds.into());
        }
        if self.status == StatusCode::REQUEST_TIMEOUT {
            // RFC 9110 §15.5.9 asks for it; what is still under way is not waited for.
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            // RFC 9110 §15.5.2 asks for it.
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
