//! Durations and results of recent deliveries.
//!
//! An email to an address without account is never sent. If its worker were free at once, the time at which the next email
//! is sent would reveal whether there is an account. So the worker waits for as long as a recent delivery took, and fails if
//! that delivery failed. For a domain without recent deliveries this is one to another domain. Then the wait counts towards
//! a limit of that other domain: if it is slow, only a few workers wait as long as it takes.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::crypto::secrets::Sha256Hash;
use crate::domain::busy_domains::BusyDomains;
use crate::domain::clock::UnixTime;

/// Maximum number of recorded deliveries.
const MAX_RECORDED: usize = 512;
/// Number of the newest deliveries from which a sample is drawn.
const SAMPLE_SIZE: usize = 16;
/// Time during which a delivery is sampled, in seconds. An older one does not show that the mail server is still as slow, or
/// that it still fails.
const SAMPLE_WINDOW: u64 = 60;

/// Time during which the newest success to a domain is a better sample than deliveries to other domains, in seconds.
const DOMAIN_SAMPLE_WINDOW: u64 = 60 * 60;

/// An attempt to send an email.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Delivery {
    pub(super) duration: Duration,
    pub(super) succeeded: bool,
}

/// A delivery to a domain that ended at a time.
struct RecordedDelivery {
    domain: Option<Sha256Hash>,
    delivery: Delivery,
    at: UnixTime,
}

/// The recent deliveries of this process.
pub(super) struct RecentDeliveries {
    newest_first: Mutex<VecDeque<RecordedDelivery>>,
    /// The domains whose deliveries are samples for other domains at the moment.
    sampled_domains: Mutex<BusyDomains>,
    /// The sample before the first delivery.
    default: Delivery,
}

impl RecentDeliveries {
    /// No deliveries. Until the first one, samples have `expected` as their duration.
    pub(super) fn new(expected: Duration) -> Self {
        Self {
            newest_first: Mutex::default(),
            sampled_domains: Mutex::default(),
            default: Delivery { duration: expected, succeeded: true },
        }
    }

    /// Records a delivery that ended at `at`.
    pub(super) fn record(&self, domain: Option<Sha256Hash>, delivery: Delivery, at: UnixTime) {
        let mut deliveries = self.newest_first.lock().unwrap_or_else(PoisonError::into_inner);
        deliveries.truncate(MAX_RECORDED - 1);
        deliveries.push_front(RecordedDelivery { domain, delivery, at });
    }

    /// A random one of the newest deliveries to this domain in the last minute or, if there are none, the newest success to
    /// it in the last hour. Otherwise a random one to another domain in the last minute, then the newest success of any age,
    /// then the default. A domain of which several samples are in use is no longer sampled for others. Keep the sample while
    /// it is waited for.
    pub(super) fn sample(
        self: &Arc<Self>,
        domain: Option<Sha256Hash>,
        now: UnixTime,
    ) -> Result<Sample, getrandom::Error> {
        let mut sampled_domains = self.sampled_domains();
        let deliveries = self.newest_first.lock().unwrap_or_else(PoisonError::into_inner);
        let all = || deliveries.iter();
        let recent = || all().filter(|recorded| now.since(recorded.at) <= SAMPLE_WINDOW);
        let succeeded = || all().filter(|recorded| recorded.delivery.succeeded);
        let within_hour = |recorded: &&RecordedDelivery| now.since(recorded.at) <= DOMAIN_SAMPLE_WINDOW;
        let is_to_domain = |recorded: &&RecordedDelivery| recorded.domain == domain;
        let is_free = |recorded: &&RecordedDelivery| {
            recorded.domain.is_none_or(|other| !sampled_domains.is_full(&other))
        };
        let candidates = [
            newest(recent().filter(is_to_domain), SAMPLE_SIZE),
            newest(succeeded().filter(is_to_domain).filter(within_hour), 1),
            newest(recent().filter(is_free), SAMPLE_SIZE),
            newest(succeeded().filter(is_free), 1),
        ];
        drop(deliveries);
        let candidates = candidates.into_iter().find(|candidates| !candidates.is_empty());
        let (from, delivery) = match candidates {
            // The bias of the remainder is negligible for at most sixteen candidates.
            Some(candidates) => candidates[getrandom::u32()? as usize % candidates.len()],
            None => (None, self.default),
        };
        let of_other_domain = from.filter(|from| Some(*from) != domain);
        if let Some(other) = of_other_domain {
            sampled_domains.enter(other);
        }
        drop(sampled_domains);
        Ok(Sample { delivery, of_other_domain, deliveries: Arc::clone(self) })
    }

    fn sampled_domains(&self) -> MutexGuard<'_, BusyDomains> {
        self.sampled_domains.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The newest deliveries and their domains.
fn newest<'a>(
    recorded: impl Iterator<Item = &'a RecordedDelivery>,
    count: usize,
) -> Vec<(Option<Sha256Hash>, Delivery)> {
    recorded.take(count).map(|recorded| (recorded.domain, recorded.delivery)).collect()
}

/// A delivery to imitate.
pub(super) struct Sample {
    pub(super) delivery: Delivery,
    of_other_domain: Option<Sha256Hash>,
    deliveries: Arc<RecentDeliveries>,
}

impl Drop for Sample {
    fn drop(&mut self) {
        if let Some(other) = &self.of_other_domain {
            self.deliveries.sampled_domains().leave(other);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const NOW: UnixTime = UnixTime(1_000_000);

    fn delivery(milliseconds: u64) -> Delivery {
        Delivery { duration: Duration::from_millis(milliseconds), succeeded: true }
    }

    fn failure() -> Delivery {
        Delivery { duration: Duration::from_secs(3), succeeded: false }
    }

    #[test]
    fn sample_is_one_of_the_newest_deliveries_to_the_domain() {
        let (slow, fast) = (Some([1; 32]), Some([2; 32]));
        let recent = Arc::new(RecentDeliveries::new(Duration::from_millis(7)));
        assert_eq!(recent.sample(slow, NOW).unwrap().delivery, delivery(7));
        recent.record(fast, delivery(10), NOW);
        assert_eq!(
            recent.sample(slow, NOW).unwrap().delivery,
            delivery(10),
            "a delivery to another domain is used if there is none to this one"
        );
        recent.record(slow, failure(), NOW);
        for _ in 0..50 {
            assert_eq!(recent.sample(slow, NOW).unwrap().delivery, failure());
            assert_eq!(recent.sample(fast, NOW).unwrap().delivery, delivery(10));
        }
        for _ in 0..SAMPLE_SIZE {
            recent.record(slow, delivery(20), NOW);
        }
        assert_eq!(
            recent.sample(slow, NOW).unwrap().delivery,
            delivery(20),
            "old deliveries are not sampled"
        );
        for _ in 0..2 * MAX_RECORDED {
            recent.record(fast, delivery(10), NOW);
        }
        assert_eq!(recent.newest_first.lock().unwrap().len(), MAX_RECORDED);
    }

    #[test]
    fn delivery_is_sampled_for_a_minute() {
        let (domain, other) = (Some([1; 32]), Some([2; 32]));
        let recent = Arc::new(RecentDeliveries::new(Duration::from_millis(7)));
        recent.record(domain, delivery(8000), NOW);
        recent.record(domain, delivery(9000), NOW);
        recent.record(other, delivery(10), NOW.plus(3600));
        let sample = |seconds| recent.sample(domain, NOW.plus(seconds)).unwrap().delivery;
        assert!(sample(60).duration >= Duration::from_secs(8));
        assert_eq!(sample(61), delivery(9000), "the newest to the domain");
        assert_eq!(sample(3601), delivery(10), "a recent one to another domain");
        assert_eq!(sample(7300), delivery(10), "the newest one");
    }

    #[test]
    fn failure_is_sampled_for_a_minute() {
        let (domain, other) = (Some([1; 32]), Some([2; 32]));
        let recent = Arc::new(RecentDeliveries::new(Duration::from_millis(7)));
        recent.record(domain, failure(), NOW);
        assert_eq!(recent.sample(domain, NOW.plus(60)).unwrap().delivery, failure());
        assert_eq!(recent.sample(domain, NOW.plus(61)).unwrap().delivery, delivery(7));
        recent.record(other, delivery(10), NOW);
        assert_eq!(recent.sample(domain, NOW.plus(61)).unwrap().delivery, delivery(10));
        recent.record(domain, delivery(20), NOW);
        recent.record(domain, failure(), NOW);
        for _ in 0..50 {
            assert_eq!(
                recent.sample(domain, NOW.plus(61)).unwrap().delivery,
                delivery(20),
                "no delivery is recent"
            );
        }
    }

    #[test]
    fn slow_domain_is_imitated_for_few_others_at_a_time() {
        let slow = Some([1; 32]);
        let recent = Arc::new(RecentDeliveries::new(Duration::from_millis(7)));
        recent.record(slow, delivery(12_000), NOW);
        let sample = |number| recent.sample(Some([number; 32]), NOW).unwrap();
        let mut in_use: Vec<Sample> = (10..14).map(sample).collect();
        assert!(in_use.iter().all(|sample| sample.delivery == delivery(12_000)));
        assert_eq!(sample(14).delivery, delivery(7));
        // An email to the slow domain itself has the limit of that domain.
        assert_eq!(recent.sample(slow, NOW).unwrap().delivery, delivery(12_000));
        in_use.pop();
        assert_eq!(sample(14).delivery, delivery(12_000));
        recent.record(Some([2; 32]), delivery(10), NOW);
        in_use.push(recent.sample(Some([15; 32]), NOW).unwrap());
        while in_use.len() < 20 {
            in_use.push(sample(15));
        }
        let slow = in_use.iter().filter(|sample| sample.delivery == delivery(12_000)).count();
        assert!(slow <= 4, "{slow}");
    }
}
