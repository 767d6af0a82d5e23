//! Passwords: judged by the [policy](policy) and, if wanted, by [known breaches](latchkey_client::breach), hashed with Argon2id on a bounded number of threads.

mod decoys;
pub(crate) mod hashing;
pub(crate) mod pepper;
mod policy;
mod pool;

use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

pub use hashing::HashingCost;
pub use pepper::{Pepper, SealError};
pub use policy::{MAX_LENGTH, PasswordPolicy, Refusal};

/// A password in Unicode normalisation form C, in which it is judged, hashed and compared
/// (NIST SP 800-63B-4 §3.1.1.2): typed on another keyboard, it is still the same.
#[derive(Clone)]
pub(crate) struct Password(SecretString);

impl Password {
    /// Normalises what a person typed.
    pub(crate) fn typed(text: &str) -> Self {
        let normalised: Zeroizing<String> = Zeroizing::new(text.nfc().collect());
        Self(normalised.as_str().into())
    }

    /// The text, for judging and hashing.
    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// As the hasher takes it.
    pub(crate) fn into_secret(self) -> SecretString {
        self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}
