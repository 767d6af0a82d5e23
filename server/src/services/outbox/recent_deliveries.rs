//! Durations and results of recent deliveries.
//!
//! A mail to an address without account is never sent. If its worker were free at once, the time at which the next mail is
//! sent would reveal whether there is an account. So the worker waits for as long as a recent delivery took, and fails if
//! that delivery failed.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::crypto::secrets::Sha256Hash;

/// Maximum number of recorded deliveries.
const MAX_RECORDED: usize = 512;
/// Number of the newest deliveries from which a sample is drawn.
const SAMPLE_SIZE: usize = 16;

/// An attempt to send a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Delivery {
    pub(super) duration: Duration,
    pub(super) succeeded: bool,
}

/// The recent deliveries of this process.
pub(super) struct RecentDeliveries {
    newest_first: Mutex<VecDeque<(Option<Sha256Hash>, Delivery)>>,
    /// The sample before the first delivery.
    default: Delivery,
}

impl RecentDeliveries {
    /// No deliveries. Until the first one, samples have `expected` as their duration.
    pub(super) fn new(expected: Duration) -> Self {
        Self { newest_first: Mutex::default(), default: Delivery { duration: expected, succeeded: true } }
    }

    /// Records a delivery.
    pub(super) fn record(&self, domain: Option<Sha256Hash>, delivery: Delivery) {
        let mut deliveries = self.newest_first.lock().unwrap_or_else(PoisonError::into_inner);
        deliveries.truncate(MAX_RECORDED - 1);
        deliveries.push_front((domain, delivery));
    }

    /// A random one of the newest deliveries to this domain or, if there are none, to any domain.
    pub(super) fn sample(&self, domain: Option<Sha256Hash>) -> Result<Delivery, getrandom::Error> {
        let deliveries = self.newest_first.lock().unwrap_or_else(PoisonError::into_inner);
        let of_domain = deliveries.iter().filter(|(to, _)| *to == domain).take(SAMPLE_SIZE);
        let mut candidates: Vec<Delivery> = of_domain.map(|(_, delivery)| *delivery).collect();
        if candidates.is_empty() {
            candidates = deliveries.iter().take(SAMPLE_SIZE).map(|(_, delivery)| *delivery).collect();
        }
        drop(deliveries);
        if candidates.is_empty() {
            return Ok(self.default);
        }
        // The bias of the remainder is negligible for at most sixteen candidates.
        let index = getrandom::u32()? as usize % candidates.len();
        Ok(candidates[index])
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn delivery(milliseconds: u64) -> Delivery {
        Delivery { duration: Duration::from_millis(milliseconds), succeeded: true }
    }

    #[test]
    fn sample_is_one_of_the_newest_deliveries_to_the_domain() {
        let (slow, fast) = (Some([1; 32]), Some([2; 32]));
        let recent = RecentDeliveries::new(Duration::from_millis(7));
        assert_eq!(recent.sample(slow).unwrap(), delivery(7));
        recent.record(fast, delivery(10));
        assert_eq!(
            recent.sample(slow).unwrap(),
            delivery(10),
            "a delivery to another domain is used if there is none to this one"
        );
        recent.record(slow, Delivery { duration: Duration::from_secs(3), succeeded: false });
        for _ in 0..50 {
            assert_eq!(recent.sample(slow).unwrap().duration, Duration::from_secs(3));
            assert!(!recent.sample(slow).unwrap().succeeded);
            assert_eq!(recent.sample(fast).unwrap(), delivery(10));
        }
        for _ in 0..SAMPLE_SIZE {
            recent.record(slow, delivery(20));
        }
        assert_eq!(recent.sample(slow).unwrap(), delivery(20), "old deliveries are not sampled");
        for _ in 0..2 * MAX_RECORDED {
            recent.record(fast, delivery(10));
        }
        assert_eq!(recent.newest_first.lock().unwrap().len(), MAX_RECORDED);
    }
}
