//! The pepper: a key that is kept outside the database (NIST SP 800-63B-4 §3.1.1.2, PWD-12).
//!
//! Without the pepper, a copy of the database is useless for guessing passwords and codes, and the secrets of second
//! factors, which cannot be hashed, are unreadable. A pepper can be replaced: the old one is kept beside it until every
//! user has signed in.

use std::fmt;

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use hmac::{Hmac, Mac};
use secrecy::{ExposeSecret as _, SecretSlice};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::internal_error::InternalError;

/// Minimum length of a pepper, in bytes.
const MIN_BYTES: usize = 32;
/// Length of the key id in a password hash, in bytes; the maximum of Argon2's PHC format.
const ID_BYTES: usize = 8;
const NONCE_BYTES: usize = 12;

/// The keys that are kept outside the database: the current pepper, and old ones that are only used to verify and decrypt.
#[derive(Clone)]
pub struct Pepper {
    current: PepperKey,
    old: Vec<PepperKey>,
}

/// A pepper cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the pepper must have at least 32 bytes; generate one with `openssl rand -base64 48`")]
pub struct PepperError;

#[derive(Clone)]
struct PepperKey {
    key: SecretSlice<u8>,
    sealing_key: SecretSlice<u8>,
    code_key: SecretSlice<u8>,
    id: [u8; ID_BYTES],
}

impl PepperKey {
    fn new(bytes: &[u8]) -> Result<Self, PepperError> {
        let bytes = bytes.trim_ascii();
        if bytes.len() < MIN_BYTES {
            return Err(PepperError);
        }
        let mut id = [0; ID_BYTES];
        id.copy_from_slice(&derive(bytes, b"latchkey pepper id")?[..ID_BYTES]);
        let sealing_key = derive(bytes, b"latchkey second factor")?.to_vec().into();
        let code_key = derive(bytes, b"latchkey mailed codes")?.to_vec().into();
        Ok(Self { key: bytes.to_vec().into(), sealing_key, code_key, id })
    }

    fn cipher(&self) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(Key::from_slice(self.sealing_key.expose_secret()))
    }

    /// Decrypts a secret that was sealed with this key; `None` if it was sealed with another key.
    fn open(&self, sealed: &[u8], owner: i64) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE_BYTES)?;
        let payload = Payload { msg: sealed, aad: &owner.to_be_bytes() };
        self.cipher().decrypt(Nonce::from_slice(nonce), payload).ok().map(Zeroizing::new)
    }
}

impl Pepper {
    /// Takes at least 32 bytes. Surrounding white space is ignored.
    ///
    /// # Errors
    /// If there are fewer than 32 bytes.
    pub fn new(bytes: &[u8]) -> Result<Self, PepperError> {
        Ok(Self { current: PepperKey::new(bytes)?, old: Vec::new() })
    }

    /// Adds an old pepper, with which existing hashes and sealed secrets can still be read.
    ///
    /// # Errors
    /// If it has fewer than 32 bytes.
    pub fn with_old(mut self, bytes: &[u8]) -> Result<Self, PepperError> {
        self.old.push(PepperKey::new(bytes)?);
        Ok(self)
    }

    /// The secret input of Argon2 for new hashes.
    pub(crate) fn key(&self) -> &[u8] {
        self.current.key.expose_secret()
    }

    /// The public id of the current pepper, which is stored in password hashes.
    pub(crate) fn id(&self) -> &[u8] {
        &self.current.id
    }

    /// The secret input of Argon2 for a hash with this id.
    pub(crate) fn key_with_id(&self, id: &[u8]) -> Option<&[u8]> {
        self.keys().find(|key| key.id == id).map(|key| key.key.expose_secret())
    }

    /// The key under which mailed codes are stored.
    pub(crate) fn code_key(&self) -> SecretSlice<u8> {
        self.current.code_key.clone()
    }

    /// Encrypts a secret for the database. The same `owner` is needed to decrypt it, so it cannot be moved to another row.
    pub(crate) fn seal(&self, secret: &[u8], owner: i64) -> Result<Vec<u8>, InternalError> {
        let mut nonce = [0; NONCE_BYTES];
        getrandom::fill(&mut nonce)?;
        let payload = Payload { msg: secret, aad: &owner.to_be_bytes() };
        let cipher = self.current.cipher();
        let sealed = cipher.encrypt(Nonce::from_slice(&nonce), payload).map_err(|_| InternalError::Seal)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Decrypts a sealed secret with the current pepper or an old one.
    pub(crate) fn open(&self, sealed: &[u8], owner: i64) -> Result<Zeroizing<Vec<u8>>, InternalError> {
        self.keys().find_map(|key| key.open(sealed, owner)).ok_or(InternalError::Unseal)
    }

    /// Seals a secret with the current pepper that was sealed with an old one; `None` if it is up to date.
    pub(crate) fn reseal(&self, sealed: &[u8], owner: i64) -> Result<Option<Vec<u8>>, InternalError> {
        if self.current.open(sealed, owner).is_some() {
            return Ok(None);
        }
        self.seal(&self.open(sealed, owner)?, owner).map(Some)
    }

    fn keys(&self) -> impl Iterator<Item = &PepperKey> {
        [&self.current].into_iter().chain(&self.old)
    }
}

/// Derives a key for one purpose: HMAC-SHA-256 of the purpose under the pepper. This is not HKDF (RFC 5869), which appends
/// a counter byte to the purpose: the `hkdf` crate would derive other keys, and hashes, codes and second factors that are
/// already stored would be lost.
fn derive(key: &[u8], purpose: &[u8]) -> Result<Zeroizing<[u8; 32]>, PepperError> {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key).map_err(|_| PepperError)?;
    mac.update(purpose);
    Ok(Zeroizing::new(mac.finalize().into_bytes().into()))
}

impl fmt::Debug for Pepper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pepper(…)")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn sealed_secret_opens_with_its_owner_and_pepper_only() {
        let pepper = Pepper::new(&[7; 32]).unwrap();
        let sealed = pepper.seal(b"canary", 1).unwrap();
        assert!(!sealed.windows(6).any(|window| window == b"canary"));
        assert_eq!(pepper.open(&sealed, 1).unwrap().as_slice(), b"canary");
        assert!(pepper.open(&sealed, 2).is_err());
        assert!(Pepper::new(&[8; 32]).unwrap().open(&sealed, 1).is_err());
        assert!(pepper.open(&sealed[..4], 1).is_err());
    }

    #[test]
    fn secret_sealed_with_old_pepper_is_resealed_with_current_pepper() {
        let (old, new) = ([7; 32], [8; 32]);
        let sealed = Pepper::new(&old).unwrap().seal(b"canary", 1).unwrap();
        let rotated = Pepper::new(&new).unwrap().with_old(&[6; 32]).unwrap().with_old(&old).unwrap();
        assert_eq!(rotated.open(&sealed, 1).unwrap().as_slice(), b"canary");
        let resealed = rotated.reseal(&sealed, 1).unwrap().unwrap();
        assert_eq!(Pepper::new(&new).unwrap().open(&resealed, 1).unwrap().as_slice(), b"canary");
        assert!(rotated.reseal(&resealed, 1).unwrap().is_none());
        assert!(rotated.reseal(&resealed, 2).is_err());
        assert!(Pepper::new(&new).unwrap().with_old(b"short").is_err());
    }

    #[test]
    fn derived_keys_never_change() {
        // Databases contain what was made with these keys. Computed with `openssl dgst -sha256 -mac HMAC`.
        let pepper = Pepper::new(b"a pepper of more than thirty-two bytes").unwrap();
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!(hex(pepper.id()), "56743338c1382833");
        assert_eq!(
            hex(pepper.current.sealing_key.expose_secret()),
            "768caf77b2d159245298e8095e45808964fefba41b9efdc89ba95841abdaec64"
        );
        assert_eq!(
            hex(pepper.code_key().expose_secret()),
            "1e47bc6c788e93ce6b634e2348c36ccc16bdeab1955c7076efaf6216b9b47370"
        );
    }

    #[test]
    fn short_pepper_is_rejected() {
        assert!(Pepper::new(&[b'x'; 31]).is_err());
        assert!(Pepper::new(b"        too short but for blanks        ").is_err());
    }
}
