//! A link that was received and is not parsed yet.

use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};

/// An unparsed text that could be a recovery link. It can contain a token, so it is zeroized on drop and never shown.
#[derive(Clone)]
pub struct IncomingLink {
    text: SecretString,
    replaced_another: bool,
}

impl IncomingLink {
    /// A text from the command line, another process or the system.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self { text: SecretString::from(text.into()), replaced_another: false }
    }

    /// The text, only for [`RecoveryLink::parse`](super::RecoveryLink::parse).
    pub fn expose(&self) -> &str {
        self.text.expose_secret()
    }

    /// Sets whether this link replaced an earlier one that was not opened yet.
    #[must_use]
    pub fn with_replaced_another(self, another: bool) -> Self {
        Self { replaced_another: another, ..self }
    }

    /// Whether this link replaced an earlier one that was not opened yet. The app shows a notice then.
    pub fn replaced_another(&self) -> bool {
        self.replaced_another
    }
}

impl fmt::Debug for IncomingLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IncomingLink")
            .field("replaced_another", &self.replaced_another)
            .finish_non_exhaustive()
    }
}
