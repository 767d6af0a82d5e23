//! Errors of a contract's calls, and how they become the errors of each operation. Pure.

use latchkey_contract::{Kind, ProofKind, ResponseField, ResponseFields};
use latchkey_core::{
    password::PasswordRejection,
    service::{CallError, CheckError, Proof, ProofError, RequestError, ResetError, ResponseSummary},
};

use super::render::RenderError;

/// Why the calls of an operation failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OperationError {
    /// There was no usable response.
    Call(CallError),
    /// The server rejected the operation.
    Rejected(Rejection),
    /// A required value is only on another device.
    OtherDevice,
    /// The server accepts passwords only on its own page.
    Hosted,
    /// The token does not have the length of this server's tokens. It was not sent.
    TokenLength,
}

/// An error response that the contract recognizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rejection {
    pub kind: Kind,
    /// For a refused password: why.
    pub reasons: Vec<PasswordRejection>,
    pub fields: ResponseFields,
    /// For the help desk, if the operation has no error for this kind.
    pub answer: ResponseSummary,
}

impl From<CallError> for OperationError {
    fn from(error: CallError) -> Self {
        Self::Call(error)
    }
}

impl From<RenderError> for OperationError {
    fn from(missing: RenderError) -> Self {
        match missing {
            RenderError::MissingValue => Self::OtherDevice,
            RenderError::InvalidValue => Self::Call(unexpected()),
        }
    }
}

impl OperationError {
    /// Whether the server rejected the operation with this kind of error.
    pub fn is(&self, kind: Kind) -> bool {
        matches!(self, Self::Rejected(rejection) if rejection.kind == kind)
    }

    /// The error of a request. Errors that would reveal who has an account become `Ok`.
    pub fn of_request(self) -> Result<(), RequestError> {
        match self {
            Self::Rejected(Rejection {
                kind: Kind::UnknownAccount | Kind::KnownAccount | Kind::QuotaExceeded | Kind::AccountClosed,
                ..
            }) => Ok(()),
            Self::Rejected(Rejection { kind: Kind::AddressRefused, .. }) => Err(RequestError::AddressRefused),
            other => Err(other.of_call().into()),
        }
    }

    /// The error of a call that no server rejects.
    pub fn of_call(self) -> CallError {
        match self {
            Self::Call(call) => call,
            Self::Rejected(rejection) => CallError::UnexpectedResponse(rejection.answer),
            Self::OtherDevice | Self::Hosted | Self::TokenLength => unexpected(),
        }
    }

    /// The error of a check.
    pub fn of_check(self, proof: &Proof) -> CheckError {
        match self {
            Self::Call(call) => call.into(),
            Self::OtherDevice => ProofError::OtherDevice.into(),
            Self::Hosted => ProofError::Hosted.into(),
            Self::TokenLength => ProofError::Invalid.into(),
            Self::Rejected(rejection) => match proof_error(&rejection, proof) {
                Some(error) => error.into(),
                None => CallError::UnexpectedResponse(rejection.answer).into(),
            },
        }
    }

    /// The error of a reset.
    pub fn of_reset(self, proof: &Proof) -> ResetError {
        match self {
            Self::Rejected(Rejection { kind: Kind::SecondFactor, .. }) => ResetError::SecondFactor,
            Self::Rejected(Rejection { kind: Kind::PasswordRefused, reasons, fields, .. }) => {
                ResetError::PasswordRefused(
                    reasons.into_iter().map(|reason| with_limit(reason, &fields)).collect(),
                )
            }
            other => other.of_check(proof).into(),
        }
    }
}

/// An unexpected response without details.
pub(crate) fn unexpected() -> CallError {
    CallError::UnexpectedResponse(ResponseSummary::default())
}

/// Many servers have the same errors for links and codes. The app names the one that the person has.
fn proof_error(rejection: &Rejection, proof: &Proof) -> Option<ProofError> {
    let is_code = ProofKind::from(proof) == ProofKind::Code;
    let tries_left =
        rejection.fields.number(ResponseField::TriesLeft).and_then(|tries| u32::try_from(tries).ok());
    Some(match rejection.kind {
        Kind::Invalid | Kind::WrongCode if is_code => ProofError::WrongCode { tries_left },
        Kind::Expired | Kind::CodeExpired if is_code => ProofError::CodeExpired,
        Kind::Invalid | Kind::WrongCode => ProofError::Invalid,
        Kind::Expired | Kind::CodeExpired => ProofError::Expired,
        Kind::InvalidOrExpired => ProofError::InvalidOrExpired,
        Kind::AccountClosed => ProofError::AccountClosed,
        Kind::UnsupportedFactor => ProofError::UnsupportedFactor,
        Kind::Used => ProofError::Used,
        Kind::Superseded => ProofError::Superseded,
        Kind::OtherDevice => ProofError::OtherDevice,
        _ => return None,
    })
}

/// Adds the limit that the response had.
fn with_limit(rejection: PasswordRejection, fields: &ResponseFields) -> PasswordRejection {
    match rejection {
        PasswordRejection::TooShort { .. } => {
            PasswordRejection::TooShort { min: fields.number(ResponseField::MinLength) }
        }
        PasswordRejection::TooLong { .. } => {
            PasswordRejection::TooLong { max: fields.number(ResponseField::MaxLength) }
        }
        other => other,
    }
}
