//! Argon2id, never more of it at once than the machine has cores: more would only make everybody wait, and the
//! memory would grow with the attackers.

use std::sync::Arc;

use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::sync::Semaphore;

use crate::fault::Fault;

/// 19 MiB, in KiB; with two passes on one lane the first choice of OWASP's password storage cheat sheet (PWD-11).
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
const SALT_BYTES: usize = 16;

/// Hashes and verifies passwords and codes, away from the threads that answer requests.
#[derive(Clone)]
pub(crate) struct Hashing {
    slots: Arc<Semaphore>,
    decoy: Arc<str>,
}

impl Hashing {
    /// Takes one thread for each core, and hashes a throw-away secret for [`verify_or_decoy`](Self::verify_or_decoy).
    pub(crate) fn new() -> Result<Self, Fault> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
        let decoy = hash(crate::secrets::fresh_token()?.expose_secret())?;
        Ok(Self { slots: Arc::new(Semaphore::new(cores)), decoy: decoy.into() })
    }

    /// Runs work that takes milliseconds on a blocking thread, once a slot is free.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let slot = Arc::clone(&self.slots).acquire_owned().await?;
        let result = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(slot);
            done
        });
        Ok(result.await?)
    }

    /// The PHC string of `secret` under a fresh salt.
    pub(crate) async fn hash(&self, secret: SecretString) -> Result<String, Fault> {
        self.run(move || hash(secret.expose_secret())).await?
    }

    /// Whether `secret` is the one that `phc` was made from. Without a `phc` it does the same work and says no, so
    /// that the time does not tell whether there was one.
    pub(crate) async fn verify_or_decoy(
        &self,
        secret: SecretString,
        phc: Option<String>,
    ) -> Result<bool, Fault> {
        let exists = phc.is_some();
        let phc = phc.map_or_else(|| Arc::clone(&self.decoy), Arc::from);
        Ok(self.run(move || verify(secret.expose_secret(), &phc)).await?? && exists)
    }
}

fn argon2id() -> Result<Argon2<'static>, Fault> {
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(MEMORY_KIB, PASSES, LANES, None)?))
}

fn hash(secret: &str) -> Result<String, Fault> {
    let mut salt = [0_u8; SALT_BYTES];
    getrandom::fill(&mut salt)?;
    let salt = SaltString::encode_b64(&salt)?;
    Ok(argon2id()?.hash_password(secret.as_bytes(), &salt)?.to_string())
}

fn verify(secret: &str, phc: &str) -> Result<bool, Fault> {
    let expected = PasswordHash::new(phc)?;
    match argon2id()?.verify_password(secret.as_bytes(), &expected) {
        Ok(()) => Ok(true),
        Err(argon2::password_hash::Error::Password) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_says_its_parameters_and_knows_its_secret() {
        // PWD-11, TOK-3
        let hashing = Hashing::new().unwrap();
        let phc = hashing.hash("seven grey herons".into()).await.unwrap();
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        assert!(hashing.verify_or_decoy("seven grey herons".into(), Some(phc.clone())).await.unwrap());
        assert!(!hashing.verify_or_decoy("seven grey heron".into(), Some(phc)).await.unwrap());
        assert!(!hashing.verify_or_decoy("seven grey herons".into(), None).await.unwrap());
    }
}
