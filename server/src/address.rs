//! E-mail addresses: what counts as one, and when two are the same account's.
//!
//! The typed address only ever finds an account; mail goes to the address that the account was registered with.
//! So an address that merely looks like another can never receive that one's mail.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;

use crate::secrets::{Fingerprint, fingerprint};

/// Longest address that SMTP can carry, in bytes (RFC 5321 §4.5.3.1.3, less the angle brackets).
const MAX_BYTES: usize = 254;

/// A well-formed e-mail address.
#[derive(Clone)]
pub(crate) struct EmailAddress {
    typed: String,
    normalised: String,
}

impl EmailAddress {
    /// Reads an address that a person typed; blanks around it do not count.
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        if typed.len() > MAX_BYTES || typed.chars().any(char::is_control) {
            return None;
        }
        typed.parse::<lettre::Address>().ok()?;
        let (local, domain) = typed.rsplit_once('@')?;
        let local: String = local.nfc().flat_map(char::to_lowercase).collect();
        // `url` applies UTS 46: case, width and punycode of the domain no longer matter.
        let domain = url::Host::parse(domain).map_or_else(|_| domain.to_lowercase(), |host| host.to_string());
        Some(Self { typed: typed.to_owned(), normalised: format!("{local}@{domain}") })
    }

    /// As it was typed.
    pub(crate) fn as_typed(&self) -> &str {
        &self.typed
    }

    /// What the store looks an address up by: equal for two spellings of one address.
    pub(crate) fn key(&self) -> Fingerprint {
        fingerprint(self.normalised.as_bytes())
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(…)")
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
        // A dotless ı is another letter, although it upper-cases to the same I.
        assert_ne!(key("mike@example.org"), key("mıke@example.org"));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "",
            "ada",
            "@example.org",
            "ada@",
            "a b@example.org",
            "ada@example.org\nBcc: x@y.org",
            "a@b@c.org",
        ] {
            assert!(EmailAddress::parse(text).is_none(), "{text}");
        }
        assert!(EmailAddress::parse(&format!("{}@example.org", "a".repeat(300))).is_none());
    }
}
