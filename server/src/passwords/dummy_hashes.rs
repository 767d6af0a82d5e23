//! Dummy hashes, which are verified if there is no account: one for each cost that stored hashes have. After an operator
//! has raised the cost there are several, until every user has signed in.

use std::sync::{Arc, PoisonError, RwLock};

use argon2::Params;
use argon2::password_hash::PasswordHash;
use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};

use crate::internal_error::InternalError;

/// The parameters that determine how long a comparison takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct HashCost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl HashCost {
    pub(super) fn of(params: &Params) -> Self {
        Self { memory_kib: params.m_cost(), passes: params.t_cost(), lanes: params.p_cost() }
    }

    pub(super) fn of_hash(phc: &str) -> Result<Self, InternalError> {
        Ok(Self::of(&Params::try_from(&PasswordHash::new(phc)?)?))
    }

    /// A hash of this cost with random salt and output, which no password matches.
    fn dummy_hash(self) -> Result<String, InternalError> {
        let (mut salt, mut output) = ([0; 16], [0; Params::DEFAULT_OUTPUT_LEN]);
        getrandom::fill(&mut salt)?;
        getrandom::fill(&mut output)?;
        let Self { memory_kib, passes, lanes } = self;
        let (salt, output) = (STANDARD_NO_PAD.encode(salt), STANDARD_NO_PAD.encode(output));
        Ok(format!("$argon2id$v=19$m={memory_kib},t={passes},p={lanes}${salt}${output}"))
    }
}

/// One dummy hash for each cost.
#[derive(Default)]
pub(super) struct DummyHashes(RwLock<Vec<(HashCost, Arc<str>)>>);

impl DummyHashes {
    pub(super) fn add(&self, cost: HashCost) -> Result<(), InternalError> {
        let known = |hashes: &[(HashCost, Arc<str>)]| hashes.iter().any(|(known, _)| *known == cost);
        if !known(&self.0.read().unwrap_or_else(PoisonError::into_inner)) {
            let dummy = cost.dummy_hash()?;
            let mut hashes = self.0.write().unwrap_or_else(PoisonError::into_inner);
            // Another thread may have added the hash meanwhile.
            if !known(&hashes) {
                hashes.push((cost, dummy.into()));
            }
        }
        Ok(())
    }

    pub(super) fn all(&self) -> Vec<(HashCost, Arc<str>)> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
