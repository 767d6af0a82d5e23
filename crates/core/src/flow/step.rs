//! What can be on the screen.

use crate::{
    link::{IncomingLink, LinkProblem},
    password::Refusal,
    pending::PendingRecovery,
    secret::{EmailAddress, NewPassword},
    service::{CallError, IdempotencyKey, NativeRecovery, Proof, ProofError},
    time::Timestamp,
};

/// One of the screens, with all that it shows. What is typed lives in the fields, and survives every change here.
#[derive(Debug)]
pub enum Step {
    /// The keyring is being asked.
    Opening,
    /// Forgot password.
    Forgot(Forgot),
    /// Check your e-mail.
    CheckEmail(CheckEmail),
    /// Choose a new password.
    Reset(Reset),
    /// The password is changed.
    Done(Done),
    /// The link does not work.
    InvalidLink(InvalidLink),
}

/// Which step it is, and nothing of what is in it: for an app that counts how far people come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepName {
    /// Forgot password.
    Forgot,
    /// Check your e-mail.
    CheckEmail,
    /// Choose a new password.
    Reset,
    /// The password is changed.
    Done,
    /// The link does not work, for this reason.
    InvalidLink(LinkFailure),
}

impl Step {
    /// Its name; `None` while the keyring is being asked.
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
}

/// The first screen.
#[derive(Debug, Default)]
pub struct Forgot {
    /// The address to fill in, or the one being asked for.
    pub email: Option<EmailAddress>,
    /// A request is on its way.
    pub sending: bool,
    /// Why the last one was not sent or not taken.
    pub problem: Option<ForgotProblem>,
}

/// What is wrong on the first screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ForgotProblem {
    /// Nothing was typed.
    Missing,
    /// Not an address.
    Malformed,
    /// The service does not take it for an address.
    Refused,
    /// A code was pasted here, and no request of this device is waiting for one.
    CodeTooEarly,
    /// A link was pasted that is damaged, or for another service.
    Link(LinkProblem),
    /// The service asks to wait until then.
    Wait(Timestamp),
    /// The service could not be asked.
    Call(CallError),
}

/// The second screen: an e-mail is on its way, if there is an account.
#[derive(Debug)]
pub struct CheckEmail {
    /// What was asked for, when, and when it may be asked for again.
    pub recovery: PendingRecovery,
    /// What is being waited for.
    pub waiting: Waiting,
    /// It was sent a second time.
    pub resent: bool,
    /// What is wrong.
    pub problem: Option<CheckEmailProblem>,
    /// The code being checked.
    pub(super) checking: Option<Proof>,
}

/// What the second screen waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// The person.
    No,
    /// Another e-mail is being asked for.
    Resending,
    /// The code is being checked.
    CheckingCode,
}

/// What is wrong on the second screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckEmailProblem {
    /// Another e-mail could not be asked for.
    ResendFailed(CallError),
    /// What was pasted or typed is neither a recovery link nor a code.
    NeitherLinkNorCode,
    /// A link was pasted that is damaged, or for another service.
    Link(LinkProblem),
    /// The code is wrong, or has expired.
    Code(ProofError),
    /// The code could not be checked.
    CheckFailed(CallError),
}

/// The third screen: a new password.
#[derive(Debug)]
pub struct Reset {
    /// What allows it.
    pub proof: Proof,
    /// Whose account it is, where that is known here.
    pub email: Option<EmailAddress>,
    /// How far it is.
    pub phase: Phase,
    /// The recoveries that the link may belong to, the likeliest first, and which of them is tried; none of them while
    /// the link is tried alone.
    pub(super) candidates: Vec<PendingRecovery>,
    pub(super) candidate: Option<usize>,
    /// The account has a second factor: its code is asked for beside the password.
    pub second_factor: bool,
    /// How far a new link is that was asked for from here.
    pub renewal: Renewal,
    /// What is wrong.
    pub problem: Option<ResetProblem>,
    /// The last one: the same password again is the same attempt again.
    pub(super) attempt: Option<Attempt>,
    /// Came while a password was being sent; looked at if that fails.
    pub(super) next_link: Option<IncomingLink>,
}

/// A password that was sent.
#[derive(Debug, Clone)]
pub(super) struct Attempt {
    pub password: NewPassword,
    /// The name of the attempt.
    pub key: IdempotencyKey,
    /// An answer to it was lost: the password may be set.
    pub outcome_unknown: bool,
}

/// How far the third screen is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// The link is being checked.
    Checking,
    /// The link could not be checked.
    Unchecked(CallError),
    /// The password can be typed; the link is good until then, where the service said so.
    Ready(Option<Timestamp>),
    /// The password is on its way.
    Sending(Option<Timestamp>),
}

/// A new link, asked for while a password is being typed (A11Y-9).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renewal {
    /// None was requested.
    None,
    /// The request is in flight.
    Sending,
    /// The service accepted the request. The old link may no longer work.
    Sent,
    /// The request failed.
    Failed(CallError),
}

/// What is wrong on the third screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResetProblem {
    /// Nothing was typed.
    Missing,
    /// The policy, here or at the service, refuses it. Empty where the service gives no reasons.
    Refused(Vec<Refusal>),
    /// The two differ.
    Mismatch,
    /// The code of the authenticator app is missing, wrong, or used already.
    SecondFactor,
    /// The service asks to wait until then.
    Wait(Timestamp),
    /// The service could not be asked.
    Call(CallError),
}

/// The last screen.
#[derive(Debug)]
pub struct Done {
    /// Whose password was changed, where that is known here.
    pub email: Option<EmailAddress>,
    /// The service ended every session of the account.
    pub signed_out_everywhere: bool,
    /// When.
    pub at: Timestamp,
}

/// A link that does not work.
#[derive(Debug)]
pub struct InvalidLink {
    /// Why not.
    pub failure: LinkFailure,
    /// Whose it was, where that is known here.
    pub email: Option<EmailAddress>,
}

/// Why a link does not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkFailure {
    /// Its time is over.
    Expired,
    /// A password was set with it.
    Used,
    /// A newer e-mail replaced it.
    Superseded,
    /// It was asked for on another device.
    OtherDevice,
    /// Not whole, or never a working one.
    Damaged,
    /// It leads to another service.
    OtherService,
    /// The password is chosen on a page of the service: no link is for this app.
    Hosted,
}

/// Said once, beside whatever is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// There is no keyring: closing the app forgets the recovery.
    MemoryOnly,
    /// A second link came, and it is the one that counts.
    NewerLink,
    /// A link came that does not work; what was begun goes on.
    BadLinkIgnored,
    /// This device's clock and the service's differ by more than [`TOLERANCE`](crate::time::TOLERANCE).
    ClockWrong,
}

impl CheckEmailProblem {
    /// It is wrong with what was typed or pasted; otherwise it is with the service.
    pub fn is_at_field(&self) -> bool {
        !matches!(self, Self::ResendFailed(_) | Self::CheckFailed(_))
    }
}

impl CheckEmail {
    pub(super) fn new(recovery: PendingRecovery) -> Self {
        Self { recovery, waiting: Waiting::No, resent: false, problem: None, checking: None }
    }
}

impl Reset {
    /// Only a service that takes passwords from this app gives a [`NativeRecovery`].
    pub(super) fn new(_: NativeRecovery, proof: Proof, email: Option<EmailAddress>) -> Self {
        Self {
            proof,
            email,
            phase: Phase::Checking,
            candidates: Vec::new(),
            candidate: None,
            second_factor: false,
            renewal: Renewal::None,
            problem: None,
            attempt: None,
            next_link: None,
        }
    }

    /// The password of the last attempt may be set: an answer to it was lost.
    pub(super) fn outcome_is_unknown(&self) -> bool {
        self.attempt.as_ref().is_some_and(|attempt| attempt.outcome_unknown)
    }
}

impl From<LinkProblem> for LinkFailure {
    fn from(problem: LinkProblem) -> Self {
        match problem {
            LinkProblem::Damaged => Self::Damaged,
            LinkProblem::OtherService => Self::OtherService,
            LinkProblem::Expired => Self::Expired,
            LinkProblem::Used => Self::Used,
            // The system hands over links of ours alone, so this one was never clicked.
            LinkProblem::ClickTracker => Self::OtherService,
        }
    }
}

impl From<ProofError> for LinkFailure {
    fn from(error: ProofError) -> Self {
        match error {
            ProofError::Expired | ProofError::CodeExpired => Self::Expired,
            ProofError::Used => Self::Used,
            ProofError::Superseded => Self::Superseded,
            ProofError::OtherDevice => Self::OtherDevice,
            ProofError::Hosted => Self::Hosted,
            ProofError::Invalid | ProofError::WrongCode { .. } => Self::Damaged,
        }
    }
}
