//! Hashes of nobody's password, which are compared with where an account has none: one for each cost that stored hashes
//! have. After the cost was raised there are two for a while, until everybody has signed in.

use std::sync::{Arc, PoisonError, RwLock};

use argon2::Params;
use argon2::password_hash::PasswordHash;
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};

use crate::fault::Fault;

/// What makes the time of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    pub(super) fn of(params: &Params) -> Self {
        Self { memory_kib: params.m_cost(), passes: params.t_cost(), lanes: params.p_cost() }
    }

    pub(super) fn of_hash(phc: &str) -> Result<Self, Fault> {
        Ok(Self::of(&Params::try_from(&PasswordHash::new(phc)?)?))
    }

    /// A hash of this cost that no password has: salt and output are random.
    fn decoy(self) -> Result<String, Fault> {
        let (mut salt, mut output) = ([0; 16], [0; Params::DEFAULT_OUTPUT_LEN]);
        getrandom::fill(&mut salt)?;
        getrandom::fill(&mut output)?;
        let Self { memory_kib, passes, lanes } = self;
        let (salt, output) = (STANDARD_NO_PAD.encode(salt), STANDARD_NO_PAD.encode(output));
        Ok(format!("$argon2id$v=19$m={memory_kib},t={passes},p={lanes}${salt}${output}"))
    }
}

/// One for each cost.
#[derive(Default)]
pub(super) struct Decoys(RwLock<Vec<(Cost, Arc<str>)>>);

impl Decoys {
    pub(super) fn add(&self, cost: Cost) -> Result<(), Fault> {
        let known = |decoys: &[(Cost, Arc<str>)]| decoys.iter().any(|(known, _)| *known == cost);
        if !known(&self.0.read().unwrap_or_else(PoisonError::into_inner)) {
            let decoy = cost.decoy()?;
            let mut decoys = self.0.write().unwrap_or_else(PoisonError::into_inner);
            // Somebody else may have been faster.
            if !known(&decoys) {
                decoys.push((cost, decoy.into()));
            }
        }
        Ok(())
    }

    pub(super) fn all(&self) -> Vec<(Cost, Arc<str>)> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
