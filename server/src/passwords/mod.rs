//! Password hashing with Argon2id on a bounded number of threads.

mod dummy_hashes;
mod hash_memory;
mod hasher;
mod pool;
mod shared_threads;

pub(crate) use hasher::PasswordHasher;
pub(crate) use pool::CpuPool;
