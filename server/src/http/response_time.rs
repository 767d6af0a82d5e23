//! The minimum response time of requests whose duration must not reveal whether there is an account. Its setting is
//! `limits.answer_after`.

use std::time::{Duration, Instant};

/// The minimum response time; zero disables it.
#[derive(Clone, Copy)]
pub(super) struct MinResponseTime(pub(super) Duration);

impl MinResponseTime {
    /// Waits until a request that was received at `started` may be answered: after the minimum response time or a multiple
    /// of it, so that the response time does not reveal what was done (REQ-2).
    pub(super) async fn pad(self, started: Instant) {
        let Self(step) = self;
        if step.is_zero() {
            return;
        }
        let steps = started.elapsed().as_nanos() / step.as_nanos() + 1;
        let deadline = started + step * u32::try_from(steps).unwrap_or(u32::MAX);
        tokio::time::sleep_until(deadline.into()).await;
    }
}
