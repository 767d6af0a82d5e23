//! Time as the flow sees it: whole seconds since 1970, given in from outside so that tests can choose it.

use std::time::SystemTime;

use serde::{Deserialize, Serialize};

/// Seconds since the Unix epoch, by this device's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub u64);

/// How far this device's clock may be from the service's, in seconds, before it is worth a word.
pub const TOLERANCE: u64 = 5 * 60;

impl Timestamp {
    /// This moment moved on by `seconds`.
    pub fn plus(self, seconds: u64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Whole seconds from `now` until this moment; 0 once it has come.
    pub fn seconds_after(self, now: Self) -> u64 {
        self.0.saturating_sub(now.0)
    }
}

impl From<SystemTime> for Timestamp {
    /// 0 for a moment before 1970.
    fn from(time: SystemTime) -> Self {
        Self(time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs()))
    }
}
