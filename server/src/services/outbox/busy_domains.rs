//! Limits the number of concurrent deliveries to one recipient domain.

use std::collections::HashMap;

use crate::crypto::secrets::Sha256Hash;
use crate::store::MAX_EXCLUDED_DOMAINS;

/// Number of workers per process.
pub(super) const WORKERS: usize = 16;
/// Maximum number of workers for one domain, so that a slow domain does not block email to other domains.
const MAX_WORKERS_PER_DOMAIN: usize = 4;
/// The query for the next email must be able to exclude all domains that are at their limit. The worker that runs it sends
/// no email meanwhile.
const _: () = assert!((WORKERS - 1) / MAX_WORKERS_PER_DOMAIN <= MAX_EXCLUDED_DOMAINS);

/// The domains to which this process is sending, with their number of workers.
#[derive(Default)]
pub(super) struct BusyDomains(HashMap<Sha256Hash, usize>);

impl BusyDomains {
    /// The domains at their limit.
    pub(super) fn full(&self) -> Vec<Sha256Hash> {
        self.0.keys().filter(|domain| self.is_full(domain)).copied().collect()
    }

    /// Whether this domain is at its limit.
    pub(super) fn is_full(&self, domain: &Sha256Hash) -> bool {
        self.0.get(domain).is_some_and(|workers| *workers >= MAX_WORKERS_PER_DOMAIN)
    }

    /// Counts a worker that starts an email to this domain.
    pub(super) fn enter(&mut self, domain: Sha256Hash) {
        *self.0.entry(domain).or_default() += 1;
    }

    /// Removes a worker that has finished an email to this domain.
    pub(super) fn leave(&mut self, domain: &Sha256Hash) {
        let Some(workers) = self.0.get_mut(domain) else { return };
        *workers -= 1;
        if *workers == 0 {
            self.0.remove(domain);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domain_is_full_at_the_limit_of_its_workers() {
        let (slow, other) = ([1; 32], [2; 32]);
        let mut busy = BusyDomains::default();
        for _ in 0..MAX_WORKERS_PER_DOMAIN {
            assert!(busy.full().is_empty());
            busy.enter(slow);
        }
        busy.enter(other);
        assert_eq!(busy.full(), [slow]);
        busy.leave(&slow);
        assert!(busy.full().is_empty());
        for _ in 1..MAX_WORKERS_PER_DOMAIN {
            busy.leave(&slow);
        }
        busy.leave(&other);
        assert!(busy.0.is_empty(), "domains without workers are removed");
    }
}
