//! Polls for a condition. Tests never wait for a fixed time.

use std::time::Duration;

use tokio::time::{Instant, sleep, timeout_at};

/// Maximum duration of each wait in this crate, such as [`wait_until`].
pub const TIMEOUT: Duration = Duration::from_secs(15);

/// Time between two polls.
const INTERVAL: Duration = Duration::from_millis(20);

/// Polls `condition` until it returns a value. Returns `None` after [`TIMEOUT`], even if `condition` itself hangs.
pub async fn wait_until<T>(mut condition: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + TIMEOUT;
    loop {
        match timeout_at(deadline, condition()).await {
            Err(_) => return None,
            Ok(Some(found)) => return Some(found),
            Ok(None) if Instant::now() > deadline => return None,
            Ok(None) => sleep(INTERVAL).await,
        }
    }
}
