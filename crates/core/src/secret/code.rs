//! The code of a recovery email.

use std::fmt;

use crate::code::{CodeShape, read_code};
use secrecy::{ExposeSecret as _, SecretString};

use super::Malformed;

secret_text!(
    /// The code of a recovery email. On most services it works only with values of the device that requested it.
    RecoveryCode
);

impl RecoveryCode {
    /// Accepts a text with a code of this format ([`read_code`]).
    ///
    /// # Errors
    /// The text has no code of this format, or two different ones.
    pub fn parse(text: &str, shape: CodeShape) -> Result<Self, Malformed> {
        let code = read_code(text, shape).ok_or(Malformed("recovery code"))?;
        Ok(Self(code.as_str().into()))
    }
}
