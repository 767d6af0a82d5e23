//! The activity on a connection, and the request to close it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::time::Instant;

/// The activity on a connection.
pub(super) struct Activity {
    requests_in_flight: AtomicUsize,
    last: Mutex<Instant>,
}

impl Activity {
    pub(super) fn new() -> Self {
        Self { requests_in_flight: AtomicUsize::new(0), last: Mutex::new(Instant::now()) }
    }

    /// Records that something happened now.
    pub(super) fn touch(&self) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    /// Whether a request is in flight.
    pub(super) fn is_in_use(&self) -> bool {
        self.requests_in_flight.load(Ordering::Acquire) > 0
    }

    /// Time of the last activity, apart from requests in flight.
    pub(super) fn last(&self) -> Instant {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Time of the last activity; now, while a request is in flight.
    pub(super) fn idle_since(&self) -> Instant {
        if self.is_in_use() { Instant::now() } else { self.last() }
    }
}

/// A request in flight.
pub(super) struct InFlight(Arc<Activity>);

impl InFlight {
    pub(super) fn new(activity: &Arc<Activity>) -> Self {
        activity.requests_in_flight.fetch_add(1, Ordering::AcqRel);
        Self(Arc::clone(activity))
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.touch();
        self.0.requests_in_flight.fetch_sub(1, Ordering::AcqRel);
    }
}
