//! The errors of a service, one enum per operation. The variants differ by what a person can do next.

use std::time::Duration;

use super::ResponseSummary;
use crate::password::PasswordRejection;

/// Errors that every operation can have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// No connection or no DNS answer: the device or the service is offline.
    #[error("the service cannot be reached")]
    Offline,
    /// No response in time. The service may have performed the operation.
    #[error("the service did not respond in time")]
    TimedOut,
    /// This device does not trust the certificate for this name.
    #[error("the service's certificate is not trusted")]
    TlsRefused,
    /// The network's proxy refused the connection to the service (407, 403, 502 to CONNECT).
    #[error("the network's proxy refused to connect to the service")]
    ProxyRefused,
    /// There were too many requests, from this network or for this address or recovery.
    #[error("the service asks to wait")]
    RateLimited {
        /// The value of `Retry-After`, if any.
        wait: Option<Duration>,
    },
    /// The address is not that of a recovery service.
    #[error("the address is not that of a recovery service: {0:?}")]
    Misconfigured(Misconfiguration),
    /// The contract does not describe this response.
    #[error("unexpected response of the service ({0})")]
    UnexpectedResponse(ResponseSummary),
    /// 5xx, or a truncated response.
    #[error("the service is down")]
    Down,
    /// The service demands a captcha, which only its own website can show.
    #[error("the service demands a captcha")]
    CaptchaRequired,
}

impl CallError {
    /// Whether the service may have performed the operation although there is no response.
    pub fn may_have_acted(&self) -> bool {
        matches!(self, Self::Down | Self::TimedOut | Self::Offline)
    }
}

/// What is wrong with the configured address, for the operator. Users are asked to contact the help desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misconfiguration {
    /// A web page: the wrong host, or the sign-in page of a public network.
    WebPage,
    /// A redirect, which is never followed.
    Redirect,
    /// A response of more than 64 KiB.
    TooLong,
    /// No address is configured.
    NoAddress,
}

/// Why a request for a recovery email failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// The call failed.
    #[error(transparent)]
    Call(#[from] CallError),
    /// The service does not accept the address (400, 422).
    #[error("the service refused the address")]
    AddressRefused,
}

/// Why a link or code does not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// The token was never issued, or is damaged. Plain services return this for every token that does not work.
    #[error("the link is invalid")]
    Invalid,
    /// The link is too old.
    #[error("the link has expired")]
    Expired,
    /// Wrong, too old or already used: the service does not report which.
    #[error("the link or code is invalid or has expired")]
    InvalidOrExpired,
    /// A password was already set with it.
    #[error("the link was already used")]
    Used,
    /// Replaced by a newer email.
    #[error("a newer link replaced it")]
    Superseded,
    /// Requested on another device, which has the verifier.
    #[error("the link belongs to another device")]
    OtherDevice,
    /// The new password must be chosen on a page of the service.
    #[error("the password is chosen on a page of the service")]
    Hosted,
    /// The code is wrong.
    #[error("wrong code")]
    WrongCode {
        /// The number of tries that are left, if known. The link still works.
        tries_left: Option<u32>,
    },
    /// The code is too old, or was tried too often. The link still works.
    #[error("the code has expired")]
    CodeExpired,
    /// The link or code works, but the account is banned or disabled.
    #[error("the account is closed")]
    AccountClosed,
    /// The link or code works, but the account has only a second factor that this app does not support.
    #[error("the account has a second factor that is not supported")]
    UnsupportedFactor,
}

impl ProofError {
    /// Whether no link and no code can recover the account in this app.
    pub fn is_final(self) -> bool {
        matches!(self, Self::AccountClosed | Self::UnsupportedFactor | Self::Hosted)
    }
}

/// Why a check of a link or code failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckError {
    /// The call failed.
    #[error(transparent)]
    Call(#[from] CallError),
    /// The link or code does not work.
    #[error(transparent)]
    Proof(#[from] ProofError),
}

/// Why a reset failed. A valid link remains valid.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ResetError {
    /// The call failed.
    #[error(transparent)]
    Call(#[from] CallError),
    /// The link or code does not work.
    #[error(transparent)]
    Proof(#[from] ProofError),
    /// The service refused the password, for these reasons. Plain services report none.
    #[error("the service refused the password")]
    PasswordRefused(Vec<PasswordRejection>),
    /// The account has a second factor, and its code is missing, wrong or already used.
    #[error("the second factor is missing or wrong")]
    SecondFactor,
}

impl ResetError {
    /// Whether the password may be set although there is no response.
    pub fn may_have_acted(&self) -> bool {
        matches!(self, Self::Call(error) if error.may_have_acted())
    }

    /// Whether the password is refused only because it is the account's already. After an attempt without a response, this
    /// means that the attempt has set it.
    pub fn is_same_password(&self) -> bool {
        matches!(self, Self::PasswordRefused(reasons) if *reasons == [PasswordRejection::SameAsBefore])
    }
}

impl From<CheckError> for ResetError {
    fn from(error: CheckError) -> Self {
        match error {
            CheckError::Call(call) => Self::Call(call),
            CheckError::Proof(proof) => Self::Proof(proof),
        }
    }
}
