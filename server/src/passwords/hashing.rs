//! Argon2id, never more of it at once than the machine has cores: more would only make everybody wait, and the
//! memory would grow with the attackers.

use std::sync::Arc;

use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Algorithm, Argon2, KeyId, Params, ParamsBuilder, Version};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::sync::Semaphore;

use super::pepper::Pepper;
use crate::fault::Fault;
use crate::secrets;

const SALT_BYTES: usize = 16;

/// How expensive a hash is, and what is mixed into it.
#[derive(Debug, Clone)]
pub struct HashingCost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for HashingCost {
    /// 19 MiB and two passes on one lane: the first choice of OWASP's password storage cheat sheet (PWD-11).
    fn default() -> Self {
        Self { memory_kib: 19_456, passes: 2, lanes: 1 }
    }
}

impl HashingCost {
    /// Whether it is at least as expensive as OWASP's weakest choice for passwords, and possible at all.
    pub(crate) fn is_acceptable(&self) -> bool {
        let enough = match self.passes {
            0 => false,
            1 => self.memory_kib >= 47_104,
            2 => self.memory_kib >= 19_456,
            3 => self.memory_kib >= 12_288,
            4 => self.memory_kib >= 9_216,
            _ => self.memory_kib >= 7_168,
        };
        enough && Params::new(self.memory_kib, self.passes, self.lanes, None).is_ok()
    }
}

/// Hashes and verifies passwords and codes, away from the threads that answer requests.
#[derive(Clone)]
pub(crate) struct Hashing {
    slots: Arc<Semaphore>,
    recipe: Arc<Recipe>,
    decoy: Arc<str>,
}

/// How new hashes are made.
struct Recipe {
    params: Params,
    pepper: Option<Pepper>,
}

impl Hashing {
    /// Takes one thread for each core, and hashes a throw-away secret for [`verify_or_decoy`](Self::verify_or_decoy).
    pub(crate) fn new(cost: &HashingCost, pepper: Option<Pepper>) -> Result<Self, Fault> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
        let mut params = ParamsBuilder::new();
        params.m_cost(cost.memory_kib).t_cost(cost.passes).p_cost(cost.lanes);
        if let Some(pepper) = &pepper {
            params.keyid(KeyId::new(pepper.id())?);
        }
        let recipe = Recipe { params: params.build()?, pepper };
        let decoy = recipe.hash(secrets::fresh_token()?.expose_secret())?;
        Ok(Self { slots: Arc::new(Semaphore::new(cores)), recipe: Arc::new(recipe), decoy: decoy.into() })
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
        let recipe = Arc::clone(&self.recipe);
        self.run(move || recipe.hash(secret.expose_secret())).await?
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
        let recipe = Arc::clone(&self.recipe);
        Ok(self.run(move || recipe.verify(secret.expose_secret(), &phc)).await?? && exists)
    }

    /// Whether a hash was made more cheaply than new ones are, or without the present pepper.
    pub(crate) fn is_outdated(&self, phc: &str) -> bool {
        let made_with = PasswordHash::new(phc).ok().and_then(|hash| Params::try_from(&hash).ok());
        let now = &self.recipe.params;
        made_with.is_none_or(|it| {
            (it.m_cost(), it.t_cost(), it.p_cost(), it.keyid())
                != (now.m_cost(), now.t_cost(), now.p_cost(), now.keyid())
        })
    }
}

impl Recipe {
    fn hash(&self, secret: &str) -> Result<String, Fault> {
        let mut salt = [0_u8; SALT_BYTES];
        getrandom::fill(&mut salt)?;
        let salt = SaltString::encode_b64(&salt)?;
        let argon2 = argon2id(&self.params, self.pepper.as_ref())?;
        Ok(argon2.hash_password(secret.as_bytes(), &salt)?.to_string())
    }

    /// The hash says which parameters it was made with, and by the key's id whether a pepper was in it.
    fn verify(&self, secret: &str, phc: &str) -> Result<bool, Fault> {
        let expected = PasswordHash::new(phc)?;
        let params = Params::try_from(&expected)?;
        let pepper = self.pepper.as_ref().filter(|pepper| params.keyid() == pepper.id());
        match argon2id(&params, pepper)?.verify_password(secret.as_bytes(), &expected) {
            Ok(()) => Ok(true),
            Err(argon2::password_hash::Error::Password) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

fn argon2id<'a>(params: &Params, pepper: Option<&'a Pepper>) -> Result<Argon2<'a>, Fault> {
    let (algorithm, version) = (Algorithm::Argon2id, Version::V0x13);
    match pepper {
        Some(pepper) => Ok(Argon2::new_with_secret(pepper.key(), algorithm, version, params.clone())?),
        None => Ok(Argon2::new(algorithm, version, params.clone())),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_says_its_parameters_and_knows_its_secret() {
        // PWD-11, TOK-3
        let hashing = Hashing::new(&HashingCost::default(), None).unwrap();
        let phc = hashing.hash("seven grey herons".into()).await.unwrap();
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        assert!(hashing.verify_or_decoy("seven grey herons".into(), Some(phc.clone())).await.unwrap());
        assert!(!hashing.verify_or_decoy("seven grey heron".into(), Some(phc)).await.unwrap());
        assert!(!hashing.verify_or_decoy("seven grey herons".into(), None).await.unwrap());
    }

    #[tokio::test]
    async fn a_pepper_is_needed_again_and_older_hashes_still_work() {
        // PWD-12
        let pepper = |text: &str| Some(Pepper::new(text.as_bytes()).unwrap());
        let cost = HashingCost::default();
        let (plain, peppered) = (
            Hashing::new(&cost, None).unwrap(),
            Hashing::new(&cost, pepper("a pepper of thirty-two characters")).unwrap(),
        );
        let old = plain.hash("seven grey herons".into()).await.unwrap();
        assert!(peppered.verify_or_decoy("seven grey herons".into(), Some(old.clone())).await.unwrap());
        assert!(peppered.is_outdated(&old) && !plain.is_outdated(&old));
        let new = peppered.hash("seven grey herons".into()).await.unwrap();
        assert!(peppered.verify_or_decoy("seven grey herons".into(), Some(new.clone())).await.unwrap());
        assert!(!peppered.is_outdated(&new));
        let other = Hashing::new(&cost, pepper("another of thirty-two characters.")).unwrap();
        for stranger in [&plain, &other] {
            assert!(!stranger.verify_or_decoy("seven grey herons".into(), Some(new.clone())).await.unwrap());
        }
    }

    #[test]
    fn a_cost_below_what_owasp_lists_is_not_acceptable() {
        // PWD-11
        let cost = |memory_kib, passes| HashingCost { memory_kib, passes, lanes: 1 }.is_acceptable();
        assert!(cost(19_456, 2) && cost(47_104, 1) && cost(65_536, 3));
        assert!(!cost(19_455, 2) && !cost(19_456, 1) && !cost(1_000_000, 0) && !cost(4_096, 40));
    }
}
