//! Mail: [what it says](letters), [where it goes](transport), and [when](worker).

mod deliveries;
mod directory;
mod domains;
mod letters;
mod link;
mod recipient;
mod transport;
mod voice;
mod worker;

pub(crate) use domains::MAX_FULL_DOMAINS;
pub(crate) use letters::Letters;
pub(crate) use transport::Transport;
pub(crate) use worker::OutboxWorker;

/// Why a mail did not leave. Its text names neither the recipient nor what the mail says.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// A template could not be filled in.
    #[error("cannot write the text: {0}")]
    Template(#[from] askama::Error),
    /// The parts do not make a mail.
    #[error("cannot put the mail together: {0}")]
    Message(#[from] lettre::error::Error),
    /// An address does not parse.
    #[error("an address is not one: {0}")]
    Address(#[from] lettre::address::AddressError),
    /// The date lies outside what a date can say.
    #[error("cannot write the date")]
    Date,
    /// The mail server refused, or is not to be reached.
    #[error("mail server: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    /// The account's address has a local part beyond ASCII, and the mail server cannot carry it (RFC 6531).
    #[error("the recipient's address needs a mail server with SMTPUTF8, and this one has none")]
    NoSmtpUtf8,
    /// The mail server took too long.
    #[error("the mail server is too slow")]
    TooSlow,
    /// The mail folder cannot be written, or a file that the configuration names not be read.
    #[error("mail folder or file: {0}")]
    Directory(#[from] std::io::Error),
}

impl MailError {
    /// Whether another attempt would end the same way: the operator has to change something.
    pub(crate) fn is_permanent(&self) -> bool {
        matches!(self, Self::NoSmtpUtf8 | Self::Address(_))
    }
}
