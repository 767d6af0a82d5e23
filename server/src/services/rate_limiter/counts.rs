//! The requests of each network in one window, of which a few are not stored yet.
//!
//! Storing every request would cost a write to the disk for each, also for a wrong token. So a small part of a quota is
//! counted in memory first and stored a moment later.

use std::collections::HashMap;

use ipnet::IpNet;

/// Maximum number of networks that are counted in memory, which takes a few megabytes. Beyond that, each request of a new
/// network is stored at once.
pub(super) const MAX_NETWORKS: usize = 50_000;
/// A process counts the quota divided by this number without having stored it. Each further process that shares the database
/// can exceed the quota by so much, and a process that is killed loses so much. Small quotas are stored with each request.
const UNSTORED_QUOTA_DIVISOR: i64 = 32;

/// What to do with a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Decision {
    /// The request is within the quota, and is stored later.
    Accept,
    /// The quota is exhausted.
    Reject,
    /// This number of requests, with the current one, must be stored first. Their new total decides.
    Store(i64),
}

/// The requests of one network.
#[derive(Default)]
struct Count {
    /// The total in the database when it was last written, with the requests that other processes counted.
    stored: i64,
    /// Requests that are being stored.
    storing: i64,
    /// Requests that are only counted here.
    pending: i64,
}

/// The requests of all networks in one window.
#[derive(Default)]
pub(super) struct Counts {
    networks: HashMap<IpNet, Count>,
    /// The networks with pending requests; each was pushed by its first one.
    unstored: Vec<IpNet>,
}

impl Counts {
    /// Counts a request of `network`.
    pub(super) fn add(&mut self, network: IpNet, quota: i64) -> Decision {
        if !self.networks.contains_key(&network) && self.networks.len() >= MAX_NETWORKS {
            return Decision::Store(1);
        }
        let count = self.networks.entry(network).or_default();
        if count.stored >= quota {
            return Decision::Reject;
        }
        let unstored = count.storing + count.pending;
        if unstored < quota / UNSTORED_QUOTA_DIVISOR && count.stored + unstored < quota {
            if count.pending == 0 {
                self.unstored.push(network);
            }
            count.pending += 1;
            return Decision::Accept;
        }
        let requests = count.pending + 1;
        count.pending = 0;
        count.storing += requests;
        Decision::Store(requests)
    }

    /// Takes all pending requests. Each must be passed to [`record_stored`](Self::record_stored) or
    /// [`record_not_stored`](Self::record_not_stored).
    pub(super) fn take_pending(&mut self) -> Vec<(IpNet, i64)> {
        let mut taken = Vec::new();
        for network in std::mem::take(&mut self.unstored) {
            let Some(count) = self.networks.get_mut(&network).filter(|count| count.pending > 0) else {
                continue;
            };
            taken.push((network, count.pending));
            count.storing += std::mem::take(&mut count.pending);
        }
        taken
    }

    /// Records that `requests` of `network` were stored, with the new total of all processes.
    pub(super) fn record_stored(&mut self, network: IpNet, requests: i64, total: i64) {
        let Some(count) = self.networks.get_mut(&network) else { return };
        count.storing -= requests;
        count.stored = count.stored.max(total);
    }

    /// Records that `requests` of `network` could not be stored. `accepted` of them were accepted, and stay counted.
    pub(super) fn record_not_stored(&mut self, network: IpNet, requests: i64, accepted: i64) {
        let Some(count) = self.networks.get_mut(&network) else { return };
        count.storing -= requests;
        if count.pending == 0 && accepted > 0 {
            self.unstored.push(network);
        }
        count.pending += accepted;
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const QUOTA: i64 = 320;

    fn network() -> IpNet {
        "192.0.2.1/32".parse().unwrap()
    }

    #[test]
    fn a_part_of_the_quota_is_counted_before_it_is_stored() {
        let mut counts = Counts::default();
        for _ in 0..10 {
            assert_eq!(counts.add(network(), QUOTA), Decision::Accept);
        }
        assert_eq!(counts.add(network(), QUOTA), Decision::Store(11));
        assert_eq!(counts.take_pending(), []);
        // Another process has used up most of the quota.
        counts.record_stored(network(), 11, QUOTA - 3);
        for _ in 0..3 {
            assert_eq!(counts.add(network(), QUOTA), Decision::Accept);
        }
        assert_eq!(counts.add(network(), QUOTA), Decision::Store(4));
        counts.record_stored(network(), 4, QUOTA + 1);
        assert_eq!(counts.add(network(), QUOTA), Decision::Reject);
    }

    #[test]
    fn every_request_of_a_small_quota_is_stored() {
        let mut counts = Counts::default();
        for total in 1..=31 {
            assert_eq!(counts.add(network(), 31), Decision::Store(1));
            counts.record_stored(network(), 1, total);
        }
        assert_eq!(counts.add(network(), 31), Decision::Reject);
    }

    #[test]
    fn requests_that_cannot_be_stored_stay_counted() {
        let mut counts = Counts::default();
        for _ in 0..2 {
            assert_eq!(counts.add(network(), QUOTA), Decision::Accept);
        }
        assert_eq!(counts.take_pending(), [(network(), 2)]);
        counts.record_not_stored(network(), 2, 2);
        assert_eq!(counts.add(network(), QUOTA), Decision::Accept);
        assert_eq!(counts.take_pending(), [(network(), 3)]);
        counts.record_stored(network(), 3, 3);
        assert_eq!(counts.take_pending(), []);
    }
}
