//! How a contract recognizes a response, and what the response means.

use latchkey_core::password::PasswordRejection;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{pointer::Pointer, redirect::RedirectTarget};

/// Conditions for a response. All of them must hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "MatchFile", into = "MatchFile")]
pub struct ResponseMatch {
    /// The status.
    pub status: Option<Statuses>,
    /// The beginning of the content type, compared without regard to case.
    pub content_type: Option<String>,
    /// The target of a redirect.
    pub redirect: Option<RedirectTarget>,
    /// A condition for the body.
    pub body: Option<BodyMatch>,
}

/// A condition for a place in the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyMatch {
    /// The place. It can select several values, one of which must meet the condition.
    pub pointer: Pointer,
    /// The condition.
    pub condition: Condition,
}

/// A condition for the values at a pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// `true`: a value other than null exists. `false`: none does.
    Exists(bool),
    /// A value is equal to this text, number or boolean.
    Equals(Value),
    /// A value is a text with this prefix.
    Prefix(String),
    /// A value is a text that contains this one, or an array with this text as an element.
    Contains(String),
}

/// A response that means an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "MatchFile", into = "MatchFile")]
pub struct ErrorMatch {
    /// The response.
    pub response: ResponseMatch,
    /// What it means.
    pub kind: ErrorKind,
    /// For [`ErrorKind::PasswordRefused`]: why the password is refused.
    pub reason: Option<PasswordRejection>,
}

/// A status, or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Statuses {
    /// Exactly this one.
    One(u16),
    /// Any of these.
    Many(Vec<u16>),
}

/// What an error means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// The text is not an email address.
    AddressRefused,
    /// No account has this address. Shown as success, to not reveal who has an account.
    UnknownAccount,
    /// No email is sent, for a reason that only an existing account can have. Also shown as success.
    KnownAccount,
    /// The server sends no more emails for now, which only an existing account can cause. Shown as success. The screen
    /// for the email always says that this can happen.
    QuotaExceeded,
    /// Too many requests.
    RateLimited,
    /// The server demands a captcha, which this app cannot show.
    CaptchaRequired,
    /// The link does not work.
    Invalid,
    /// The link is too old.
    Expired,
    /// The link or code is wrong, too old or used: the server does not report which.
    InvalidOrExpired,
    /// A password was already set with the link.
    Used,
    /// The code is wrong.
    WrongCode,
    /// The code is too old, or was tried too often.
    CodeExpired,
    /// A newer email replaced the link.
    Superseded,
    /// The recovery was requested on another device.
    OtherDevice,
    /// The second factor is missing or wrong.
    SecondFactor,
    /// The account has only a second factor that this app does not support.
    UnsupportedFactor,
    /// The account is banned or disabled. Only for responses that a wrong link or code cannot get.
    AccountClosed,
    /// The password does not meet the policy.
    PasswordRefused,
    /// The server is down.
    Down,
    /// The server is not configured for recovery.
    Misconfigured,
}

impl Statuses {
    /// All of them.
    pub fn all(&self) -> &[u16] {
        match self {
            Self::One(status) => std::slice::from_ref(status),
            Self::Many(statuses) => statuses,
        }
    }
}

impl ResponseMatch {
    /// Whether a response meets all conditions. `redirect` is the target of a redirect below the base address, and a body
    /// that is not JSON is passed as one text.
    pub fn matches(&self, status: u16, content_type: &str, redirect: Option<&str>, body: &Value) -> bool {
        self.status.as_ref().is_none_or(|statuses| statuses.all().contains(&status))
            && self.content_type.as_ref().is_none_or(|prefix| {
                let found = content_type.get(..prefix.len());
                found.is_some_and(|found| found.eq_ignore_ascii_case(prefix))
            })
            && self.redirect.as_ref().is_none_or(|wanted| redirect.is_some_and(|found| wanted.matches(found)))
            && self.body.as_ref().is_none_or(|wanted| wanted.condition.is_met(&wanted.pointer.find(body)))
    }
}

impl Condition {
    fn is_met(&self, found: &[&Value]) -> bool {
        let mut found = found.iter();
        match self {
            Self::Exists(exists) => *exists == found.any(|value| !value.is_null()),
            Self::Equals(wanted) => found.any(|value| *value == wanted),
            Self::Prefix(prefix) => {
                found.any(|value| value.as_str().is_some_and(|text| text.starts_with(prefix)))
            }
            Self::Contains(part) => found.any(|value| match value {
                Value::Array(items) => items.iter().any(|item| item.as_str() == Some(part)),
                other => other.as_str().is_some_and(|text| text.contains(part)),
            }),
        }
    }
}

/// A match as it is written in a contract file.
#[derive(Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct MatchFile {
    /// The status, or several of which it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<Statuses>,
    /// The beginning of the content type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    content_type: Option<String>,
    /// The path and query of a redirect, below the base address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    redirect: Option<RedirectTarget>,
    /// A place in the body. It goes with one of `exists`, `equals`, `prefix` and `contains`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pointer: Option<Pointer>,
    /// Whether there is a value other than null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exists: Option<bool>,
    /// A text, number or boolean that a value is equal to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::scalar"))]
    equals: Option<Value>,
    /// The beginning of a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    prefix: Option<String>,
    /// A part of a text, or an element of a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    contains: Option<String>,
    /// What the error means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<ErrorKind>,
    /// Why the password is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::reason"))]
    reason: Option<PasswordRejection>,
}

/// Why a match is refused. Contains what to write instead.
#[derive(Debug, thiserror::Error)]
pub(super) enum MatchError {
    #[error("`pointer` goes with one of `exists`, `equals`, `prefix` and `contains`")]
    NotOneCondition,
    #[error("`pointer` is missing; it says which value of the body to compare")]
    NoPointer,
    #[error("this matches every response; give a `status` or a `pointer`")]
    MatchesEverything,
    #[error("`equals` takes a text, a number, true or false")]
    NotScalar,
    #[error("a status is a number from 100 to 599")]
    Status,
    #[error("a `kind` or `reason` belongs to a match in `errors`")]
    KindOfSuccess,
    #[error("`kind` is missing; it says what the response means")]
    NoKind,
}

impl MatchFile {
    fn into_response(self) -> Result<ResponseMatch, MatchError> {
        let Self { status, content_type, redirect, pointer, exists, equals, prefix, contains, .. } = self;
        let conditions = [
            exists.map(Condition::Exists),
            equals.map(Condition::Equals),
            prefix.map(Condition::Prefix),
            contains.map(Condition::Contains),
        ];
        let mut conditions = conditions.into_iter().flatten();
        let body = match (pointer, conditions.next(), conditions.next()) {
            (Some(pointer), Some(condition), None) => Some(BodyMatch { pointer, condition }),
            (Some(_), ..) => return Err(MatchError::NotOneCondition),
            (None, Some(_), _) => return Err(MatchError::NoPointer),
            (None, None, _) if status.is_none() && content_type.is_none() && redirect.is_none() => {
                return Err(MatchError::MatchesEverything);
            }
            (None, None, _) => None,
        };
        let condition = body.as_ref().map(|body| &body.condition);
        if matches!(condition, Some(Condition::Equals(Value::Array(_) | Value::Object(_)))) {
            return Err(MatchError::NotScalar);
        }
        if status.iter().flat_map(Statuses::all).any(|status| !(100..600).contains(status)) {
            return Err(MatchError::Status);
        }
        Ok(ResponseMatch { status, content_type, redirect, body })
    }
}

impl TryFrom<MatchFile> for ResponseMatch {
    type Error = MatchError;

    fn try_from(file: MatchFile) -> Result<Self, MatchError> {
        if file.kind.is_some() || file.reason.is_some() {
            return Err(MatchError::KindOfSuccess);
        }
        file.into_response()
    }
}

impl TryFrom<MatchFile> for ErrorMatch {
    type Error = MatchError;

    fn try_from(file: MatchFile) -> Result<Self, MatchError> {
        let (kind, reason) = (file.kind, file.reason);
        Ok(Self { response: file.into_response()?, kind: kind.ok_or(MatchError::NoKind)?, reason })
    }
}

impl From<ResponseMatch> for MatchFile {
    fn from(ResponseMatch { status, content_type, redirect, body }: ResponseMatch) -> Self {
        let mut file = Self { status, content_type, redirect, ..Self::default() };
        if let Some(BodyMatch { pointer, condition }) = body {
            file.pointer = Some(pointer);
            match condition {
                Condition::Exists(exists) => file.exists = Some(exists),
                Condition::Equals(value) => file.equals = Some(value),
                Condition::Prefix(prefix) => file.prefix = Some(prefix),
                Condition::Contains(part) => file.contains = Some(part),
            }
        }
        file
    }
}

impl From<ErrorMatch> for MatchFile {
    fn from(error: ErrorMatch) -> Self {
        Self { kind: Some(error.kind), reason: error.reason, ..error.response.into() }
    }
}
