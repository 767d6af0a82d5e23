//! The codes that distinguish problems.

use axum::http::StatusCode;

/// What went wrong. The names are part of the API (docs/backends.md).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProblemCode {
    AccountFrozen,
    BodyTooLarge,
    Busy,
    ChallengeInvalid,
    CodeExpired,
    CodeInvalid,
    CredentialsInvalid,
    CrossSite,
    EmailInvalid,
    FreezeSuperseded,
    Internal,
    MalformedRequest,
    MethodNotAllowed,
    NotFound,
    NotReady,
    PasswordRefused,
    RateLimited,
    SecondFactorInvalid,
    SecondFactorRequired,
    TokenExpired,
    TokenInvalid,
    TokenSuperseded,
    TokenUsed,
    TooSlow,
    Unavailable,
    UnsupportedMediaType,
    VerifierRequired,
}

impl ProblemCode {
    /// The value of `code`.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::AccountFrozen => "account_frozen",
            Self::BodyTooLarge => "body_too_large",
            Self::Busy => "busy",
            Self::ChallengeInvalid => "challenge_invalid",
            Self::CodeExpired => "code_expired",
            Self::CodeInvalid => "code_invalid",
            Self::CredentialsInvalid => "credentials_invalid",
            Self::CrossSite => "cross_site",
            Self::EmailInvalid => "email_invalid",
            Self::FreezeSuperseded => "freeze_superseded",
            Self::Internal => "internal",
            Self::MalformedRequest => "malformed_request",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::NotFound => "not_found",
            Self::NotReady => "not_ready",
            Self::PasswordRefused => "password_refused",
            Self::RateLimited => "rate_limited",
            Self::SecondFactorInvalid => "second_factor_invalid",
            Self::SecondFactorRequired => "second_factor_required",
            Self::TokenExpired => "token_expired",
            Self::TokenInvalid => "token_invalid",
            Self::TokenSuperseded => "token_superseded",
            Self::TokenUsed => "token_used",
            Self::TooSlow => "too_slow",
            Self::Unavailable => "unavailable",
            Self::UnsupportedMediaType => "unsupported_media_type",
            Self::VerifierRequired => "verifier_required",
        }
    }

    /// The status of the response.
    pub(crate) fn status(self) -> StatusCode {
        match self {
            Self::ChallengeInvalid
            | Self::CodeInvalid
            | Self::EmailInvalid
            | Self::MalformedRequest
            | Self::SecondFactorInvalid
            | Self::TokenInvalid => StatusCode::BAD_REQUEST,
            Self::CredentialsInvalid => StatusCode::UNAUTHORIZED,
            Self::AccountFrozen | Self::CrossSite | Self::SecondFactorRequired | Self::VerifierRequired => {
                StatusCode::FORBIDDEN
            }
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::CodeExpired
            | Self::FreezeSuperseded
            | Self::TokenExpired
            | Self::TokenSuperseded
            | Self::TokenUsed => StatusCode::GONE,
            Self::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::PasswordRefused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::RateLimited => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Busy | Self::NotReady | Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The usual value of `detail`, a sentence for developers.
    pub(crate) fn detail(self) -> &'static str {
        match self {
            Self::AccountFrozen => "This account is locked until its password is set anew by email.",
            Self::BodyTooLarge => "A request body may have 16 KiB.",
            Self::Busy => "Too many requests are waiting here. Try again in a moment.",
            Self::ChallengeInvalid => {
                "`code_challenge` is 43 characters of base64url, with `code_challenge_method=S256`."
            }
            Self::CodeExpired => "This code no longer works. The link still does.",
            Self::CodeInvalid => "This is not the code.",
            Self::CredentialsInvalid => "These credentials are not valid.",
            Self::CrossSite => "This was sent from another website.",
            Self::EmailInvalid => "Give one email address as `email`.",
            Self::FreezeSuperseded => {
                "The password was set again after this email. Use the link of the newest notice."
            }
            Self::Internal => "Something went wrong here. Try again later.",
            Self::MalformedRequest => "The body cannot be read.",
            Self::MethodNotAllowed => "This path does not know this method.",
            Self::NotFound => "There is nothing at this path.",
            Self::NotReady => "The database does not respond.",
            Self::PasswordRefused => "Choose another password; the link or code still works.",
            Self::RateLimited => "Too many requests. Wait and try again.",
            Self::SecondFactorInvalid => {
                "This is not the second factor's present code, or it was used already."
            }
            Self::SecondFactorRequired => {
                "This account has a second factor. Send its code as `second_factor`."
            }
            Self::TokenExpired => "This link is too old. Ask for a new one.",
            Self::TokenInvalid => "This link is not one of ours, or a part of it is missing.",
            Self::TokenSuperseded => {
                "A newer email was requested, or a password was set with another one. Use the newest."
            }
            Self::TokenUsed => "A password was already set with this link.",
            Self::TooSlow => "The request took too long to arrive.",
            Self::Unavailable => {
                "Nothing can be stored here at the moment. Nothing was changed. Try again later."
            }
            Self::UnsupportedMediaType => "Send application/x-www-form-urlencoded or application/json.",
            Self::VerifierRequired => {
                "The email was requested on another device. Continue there, or request a new one here."
            }
        }
    }
}
