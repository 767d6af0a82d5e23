//! The clock of the system, and the timer of the runtime.

use std::time::{Duration, SystemTime};

/// Now, by this device's clock.
pub fn now() -> SystemTime {
    SystemTime::now()
}

/// Waits without holding anything up.
pub async fn sleep(time: Duration) {
    tokio::time::sleep(time).await;
}
