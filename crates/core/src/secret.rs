//! The values that must never be mixed up or shown: each is a type of its own.
//!
//! A secret has no `Display`, its `Debug` is redacted, its memory is wiped on drop, and the only way to its text
//! is [`expose`](RecoveryToken::expose), so that a search for that word finds every place where one leaves.
//! This module knows their shapes; it knows nothing of links, servers or screens.

use std::fmt;

use crate::code::read_digits;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// Longest token the client accepts, in bytes. Ours has 43; a signed token of another server has several hundred, and
/// one that opens a whole session (Supabase's implicit flow) more than a thousand.
pub const MAX_TOKEN_BYTES: usize = 2048;
/// Shortest token the client accepts, in characters: shorter ones cannot hold 96 bits in base64url.
pub const MIN_TOKEN_CHARS: usize = 16;
/// Longest password the client will send, in bytes, whatever the policy says.
pub const MAX_PASSWORD_BYTES: usize = 4096;

macro_rules! secret_text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name(SecretString);

        impl $name {
            /// The secret itself, for the one call that sends or stores it. Never log, format or route it.
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

pub use crate::Malformed;
pub use crate::code::CodeShape;
pub use crate::email_address::{EmailAddress, MAX_EMAIL_BYTES};

pub use code::RecoveryCode;
pub use link_params::LinkParams;
pub use session::RequestSession;

/// RFC 3986 §2.3.
fn unreserved(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"-._~".contains(&b)
}

secret_text!(
    /// The token of a recovery link: whoever holds it may set a new password, within its hour.
    RecoveryToken
);
secret_text!(
    /// A password as typed, not yet accepted by any policy. Not trimmed: a space is a character like any other.
    NewPassword
);
secret_text!(
    /// The PKCE verifier (RFC 7636 §4.1) that binds a recovery to the device that asked for it.
    Verifier
);

secret_text!(
    /// The code that the person's authenticator app shows at this moment (RFC 6238), digits only.
    SecondFactorCode
);

impl SecondFactorCode {
    /// Accepts 6 to 8 digits as authenticator apps group them and as people paste them.
    ///
    /// # Errors
    /// It is no such number, or two.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let digits = read_digits(text, 6..=8).ok_or(Malformed("second factor"))?;
        Ok(Self(digits.as_str().into()))
    }
}

impl RecoveryToken {
    /// Accepts unreserved URL characters (RFC 3986 §2.3), 16 to 2,048 of them: base64url, hex and JWTs.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let length = MIN_TOKEN_CHARS..=MAX_TOKEN_BYTES;
        if length.contains(&text.len()) && text.bytes().all(unreserved) {
            Ok(Self(text.into()))
        } else {
            Err(Malformed("recovery token"))
        }
    }
}

impl NewPassword {
    /// Takes the password as typed. Refuses only what no server could mean to accept: an empty or gigantic one.
    pub fn new(text: impl Into<Box<str>>) -> Result<Self, Malformed> {
        let secret = SecretString::from(text.into());
        match secret.expose_secret().len() {
            1..=MAX_PASSWORD_BYTES => Ok(Self(secret)),
            _ => Err(Malformed("password")),
        }
    }

    /// Its length in code points after NFC, the unit that NIST SP 800-63B-4 §3.1.1.2 counts in.
    pub fn code_points(&self) -> usize {
        self.expose().nfc().count()
    }
}

impl Verifier {
    /// 32 fresh random bytes as base64url: 43 characters, 256 bits.
    ///
    /// # Panics
    /// When the operating system has no randomness to give: nothing safe can be done then.
    pub fn generate() -> Self {
        let mut bytes = Zeroizing::new([0u8; 32]);
        #[allow(clippy::expect_used)]
        getrandom::fill(bytes.as_mut_slice()).expect("the operating system gives random bytes");
        Self(URL_SAFE_NO_PAD.encode(*bytes).into())
    }

    /// Reads one back from the keyring: 43 to 128 unreserved characters (RFC 7636 §4.1).
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        if (43..=128).contains(&text.len()) && text.bytes().all(unreserved) {
            Ok(Self(text.into()))
        } else {
            Err(Malformed("verifier"))
        }
    }

    /// The challenge that goes with the request (RFC 7636 §4.2, method S256).
    pub fn challenge(&self) -> Challenge {
        Challenge(URL_SAFE_NO_PAD.encode(Sha256::digest(self.expose())))
    }
}

/// The public half of a [`Verifier`]: safe to send, says nothing of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge(String);

impl Challenge {
    /// 43 characters of base64url, to be sent with `code_challenge_method=S256`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The server's name for one recovery under way. Not a secret: it opens nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FlowId(String);

impl FlowId {
    /// Accepts 1 to 64 characters of base64url, the dot and the tilde.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
        if (1..=64).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Malformed("flow id"))
        }
    }

    /// The id as the server gave it.
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
