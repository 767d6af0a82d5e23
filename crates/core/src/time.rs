//! Timestamps in whole seconds. Callers pass the current time, so that tests can choose it.

use std::time::SystemTime;

use serde::{Deserialize, Serialize};

/// Seconds since the Unix epoch by this device's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub u64);

/// Maximum difference between the clocks of the device and the service, in seconds, before the app mentions it.
pub const TOLERANCE: u64 = 5 * 60;

impl Timestamp {
    /// The time `seconds` later.
    pub fn plus(self, seconds: u64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Seconds from `now` until this time, or 0 if it is past.
    pub fn seconds_after(self, now: Self) -> u64 {
        self.0.saturating_sub(now.0)
    }
}

impl From<SystemTime> for Timestamp {
    /// Times before 1970 become 0.
    fn from(time: SystemTime) -> Self {
        Self(time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs()))
    }
}
