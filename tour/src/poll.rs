//! Waiting for a condition, never for a time.

use std::time::Duration;

use tokio::time::{Instant, sleep, timeout_at};

/// How long anything on a desk may take before it counts as failed.
pub(crate) const PATIENCE: Duration = Duration::from_secs(15);

/// The pause between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// Asks `look` again and again until it finds something, and says what. `None` once 15 seconds are over, also
/// when `look` itself hangs.
pub async fn until<T>(mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match timeout_at(deadline, look()).await {
            Err(_) => return None,
            Ok(Some(found)) => return Some(found),
            Ok(None) if Instant::now() > deadline => return None,
            Ok(None) => sleep(PAUSE).await,
        }
    }
}
