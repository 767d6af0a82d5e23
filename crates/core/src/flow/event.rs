//! What can happen to a flow, and what it can want done.

use std::fmt;

use secrecy::zeroize::Zeroizing;

use crate::{
    link::IncomingLink,
    password::PasswordPolicy,
    pending::{Ended, Pending, PendingRecovery},
    secret::{EmailAddress, NewPassword, SecondFactorCode, Verifier},
    service::{Capabilities, Changed, CheckError, Checked, IdempotencyKey, Proof, RequestError, ResetError},
    time::Timestamp,
};

/// Marks a question to the service, so that its answer can be told from a late one to an earlier question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ticket(u64);

impl Ticket {
    /// The next one; answers to all earlier ones no longer count.
    pub(super) fn renew(&mut self) -> Self {
        self.0 += 1;
        *self
    }
}

/// Something happened.
pub enum Event {
    /// The app has started, and this is what its keyring remembers.
    Opened {
        /// Recoveries under way.
        pending: Pending,
        /// Something stands in the field of the first screen: that screen stays.
        typing: bool,
    },
    /// The keyring has not answered yet. The first screen is shown meanwhile.
    KeyringSlow,
    /// There is no keyring: what is remembered lasts until the app is closed.
    MemoryOnly,
    /// The service told what it can do.
    CapabilitiesLoaded(Capabilities),
    /// The service told its password rules.
    PasswordPolicyLoaded(PasswordPolicy),
    /// The person has read the notice.
    NoticeDismissed,
    /// A link reached the app from outside.
    LinkOpened {
        /// As it came; untrusted.
        text: IncomingLink,
        /// It took the place of one that nobody had looked at yet.
        replaced: bool,
    },
    /// "Send" on the first screen, with what stands in the field.
    EmailSubmitted(String),
    /// "Send again".
    ResendPressed,
    /// The time that a service asked to wait until has come.
    WaitOver(Timestamp),
    /// "Cancel", while the service is slow.
    Cancelled,
    /// The service can be reached again, after [`Effect::AwaitConnection`].
    ConnectionRestored {
        /// Which wait.
        ticket: Ticket,
    },
    /// These were ended by another window of this person's.
    EndedElsewhere(Pending),
    /// The clocks of this device and of the service are far apart.
    ClockWrong,
    /// A request can be sent.
    RequestReady {
        /// Which.
        ticket: Ticket,
        /// Whose.
        email: EmailAddress,
        /// A new verifier, where the service binds a recovery to the device that asks.
        fresh: Option<Verifier>,
    },
    /// The service took a request.
    RequestAccepted {
        /// Which.
        ticket: Ticket,
        /// What to remember of it.
        recovery: PendingRecovery,
    },
    /// The service did not take a request.
    RequestFailed {
        /// Which.
        ticket: Ticket,
        /// Why.
        error: RequestError,
    },
    /// A link was pasted, or a code typed.
    LinkOrCodeSubmitted(Zeroizing<String>),
    /// A link or code was checked.
    CheckFinished {
        /// Which.
        ticket: Ticket,
        /// How it went.
        outcome: Result<Checked, CheckError>,
    },
    /// "Try again", after a check that got no answer.
    CheckAgain,
    /// "Set new password".
    PasswordSubmitted {
        /// As typed.
        password: Zeroizing<String>,
        /// Typed a second time; `None` while the first can be seen.
        confirmation: Option<Zeroizing<String>>,
        /// What the authenticator app shows; empty where it is not asked for.
        second_factor: Zeroizing<String>,
        /// It was looked up, and it is among stolen ones.
        breached: bool,
        /// A key for this attempt, if it is a new one.
        fresh: IdempotencyKey,
    },
    /// The service answered a reset.
    ResetFinished {
        /// Which.
        ticket: Ticket,
        /// How it went.
        outcome: Result<Changed, ResetError>,
    },
    /// "Get a new link", while a password is being typed.
    RenewPressed,
    /// "Send me a new link", on a link that does not work.
    AskForNewLink,
    /// Back to the e-mail that is still waited for.
    BackToEmail,
    /// Back to the first screen, with the address filled in: to use another one, or to begin again.
    StartOver,
    /// A phone's back button.
    BackPressed,
}

/// Something to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Ask what the service can do; answer with [`Event::CapabilitiesLoaded`].
    LoadCapabilities,
    /// Ask for the password rules; answer with [`Event::PasswordPolicyLoaded`].
    LoadPasswordPolicy,
    /// Find out what a request for a recovery e-mail needs; answer with [`Event::RequestReady`], or with
    /// [`Event::RequestFailed`] where that cannot be found out.
    Request {
        /// To go with the answer.
        ticket: Ticket,
        /// Whose.
        email: EmailAddress,
    },
    /// Keep this in the keyring, and then ask for the e-mail; answer with [`Event::RequestAccepted`] or [`Event::RequestFailed`].
    /// In this order: should the answer be lost, the verifier is not.
    SendRequest {
        /// To go with the answer.
        ticket: Ticket,
        /// Whose, with which verifier.
        recovery: PendingRecovery,
    },
    /// Keep a recovery in the keyring.
    Remember(PendingRecovery),
    /// Remove from the keyring what is over.
    Forget(Ended),
    /// Check a link or code; answer with [`Event::CheckFinished`].
    Check {
        /// To go with the answer.
        ticket: Ticket,
        /// What to check.
        proof: Proof,
    },
    /// Leave the screen to the app that was there before; nothing of the flow is given up.
    MoveToBackground,
    /// Wait until the service can be reached again; answer with [`Event::ConnectionRestored`].
    AwaitConnection {
        /// To go with the answer.
        ticket: Ticket,
    },
    /// Set the password; answer with [`Event::ResetFinished`].
    Reset {
        /// To go with the answer.
        ticket: Ticket,
        /// What allows it.
        proof: Proof,
        /// The new one.
        password: NewPassword,
        /// Names this attempt to the service.
        attempt: IdempotencyKey,
        /// What the authenticator app shows, where the account has one.
        second_factor: Option<SecondFactorCode>,
    },
}

impl fmt::Debug for Event {
    /// The kind alone: an event can carry what was typed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Opened { .. } => "Opened",
            Self::KeyringSlow => "KeyringSlow",
            Self::MemoryOnly => "MemoryOnly",
            Self::CapabilitiesLoaded(_) => "CapabilitiesLoaded",
            Self::PasswordPolicyLoaded(_) => "PasswordPolicyLoaded",
            Self::NoticeDismissed => "NoticeDismissed",
            Self::LinkOpened { .. } => "LinkOpened",
            Self::EmailSubmitted(_) => "EmailSubmitted",
            Self::ResendPressed => "ResendPressed",
            Self::WaitOver(_) => "WaitOver",
            Self::Cancelled => "Cancelled",
            Self::ConnectionRestored { .. } => "ConnectionRestored",
            Self::EndedElsewhere(_) => "EndedElsewhere",
            Self::ClockWrong => "ClockWrong",
            Self::RequestReady { .. } => "RequestReady",
            Self::RequestAccepted { .. } => "RequestAccepted",
            Self::RequestFailed { .. } => "RequestFailed",
            Self::LinkOrCodeSubmitted(_) => "LinkOrCodeSubmitted",
            Self::CheckFinished { .. } => "CheckFinished",
            Self::CheckAgain => "CheckAgain",
            Self::PasswordSubmitted { .. } => "PasswordSubmitted",
            Self::ResetFinished { .. } => "ResetFinished",
            Self::RenewPressed => "RenewPressed",
            Self::AskForNewLink => "AskForNewLink",
            Self::BackToEmail => "BackToEmail",
            Self::StartOver => "StartOver",
            Self::BackPressed => "BackPressed",
        })
    }
}
