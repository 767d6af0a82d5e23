//! Deletion of expired data.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

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

/// Interval at which expired data is deleted.
const PRUNE_INTERVAL: Duration = Duration::from_secs(60 * 60);

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

    /// Deletes expired data now and every hour, until `stop` changes or is closed. `has_run` is set after the first time.
    /// The interval uses tokio's clock, because the wall clock may be set back.
    pub(crate) async fn prune_periodically(
        self,
        has_run: watch::Sender<bool>,
        mut stop: watch::Receiver<bool>,
    ) {
        let mut interval = tokio::time::interval(PRUNE_INTERVAL);
        loop {
            tokio::select! {
                _ = interval.tick() => {}
                _ = stop.changed() => return,
            }
            if let Err(error) = self.prune().await {
                tracing::error!(%error, "cannot delete expired data");
            }
            has_run.send_replace(true);
        }
    }
}
