//! Time as the flow sees it: whole seconds since 1970, given in from outside so that tests can choose it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Seconds since the Unix epoch, by this device's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub u64);

/// How far this device's clock may be from the service's, in seconds, before it is worth a word.
pub const TOLERANCE: u64 = 5 * 60;

/// Waits without holding anything up.
pub async fn sleep(time: Duration) {
    tokio::time::sleep(time).await;
}

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
