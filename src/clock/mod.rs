//! Time as the flow sees it: whole seconds since 1970, given in from outside so that tests can choose it.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

use std::time::{Duration, SystemTime};

use futures_util::future::{Either, select};
use serde::{Deserialize, Serialize};

#[cfg(target_arch = "wasm32")]
pub use browser::{now, sleep};
#[cfg(not(target_arch = "wasm32"))]
pub use native::{now, sleep};

/// Seconds since the Unix epoch, by this device's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub u64);

/// How far this device's clock may be from the service's, in seconds, before it is worth a word.
pub const TOLERANCE: u64 = 5 * 60;

/// What `work` comes to, if it does within `time`.
pub async fn within<T>(time: Duration, work: impl Future<Output = T>) -> Option<T> {
    match select(Box::pin(work), Box::pin(sleep(time))).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(_) => None,
    }
}

impl Timestamp {
    /// Now, by the system clock; 0 on a machine whose clock stands before 1970.
    pub fn now() -> Self {
        Self(now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs()))
    }

    /// This moment moved on by `seconds`.
    pub fn plus(self, seconds: u64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Hours and minutes of this moment on the clock of the person's own time zone, `14:05`.
    pub fn time_of_day(self) -> String {
        let seconds = i64::try_from(self.0).unwrap_or_default();
        let moment = chrono::DateTime::from_timestamp(seconds, 0).unwrap_or_default();
        moment.with_timezone(&chrono::Local).format("%H:%M").to_string()
    }

    /// Whole seconds from `now` until this moment; 0 once it has come.
    pub fn seconds_after(self, now: Self) -> u64 {
        self.0.saturating_sub(now.0)
    }
}
