//! The clock and timers of this device.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

use std::time::Duration;

use futures_util::future::{Either, select};
use latchkey_core::time::Timestamp;

#[cfg(target_arch = "wasm32")]
pub use browser::{now, sleep};
#[cfg(not(target_arch = "wasm32"))]
pub use native::{now, sleep};

/// The current time in whole seconds.
pub fn timestamp() -> Timestamp {
    Timestamp::from(now())
}

/// The result of `work`, or `None` if it takes longer than `time`.
pub async fn timeout<T>(time: Duration, work: impl Future<Output = T>) -> Option<T> {
    match select(Box::pin(work), Box::pin(sleep(time))).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(_) => None,
    }
}
