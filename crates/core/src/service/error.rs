//! How a call can fail, one enum per operation, in the terms of what a person can do next.

use std::time::Duration;

use super::ResponseSummary;
use crate::password::Refusal;

/// What stands between us and any answer, whichever operation was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// No connection, or the name could not be looked up: the line is down, or the service's host is.
    #[error("the service cannot be reached")]
    Offline,
    /// Nothing came within the time allowed. The service may or may not have acted.
    #[error("the service did not answer in time")]
    TimedOut,
    /// The certificate is not one that this device trusts for that name.
    #[error("the service's certificate is not trusted")]
    TlsRefused,
    /// The proxy of this network does not let a connection to the service through (407, 403, 502 to CONNECT).
    #[error("the network's proxy refused to connect to the service")]
    ProxyRefused,
    /// Too many requests, by us or by others from here. `wait` is what `Retry-After` said.
    #[error("the service asks to wait")]
    RateLimited {
        /// How long, if the service said.
        wait: Option<Duration>,
    },
    /// Something answers at the address, and it is not a recovery service.
    #[error("the address is not that of a recovery service: {0:?}")]
    Misconfigured(Misconfiguration),
    /// The service answered, and neither its status nor its body is one that the contract has.
    #[error("the service's answer is not understood ({0})")]
    UnexpectedResponse(ResponseSummary),
    /// 5xx, or a line cut in the middle of an answer.
    #[error("the service is in trouble")]
    Down,
}

/// What is wrong at the configured address. For the operator; a person is told to ask for help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misconfiguration {
    /// A web page instead of an answer: the wrong host, or the sign-in page of a public network.
    WebPage,
    /// A redirect. Calls that carry a secret never follow one.
    Redirect,
    /// More than 64 KiB: no answer of this contract is that long.
    TooLong,
    /// No address is configured at all.
    NoAddress,
}

/// A request for a recovery e-mail failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// No answer to go by.
    #[error(transparent)]
    Call(#[from] CallError),
    /// The service does not take this for an address (400, 422).
    #[error("the service refused the address")]
    AddressRefused,
}

/// Why a link or code does not open anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// Never issued, or damaged on the way. Also what a plain service says of any token it does not take.
    #[error("not a working link")]
    Invalid,
    /// Its time is over.
    #[error("the link has expired")]
    Expired,
    /// A password was already set with it.
    #[error("the link was used")]
    Used,
    /// A newer e-mail has replaced it.
    #[error("a newer link replaced it")]
    Superseded,
    /// It was asked for on another device, which alone holds the verifier.
    #[error("the link belongs to another device")]
    OtherDevice,
    /// The new password is chosen on a page of the service, and nowhere else.
    #[error("the password is chosen on a page of the service")]
    Hosted,
    /// Not the code that was mailed.
    #[error("wrong code")]
    WrongCode {
        /// Tries left before the code dies, if the service says. The link goes on working.
        tries_left: Option<u32>,
    },
    /// The code is too old, or was guessed at too often. The link goes on working.
    #[error("the code has expired")]
    CodeExpired,
}

/// A check of a link or code failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckError {
    /// No answer to go by.
    #[error(transparent)]
    Call(#[from] CallError),
    /// It does not work.
    #[error(transparent)]
    Proof(#[from] ProofError),
}

/// A reset failed. Whatever the reason, a working link still works.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ResetError {
    /// No answer to go by.
    #[error(transparent)]
    Call(#[from] CallError),
    /// The link or code does not work.
    #[error(transparent)]
    Proof(#[from] ProofError),
    /// The service wants another password, for these reasons; none given by a plain service.
    #[error("the service refused the password")]
    PasswordRefused(Vec<Refusal>),
    /// The account has a second factor, and its code was not sent, was wrong, or was used already.
    #[error("the second factor is missing or wrong")]
    SecondFactor,
}

impl From<CheckError> for ResetError {
    fn from(error: CheckError) -> Self {
        match error {
            CheckError::Call(call) => Self::Call(call),
            CheckError::Proof(proof) => Self::Proof(proof),
        }
    }
}
