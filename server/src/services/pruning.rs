//! Deletion of expired data.

use std::sync::Arc;

use crate::domain::clock::Clock;
use crate::domain::lifetimes::LINK_LIFETIME;
use crate::internal_error::InternalError;
use crate::services::authenticator::active_sessions;
use crate::store::Store;

/// How long a recovery is kept after its request, in seconds: its link's lifetime and a week. Until then its link is
/// answered with the reason why it no longer works, and a client that did not receive the response of a reset can repeat it.
/// Afterwards the link is unknown. It does not depend on whether the email was delayed, because requesters see the
/// difference.
const RECOVERY_RETENTION: u32 = LINK_LIFETIME + 7 * 24 * 60 * 60;

/// Deletes expired data.
#[derive(Clone)]
pub(crate) struct Pruner {
    pub(super) store: Store,
    pub(super) clock: Arc<dyn Clock>,
}

impl Pruner {
    /// Deletes expired sessions, recoveries, limits and freeze links. Returns the number of deleted recoveries.
    pub(crate) async fn prune(&self) -> Result<u64, InternalError> {
        let now = self.clock.now();
        self.store.prune_sessions(&active_sessions(now)).await?;
        let pruned = self.store.prune(now, now.minus(RECOVERY_RETENTION)).await?;
        tracing::info!(recoveries = pruned, "pruned expired data");
        Ok(pruned)
    }
}
