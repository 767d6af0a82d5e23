//! Forgetting old recoveries.

use crate::clock::UnixTime;
use crate::core::Core;
use crate::fault::Fault;

/// How long an ended recovery is kept, in seconds: for a week its link is answered with what became of it, and the
/// lost answer of a reset can be had again. After that it was "never issued".
const KEPT: i64 = 7 * 24 * 60 * 60;

impl Core {
    /// Forgets what is no longer of use; says how many recoveries there were.
    pub(crate) async fn prune(&self) -> Result<u64, Fault> {
        let now = self.now();
        self.prune_sessions().await?;
        let pruned = self.store.prune(now, UnixTime(now.0 - KEPT)).await?;
        tracing::info!(recoveries = pruned, "pruned");
        Ok(pruned)
    }
}
