//! A password as a person typed it.

use std::fmt;

use latchkey_core::normalization::nfc;
use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

/// A password in Unicode normalization form C, so that it matches however the keyboard composes its characters
/// (NIST SP 800-63B-4 §3.1.1.2). The policy, the hash and every comparison use this form.
#[derive(Clone)]
pub(crate) struct Password(SecretString);

impl Password {
    /// Normalizes a typed password.
    pub(crate) fn new(typed: &str) -> Self {
        let normalized: Zeroizing<String> = Zeroizing::new(nfc(typed.chars()).collect());
        Self(normalized.as_str().into())
    }

    /// The text, for the policy and for hashing.
    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// The text, in the type that the hasher takes.
    pub(crate) fn into_secret(self) -> SecretString {
        self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}
