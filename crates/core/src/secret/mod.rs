//! Secrets and ids, each with its own type so that they cannot be confused.
//!
//! A secret has no `Display`, its `Debug` is redacted and its memory is zeroized on drop. Its text is returned only by
//! [`expose`](RecoveryToken::expose), so that all uses can be found by searching for that name.

use std::fmt;

use crate::code::read_digits;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

/// Maximum length of a token of the default format, in bytes. Our tokens have 43, signed tokens of other servers several
/// hundred.
pub const DEFAULT_MAX_TOKEN_LENGTH: usize = 2048;
/// Minimum length of a token of the default format, in characters. 16 characters of base64url have 96 bits.
pub const DEFAULT_MIN_TOKEN_LENGTH: usize = 16;
/// Maximum length of a password, in bytes, independent of the policy.
pub const MAX_PASSWORD_BYTES: usize = 4096;

macro_rules! secret_text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name(SecretString);

        impl $name {
            /// The text of the secret, only for sending or storing it. Never log or format it.
            pub fn expose(&self) -> &str {
                self.0.expose_secret()
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.expose() == other.expose()
            }
        }

        impl Eq for $name {}
    };
}

mod code;
mod link_params;
mod session;
mod token_shape;

pub use crate::Malformed;
pub use crate::code::{CodeProblem, CodeShape, code_problem};
pub use crate::email_address::{EmailAddress, MAX_EMAIL_BYTES};
pub use token_shape::{Alphabet, AlphabetError, MAX_TOKEN_LENGTH, MIN_TOKEN_LENGTH, TokenShape};

pub use code::RecoveryCode;
pub use link_params::LinkParams;
pub use session::RequestSession;

/// Unreserved characters (RFC 3986 §2.3).
pub(crate) fn unreserved(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"-._~".contains(&b)
}

secret_text!(
    /// The token of a recovery link. Whoever has it can set a new password until it expires, unless the recovery is bound to
    /// a device ([`Verifier`]).
    RecoveryToken
);
secret_text!(
    /// A password as typed, before any policy check. It is not trimmed: spaces are part of a password.
    NewPassword
);
secret_text!(
    /// The PKCE verifier (RFC 7636 §4.1), which binds a recovery to the device that requested it.
    Verifier
);

secret_text!(
    /// The `state` of a page that this app has opened (RFC 6749 §10.12). Only a link from that page has it.
    ReturnState
);
secret_text!(
    /// The current code of an authenticator app (RFC 6238), digits only.
    SecondFactorCode
);

impl SecondFactorCode {
    /// Accepts 6 to 8 digits, in groups or in a sentence.
    ///
    /// # Errors
    /// The text has no such number, or two different ones.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let digits = read_digits(text, 6..=8).ok_or(Malformed("second factor"))?;
        Ok(Self(digits.as_str().into()))
    }
}

impl RecoveryToken {
    /// Accepts a token of the default format: 16 to 2,048 unreserved URL characters (RFC 3986 §2.3).
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        Self::parse_shape(text, &TokenShape::default())
    }

    /// Accepts a token of a service's format.
    pub fn parse_shape(text: &str, shape: &TokenShape) -> Result<Self, Malformed> {
        if shape.accepts(text) { Ok(Self(text.into())) } else { Err(Malformed("recovery token")) }
    }
}

impl NewPassword {
    /// Accepts any text that is not empty and not longer than [`MAX_PASSWORD_BYTES`].
    pub fn new(text: impl Into<Box<str>>) -> Result<Self, Malformed> {
        let secret = SecretString::from(text.into());
        match secret.expose_secret().len() {
            1..=MAX_PASSWORD_BYTES => Ok(Self(secret)),
            _ => Err(Malformed("password")),
        }
    }
}

/// 256 random bits as 43 characters of base64url.
fn random_text() -> SecretString {
    let mut bytes = Zeroizing::new([0u8; 32]);
    #[allow(clippy::expect_used)]
    getrandom::fill(bytes.as_mut_slice()).expect("the operating system gives random bytes");
    URL_SAFE_NO_PAD.encode(*bytes).into()
}

impl ReturnState {
    /// Generates 256 random bits as 43 characters of base64url.
    ///
    /// # Panics
    /// The operating system has no random numbers.
    pub fn generate() -> Self {
        Self(random_text())
    }

    /// Accepts 43 unreserved characters, as [`generate`](Self::generate) returns them.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        if text.len() == 43 && text.bytes().all(unreserved) {
            Ok(Self(text.into()))
        } else {
            Err(Malformed("state"))
        }
    }
}

impl Verifier {
    /// Generates 256 random bits as 43 characters of base64url.
    ///
    /// # Panics
    /// The operating system has no random numbers.
    pub fn generate() -> Self {
        Self(random_text())
    }

    /// Accepts 43 to 128 unreserved characters (RFC 7636 §4.1).
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        if (43..=128).contains(&text.len()) && text.bytes().all(unreserved) {
            Ok(Self(text.into()))
        } else {
            Err(Malformed("verifier"))
        }
    }

    /// The challenge of the request (RFC 7636 §4.2, method S256).
    pub fn challenge(&self) -> Challenge {
        Challenge(URL_SAFE_NO_PAD.encode(Sha256::digest(self.expose())))
    }
}

/// The hash of a [`Verifier`]. It is not a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge(String);

impl Challenge {
    /// 43 characters of base64url, sent with `code_challenge_method=S256`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The server's id of a pending recovery. It is not a secret.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FlowId(String);

impl FlowId {
    /// Accepts 1 to 64 unreserved URL characters (RFC 3986 §2.3).
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
        if (1..=64).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Malformed("flow id"))
        }
    }

    /// The id as the server sent it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for FlowId {
    type Error = Malformed;
    fn try_from(text: String) -> Result<Self, Malformed> {
        Self::parse(&text)
    }
}

impl From<FlowId> for String {
    fn from(id: FlowId) -> Self {
        id.0
    }
}
