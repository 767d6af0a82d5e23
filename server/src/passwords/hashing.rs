//! Argon2id, never more of it at once than the machine has cores: more would only make everybody wait, and the
//! memory would grow with the attackers. Who would have to wait for too long is turned away.

use std::sync::Arc;

use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Algorithm, Argon2, KeyId, Params, ParamsBuilder, Version};
use secrecy::{ExposeSecret as _, SecretString};

use super::decoys::{Cost, Decoys};
use super::pepper::Pepper;
use super::pool::HashingPool;
use crate::fault::Fault;

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

/// Hashes and verifies passwords, away from the threads that answer requests.
#[derive(Clone)]
pub(crate) struct Hashing {
    pool: HashingPool,
    recipe: Arc<Recipe>,
    decoys: Arc<Decoys>,
}

/// How new hashes are made.
struct Recipe {
    params: Params,
    pepper: Option<Pepper>,
}

impl Hashing {
    /// Takes half of the cores, at least one; [`with_own_pool`](Self::with_own_pool) is for the other half.
    pub(crate) fn new(cost: &HashingCost, pepper: Option<Pepper>) -> Result<Self, Fault> {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
        let mut params = ParamsBuilder::new();
        params.m_cost(cost.memory_kib).t_cost(cost.passes).p_cost(cost.lanes);
        if let Some(pepper) = &pepper {
            params.keyid(KeyId::new(pepper.id())?);
        }
        let recipe = Recipe { params: params.build()?, pepper };
        let decoys = Decoys::default();
        decoys.add(Cost::of(&recipe.params))?;
        let pool = HashingPool::new((cores / 2).max(1));
        Ok(Self { pool, recipe: Arc::new(recipe), decoys: Arc::new(decoys) })
    }

    /// The same, with threads and a queue of its own: what fills this one's queue does not hold up that one's.
    pub(crate) fn with_own_pool(&self) -> Self {
        Self { pool: self.pool.another(), recipe: Arc::clone(&self.recipe), decoys: Arc::clone(&self.decoys) }
    }

    /// Gets to know the costs of stored hashes, one of each cost.
    pub(crate) fn expect_costs_of(&self, hashes: &[String]) -> Result<(), Fault> {
        hashes.iter().try_for_each(|phc| self.decoys.add(Cost::of_hash(phc)?))
    }

    /// Runs work that takes milliseconds on a blocking thread, once one is free.
    ///
    /// # Errors
    /// [`Fault::Busy`] where too many wait already.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        self.pool.run(work).await
    }

    /// The PHC string of `secret` under a fresh salt.
    pub(crate) async fn hash(&self, secret: SecretString) -> Result<String, Fault> {
        let recipe = Arc::clone(&self.recipe);
        self.run(move || recipe.hash(secret.expose_secret())).await?
    }

    /// Whether `secret` is the one that `phc` was made from. It takes one comparison for each cost that stored hashes
    /// have, with a hash of nobody's where `phc` has another cost or is absent: the time tells neither whether there was
    /// one nor how old it is.
    pub(crate) async fn verify_or_decoy(
        &self,
        secret: SecretString,
        phc: Option<String>,
    ) -> Result<bool, Fault> {
        let own = phc.map(|phc| Ok::<_, Fault>((Cost::of_hash(&phc)?, phc))).transpose()?;
        if let Some((cost, _)) = &own {
            self.decoys.add(*cost)?;
        }
        let decoys = self.decoys.all();
        let recipe = Arc::clone(&self.recipe);
        let verified = self.run(move || {
            let mut matches = false;
            for (cost, decoy) in &decoys {
                match own.as_ref().filter(|(own, _)| own == cost) {
                    Some((_, phc)) => matches = recipe.verify(secret.expose_secret(), phc)?,
                    None => drop(recipe.verify(secret.expose_secret(), decoy)?),
                }
            }
            Ok(matches)
        });
        verified.await?
    }

    /// Whether a hash was made more cheaply than new ones are, or without the present pepper.
    pub(crate) fn is_outdated(&self, phc: &str) -> bool {
        let made_with = PasswordHash::new(phc).ok().and_then(|hash| Params::try_from(&hash).ok());
        let now = &self.recipe.params;
        made_with.is_none_or(|it| Cost::of(&it) != Cost::of(now) || it.keyid() != now.keyid())
    }
}

impl Recipe {
    fn hash(&self, secret: &str) -> Result<String, Fault> {
        let mut salt = [0_u8; SALT_BYTES];
        getrandom::fill(&mut salt)?;
        let salt = SaltString::encode_b64(&salt)?;
        let argon2 = argon2id(&self.params, self.pepper.as_ref().map(Pepper::key))?;
        Ok(argon2.hash_password(secret.as_bytes(), &salt)?.to_string())
    }

    /// The hash says which parameters it was made with, and by the key's id whether a pepper was in it.
    fn verify(&self, secret: &str, phc: &str) -> Result<bool, Fault> {
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

fn argon2id<'a>(params: &Params, pepper: Option<&'a [u8]>) -> Result<Argon2<'a>, Fault> {
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

    #[tokio::test]
    async fn every_comparison_does_the_same_work_whatever_the_hash_once_cost() {
        // REQ-2. The costs are those of a server whose operator has raised them twice.
        let cost = |passes| HashingCost { passes, ..HashingCost::default() };
        let old = Hashing::new(&cost(2), None).unwrap().hash("seven grey herons".into()).await.unwrap();
        let older = Hashing::new(&cost(3), None).unwrap().hash("seven grey herons".into()).await.unwrap();
        let hashing = Hashing::new(&cost(4), None).unwrap();
        let new = hashing.hash("seven grey herons".into()).await.unwrap();
        hashing.expect_costs_of(&[old.clone(), older.clone(), new.clone()]).unwrap();
        assert_eq!(hashing.decoys.all().len(), 3);
        for phc in [old, older, new] {
            assert!(hashing.verify_or_decoy("seven grey herons".into(), Some(phc.clone())).await.unwrap());
            assert!(!hashing.verify_or_decoy("seven grey heron".into(), Some(phc)).await.unwrap());
        }
        assert!(!hashing.verify_or_decoy("seven grey herons".into(), None).await.unwrap());
        assert_eq!(hashing.decoys.all().len(), 3);
    }

    #[test]
    fn a_cost_below_what_owasp_lists_is_not_acceptable() {
        // PWD-11
        let cost = |memory_kib, passes| HashingCost { memory_kib, passes, lanes: 1 }.is_acceptable();
        assert!(cost(19_456, 2) && cost(47_104, 1) && cost(65_536, 3));
        assert!(!cost(19_455, 2) && !cost(19_456, 1) && !cost(1_000_000, 0) && !cost(4_096, 40));
    }
}
