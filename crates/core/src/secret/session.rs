//! What an answer to a request gave this device, for the reset alone.

use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};

use super::Malformed;

/// Longest that is kept, in bytes: five recoveries must fit into one credential of Windows (vault/wire).
const MAX_BYTES: usize = 64;

secret_text!(
    /// What a service gave the device that asked, and wants to see again with the reset: the name of a session.
    RequestSession
);

impl RequestSession {
    /// Accepts 1 to 64 visible ASCII characters that need no escape in JSON.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let plain = |b: u8| b.is_ascii_graphic() && !b"\"\\".contains(&b);
        if (1..=MAX_BYTES).contains(&text.len()) && text.bytes().all(plain) {
            Ok(Self(text.into()))
        } else {
            Err(Malformed("session"))
        }
    }
}
