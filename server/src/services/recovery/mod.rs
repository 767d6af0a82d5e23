//! Recovering an account: [request](request) an email, [prove](proof) its receipt, and [reset](reset) the password.
//!
//! A *flow* is one request and everything that follows from it. A *proof* is what the email enables a person to show: the
//! token of its link, or its code. If the requesting device sent a challenge, its verifier is part of the proof.

mod account_locks;
mod freeze;
mod proof;
mod request;
mod reset;

use std::sync::Arc;

use crate::config::Binding;
use crate::crypto::code_key::CodeKey;
use crate::domain::clock::Clock;
use crate::passwords::PasswordHasher;
use crate::services::new_password::NewPasswordValidator;
use crate::services::outbox::MailQueue;
use crate::services::second_factor::SecondFactors;
use crate::store::Store;

pub(crate) use account_locks::AccountLocks;
pub(crate) use freeze::FreezeRejection;
pub(crate) use proof::{Proof, ProofCheck, ProofRejection};
pub(crate) use request::{RequestRejection, RequestedRecovery};
pub(crate) use reset::{NewPassword, ResetRejection};

/// Recovers accounts.
pub(crate) struct RecoveryService {
    pub(super) store: Store,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) binding: Binding,
    pub(super) resend_after: u32,
    pub(super) code_key: Arc<CodeKey>,
    pub(super) hasher: PasswordHasher,
    pub(super) new_passwords: NewPasswordValidator,
    pub(super) second_factors: SecondFactors,
    /// The resets of one account run one after another, however many links it has. So an account has one place in the
    /// queues of estimates and hashes, and another person's reset waits for at most one of it in each queue.
    pub(super) reset_locks: AccountLocks,
    pub(super) mail_queue: MailQueue,
}
