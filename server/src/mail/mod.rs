//! Composes emails and sends them. [The outbox](crate::services::outbox) decides when.

mod composer;
mod content;
mod details;
mod file_transport;
mod layout;
mod links;
mod localizer;
mod smtp_address;
mod smtp_connections;
mod transport;

pub(crate) use composer::{ChangeNotice, MailComposer, RecoveryMail};
pub(crate) use transport::Transport;

/// Why an email could not be composed or sent. The text contains neither the recipient nor the content.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// A template cannot be rendered.
    #[error("cannot render the template: {0}")]
    Template(#[from] askama::Error),
    /// The parts do not make a valid message.
    #[error("cannot build the message: {0}")]
    Message(#[from] lettre::error::Error),
    /// An address is invalid.
    #[error("invalid address: {0}")]
    Address(#[from] lettre::address::AddressError),
    /// The logo cannot be attached.
    #[error("cannot attach the logo")]
    Logo,
    /// A time is outside the range of dates.
    #[error("cannot format the date")]
    Date,
    /// The system's random number generator failed.
    #[error("random number generator: {0}")]
    Random(#[from] getrandom::Error),
    /// The SMTP server cannot be reached.
    #[error("cannot connect to the SMTP server: {0}")]
    Connect(std::io::Error),
    /// The SMTP server rejected the email, or the connection to it failed.
    #[error("SMTP server: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    /// The local part of the account's address is not ASCII, and the SMTP server does not support that (RFC 6531).
    #[error("the recipient's address requires SMTPUTF8, which the SMTP server does not support")]
    NoSmtpUtf8,
    /// Sending took longer than the configured timeout.
    #[error("the SMTP server timed out")]
    Timeout,
    /// The mail folder cannot be written, or a configured file cannot be read.
    #[error("mail folder or file: {0}")]
    File(#[from] std::io::Error),
    /// A blocking task panicked or was cancelled.
    #[error("background task: {0}")]
    Task(#[from] tokio::task::JoinError),
}

impl MailError {
    /// Whether a retry would fail for the same reason, until an operator changes something.
    pub(crate) fn is_permanent(&self) -> bool {
        matches!(self, Self::NoSmtpUtf8 | Self::Address(_))
    }
}
