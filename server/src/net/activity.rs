//! The activity on a connection, which decides when it is closed.

use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::time::Instant;

/// The activity on a connection.
pub(super) struct Activity {
    /// Requests in flight, including those whose body is not complete.
    requests_in_flight: AtomicUsize,
    /// Requests in flight whose body is complete.
    complete_requests: AtomicUsize,
    times: Mutex<Times>,
}

struct Times {
    last: Instant,
    waiting_since: Instant,
}

impl Activity {
    pub(super) fn new() -> Self {
        let now = Instant::now();
        Self {
            requests_in_flight: AtomicUsize::new(0),
            complete_requests: AtomicUsize::new(0),
            times: Mutex::new(Times { last: now, waiting_since: now }),
        }
    }

    /// Records that something happened now.
    pub(super) fn touch(&self) {
        let now = Instant::now();
        *self.times() = Times { last: now, waiting_since: now };
    }

    /// Whether a complete request is in flight. Anybody can keep an incomplete one in flight at no cost.
    pub(super) fn is_in_use(&self) -> bool {
        self.complete_requests.load(Ordering::Acquire) > 0
    }

    /// When the server began to wait for a complete request. An incomplete request does not change it while another one
    /// is in flight, nor when it ends.
    pub(super) fn waiting_since(&self) -> Instant {
        self.times().waiting_since
    }

    /// Time of the last activity; now, while a request is in flight. An incomplete request has a timeout of its own.
    pub(super) fn idle_since(&self) -> Instant {
        if self.requests_in_flight.load(Ordering::Acquire) > 0 { Instant::now() } else { self.times().last }
    }

    fn times(&self) -> MutexGuard<'_, Times> {
        self.times.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

const INCOMPLETE: u8 = 0;
const COMPLETE: u8 = 1;
const ENDED: u8 = 2;

/// A request in flight, until its response begins.
pub(super) struct OpenRequest(Arc<RequestState>);

/// Marks a request in flight as complete.
pub(super) struct Completion(Arc<RequestState>);

struct RequestState {
    activity: Arc<Activity>,
    state: AtomicU8,
}

impl OpenRequest {
    /// A request whose body is not complete.
    pub(super) fn new(activity: &Arc<Activity>) -> Self {
        if activity.requests_in_flight.fetch_add(1, Ordering::AcqRel) == 0 {
            activity.touch();
        }
        Self(Arc::new(RequestState { activity: Arc::clone(activity), state: AtomicU8::new(INCOMPLETE) }))
    }

    pub(super) fn completion(&self) -> Completion {
        Completion(Arc::clone(&self.0))
    }
}

impl Completion {
    /// Does nothing after the request has ended: its handler may read the body for longer than its client waits.
    pub(super) fn complete(&self) {
        let Self(request) = self;
        // Counted first, so that the end of the request never subtracts it before.
        request.activity.complete_requests.fetch_add(1, Ordering::AcqRel);
        let changed =
            request.state.compare_exchange(INCOMPLETE, COMPLETE, Ordering::AcqRel, Ordering::Acquire);
        if changed.is_err() {
            request.activity.complete_requests.fetch_sub(1, Ordering::AcqRel);
        }
    }
}

impl Drop for OpenRequest {
    fn drop(&mut self) {
        let Self(request) = self;
        let activity = &request.activity;
        if request.state.swap(ENDED, Ordering::AcqRel) == COMPLETE {
            activity.touch();
            activity.complete_requests.fetch_sub(1, Ordering::AcqRel);
        } else {
            activity.times().last = Instant::now();
        }
        activity.requests_in_flight.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn incomplete_requests_prolong_only_the_idle_timeout() {
        let activity = Arc::new(Activity::new());
        tokio::time::advance(Duration::from_secs(1)).await;
        let first = OpenRequest::new(&activity);
        let start = Instant::now();
        tokio::time::advance(Duration::from_secs(1)).await;
        let second = OpenRequest::new(&activity);
        drop(first);
        tokio::time::advance(Duration::from_secs(1)).await;
        assert!(!activity.is_in_use());
        assert_eq!((activity.waiting_since(), activity.idle_since()), (start, Instant::now()));
        drop(second);
        tokio::time::advance(Duration::from_secs(1)).await;
        assert_eq!(activity.waiting_since(), start);
        assert_eq!(activity.idle_since(), start + Duration::from_secs(2), "the response was just sent");
    }

    #[tokio::test(start_paused = true)]
    async fn complete_request_is_in_use_until_it_ends() {
        let activity = Arc::new(Activity::new());
        let request = OpenRequest::new(&activity);
        let completion = request.completion();
        completion.complete();
        completion.complete();
        tokio::time::advance(Duration::from_secs(1)).await;
        assert!(activity.is_in_use());
        drop(request);
        assert!(!activity.is_in_use());
        assert_eq!(activity.waiting_since(), Instant::now());
        completion.complete();
        assert!(!activity.is_in_use(), "the handler read the body after its client had left");
    }
}
