//! The log of requests that are rejected because a queue is full. A flood causes thousands of them a second.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Minimum interval between two lines.
const INTERVAL: Duration = Duration::from_secs(1);

/// Counts rejections, and logs their number once a second.
pub(super) struct BusyLog(Mutex<State>);

struct State {
    logged_at: Option<Instant>,
    /// Rejections since the last line.
    unlogged: u64,
}

impl BusyLog {
    pub(super) const fn new() -> Self {
        Self(Mutex::new(State { logged_at: None, unlogged: 0 }))
    }

    /// Logs a rejection, or counts it for the next line.
    pub(super) fn record(&self) {
        if let Some(requests) = self.count(Instant::now()) {
            tracing::warn!(requests, "requests rejected: the queue for password hashing is full");
        }
    }

    /// Counts a rejection. Returns the number for a line that is due.
    fn count(&self, now: Instant) -> Option<u64> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.unlogged += 1;
        if state.logged_at.is_some_and(|at| now.saturating_duration_since(at) < INTERVAL) {
            return None;
        }
        state.logged_at = Some(now);
        Some(std::mem::take(&mut state.unlogged))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_a_second_has_the_number_of_rejections() {
        let (log, start) = (BusyLog::new(), Instant::now());
        assert_eq!(log.count(start), Some(1));
        for milliseconds in [0, 400, 999] {
            assert_eq!(log.count(start + Duration::from_millis(milliseconds)), None);
        }
        assert_eq!(log.count(start + INTERVAL), Some(4));
        assert_eq!(log.count(start + INTERVAL * 3), Some(1));
    }
}
