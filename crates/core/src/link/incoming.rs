//! A link as it came from outside, before anybody has looked at it.

use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};

/// A text that claims to be a recovery link, unread. It may hold a token, so it is wiped on drop and never shown.
#[derive(Clone)]
pub struct IncomingLink {
    text: SecretString,
    replaced_another: bool,
}

impl IncomingLink {
    /// Takes the text as it came from the command line, the other process or the system.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self { text: SecretString::from(text.into()), replaced_another: false }
    }

    /// The text, for [`RecoveryLink::parse`](super::RecoveryLink::parse) and nothing else.
    pub fn expose(&self) -> &str {
        self.text.expose_secret()
    }

    /// The same link, with whether it pushed out an earlier one that nobody had read yet.
    #[must_use]
    pub fn replacing(self, another: bool) -> Self {
        Self { replaced_another: another, ..self }
    }

    /// Whether it pushed out an earlier link that nobody had read yet, which the person should be told.
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
