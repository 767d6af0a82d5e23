//! The values with which a page of the service is opened.

use crate::secret::{Challenge, EmailAddress, ReturnState, Verifier};

/// The values with which a page of the service is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    /// The state that the link back to this app must have.
    pub state: ReturnState,
    /// The challenge for services that demand one (RFC 7636). Its verifier does not exist any more, so that nothing can be
    /// exchanged for tokens.
    pub challenge: Challenge,
    /// The address to fill in on the page, if it is known.
    pub email: Option<EmailAddress>,
    /// The language that the person reads (a BCP 47 tag), if it is known.
    pub language: Option<&'static str>,
}

impl PageRequest {
    /// Random values, without address and language.
    ///
    /// # Panics
    /// The operating system has no random numbers.
    pub fn generate() -> Self {
        let challenge = Verifier::generate().challenge();
        Self { state: ReturnState::generate(), challenge, email: None, language: None }
    }
}
