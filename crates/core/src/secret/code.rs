//! The short code of a recovery email, in the shapes that servers give it.

use std::fmt;

use crate::code::{CodeShape, read_code};
use secrecy::{ExposeSecret as _, SecretString};

use super::Malformed;

secret_text!(
    /// The code of a recovery email. Of most services good only beside what the device that asked has kept.
    RecoveryCode
);

impl RecoveryCode {
    /// Accepts a code of this shape, as people and mail programs write it ([`read_code`]).
    ///
    /// # Errors
    /// The text has no code of this shape, or two that differ.
    pub fn parse(text: &str, shape: CodeShape) -> Result<Self, Malformed> {
        let code = read_code(text, shape).ok_or(Malformed("recovery code"))?;
        Ok(Self(code.as_str().into()))
    }
}
