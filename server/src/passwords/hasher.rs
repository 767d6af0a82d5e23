//! Hashes and verifies passwords with Argon2id.
//!
//! The number of concurrent hashes is limited by the number of cores. More would not be faster, and an attacker could
//! exhaust the memory. Requests beyond a bounded queue are rejected.

use std::sync::Arc;

use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Algorithm, Argon2, KeyId, Params, ParamsBuilder, Version};
use secrecy::{ExposeSecret as _, SecretString};

use super::dummy_hashes::{DummyHashes, HashCost};
use super::pool::CpuPool;
use crate::config::HashingCost;
use crate::crypto::pepper::Pepper;
use crate::internal_error::InternalError;

const SALT_BYTES: usize = 16;

/// Hashes and verifies passwords on blocking threads.
#[derive(Clone)]
pub(crate) struct PasswordHasher {
    pool: CpuPool,
    settings: Arc<HashSettings>,
    dummy_hashes: Arc<DummyHashes>,
}

/// The settings for new hashes.
struct HashSettings {
    params: Params,
    pepper: Option<Pepper>,
}

impl PasswordHasher {
    /// A hasher that uses half of the cores, at least one. [`with_own_pool`](Self::with_own_pool) uses the other half.
    pub(crate) fn new(cost: &HashingCost, pepper: Option<Pepper>) -> Result<Self, InternalError> {
        let mut params = ParamsBuilder::new();
        params.m_cost(cost.memory_kib).t_cost(cost.passes).p_cost(cost.lanes);
        if let Some(pepper) = &pepper {
            params.keyid(KeyId::new(pepper.id())?);
        }
        let settings = HashSettings { params: params.build()?, pepper };
        let dummy_hashes = DummyHashes::default();
        dummy_hashes.add(HashCost::of(&settings.params))?;
        Ok(Self {
            pool: CpuPool::of_half_the_cores(),
            settings: Arc::new(settings),
            dummy_hashes: Arc::new(dummy_hashes),
        })
    }

    /// The same hasher with its own threads and queue, so that a full queue of one does not delay the other.
    pub(crate) fn with_own_pool(&self) -> Self {
        Self {
            pool: CpuPool::of_half_the_cores(),
            settings: Arc::clone(&self.settings),
            dummy_hashes: Arc::clone(&self.dummy_hashes),
        }
    }

    /// Adds dummy hashes for the costs of stored hashes. One hash of each cost is enough.
    pub(crate) fn add_costs_of(&self, hashes: &[String]) -> Result<(), InternalError> {
        hashes.iter().try_for_each(|phc| self.dummy_hashes.add(HashCost::of_hash(phc)?))
    }

    /// Hashes `secret` with a random salt. Returns a PHC string.
    pub(crate) async fn hash(&self, secret: SecretString) -> Result<String, InternalError> {
        let settings = Arc::clone(&self.settings);
        self.pool.run(move || settings.hash(secret.expose_secret())).await?
    }

    /// Whether `phc` is a hash of `secret`. It always does one comparison for each cost that stored hashes have, and uses a
    /// dummy hash for costs other than that of `phc`. So the duration reveals neither whether there is a hash nor its cost.
    pub(crate) async fn verify_or_dummy(
        &self,
        secret: SecretString,
        phc: Option<String>,
    ) -> Result<bool, InternalError> {
        let own = phc.map(|phc| Ok::<_, InternalError>((HashCost::of_hash(&phc)?, phc))).transpose()?;
        if let Some((cost, _)) = &own {
            self.dummy_hashes.add(*cost)?;
        }
        let dummy_hashes = self.dummy_hashes.all();
        let settings = Arc::clone(&self.settings);
        let verified = self.pool.run(move || {
            let mut matches = false;
            for (cost, dummy) in &dummy_hashes {
                match own.as_ref().filter(|(own, _)| own == cost) {
                    Some((_, phc)) => matches = settings.verify(secret.expose_secret(), phc)?,
                    None => drop(settings.verify(secret.expose_secret(), dummy)?),
                }
            }
            Ok(matches)
        });
        verified.await?
    }

    /// Whether a hash has another cost than new hashes, or does not use the current pepper.
    pub(crate) fn is_outdated(&self, phc: &str) -> bool {
        let params = PasswordHash::new(phc).ok().and_then(|hash| Params::try_from(&hash).ok());
        let current = &self.settings.params;
        params.is_none_or(|params| {
            HashCost::of(&params) != HashCost::of(current) || params.keyid() != current.keyid()
        })
    }
}

impl HashSettings {
    fn hash(&self, secret: &str) -> Result<String, InternalError> {
        let mut salt = [0_u8; SALT_BYTES];
        getrandom::fill(&mut salt)?;
        let salt = SaltString::encode_b64(&salt)?;
        let argon2 = argon2id(&self.params, self.pepper.as_ref().map(Pepper::key))?;
        Ok(argon2.hash_password(secret.as_bytes(), &salt)?.to_string())
    }

    /// Verifies with the parameters in the hash, and with the pepper whose id is in it, if any.
    fn verify(&self, secret: &str, phc: &str) -> Result<bool, InternalError> {
        let expected = PasswordHash::new(phc)?;
        let params = Params::try_from(&expected)?;
        let pepper = self.pepper.as_ref().and_then(|pepper| pepper.key_with_id(params.keyid()));
        match argon2id(&params, pepper)?.verify_password(secret.as_bytes(), &expected) {
            Ok(()) => Ok(true),
            Err(argon2::password_hash::Error::Password) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

fn argon2id<'a>(params: &Params, pepper: Option<&'a [u8]>) -> Result<Argon2<'a>, InternalError> {
    let (algorithm, version) = (Algorithm::Argon2id, Version::V0x13);
    match pepper {
        Some(pepper) => Ok(Argon2::new_with_secret(pepper, algorithm, version, params.clone())?),
        None => Ok(Argon2::new(algorithm, version, params.clone())),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn hash_contains_its_parameters_and_verifies_its_password() {
        // PWD-11, TOK-3
        let hashing = PasswordHasher::new(&HashingCost::default(), None).unwrap();
        let phc = hashing.hash("seven grey herons".into()).await.unwrap();
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        assert!(hashing.verify_or_dummy("seven grey herons".into(), Some(phc.clone())).await.unwrap());
        assert!(!hashing.verify_or_dummy("seven grey heron".into(), Some(phc)).await.unwrap());
        assert!(!hashing.verify_or_dummy("seven grey herons".into(), None).await.unwrap());
    }

    #[tokio::test]
    async fn peppered_hash_needs_its_pepper_and_plain_hash_still_works() {
        // PWD-12
        let pepper = |text: &str| Some(Pepper::new(text.as_bytes()).unwrap());
        let cost = HashingCost::default();
        let (plain, peppered) = (
            PasswordHasher::new(&cost, None).unwrap(),
            PasswordHasher::new(&cost, pepper("a pepper of thirty-two characters")).unwrap(),
        );
        let old = plain.hash("seven grey herons".into()).await.unwrap();
        assert!(peppered.verify_or_dummy("seven grey herons".into(), Some(old.clone())).await.unwrap());
        assert!(peppered.is_outdated(&old) && !plain.is_outdated(&old));
        let new = peppered.hash("seven grey herons".into()).await.unwrap();
        assert!(peppered.verify_or_dummy("seven grey herons".into(), Some(new.clone())).await.unwrap());
        assert!(!peppered.is_outdated(&new));
        let other = PasswordHasher::new(&cost, pepper("another of thirty-two characters.")).unwrap();
        for hasher in [&plain, &other] {
            assert!(!hasher.verify_or_dummy("seven grey herons".into(), Some(new.clone())).await.unwrap());
        }
    }

    #[tokio::test]
    async fn verification_does_one_comparison_per_known_cost() {
        // REQ-2. The costs of a server whose operator has raised them twice.
        let cost = |passes| HashingCost { passes, ..HashingCost::default() };
        let old =
            PasswordHasher::new(&cost(2), None).unwrap().hash("seven grey herons".into()).await.unwrap();
        let older =
            PasswordHasher::new(&cost(3), None).unwrap().hash("seven grey herons".into()).await.unwrap();
        let hashing = PasswordHasher::new(&cost(4), None).unwrap();
        let new = hashing.hash("seven grey herons".into()).await.unwrap();
        hashing.add_costs_of(&[old.clone(), older.clone(), new.clone()]).unwrap();
        assert_eq!(hashing.dummy_hashes.all().len(), 3);
        for phc in [old, older, new] {
            assert!(hashing.verify_or_dummy("seven grey herons".into(), Some(phc.clone())).await.unwrap());
            assert!(!hashing.verify_or_dummy("seven grey heron".into(), Some(phc)).await.unwrap());
        }
        assert!(!hashing.verify_or_dummy("seven grey herons".into(), None).await.unwrap());
        assert_eq!(hashing.dummy_hashes.all().len(), 3);
    }
}
