//! The key under which mailed codes are stored.
//!
//! Eight digits are protected by no slow hash: whoever can compute it tries them all. A MAC with a key keeps them as
//! long as the key is kept, and costs nothing to check. The key comes from the pepper; without one it is made once and
//! lies in the database.

use hmac::{Hmac, Mac as _};
use secrecy::{ExposeSecret as _, SecretSlice, SecretString};
use sha2::Sha256;

use crate::fault::Fault;
use crate::passwords::Pepper;
use crate::secrets::Fingerprint;
use crate::store::Store;

const NAME: &str = "mailed codes";
const KEY_BYTES: usize = 32;
const SALT_BYTES: usize = 16;

/// Makes and checks the stored form of codes.
pub(crate) struct CodeKey(SecretSlice<u8>);

/// A code as it is stored.
pub(crate) struct StoredCode {
    pub(crate) salt: [u8; SALT_BYTES],
    pub(crate) mac: Fingerprint,
}

impl CodeKey {
    /// The key of this server, and of all that share its database and pepper.
    pub(crate) async fn open(pepper: Option<&Pepper>, store: &Store) -> Result<Self, Fault> {
        if let Some(pepper) = pepper {
            return Ok(Self(pepper.code_key()));
        }
        let mut fresh = [0; KEY_BYTES];
        getrandom::fill(&mut fresh)?;
        Ok(Self(store.server_key(NAME, &fresh).await?.into()))
    }

    /// The stored form of a fresh code.
    pub(crate) fn store(&self, code: &SecretString) -> Result<StoredCode, Fault> {
        let mut salt = [0; SALT_BYTES];
        getrandom::fill(&mut salt)?;
        let mac = self.mac(&salt, code)?.finalize().into_bytes().into();
        Ok(StoredCode { salt, mac })
    }

    /// Whether this is the code, in constant time.
    pub(crate) fn matches(&self, code: &SecretString, salt: &[u8], mac: &[u8]) -> Result<bool, Fault> {
        Ok(self.mac(salt, code)?.verify_slice(mac).is_ok())
    }

    fn mac(&self, salt: &[u8], code: &SecretString) -> Result<Hmac<Sha256>, Fault> {
        let mut mac = <Hmac<Sha256> as hmac::Mac>::new_from_slice(self.0.expose_secret())
            .map_err(|_| Fault::CodeKey)?;
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
    fn a_code_is_known_by_its_key_and_salt_only() {
        let key = |byte| CodeKey(vec![byte; 32].into());
        let code = SecretString::from("01234567");
        let StoredCode { salt, mac } = key(1).store(&code).unwrap();
        assert!(key(1).matches(&code, &salt, &mac).unwrap());
        assert!(!key(1).matches(&"01234568".into(), &salt, &mac).unwrap());
        assert!(!key(2).matches(&code, &salt, &mac).unwrap());
        assert!(!key(1).matches(&code, &[0; 16], &mac).unwrap());
        assert_ne!(key(1).store(&code).unwrap().mac, mac, "each has a salt of its own");
    }
}
