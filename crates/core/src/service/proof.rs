//! The proof that a person may set a new password.

use crate::secret::{
    EmailAddress, FlowId, LinkParams, RecoveryCode, RecoveryToken, RequestSession, Verifier,
};

/// The token of a link, or a typed code, with the values that this device has kept for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// From the link in the email.
    Token {
        /// The token.
        token: RecoveryToken,
        /// Other values of the link that the service needs.
        params: LinkParams,
        /// The verifier, if this device made the request.
        verifier: Option<Verifier>,
        /// The address of the account, if this device made the request.
        email: Option<EmailAddress>,
        /// What the response to the request returned, if this device made it.
        session: Option<RequestSession>,
    },
    /// From the code in the email.
    Code {
        /// The address of the account.
        email: EmailAddress,
        /// The code.
        code: RecoveryCode,
        /// The flow id of the recovery, if any.
        flow: Option<FlowId>,
        /// The verifier, if the service binds requests. Our server requires it for codes (TOK-8).
        verifier: Option<Verifier>,
        /// The session that the response to the request returned, if any.
        session: Option<RequestSession>,
    },
}

impl Proof {
    /// The proof of a link that has only a token and was not requested by this device.
    pub fn from_token(token: RecoveryToken) -> Self {
        Self::of_link(token, LinkParams::default())
    }

    /// The proof of a link that was not requested by this device.
    pub fn of_link(token: RecoveryToken, params: LinkParams) -> Self {
        Self::Token { token, params, verifier: None, email: None, session: None }
    }

    /// Whether the token, if there is one, has this length in characters. `None` accepts every length.
    pub fn has_token_length(&self, length: Option<usize>) -> bool {
        match (self, length) {
            (Self::Token { token, .. }, Some(length)) => token.expose().chars().count() == length,
            _ => true,
        }
    }
}

/// Identifies one attempt to set one password with one proof: the value of `Idempotency-Key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// Generates a key of about 128 random bits.
    pub fn generate() -> Self {
        Self(crate::secret::Verifier::generate().expose()[..22].to_owned())
    }

    /// The value of the header.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
