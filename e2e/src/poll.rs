//! Polls for a condition. Tests never wait for a fixed time.

use std::thread;
use std::time::Duration;

use tokio::time::{Instant, sleep, timeout_at};

use crate::error::{Error, Result};

/// Maximum duration of each wait in this crate except [`time_until`], such as [`wait_until`].
pub const TIMEOUT: Duration = Duration::from_secs(15);

/// Time between two polls.
const INTERVAL: Duration = Duration::from_millis(20);

/// Time between two polls where time is measured.
const MEASURE_INTERVAL: Duration = Duration::from_millis(2);
/// Maximum duration of a measured wait. On a busy machine it is long, which is no error.
const MEASURE_TIMEOUT: Duration = Duration::from_secs(30);

/// The time from `started` until a condition holds, to two milliseconds. Blocks.
///
/// # Errors
/// The condition fails, or does not hold half a minute after `started`.
pub fn time_until(started: std::time::Instant, holds: impl Fn() -> Result<bool>) -> Result<Duration> {
    while !holds()? {
        if started.elapsed() > MEASURE_TIMEOUT {
            return Err(Error::new(format!("a condition does not hold after {MEASURE_TIMEOUT:?}")));
        }
        thread::sleep(MEASURE_INTERVAL);
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
