//! Errors of a configuration.

use std::fmt;

use crate::crypto::pepper::PepperError;

/// Settings that are invalid or insecure. Each message says what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    first: String,
    others: Vec<String>,
}

impl ConfigError {
    /// An error about one setting.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { first: message.into(), others: Vec::new() }
    }

    /// Combines `messages` into one error, if there are any.
    pub(crate) fn check(messages: Vec<String>) -> Result<(), Self> {
        let mut messages = messages.into_iter();
        match messages.next() {
            None => Ok(()),
            Some(first) => Err(Self { first, others: messages.collect() }),
        }
    }
}

impl From<PepperError> for ConfigError {
    fn from(error: PepperError) -> Self {
        Self::new(error.to_string())
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.others.is_empty() {
            return f.write_str(&self.first);
        }
        write!(f, "{} settings must be changed:", 1 + self.others.len())?;
        [&self.first].into_iter().chain(&self.others).try_for_each(|message| write!(f, "\n- {message}"))
    }
}

impl std::error::Error for ConfigError {}
