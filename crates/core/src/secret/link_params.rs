//! What a link carries beside its token.

use std::{collections::BTreeMap, fmt};

use secrecy::{ExposeSecret as _, SecretString};

use super::{EmailAddress, Malformed, unreserved};

/// Longest value, in bytes.
const MAX_BYTES: usize = 256;

secret_text!(
    /// One value: with the token it opens an account, so it is shown as little as the token.
    LinkValue
);

/// The values that some services need with the token (a user's id, an address), by the names that their contract has
/// for them. Empty for most.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkParams(BTreeMap<String, LinkValue>);

impl LinkParams {
    /// Adds a value of 1 to 256 unreserved URL characters (RFC 3986 §2.3).
    ///
    /// # Errors
    /// It is of another shape.
    pub fn add(&mut self, name: &str, value: &str) -> Result<(), Malformed> {
        if (1..=MAX_BYTES).contains(&value.len()) && value.bytes().all(unreserved) {
            self.0.insert(name.to_owned(), LinkValue(value.into()));
            Ok(())
        } else {
            Err(Malformed("value of a link"))
        }
    }

    /// Adds the address that a link names.
    pub fn add_email(&mut self, address: &EmailAddress) {
        self.0.insert("email".to_owned(), LinkValue(address.as_str().into()));
    }

    /// Whether a value has this name.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// All of them, to be sent. Never log, format or route one.
    pub fn expose(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.expose()))
    }
}
