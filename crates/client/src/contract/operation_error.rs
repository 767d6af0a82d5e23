//! Why the calls of a contract did not come to their end, in the terms of each operation. Pure.

use latchkey_contract::{Kind, ProofKind, ResponseField, ResponseFields};
use latchkey_core::{
    password::Refusal,
    service::{CallError, CheckError, Proof, ProofError, RequestError, ResetError, ResponseSummary},
};

use super::render::RenderError;

/// Why calls did not come to their end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OperationError {
    /// There was no answer to go by.
    Call(CallError),
    /// The server said no.
    Rejected(Rejection),
    /// Something is needed that only another device has.
    OtherDevice,
    /// The server takes no password from an app.
    Hosted,
}

/// A no of the server's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rejection {
    pub kind: Kind,
    /// Of a refused password, as far as they have names.
    pub reasons: Vec<Refusal>,
    pub fields: ResponseFields,
    /// For a help desk, should the operation have no use for this kind.
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
    /// Whether the server said this.
    pub fn is(&self, kind: Kind) -> bool {
        matches!(self, Self::Rejected(rejection) if rejection.kind == kind)
    }

    /// A request is refused for few reasons. Those that tell whether somebody has the address are not shown.
    pub fn of_request(self) -> Result<(), RequestError> {
        match self {
            Self::Rejected(Rejection { kind: Kind::UnknownAccount | Kind::KnownAccount, .. }) => Ok(()),
            Self::Rejected(Rejection { kind: Kind::AddressRefused, .. }) => Err(RequestError::AddressRefused),
            other => Err(other.of_call().into()),
        }
    }

    /// What it says where nothing that a server could refuse was asked.
    pub fn of_call(self) -> CallError {
        match self {
            Self::Call(call) => call,
            Self::Rejected(rejection) => CallError::UnexpectedResponse(rejection.answer),
            Self::OtherDevice | Self::Hosted => unexpected(),
        }
    }

    /// What it says of a link or code.
    pub fn of_check(self, proof: &Proof) -> CheckError {
        match self {
            Self::Call(call) => call.into(),
            Self::OtherDevice => ProofError::OtherDevice.into(),
            Self::Hosted => ProofError::Hosted.into(),
            Self::Rejected(rejection) => match proof_error(&rejection, proof) {
                Some(error) => error.into(),
                None => CallError::UnexpectedResponse(rejection.answer).into(),
            },
        }
    }

    /// What it says of a reset.
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

/// Something that the contract has no place for, where there is no answer to tell of.
pub(crate) fn unexpected() -> CallError {
    CallError::UnexpectedResponse(ResponseSummary::default())
}

/// Servers have one word for links and codes; people are told of what they have in their hands.
fn proof_error(rejection: &Rejection, proof: &Proof) -> Option<ProofError> {
    let is_code = ProofKind::from(proof) == ProofKind::Code;
    let tries_left =
        rejection.fields.number(ResponseField::TriesLeft).and_then(|tries| u32::try_from(tries).ok());
    Some(match rejection.kind {
        Kind::Invalid | Kind::WrongCode if is_code => ProofError::WrongCode { tries_left },
        Kind::Expired | Kind::CodeExpired if is_code => ProofError::CodeExpired,
        Kind::Invalid | Kind::WrongCode => ProofError::Invalid,
        Kind::Expired | Kind::CodeExpired => ProofError::Expired,
        Kind::Used => ProofError::Used,
        Kind::Superseded => ProofError::Superseded,
        Kind::OtherDevice => ProofError::OtherDevice,
        _ => return None,
    })
}

/// The refusal with the limit that the answer told.
fn with_limit(refusal: Refusal, fields: &ResponseFields) -> Refusal {
    match refusal {
        Refusal::TooShort { .. } => Refusal::TooShort { min: fields.number(ResponseField::MinLength) },
        Refusal::TooLong { .. } => Refusal::TooLong { max: fields.number(ResponseField::MaxLength) },
        other => other,
    }
}
