//! Polls for a condition. Tests never wait for a fixed time.

use std::thread;
use std::time::Duration;

use tokio::time::{Instant, sleep, timeout_at};

use crate::error::{Error, Result};

/// Maximum duration of each wait in this crate, such as [`wait_until`].
pub const TIMEOUT: Duration = Duration::from_secs(15);

/// Time between two polls.
const INTERVAL: Duration = Duration::from_millis(20);

/// Time between two polls where time is measured.
const SHORT_INTERVAL: Duration = Duration::from_millis(2);
/// Maximum duration of a measured wait: the processor may be busy.
const LONG_TIMEOUT: Duration = Duration::from_secs(30);

/// The time from `started` until a condition holds, to two milliseconds. Blocks.
///
/// # Errors
/// The condition fails, or does not hold half a minute after `started`.
pub fn time_until(started: std::time::Instant, holds: impl Fn() -> Result<bool>) -> Result<Duration> {
    while !holds()? {
        if started.elapsed() > LONG_TIMEOUT {
            return Err(Error::new(format!("the screen has not changed after {LONG_TIMEOUT:?}")));
        }
        thread::sleep(SHORT_INTERVAL);
    }
    Ok(started.elapsed())
}

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
