//! Requests for a recovery: which recoveries stay open, and which get an email.

mod additions;
mod batch;
mod delayed;
mod mail_state;

use sqlx::AnyConnection;

use super::Store;
use super::engine::Engine;
use super::shared_transactions::SharedChange;
use super::writer::ChangeFuture;
use crate::crypto::secrets::{Challenge, Sha256Hash};
use crate::domain::clock::UnixTime;
use crate::domain::device::Device;
use crate::i18n::Language;
use crate::internal_error::InternalError;
#[cfg(test)]
pub(super) use additions::INSERT_RECOVERIES;
use batch::open_all;
#[cfg(test)]
pub(super) use delayed::{COUNT_DELAYED_MAILS, SUPERSEDE_OLDEST, WITHDRAW_DELAYED_MAIL};
#[cfg(test)]
pub(super) use mail_state::select_state;

const HOUR: u32 = 60 * 60;
const DAY: u32 = 24 * HOUR;

/// A new recovery.
#[derive(Clone)]
pub(crate) struct NewRecovery {
    pub(crate) flow: String,
    pub(crate) address_key: Sha256Hash,
    pub(crate) domain_key: Sha256Hash,
    pub(crate) challenge: Option<Challenge>,
    /// SHA-256 of the challenge, or of the network if there is no challenge.
    pub(crate) requester: Sha256Hash,
    pub(crate) network: Sha256Hash,
    pub(crate) now: UnixTime,
    /// Seconds between the first two emails.
    pub(crate) resend_after: u32,
    /// Language of the email.
    pub(crate) language: &'static Language,
    /// The device that the email names.
    pub(crate) device: Device,
    /// Whether an operator requested it. It is rejected instead of delayed if an operator's last email to the address is too
    /// recent, and it does not count towards the limits of the address.
    pub(crate) by_operator: bool,
}

/// The result of a request.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum OpenOutcome {
    /// The recovery is open. The requester's next email can be sent in `resend_after` seconds. `mail_is_due` if an email was
    /// queued that can be sent now.
    Opened { resend_after: u64, mail_is_due: bool },
    /// An operator's request is too early. Another one is accepted in `wait` seconds.
    TooSoon { wait: u64 },
}

impl SharedChange for NewRecovery {
    type Outcome = OpenOutcome;

    fn network(&self) -> Sha256Hash {
        self.network
    }

    fn apply_all<'c>(
        requests: &'c [Self],
        connection: &'c mut AnyConnection,
        engine: &'c dyn Engine,
    ) -> ChangeFuture<'c, Vec<OpenOutcome>> {
        Box::pin(open_all(connection, engine, requests))
    }
}

impl Store {
    /// Opens a recovery, and queues its email unless there were too many. It does not look the account up. That is done when
    /// the email is composed.
    pub(crate) async fn open_recovery(&self, new: NewRecovery) -> Result<OpenOutcome, InternalError> {
        self.requests.run(new).await
    }
}

#[cfg(test)]
mod tests;
