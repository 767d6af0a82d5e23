//! The key under which mailed codes are stored.
//!
//! A slow hash does not protect eight digits: whoever can compute it can try all of them. A keyed MAC protects them as long
//! as the key is secret, and is cheap to check. The key is derived from the pepper. Without a pepper it is generated once
//! and stored in the database. It also computes numbers that nobody without the key can know.

use hmac::{Hmac, Mac as _};
use secrecy::{ExposeSecret as _, SecretSlice, SecretString};
use sha2::Sha256;

use super::secrets::Sha256Hash;
use crate::internal_error::InternalError;

const SALT_BYTES: usize = 16;

/// Computes and checks the stored form of codes.
pub(crate) struct CodeKey(SecretSlice<u8>);

/// A code as it is stored.
#[derive(Clone)]
pub(crate) struct StoredCode {
    pub(crate) salt: [u8; SALT_BYTES],
    pub(crate) mac: Sha256Hash,
}

impl CodeKey {
    /// Length of a generated key.
    pub(crate) const BYTES: usize = 32;

    /// Takes a derived or generated key.
    pub(crate) fn new(key: SecretSlice<u8>) -> Self {
        Self(key)
    }

    /// Computes the stored form of a new code, with a random salt.
    pub(crate) fn seal(&self, code: &SecretString) -> Result<StoredCode, InternalError> {
        let mut salt = [0; SALT_BYTES];
        getrandom::fill(&mut salt)?;
        let mac = self.mac(&salt, code)?.finalize().into_bytes().into();
        Ok(StoredCode { salt, mac })
    }

    /// Whether a code is the stored one. Compares in constant time.
    pub(crate) fn matches(
        &self,
        code: &SecretString,
        salt: &[u8],
        mac: &[u8],
    ) -> Result<bool, InternalError> {
        Ok(self.mac(salt, code)?.verify_slice(mac).is_ok())
    }

    /// The number for an address and a period: always the same, and random to whoever does not have the key. Its input is
    /// longer than that of a code, so it is never the MAC of one.
    pub(crate) fn pseudo_random_number(
        &self,
        address: &Sha256Hash,
        period: i64,
    ) -> Result<u64, InternalError> {
        let mut mac = <Hmac<Sha256> as hmac::Mac>::new_from_slice(self.0.expose_secret())?;
        mac.update(b"failure limit");
        mac.update(address);
        mac.update(&period.to_be_bytes());
        let bytes: [u8; 32] = mac.finalize().into_bytes().into();
        Ok(bytes.iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte)))
    }

    fn mac(&self, salt: &[u8], code: &SecretString) -> Result<Hmac<Sha256>, InternalError> {
        let mut mac = <Hmac<Sha256> as hmac::Mac>::new_from_slice(self.0.expose_secret())?;
        mac.update(salt);
        mac.update(code.expose_secret().as_bytes());
        Ok(mac)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn code_matches_with_its_key_and_salt_only() {
        let key = |byte| CodeKey(vec![byte; 32].into());
        let code = SecretString::from("01234567");
        let StoredCode { salt, mac } = key(1).seal(&code).unwrap();
        assert!(key(1).matches(&code, &salt, &mac).unwrap());
        assert!(!key(1).matches(&"01234568".into(), &salt, &mac).unwrap());
        assert!(!key(2).matches(&code, &salt, &mac).unwrap());
        assert!(!key(1).matches(&code, &[0; 16], &mac).unwrap());
        assert_ne!(key(1).seal(&code).unwrap().mac, mac, "each stored code has its own salt");
    }

    #[test]
    fn numbers_depend_on_key_address_and_period() {
        let number = |key, address, period| {
            CodeKey(vec![key; 32].into()).pseudo_random_number(&[address; 32], period).unwrap()
        };
        assert_eq!(number(1, 1, 1), number(1, 1, 1));
        for other in [number(2, 1, 1), number(1, 2, 1), number(1, 1, 2)] {
            assert_ne!(number(1, 1, 1), other);
        }
        let totals: std::collections::BTreeSet<u64> =
            (0..250).map(|address| number(1, address, 1) % 25).collect();
        assert_eq!(totals.len(), 25, "all occur");
    }
}
