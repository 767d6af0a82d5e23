//! The clock and the timer of the page: neither the standard library nor the runtime has one there.

use std::time::{Duration, SystemTime};

/// Now, by this device's clock.
pub fn now() -> SystemTime {
    // Milliseconds since 1970; never negative, never beyond what a `u64` holds.
    SystemTime::UNIX_EPOCH + Duration::from_millis(js_sys::Date::now() as u64)
}

/// Waits without holding anything up.
pub async fn sleep(time: Duration) {
    gloo_timers::future::sleep(time).await;
}
