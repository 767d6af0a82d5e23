//! Time. All times come from a [`Clock`], so that tests can set them.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A point in time, in whole seconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnixTime(pub i64);

impl UnixTime {
    /// This time plus `seconds`.
    pub fn plus(self, seconds: u32) -> Self {
        Self(self.0.saturating_add(i64::from(seconds)))
    }

    /// This time minus `seconds`.
    pub fn minus(self, seconds: u32) -> Self {
        Self(self.0.saturating_sub(i64::from(seconds)))
    }

    /// Whole seconds from `earlier` to this time; 0 if `earlier` is later.
    pub fn since(self, earlier: Self) -> u64 {
        u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0)
    }

    /// Corrects a stored time for a clock that was set back. If `recorded_at`, the time at which it was stored, is later
    /// than `now`, the clock was wrong then; the time moves back by the difference, as if it had been stored now.
    pub(crate) fn corrected(self, recorded_at: Self, now: Self) -> Self {
        Self(self.0.saturating_sub(recorded_at.0.saturating_sub(now.0).max(0)))
    }

    /// The same time as a [`SystemTime`]; a time before 1970 becomes 1970.
    pub fn to_system_time(self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(u64::try_from(self.0).unwrap_or(0))
    }

    /// Formats the time in UTC with a pattern of [`chrono::format::strftime`]; `None` beyond the range of dates.
    pub(crate) fn format(self, pattern: &str) -> Option<String> {
        Some(chrono::DateTime::from_timestamp(self.0, 0)?.format(pattern).to_string())
    }
}

/// Source of the current time.
pub trait Clock: Send + Sync + 'static {
    /// The current time.
    fn now(&self) -> UnixTime;
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> UnixTime {
        let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        UnixTime(i64::try_from(since_epoch.as_secs()).unwrap_or(i64::MAX))
    }
}

/// A clock for tests, which changes only when a test sets it.
#[derive(Debug)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// A clock that shows `start`.
    pub fn at(start: UnixTime) -> Self {
        Self(AtomicI64::new(start.0))
    }

    /// Moves the clock forward by `seconds`.
    pub fn advance(&self, seconds: u32) {
        self.shift(i64::from(seconds));
    }

    /// Moves the clock by `seconds`, forward or back.
    pub fn shift(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }

    /// Sets the clock to `time`, which may be earlier than its current time.
    pub fn set(&self, time: UnixTime) {
        self.0.store(time.0, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> UnixTime {
        UnixTime(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_recorded_in_the_future_counts_as_recorded_now() {
        let corrected =
            |end, recorded_at, now| UnixTime(end).corrected(UnixTime(recorded_at), UnixTime(now)).0;
        assert_eq!(corrected(160, 100, 130), 160);
        assert_eq!(corrected(160, 100, 100), 160);
        assert_eq!(corrected(100_060, 100_000, 100), 160);
    }

    #[test]
    fn time_is_formatted_in_utc() {
        assert_eq!(UnixTime(1_795_437_240).format("%Y-%m-%d %H:%M").as_deref(), Some("2026-11-23 12:34"));
        assert_eq!(UnixTime(i64::MAX).format("%Y"), None);
    }
}
