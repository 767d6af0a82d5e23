//! Time as the server sees it: every moment comes from here, so that tests can choose it.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A moment, in whole seconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnixTime(pub i64);

impl UnixTime {
    /// This moment moved on by `seconds`.
    pub fn plus(self, seconds: u32) -> Self {
        Self(self.0.saturating_add(i64::from(seconds)))
    }

    /// This moment moved back by `seconds`.
    pub fn minus(self, seconds: u32) -> Self {
        Self(self.0.saturating_sub(i64::from(seconds)))
    }

    /// Whole seconds from `earlier` to this moment; 0 if it does not lie after.
    pub fn since(self, earlier: Self) -> u64 {
        u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0)
    }

    /// This moment, written down at `written_at`. If that lies after `now`, the clock has been set back since, and it
    /// counts as written down now.
    pub(crate) fn as_of(self, written_at: Self, now: Self) -> Self {
        Self(self.0.saturating_sub(written_at.0.saturating_sub(now.0).max(0)))
    }

    /// The same moment for interfaces of the standard library; a moment before 1970 becomes 1970.
    pub fn to_system_time(self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(u64::try_from(self.0).unwrap_or(0))
    }
}

/// Where the server takes the time from.
pub trait Clock: Send + Sync + 'static {
    /// The present moment.
    fn now(&self) -> UnixTime;
}

/// The machine's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> UnixTime {
        let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        UnixTime(i64::try_from(since_epoch.as_secs()).unwrap_or(i64::MAX))
    }
}

/// A clock that stands still until it is moved, for tests.
#[derive(Debug)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// A clock that stands at `start`.
    pub fn at(start: UnixTime) -> Self {
        Self(AtomicI64::new(start.0))
    }

    /// Moves the clock on by `seconds`.
    pub fn advance(&self, seconds: u32) {
        self.shift(i64::from(seconds));
    }

    /// Sets the clock forward by `seconds`, or back.
    pub fn shift(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }

    /// Sets the clock to `moment`, which may lie before what it showed.
    pub fn set(&self, moment: UnixTime) {
        self.0.store(moment.0, Ordering::SeqCst);
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
    fn what_was_written_down_in_the_future_counts_as_written_down_now() {
        let moment = |end, written_at, now| UnixTime(end).as_of(UnixTime(written_at), UnixTime(now)).0;
        assert_eq!(moment(160, 100, 130), 160);
        assert_eq!(moment(160, 100, 100), 160);
        assert_eq!(moment(100_060, 100_000, 100), 160);
    }
}
