//! The values of a link other than its token.

use std::{collections::BTreeMap, fmt};

use secrecy::{ExposeSecret as _, SecretString};

use super::{EmailAddress, Malformed, unreserved};

/// Maximum length of a value, in bytes.
const MAX_BYTES: usize = 256;

secret_text!(
    /// A value of a link besides the token. Both together give access to an account, so it is treated as a secret.
    LinkValue
);

/// The values that some services need with the token (a user id, an address), by the names in the contract. Empty for
/// most services.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkParams {
    kind: Option<String>,
    values: BTreeMap<String, LinkValue>,
}

impl LinkParams {
    /// No values, of a link of this kind.
    pub fn of_kind(kind: Option<String>) -> Self {
        Self { kind, values: BTreeMap::new() }
    }

    /// The kind of the link, if the service has several.
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    /// Adds a value of 1 to 256 unreserved URL characters (RFC 3986 §2.3).
    ///
    /// # Errors
    /// The value has other characters or another length.
    pub fn add(&mut self, name: &str, value: &str) -> Result<(), Malformed> {
        if (1..=MAX_BYTES).contains(&value.len()) && value.bytes().all(unreserved) {
            self.values.insert(name.to_owned(), LinkValue(value.into()));
            Ok(())
        } else {
            Err(Malformed("value of a link"))
        }
    }

    /// Adds a value of 1 to 256 bytes without control characters, such as a user name.
    ///
    /// # Errors
    /// The value has a control character or another length.
    pub fn add_decoded(&mut self, name: &str, value: &str) -> Result<(), Malformed> {
        if (1..=MAX_BYTES).contains(&value.len()) && !value.contains(char::is_control) {
            self.values.insert(name.to_owned(), LinkValue(value.into()));
            Ok(())
        } else {
            Err(Malformed("value of a link"))
        }
    }

    /// Adds the address in a link.
    pub fn add_email(&mut self, address: &EmailAddress) {
        self.values.insert("email".to_owned(), LinkValue(address.as_str().into()));
    }

    /// Whether there is a value with this name.
    pub fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// All names and values, for sending. Never log or format them.
    pub fn expose(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value.expose()))
    }
}
