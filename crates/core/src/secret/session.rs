//! A value of the response to a request that the reset sends.

use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};

use super::Malformed;

/// Maximum length in bytes. A recovery must fit into one Windows credential (vault/wire).
const MAX_BYTES: usize = 1536;

secret_text!(
    /// The session id that a service returned to the requesting device, and that the reset must send.
    RequestSession
);

impl RequestSession {
    /// Accepts 1 to 1,536 visible ASCII characters that need no escape in JSON.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let plain = |b: u8| b.is_ascii_graphic() && !b"\"\\".contains(&b);
        if (1..=MAX_BYTES).contains(&text.len()) && text.bytes().all(plain) {
            Ok(Self(text.into()))
        } else {
            Err(Malformed("session"))
        }
    }
}
