//! The pepper: a key beside the database, not in it (NIST SP 800-63B-4 §3.1.1.2, PWD-12).
//!
//! Who copies the database alone cannot even begin to guess passwords or codes, and cannot read the secrets of second
//! factors, which cannot be hashed. It can be replaced: the older one stays beside it until everybody has signed in.

use std::fmt;

use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use hmac::{Hmac, Mac};
use secrecy::{ExposeSecret as _, SecretSlice};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::config::ConfigError;

/// Fewest bytes of a pepper.
const MIN_BYTES: usize = 32;
/// Bytes of its name in a hash; Argon2's limit.
const ID_BYTES: usize = 8;
const NONCE_BYTES: usize = 12;

/// Keys that are kept apart from the database: one that is used, and older ones that are only recognised, until
/// everything that was made with them was made anew.
#[derive(Clone)]
pub struct Pepper {
    newest: PepperKey,
    older: Vec<PepperKey>,
}

#[derive(Clone)]
struct PepperKey {
    key: SecretSlice<u8>,
    sealing_key: SecretSlice<u8>,
    code_key: SecretSlice<u8>,
    id: [u8; ID_BYTES],
}

impl PepperKey {
    fn new(bytes: &[u8]) -> Result<Self, ConfigError> {
        let bytes = bytes.trim_ascii();
        if bytes.len() < MIN_BYTES {
            return Err(ConfigError::new(
                "the pepper must have at least 32 bytes; make one with `openssl rand -base64 48`",
            ));
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

    /// What was sealed with this key; `None` if it was another one.
    fn open(&self, sealed: &[u8], owner: i64) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE_BYTES)?;
        let owner = owner.to_be_bytes();
        let message = chacha20poly1305::aead::Payload { msg: sealed, aad: &owner };
        self.cipher().decrypt(Nonce::from_slice(nonce), message).ok().map(Zeroizing::new)
    }
}

impl Pepper {
    /// Takes at least 32 bytes; white space around them does not count.
    ///
    /// # Errors
    /// When there are fewer.
    pub fn new(bytes: &[u8]) -> Result<Self, ConfigError> {
        Ok(Self { newest: PepperKey::new(bytes)?, older: Vec::new() })
    }

    /// Recognises what was made with an older pepper, too.
    ///
    /// # Errors
    /// When it has fewer than 32 bytes.
    pub fn with_older(mut self, bytes: &[u8]) -> Result<Self, ConfigError> {
        self.older.push(PepperKey::new(bytes)?);
        Ok(self)
    }

    /// What Argon2 mixes in.
    pub(super) fn key(&self) -> &[u8] {
        self.newest.key.expose_secret()
    }

    /// Tells this pepper from another without giving it away.
    pub(super) fn id(&self) -> &[u8] {
        &self.newest.id
    }

    /// What Argon2 has mixed in where it wrote down this id.
    pub(super) fn key_with_id(&self, id: &[u8]) -> Option<&[u8]> {
        self.keys().find(|key| key.id == id).map(|key| key.key.expose_secret())
    }

    /// What mailed codes are stored under.
    pub(crate) fn code_key(&self) -> SecretSlice<u8> {
        self.newest.code_key.clone()
    }

    /// Encrypts a secret for the database. `owner` must be given again to read it: it cannot be moved to another row.
    pub(crate) fn seal(&self, secret: &[u8], owner: i64) -> Result<Vec<u8>, SealError> {
        let mut nonce = [0; NONCE_BYTES];
        getrandom::fill(&mut nonce).map_err(|_| SealError)?;
        let owner = owner.to_be_bytes();
        let message = chacha20poly1305::aead::Payload { msg: secret, aad: &owner };
        let cipher = self.newest.cipher();
        let sealed = cipher.encrypt(Nonce::from_slice(&nonce), message).map_err(|_| SealError)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Decrypts what [`seal`](Self::seal) made, with this pepper or an older one.
    pub(crate) fn open(&self, sealed: &[u8], owner: i64) -> Result<Zeroizing<Vec<u8>>, SealError> {
        self.keys().find_map(|key| key.open(sealed, owner)).ok_or(SealError)
    }

    /// What an older pepper sealed, sealed anew; `None` where the newest did.
    pub(crate) fn reseal(&self, sealed: &[u8], owner: i64) -> Result<Option<Vec<u8>>, SealError> {
        if self.newest.open(sealed, owner).is_some() {
            return Ok(None);
        }
        self.seal(&self.open(sealed, owner)?, owner).map(Some)
    }

    fn keys(&self) -> impl Iterator<Item = &PepperKey> {
        [&self.newest].into_iter().chain(&self.older)
    }
}

/// HMAC-SHA-256 as a key derivation: one key for each purpose.
fn derive(key: &[u8], purpose: &[u8]) -> Result<Zeroizing<[u8; 32]>, ConfigError> {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key)
        .map_err(|_| ConfigError::new("the pepper cannot be used"))?;
    mac.update(purpose);
    Ok(Zeroizing::new(mac.finalize().into_bytes().into()))
}

impl fmt::Debug for Pepper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pepper(…)")
    }
}

/// A sealed secret cannot be opened: it is damaged, of another account, or the pepper is another one.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("a sealed secret does not open; is the pepper the one that it was sealed with?")]
pub struct SealError;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_secret_opens_for_its_owner_and_its_pepper_only() {
        let pepper = Pepper::new(&[7; 32]).unwrap();
        let sealed = pepper.seal(b"canary", 1).unwrap();
        assert!(!sealed.windows(6).any(|window| window == b"canary"));
        assert_eq!(pepper.open(&sealed, 1).unwrap().as_slice(), b"canary");
        assert!(pepper.open(&sealed, 2).is_err());
        assert!(Pepper::new(&[8; 32]).unwrap().open(&sealed, 1).is_err());
        assert!(pepper.open(&sealed[..4], 1).is_err());
    }

    #[test]
    fn what_an_older_pepper_sealed_opens_and_is_sealed_anew() {
        let (old, new) = ([7; 32], [8; 32]);
        let sealed = Pepper::new(&old).unwrap().seal(b"canary", 1).unwrap();
        let rotated = Pepper::new(&new).unwrap().with_older(&[6; 32]).unwrap().with_older(&old).unwrap();
        assert_eq!(rotated.open(&sealed, 1).unwrap().as_slice(), b"canary");
        let anew = rotated.reseal(&sealed, 1).unwrap().unwrap();
        assert_eq!(Pepper::new(&new).unwrap().open(&anew, 1).unwrap().as_slice(), b"canary");
        assert!(rotated.reseal(&anew, 1).unwrap().is_none());
        assert!(rotated.reseal(&anew, 2).is_err());
        assert!(Pepper::new(&new).unwrap().with_older(b"short").is_err());
    }

    #[test]
    fn a_short_pepper_is_refused() {
        assert!(Pepper::new(&[b'x'; 31]).is_err());
        assert!(Pepper::new(b"        too short but for blanks        ").is_err());
    }
}
