//! Errors of a contract's calls, and how they become the errors of each operation. Pure.

use latchkey_contract::{ErrorKind, ProofKind, ResponseField, ResponseFields};
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
    WrongTokenLength,
}

/// An error response that the contract recognizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rejection {
    pub kind: ErrorKind,
    /// Why the password is refused. Empty for another kind of error.
    pub reasons: Vec<PasswordRejection>,
    pub fields: ResponseFields,
    /// The response, for the help desk. It is reported if the operation has no error for this kind.
    pub summary: ResponseSummary,
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
    pub fn is(&self, kind: ErrorKind) -> bool {
        matches!(self, Self::Rejected(rejection) if rejection.kind == kind)
    }

    /// The result of a request. Errors that would reveal who has an account become `Ok`.
    pub fn into_request_result(self) -> Result<(), RequestError> {
        match self {
            Self::Rejected(Rejection {
                kind:
                    ErrorKind::UnknownAccount
                    | ErrorKind::KnownAccount
                    | ErrorKind::QuotaExceeded
                    | ErrorKind::AccountClosed,
                ..
            }) => Ok(()),
            Self::Rejected(Rejection { kind: ErrorKind::AddressRefused, .. }) => {
                Err(RequestError::AddressRefused)
            }
            other => Err(other.into_call_error().into()),
        }
    }

    /// The error of an operation that a server has no reason to reject, such as loading capabilities. A rejection is an
    /// unexpected response.
    pub fn into_call_error(self) -> CallError {
        match self {
            Self::Call(call) => call,
            Self::Rejected(rejection) => CallError::UnexpectedResponse(rejection.summary),
            Self::OtherDevice | Self::Hosted | Self::WrongTokenLength => unexpected(),
        }
    }

    /// The error of a check.
    pub fn into_check_error(self, proof: &Proof) -> CheckError {
        match self {
            Self::Call(call) => call.into(),
            // A code is typed on the device that requested it. If the request captured nothing, nobody has the address.
            Self::OtherDevice if ProofKind::from(proof) == ProofKind::Code => {
                ProofError::WrongCode { tries_left: None }.into()
            }
            Self::OtherDevice => ProofError::OtherDevice.into(),
            Self::Hosted => ProofError::Hosted.into(),
            Self::WrongTokenLength => ProofError::Invalid.into(),
            Self::Rejected(rejection) => match proof_error(&rejection, proof) {
                Some(error) => error.into(),
                None => CallError::UnexpectedResponse(rejection.summary).into(),
            },
        }
    }

    /// The error of a reset.
    pub fn into_reset_error(self, proof: &Proof) -> ResetError {
        match self {
            Self::Rejected(Rejection { kind: ErrorKind::SecondFactor, .. }) => ResetError::SecondFactor,
            Self::Rejected(Rejection { kind: ErrorKind::PasswordRefused, reasons, fields, .. }) => {
                ResetError::PasswordRefused(
                    reasons.into_iter().map(|reason| with_limit(reason, &fields)).collect(),
                )
            }
            other => other.into_check_error(proof).into(),
        }
    }
}

/// An unexpected response without details.
pub(crate) fn unexpected() -> CallError {
    CallError::UnexpectedResponse(ResponseSummary::default())
}

/// Many servers have the same errors for links and codes. The kind of proof decides whether it is reported as an error of
/// the link or of the code.
fn proof_error(rejection: &Rejection, proof: &Proof) -> Option<ProofError> {
    let is_code = ProofKind::from(proof) == ProofKind::Code;
    let tries_left =
        rejection.fields.number(ResponseField::TriesLeft).and_then(|tries| u32::try_from(tries).ok());
    Some(match rejection.kind {
        ErrorKind::Invalid | ErrorKind::WrongCode if is_code => ProofError::WrongCode { tries_left },
        ErrorKind::Expired | ErrorKind::CodeExpired if is_code => ProofError::CodeExpired,
        ErrorKind::Invalid | ErrorKind::WrongCode => ProofError::Invalid,
        ErrorKind::Expired | ErrorKind::CodeExpired => ProofError::Expired,
        ErrorKind::InvalidOrExpired => ProofError::InvalidOrExpired,
        ErrorKind::AccountClosed => ProofError::AccountClosed,
        ErrorKind::UnsupportedFactor => ProofError::UnsupportedFactor,
        ErrorKind::Used => ProofError::Used,
        ErrorKind::Superseded => ProofError::Superseded,
        ErrorKind::OtherDevice => ProofError::OtherDevice,
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
