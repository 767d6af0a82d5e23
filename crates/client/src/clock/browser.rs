//! The clock and timer of the browser. The standard library and tokio have none there.

use std::time::{Duration, SystemTime};

/// The current time.
pub fn now() -> SystemTime {
    // Milliseconds since 1970, which fit into a `u64`.
    SystemTime::UNIX_EPOCH + Duration::from_millis(js_sys::Date::now() as u64)
}

/// Waits without blocking the thread.
pub async fn sleep(time: Duration) {
    gloo_timers::future::sleep(time).await;
}
