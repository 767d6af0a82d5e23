//! How long recent deliveries took and how they ended.
//!
//! A mail to an address without account is never handed over. If its worker were free at once, the moment at which the
//! next mail leaves would tell whether there is an account. So it is occupied as long as a recent delivery took, and
//! fails where that one failed.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::secrets::Fingerprint;

/// How many deliveries are remembered.
const REMEMBERED: usize = 512;
/// Of how many a stand-in is drawn: the newest ones to the same domain, or else to any.
const DRAWN_FROM: usize = 16;

/// One attempt to hand a mail over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Delivery {
    pub(super) took: Duration,
    pub(super) succeeded: bool,
}

/// The newest deliveries of this process.
pub(super) struct RecentDeliveries {
    newest_first: Mutex<VecDeque<(Option<Fingerprint>, Delivery)>>,
    /// What is assumed before the first.
    assumed: Delivery,
}

impl RecentDeliveries {
    /// None yet; until there is one, each is assumed to take so long.
    pub(super) fn new(assumed: Duration) -> Self {
        Self { newest_first: Mutex::default(), assumed: Delivery { took: assumed, succeeded: true } }
    }

    /// Remembers a delivery.
    pub(super) fn record(&self, domain: Option<Fingerprint>, delivery: Delivery) {
        let mut deliveries = self.newest_first.lock().unwrap_or_else(PoisonError::into_inner);
        deliveries.truncate(REMEMBERED - 1);
        deliveries.push_front((domain, delivery));
    }

    /// One of the newest deliveries, drawn at random: to the same domain if there were any.
    pub(super) fn draw(&self, domain: Option<Fingerprint>) -> Result<Delivery, getrandom::Error> {
        let deliveries = self.newest_first.lock().unwrap_or_else(PoisonError::into_inner);
        let of_domain = deliveries.iter().filter(|(to, _)| *to == domain).take(DRAWN_FROM);
        let mut candidates: Vec<Delivery> = of_domain.map(|(_, delivery)| *delivery).collect();
        if candidates.is_empty() {
            candidates = deliveries.iter().take(DRAWN_FROM).map(|(_, delivery)| *delivery).collect();
        }
        drop(deliveries);
        if candidates.is_empty() {
            return Ok(self.assumed);
        }
        // With at most sixteen candidates the remainder prefers none noticeably.
        let drawn = getrandom::u32()? as usize % candidates.len();
        Ok(candidates[drawn])
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn delivery(milliseconds: u64) -> Delivery {
        Delivery { took: Duration::from_millis(milliseconds), succeeded: true }
    }

    #[test]
    fn a_stand_in_is_like_the_newest_deliveries_to_its_domain() {
        let (slow, fast) = (Some([1; 32]), Some([2; 32]));
        let recent = RecentDeliveries::new(Duration::from_millis(7));
        assert_eq!(recent.draw(slow).unwrap(), delivery(7));
        recent.record(fast, delivery(10));
        assert_eq!(recent.draw(slow).unwrap(), delivery(10), "another domain's is better than none");
        recent.record(slow, Delivery { took: Duration::from_secs(3), succeeded: false });
        for _ in 0..50 {
            assert_eq!(recent.draw(slow).unwrap().took, Duration::from_secs(3));
            assert!(!recent.draw(slow).unwrap().succeeded);
            assert_eq!(recent.draw(fast).unwrap(), delivery(10));
        }
        for _ in 0..DRAWN_FROM {
            recent.record(slow, delivery(20));
        }
        assert_eq!(recent.draw(slow).unwrap(), delivery(20), "an old one is forgotten");
        for _ in 0..2 * REMEMBERED {
            recent.record(fast, delivery(10));
        }
        assert_eq!(recent.newest_first.lock().unwrap().len(), REMEMBERED);
    }
}
