//! What shows a service that this person may set a new password.

use crate::secret::{FlowId, RecoveryCode, RecoveryToken, Verifier};

/// A link's token, or a typed code; with the verifier of this device where the request was bound to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// From the link in the e-mail.
    Token {
        /// The token it carries.
        token: RecoveryToken,
        /// This device's verifier, if it was this device that asked.
        verifier: Option<Verifier>,
    },
    /// From the code in the e-mail, typed or pasted.
    Code {
        /// The recovery that it belongs to.
        flow: FlowId,
        /// The digits.
        code: RecoveryCode,
        /// Without the verifier a code is worth nothing (TOK-8).
        verifier: Verifier,
    },
}

/// Names one attempt to set one password with one proof: the value of `Idempotency-Key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttemptKey(String);

impl AttemptKey {
    /// A fresh one. 128 random bits, so that two attempts of anybody's never share one.
    pub fn fresh() -> Self {
        Self(crate::secret::Verifier::generate().expose()[..22].to_owned())
    }

    /// As it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
