//! What shows a service that this person may set a new password.

use crate::secret::{
    EmailAddress, FlowId, LinkParams, RecoveryCode, RecoveryToken, RequestSession, Verifier,
};

/// A link's token, or a typed code; with what this device kept where the request was bound to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// From the link in the e-mail.
    Token {
        /// The token it carries.
        token: RecoveryToken,
        /// What else it carries, where the service needs more than the token.
        params: LinkParams,
        /// This device's verifier, if it was this device that asked.
        verifier: Option<Verifier>,
    },
    /// From the code in the e-mail, typed or pasted.
    Code {
        /// Whose account: a code alone names none.
        email: EmailAddress,
        /// The code.
        code: RecoveryCode,
        /// The recovery that it belongs to, where the service has a name for it.
        flow: Option<FlowId>,
        /// The verifier, where the service binds: our own takes no code without it (TOK-8).
        verifier: Option<Verifier>,
        /// What the service gave this device when it was asked, where it did.
        session: Option<RequestSession>,
    },
}

impl Proof {
    /// The proof of a link that carries nothing but its token, on a device that did not ask for it.
    pub fn from_token(token: RecoveryToken) -> Self {
        Self::Token { token, params: LinkParams::default(), verifier: None }
    }
}

/// Names one attempt to set one password with one proof: the value of `Idempotency-Key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// A fresh one. 128 random bits, so that two attempts of anybody's never share one.
    pub fn generate() -> Self {
        Self(crate::secret::Verifier::generate().expose()[..22].to_owned())
    }

    /// As it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
