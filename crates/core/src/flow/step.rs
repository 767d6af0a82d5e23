//! The steps of a recovery, with the data that each screen shows.

use crate::{
    link::LinkProblem,
    password::PasswordRejection,
    pending::PendingRecovery,
    secret::{EmailAddress, NewPassword},
    service::{CallError, IdempotencyKey, Proof, ProofError},
    time::Timestamp,
};

/// A step, with the data that its screen shows. The typed text is not part of it. For the call in flight, see
/// [`Flow::in_flight`](super::Flow::in_flight).
#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "there is one step at a time")]
pub enum Step {
    /// The keyring is read.
    Opening,
    /// Forgot password.
    Forgot(Forgot),
    /// Check your email.
    CheckEmail(CheckEmail),
    /// Choose a new password.
    Reset(Reset),
    /// The password is changed.
    Done(Done),
    /// The link does not work.
    InvalidLink(InvalidLink),
}

/// The name of a step, without personal data, for the statistics of an embedding app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepName {
    /// Forgot password.
    Forgot,
    /// Check your email.
    CheckEmail,
    /// Choose a new password.
    Reset,
    /// The password is changed.
    Done,
    /// The link does not work, for this reason.
    InvalidLink(LinkFailure),
}

impl Step {
    /// The name of the step. `None` while the keyring is read.
    pub fn name(&self) -> Option<StepName> {
        Some(match self {
            Self::Opening => return None,
            Self::Forgot(_) => StepName::Forgot,
            Self::CheckEmail(_) => StepName::CheckEmail,
            Self::Reset(_) => StepName::Reset,
            Self::Done(_) => StepName::Done,
            Self::InvalidLink(invalid_link) => StepName::InvalidLink(invalid_link.failure),
        })
    }

    /// The address of the account, if it is known.
    pub fn email(&self) -> Option<&EmailAddress> {
        match self {
            Self::Opening => None,
            Self::Forgot(forgot) => forgot.email.as_ref(),
            Self::CheckEmail(check) => Some(&check.recovery.email),
            Self::Reset(reset) => reset.email.as_ref(),
            Self::Done(done) => done.email.as_ref(),
            Self::InvalidLink(invalid_link) => invalid_link.email.as_ref(),
        }
    }
}

/// The first step.
#[derive(Debug, Default)]
pub struct Forgot {
    /// The address to fill in, or the one that was submitted.
    pub email: Option<EmailAddress>,
    /// Why the last request was not sent or not accepted.
    pub problem: Option<ForgotProblem>,
}

/// A problem at the first step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ForgotProblem {
    /// The field is empty.
    Missing,
    /// The text is not an email address.
    Malformed,
    /// The service does not accept the address.
    Refused,
    /// A code was pasted, but this device has requested no email with a code.
    CodeTooEarly,
    /// A link was pasted that is damaged, or belongs to another service.
    Link(LinkProblem),
    /// The service requires a wait until then.
    Wait(Timestamp),
    /// The call failed.
    Call(CallError),
}

/// The second step: an email is expected, if there is an account.
#[derive(Debug)]
pub struct CheckEmail {
    /// The request: its address, its time, and when it may be repeated.
    pub recovery: PendingRecovery,
    /// Whether the email was sent again.
    pub resent: bool,
    /// The problem, if any.
    pub problem: Option<CheckEmailProblem>,
}

/// A problem at the second step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckEmailProblem {
    /// Another email could not be requested.
    ResendFailed(CallError),
    /// The text is neither a recovery link nor a code.
    NeitherLinkNorCode,
    /// A link was pasted that is damaged, or belongs to another service.
    Link(LinkProblem),
    /// The code is wrong or has expired.
    Code(ProofError),
    /// The code could not be checked.
    CheckFailed(CallError),
}

impl CheckEmailProblem {
    /// Whether the text in the field is wrong. Otherwise a call has failed.
    pub fn is_input_error(&self) -> bool {
        !matches!(self, Self::ResendFailed(_) | Self::CheckFailed(_))
    }
}

/// The third step: a new password.
#[derive(Debug)]
pub struct Reset {
    /// What authorizes the reset.
    pub proof: Proof,
    /// The address of the account, if it is known.
    pub email: Option<EmailAddress>,
    /// Whether the link has been checked.
    pub phase: Phase,
    /// The recoveries that the link may belong to, the most likely first.
    pub(super) candidates: Vec<PendingRecovery>,
    /// The index of the candidate that is tried. `None` while the link is tried without a verifier.
    pub(super) candidate: Option<usize>,
    /// Whether the account has a second factor. Its code is required with the password.
    pub second_factor: bool,
    /// Whether a new link was requested from here.
    pub renewal: Renewal,
    /// The problem, if any.
    pub problem: Option<ResetProblem>,
    /// The last password that was sent.
    pub(super) last_attempt: Option<Attempt>,
}

/// A password that was sent. Sending the same password again repeats the attempt.
#[derive(Debug, Clone)]
pub(super) struct Attempt {
    pub password: NewPassword,
    pub idempotency_key: IdempotencyKey,
    /// Whether a response was lost, so that the password may be set.
    pub outcome_unknown: bool,
}

/// Whether the link has been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// The link is not checked yet: the check is in flight, or it has failed with this error.
    Unchecked(Option<CallError>),
    /// The password can be typed. The link works until then, if the service says so.
    Ready(Option<Timestamp>),
}

/// A new link, requested while a password is typed (A11Y-9).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renewal {
    /// No new link was requested, or the request is in flight.
    None,
    /// The service accepted the request. The old link may no longer work.
    Sent,
    /// The request failed.
    Failed(CallError),
}

/// A problem at the third step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResetProblem {
    /// The field is empty.
    Missing,
    /// The policy of the app or of the service refuses the password. The list is empty if the service gives no reasons.
    Refused(Vec<PasswordRejection>),
    /// The two passwords differ.
    Mismatch,
    /// The code of the authenticator app is missing, wrong, or already used.
    SecondFactor,
    /// The service requires a wait until then.
    Wait(Timestamp),
    /// The call failed.
    Call(CallError),
}

/// The last step.
#[derive(Debug)]
pub struct Done {
    /// The address of the account, if it is known.
    pub email: Option<EmailAddress>,
    /// Whether the service ended all sessions of the account.
    pub signed_out_everywhere: bool,
    /// The time of the change.
    pub at: Timestamp,
}

/// A link that does not work.
#[derive(Debug)]
pub struct InvalidLink {
    /// The reason.
    pub failure: LinkFailure,
    /// The address of the account, if it is known.
    pub email: Option<EmailAddress>,
}

/// Why a link does not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkFailure {
    /// The link has expired.
    Expired,
    /// The link has expired, was used, or was never valid: the service does not report which.
    InvalidOrExpired,
    /// A password was set with it.
    Used,
    /// A newer email has replaced it.
    Superseded,
    /// The link was requested on another device.
    OtherDevice,
    /// The link is incomplete, or was never valid.
    Invalid,
    /// The link belongs to another service.
    OtherService,
    /// The password is chosen on a web page of the service. No link is for this app.
    Hosted,
    /// The page of the service has led back without a new password.
    PageFailed,
    /// The link seems to come from a page of the service, but this app has not opened that page.
    UnknownReturn,
    /// The link works, but the account is banned or disabled.
    AccountClosed,
    /// The link works, but the account has only a second factor that this app does not support.
    UnsupportedFactor,
}

/// A notice that any screen can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// There is no keyring: when the app is closed, the recovery is lost.
    MemoryOnly,
    /// A second link was opened, and it replaces the first.
    NewerLink,
    /// A link that does not work was opened, and ignored.
    BadLinkIgnored,
    /// The clocks of this device and of the service differ by more than [`TOLERANCE`](crate::time::TOLERANCE).
    ClockWrong,
}

impl From<LinkProblem> for LinkFailure {
    fn from(problem: LinkProblem) -> Self {
        match problem {
            LinkProblem::Damaged => Self::Invalid,
            LinkProblem::OtherService => Self::OtherService,
            LinkProblem::Expired => Self::Expired,
            LinkProblem::Used => Self::Used,
            LinkProblem::AccountClosed => Self::AccountClosed,
            // The system opens only links of this app, so this cannot be a link that was opened from an email.
            LinkProblem::ClickTracker => Self::OtherService,
        }
    }
}

impl From<ProofError> for LinkFailure {
    fn from(error: ProofError) -> Self {
        match error {
            ProofError::Expired | ProofError::CodeExpired => Self::Expired,
            ProofError::InvalidOrExpired => Self::InvalidOrExpired,
            ProofError::AccountClosed => Self::AccountClosed,
            ProofError::UnsupportedFactor => Self::UnsupportedFactor,
            ProofError::Used => Self::Used,
            ProofError::Superseded => Self::Superseded,
            ProofError::OtherDevice => Self::OtherDevice,
            ProofError::Hosted => Self::Hosted,
            ProofError::Invalid | ProofError::WrongCode { .. } => Self::Invalid,
        }
    }
}

/// A step from its data.
macro_rules! from_data {
    ($($step:ident),*) => {$(
        impl From<$step> for Step {
            fn from(data: $step) -> Self {
                Self::$step(data)
            }
        }
    )*};
}

from_data!(Forgot, CheckEmail, Reset, Done, InvalidLink);
