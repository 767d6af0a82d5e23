//! Time as the flow sees it: whole seconds since 1970, given in from outside so that tests can choose it.

use serde::{Deserialize, Serialize};

/// Seconds since the Unix epoch, by this device's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub u64);

impl Timestamp {
    /// Now, by the system clock; 0 on a machine whose clock stands before 1970.
    pub fn now() -> Self {
        Self(
            std::time::SystemTime::now()
                .duration_since(std::time::UNIX_EPOCH)
                .map_or(0, |since| since.as_secs()),
        )
    }

    /// This moment moved on by `seconds`.
    pub fn plus(self, seconds: u64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Whole seconds from `now` until this moment; 0 once it has come.
    pub fn seconds_after(self, now: Self) -> u64 {
        self.0.saturating_sub(now.0)
    }
}
