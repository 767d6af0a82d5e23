//! Email addresses, parsed by the rules that the app uses too (`latchkey_core`), and the keys under which they are stored.
//!
//! An address that a person types is only used to look an account up. Email always goes to the address that was registered,
//! so a lookalike address never receives it.

use std::fmt;

use crate::crypto::secrets::{Sha256Hash, sha256};

/// A well-formed email address.
#[derive(Clone)]
pub(crate) struct EmailAddress(latchkey_core::EmailAddress);

impl EmailAddress {
    /// Parses an address that a person typed or pasted.
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        latchkey_core::EmailAddress::parse(typed).ok().map(Self)
    }

    /// The address as it was typed, without surrounding characters from pasting.
    pub(crate) fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The lookup key, equal for all spellings of one address.
    pub(crate) fn key(&self) -> Sha256Hash {
        sha256(self.0.canonical().as_bytes())
    }

    /// The key of the domain, equal for all addresses of one domain.
    pub(crate) fn domain_key(&self) -> Sha256Hash {
        let canonical = self.0.canonical();
        let domain = canonical.rsplit_once('@').map_or("", |(_, domain)| domain);
        sha256(domain.as_bytes())
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
        // Databases contain these keys, so this one must never change.
        assert_eq!(key("Ada@Example.ORG"), sha256(b"ada@example.org"));
    }
}
