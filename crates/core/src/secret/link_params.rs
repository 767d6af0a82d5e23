//! The values of a link other than its token.

use std::{collections::BTreeMap, fmt};

use secrecy::{ExposeSecret as _, SecretString};

use super::{EmailAddress, Malformed, unreserved};

/// Maximum length of a value, in bytes.
const MAX_BYTES: usize = 256;

secret_text!(
    /// A value. With the token it gives access to an account, so it is treated as a secret.
    LinkValue
);

/// The values that some services need with the token (a user id, an address), by the names in the contract. Empty for
/// most services.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkParams(BTreeMap<String, LinkValue>);

impl LinkParams {
    /// Adds a value of 1 to 256 unreserved URL characters (RFC 3986 §2.3).
    ///
    /// # Errors
    /// The value has other characters or another length.
    pub fn add(&mut self, name: &str, value: &str) -> Result<(), Malformed> {
        if (1..=MAX_BYTES).contains(&value.len()) && value.bytes().all(unreserved) {
            self.0.insert(name.to_owned(), LinkValue(value.into()));
            Ok(())
        } else {
            Err(Malformed("value of a link"))
        }
    }

    /// Adds the address in a link.
    pub fn add_email(&mut self, address: &EmailAddress) {
        self.0.insert("email".to_owned(), LinkValue(address.as_str().into()));
    }

    /// Whether there is a value with this name.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// All names and values, for sending. Never log or format them.
    pub fn expose(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.expose()))
    }
}
