//! What can happen to a flow.

use std::fmt;

use secrecy::zeroize::Zeroizing;

use super::CallId;
use crate::{
    link::IncomingLink,
    password::PasswordPolicy,
    pending::{PendingRecoveries, PendingRecovery},
    secret::{EmailAddress, ReturnState, Verifier},
    service::{
        Accepted, Capabilities, Changed, CheckError, Checked, IdempotencyKey, RequestError, ResetError,
    },
    time::Timestamp,
};

/// An input of the flow. Events carry the random values that their effects may need, because the flow has no randomness.
pub enum Event {
    /// The keyring was read.
    Opened {
        /// The recoveries that it contains.
        pending: PendingRecoveries,
        /// Whether the field of the first screen contains text. That screen stays.
        typing: bool,
    },
    /// Reading the keyring takes long. The first screen is shown meanwhile.
    KeyringSlow,
    /// There is no keyring: recoveries are kept until the app is closed.
    MemoryOnly,
    /// The capabilities of the service were loaded.
    CapabilitiesLoaded(Capabilities),
    /// The password policy of the service was loaded.
    PasswordPolicyLoaded(PasswordPolicy),
    /// The person closed the notice.
    NoticeDismissed,
    /// A page of the service is opened in the browser.
    PageOpened {
        /// The state that the link back to this app must have.
        state: ReturnState,
    },
    /// A link was opened outside of the app.
    LinkOpened {
        /// The link; untrusted.
        text: IncomingLink,
        /// Whether it replaced one that was not handled yet.
        replaced: bool,
    },
    /// "Send" on the first screen, with the text of the field.
    EmailSubmitted(String),
    /// "Send again".
    ResendPressed,
    /// The wait until this time is over.
    WaitOver(Timestamp),
    /// "Cancel", while the service is slow.
    Cancelled,
    /// The service is reachable again, after [`Effect::AwaitConnection`](super::Effect::AwaitConnection).
    ConnectionRestored {
        /// The call that failed.
        call_id: CallId,
    },
    /// Another window of this person has completed these recoveries.
    EndedElsewhere(PendingRecoveries),
    /// The clocks of this device and of the service differ by this many seconds.
    ClockSkewMeasured(u64),
    /// A request can be sent.
    RequestReady {
        /// The id of the call that ended.
        call_id: CallId,
        /// The address.
        email: EmailAddress,
        /// What the service supports.
        capabilities: Capabilities,
        /// A random verifier, used if the request is bound to this device for the first time.
        new_verifier: Verifier,
    },
    /// The service accepted a request.
    RequestAccepted {
        /// The id of the call that ended.
        call_id: CallId,
        /// The recovery as it was sent.
        recovery: PendingRecovery,
        /// The response.
        response: Accepted,
    },
    /// A request failed.
    RequestFailed {
        /// The id of the call that ended.
        call_id: CallId,
        /// The reason.
        error: RequestError,
    },
    /// A link was pasted, or a code typed.
    LinkOrCodeSubmitted(Zeroizing<String>),
    /// A link or code was checked.
    CheckFinished {
        /// The id of the call that ended.
        call_id: CallId,
        /// The response.
        outcome: Result<Checked, CheckError>,
    },
    /// "Try again", after a check without a response.
    CheckAgain,
    /// "Set new password".
    PasswordSubmitted {
        /// The password as typed.
        password: Zeroizing<String>,
        /// The second field. `None` if the password was visible.
        confirmation: Option<Zeroizing<String>>,
        /// The code of the authenticator app. Empty if none is required.
        second_factor: Zeroizing<String>,
        /// Whether the list of breached passwords contains it.
        breached: bool,
        /// A random key, used if this is a new attempt.
        idempotency_key: IdempotencyKey,
    },
    /// The service responded to a reset.
    ResetFinished {
        /// The id of the call that ended.
        call_id: CallId,
        /// The response.
        outcome: Result<Changed, ResetError>,
    },
    /// "Get a new link", while a password is typed.
    RenewPressed,
    /// "Send me a new link", for a link that does not work.
    AskForNewLink,
    /// Back to the email that is still expected.
    BackToEmail,
    /// Back to the first screen, with the address filled in, to change it or to start again.
    StartOver,
    /// The back button of a phone.
    BackPressed,
}

impl fmt::Debug for Event {
    /// Prints only the name, because an event can contain typed secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Opened { .. } => "Opened",
            Self::KeyringSlow => "KeyringSlow",
            Self::MemoryOnly => "MemoryOnly",
            Self::CapabilitiesLoaded(_) => "CapabilitiesLoaded",
            Self::PasswordPolicyLoaded(_) => "PasswordPolicyLoaded",
            Self::NoticeDismissed => "NoticeDismissed",
            Self::PageOpened { .. } => "PageOpened",
            Self::LinkOpened { .. } => "LinkOpened",
            Self::EmailSubmitted(_) => "EmailSubmitted",
            Self::ResendPressed => "ResendPressed",
            Self::WaitOver(_) => "WaitOver",
            Self::Cancelled => "Cancelled",
            Self::ConnectionRestored { .. } => "ConnectionRestored",
            Self::EndedElsewhere(_) => "EndedElsewhere",
            Self::ClockSkewMeasured(_) => "ClockSkewMeasured",
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
