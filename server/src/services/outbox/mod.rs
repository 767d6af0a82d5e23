//! The outbox: background workers compose and send queued email.

mod claims;
mod mail_queue;
mod recent_deliveries;
mod worker;

use std::sync::Arc;

use crate::domain::clock::Clock;
use crate::internal_error::InternalError;
use crate::store::Store;

pub(crate) use mail_queue::MailQueue;
pub(crate) use worker::OutboxWorker;

/// The state of the outbox.
#[derive(Clone)]
pub(crate) struct OutboxStatus {
    pub(super) store: Store,
    pub(super) clock: Arc<dyn Clock>,
}

impl OutboxStatus {
    /// The number of emails that are due or being sent.
    pub(crate) async fn due_mail_count(&self) -> Result<i64, InternalError> {
        self.store.due_mail_count(self.clock.now()).await
    }
}
