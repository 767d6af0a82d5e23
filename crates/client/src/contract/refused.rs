//! Why the calls of a contract did not come to their end, in the terms of each operation. Pure.

use latchkey_contract::{Kind, ProofKind, Tells, Told};
use latchkey_core::{
    password::Refusal,
    service::{CallError, CheckError, Proof, ProofError, RequestError, ResetError, UnknownAnswer},
};

use super::fill::Missing;

/// Why calls did not come to their end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refused {
    /// There was no answer to go by.
    Call(CallError),
    /// The server said no.
    Said(Said),
    /// Something is needed that only another device has.
    NotHere,
    /// The server takes no password from an app.
    Hosted,
}

/// A no of the server's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub kind: Kind,
    /// Of a refused password, as far as they have names.
    pub reasons: Vec<Refusal>,
    pub told: Told,
    /// For a help desk, should the operation have no use for this kind.
    pub answer: UnknownAnswer,
}

impl From<CallError> for Refused {
    fn from(error: CallError) -> Self {
        Self::Call(error)
    }
}

impl From<Missing> for Refused {
    fn from(missing: Missing) -> Self {
        match missing {
            Missing::OfDevice => Self::NotHere,
            Missing::Unfit => Self::Call(unexpected()),
        }
    }
}

impl Refused {
    /// Whether the server said this.
    pub fn is(&self, kind: Kind) -> bool {
        matches!(self, Self::Said(said) if said.kind == kind)
    }

    /// A request is refused for few reasons. Those that tell whether somebody has the address are not shown.
    pub fn of_request(self) -> Result<(), RequestError> {
        match self {
            Self::Said(Said { kind: Kind::UnknownAccount | Kind::KnownAccount, .. }) => Ok(()),
            Self::Said(Said { kind: Kind::AddressRefused, .. }) => Err(RequestError::AddressRefused),
            other => Err(other.of_call().into()),
        }
    }

    /// What it says where nothing that a server could refuse was asked.
    pub fn of_call(self) -> CallError {
        match self {
            Self::Call(call) => call,
            Self::Said(said) => CallError::NotUnderstood(said.answer),
            Self::NotHere | Self::Hosted => unexpected(),
        }
    }

    /// What it says of a link or code.
    pub fn of_check(self, proof: &Proof) -> CheckError {
        match self {
            Self::Call(call) => call.into(),
            Self::NotHere => ProofError::OtherDevice.into(),
            Self::Hosted => ProofError::Hosted.into(),
            Self::Said(said) => match proof_error(&said, proof) {
                Some(error) => error.into(),
                None => CallError::NotUnderstood(said.answer).into(),
            },
        }
    }

    /// What it says of a reset.
    pub fn of_reset(self, proof: &Proof) -> ResetError {
        match self {
            Self::Said(Said { kind: Kind::SecondFactor, .. }) => ResetError::SecondFactor,
            Self::Said(Said { kind: Kind::PasswordRefused, reasons, told, .. }) => {
                ResetError::PasswordRefused(
                    reasons.into_iter().map(|reason| with_limit(reason, &told)).collect(),
                )
            }
            other => other.of_check(proof).into(),
        }
    }
}

/// Something that the contract has no place for, where there is no answer to tell of.
pub(crate) fn unexpected() -> CallError {
    CallError::NotUnderstood(UnknownAnswer::default())
}

/// Servers have one word for links and codes; people are told of what they have in their hands.
fn proof_error(said: &Said, proof: &Proof) -> Option<ProofError> {
    let is_code = ProofKind::from(proof) == ProofKind::Code;
    let tries_left = said.told.number(Tells::TriesLeft).and_then(|tries| u32::try_from(tries).ok());
    Some(match said.kind {
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
fn with_limit(refusal: Refusal, told: &Told) -> Refusal {
    match refusal {
        Refusal::TooShort { .. } => Refusal::TooShort { min: told.number(Tells::MinLength) },
        Refusal::TooLong { .. } => Refusal::TooLong { max: told.number(Tells::MaxLength) },
        other => other,
    }
}
