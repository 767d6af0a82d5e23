//! The system clock and tokio's timer.

use std::time::{Duration, SystemTime};

/// The current time.
pub fn now() -> SystemTime {
    SystemTime::now()
}

/// Waits without blocking the thread.
pub async fn sleep(time: Duration) {
    tokio::time::sleep(time).await;
}
