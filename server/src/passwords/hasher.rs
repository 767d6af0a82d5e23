//! Hashes and verifies passwords with Argon2id.
//!
//! The number of concurrent hashes is limited by the number of cores. More would not be faster, and an attacker could
//! exhaust the memory. Requests beyond a bounded queue are rejected.

use std::sync::Arc;

use argon2::password_hash::{Output, ParamsString, PasswordHash, Salt, SaltString};
use argon2::{Algorithm, Argon2, KeyId, Params, ParamsBuilder, Version};
use secrecy::{ExposeSecret as _, SecretString};

use super::dummy_hashes::{DummyHashes, HashCost};
use super::hash_memory::HashMemory;
use super::pool::CpuPool;
use crate::config::HashingCost;
use crate::crypto::pepper::Pepper;
use crate::internal_error::InternalError;

const SALT_BYTES: usize = 16;
const ALGORITHM: Algorithm = Algorithm::Argon2id;
const VERSION: Version = Version::V0x13;

/// Hashes and verifies passwords on blocking threads.
#[derive(Clone)]
pub(crate) struct PasswordHasher {
    pool: CpuPool,
    settings: Arc<HashSettings>,
    dummy_hashes: Arc<DummyHashes>,
}

/// The settings for new hashes, and the memory for all.
struct HashSettings {
    params: Params,
    pepper: Option<Pepper>,
    memory: HashMemory,
}

impl PasswordHasher {
    /// A hasher that uses all cores while no other one [shares them](Self::sharing_threads).
    pub(crate) fn new(cost: &HashingCost, pepper: Option<Pepper>) -> Result<Self, InternalError> {
        let mut params = ParamsBuilder::new();
        params.m_cost(cost.memory_kib).t_cost(cost.passes).p_cost(cost.lanes);
        if let Some(pepper) = &pepper {
            params.keyid(KeyId::new(pepper.id())?);
        }
        let settings = HashSettings { params: params.build()?, pepper, memory: HashMemory::default() };
        let dummy_hashes = DummyHashes::default();
        dummy_hashes.add(HashCost::of(&settings.params))?;
        let settings = Arc::new(settings);
        let of_idle_thread = Arc::clone(&settings);
        Ok(Self {
            pool: CpuPool::of_all_cores(move || of_idle_thread.memory.free()),
            settings,
            dummy_hashes: Arc::new(dummy_hashes),
        })
    }

    /// The same hasher with a queue of its own. A full queue of one delays the other by one hash at most.
    pub(crate) fn sharing_threads(&self) -> Self {
        Self {
            pool: self.pool.sharing_threads(),
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

#[cfg(test)]
impl PasswordHasher {
    pub(crate) async fn fill_queue(&self) -> super::pool::FullQueue {
        self.pool.fill().await
    }
}

impl HashSettings {
    fn hash(&self, secret: &str) -> Result<String, InternalError> {
        let mut salt = [0_u8; SALT_BYTES];
        getrandom::fill(&mut salt)?;
        let salt = SaltString::encode_b64(&salt)?;
        let key = self.pepper.as_ref().map(Pepper::key);
        let hash = PasswordHash {
            algorithm: ALGORITHM.ident(),
            version: Some(VERSION.into()),
            params: ParamsString::try_from(&self.params)?,
            salt: Some(salt.as_salt()),
            hash: Some(self.output(secret, salt.as_salt(), &self.params, key)?),
        };
        Ok(hash.to_string())
    }

    /// Verifies with the parameters in the hash, and with the pepper whose id is in it, if any.
    fn verify(&self, secret: &str, phc: &str) -> Result<bool, InternalError> {
        let stored = PasswordHash::new(phc)?;
        let (Some(salt), Some(expected)) = (stored.salt, stored.hash) else {
            return Err(argon2::password_hash::Error::PhcStringField.into());
        };
        if stored.algorithm != ALGORITHM.ident() {
            return Err(argon2::password_hash::Error::Algorithm.into());
        }
        if stored.version != Some(VERSION.into()) {
            return Err(argon2::password_hash::Error::Version.into());
        }
        let params = Params::try_from(&stored)?;
        let key = self.pepper.as_ref().and_then(|pepper| pepper.key_with_id(params.keyid()));
        // `Output` compares in constant time.
        Ok(self.output(secret, salt, &params, key)? == expected)
    }

    fn output(
        &self,
        secret: &str,
        salt: Salt<'_>,
        params: &Params,
        key: Option<&[u8]>,
    ) -> Result<Output, InternalError> {
        let mut salt_bytes = [0; Salt::MAX_LENGTH];
        let salt = salt.decode_b64(&mut salt_bytes)?;
        let argon2 = argon2id(params, key)?;
        let length = params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN);
        Ok(self.memory.with_blocks(params.block_count(), |blocks| {
            Output::init_with(length, |output| {
                Ok(argon2.hash_password_into_with_memory(secret.as_bytes(), salt, output, blocks)?)
            })
        })?)
    }
}

fn argon2id<'a>(params: &Params, pepper: Option<&'a [u8]>) -> Result<Argon2<'a>, InternalError> {
    match pepper {
        Some(pepper) => Ok(Argon2::new_with_secret(pepper, ALGORITHM, VERSION, params.clone())?),
        None => Ok(Argon2::new(ALGORITHM, VERSION, params.clone())),
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
    async fn hashes_are_those_of_other_implementations() {
        // Both directions, with the `argon2` crate's own functions.
        use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
        const SECRET: &str = "seven grey herons";
        let hashing = PasswordHasher::new(&HashingCost::default(), None).unwrap();
        let phc = hashing.hash(SECRET.into()).await.unwrap();
        Argon2::default().verify_password(SECRET.as_bytes(), &PasswordHash::new(&phc).unwrap()).unwrap();
        let salt = SaltString::encode_b64(&[3; SALT_BYTES]).unwrap();
        let params = Params::new(12_288, 3, 2, Some(24)).unwrap();
        let phc =
            argon2id(&params, None).unwrap().hash_password(SECRET.as_bytes(), &salt).unwrap().to_string();
        assert!(hashing.verify_or_dummy(SECRET.into(), Some(phc.clone())).await.unwrap());
        assert!(!hashing.verify_or_dummy("seven grey heron".into(), Some(phc.clone())).await.unwrap());
        for other in [phc.replace("argon2id", "argon2i"), phc.replace("v=19", "v=16")] {
            assert!(hashing.verify_or_dummy(SECRET.into(), Some(other)).await.is_err());
        }
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
