//! Email addresses, as the app reads them too (`latchkey_core`), and the key that the store looks them up by.
//!
//! The typed address only ever finds an account; mail goes to the address that the account was registered with.
//! So an address that merely looks like another can never receive that one's mail.

use std::fmt;

use crate::secrets::{Fingerprint, fingerprint};

/// A well-formed email address.
#[derive(Clone)]
pub(crate) struct EmailAddress(latchkey_core::EmailAddress);

impl EmailAddress {
    /// Reads an address that a person typed or pasted.
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        latchkey_core::EmailAddress::parse(typed).ok().map(Self)
    }

    /// As it was typed, without what pasting left around it.
    pub(crate) fn as_typed(&self) -> &str {
        self.0.as_str()
    }

    /// What the store looks an address up by: equal for two spellings of one address.
    pub(crate) fn key(&self) -> Fingerprint {
        fingerprint(self.0.canonical().as_bytes())
    }

    /// Equal for two addresses whose mail goes to one domain.
    pub(crate) fn domain_key(&self) -> Fingerprint {
        let canonical = self.0.canonical();
        let domain = canonical.rsplit_once('@').map_or("", |(_, domain)| domain);
        fingerprint(domain.as_bytes())
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_address_share_a_key() {
        let key = |text: &str| EmailAddress::parse(text).unwrap().key();
        assert_eq!(key("Ada@Example.ORG"), key(" ada@example.org "));
        assert_eq!(key("ada@bücher.example"), key("ada@xn--bcher-kva.example"));
        assert_ne!(key("ada@example.org"), key("ada@example.com"));
        // Keys are in databases: this one must never change.
        assert_eq!(key("Ada@Example.ORG"), fingerprint(b"ada@example.org"));
    }
}
