//! Limits the number of concurrent deliveries to one recipient domain.

use std::collections::HashMap;

use crate::crypto::secrets::Sha256Hash;

/// Number of workers per process that send email.
pub(crate) const MAIL_WORKERS: usize = 16;
/// Maximum number of workers for one domain, so that a slow domain does not block email to other domains.
pub(crate) const MAX_WORKERS_PER_DOMAIN: usize = 4;
/// Maximum number of domains that are at their limit while a worker is free.
pub(crate) const MAX_FULL_DOMAINS: usize = (MAIL_WORKERS - 1) / MAX_WORKERS_PER_DOMAIN;

/// The domains to which a process is sending, with their number of workers.
#[derive(Clone, Default)]
pub(crate) struct BusyDomains(HashMap<Sha256Hash, usize>);

impl BusyDomains {
    /// Whether this domain is at its limit.
    pub(crate) fn is_full(&self, domain: &Sha256Hash) -> bool {
        self.0.get(domain).is_some_and(|workers| *workers >= MAX_WORKERS_PER_DOMAIN)
    }

    /// Counts a worker that starts an email to this domain.
    pub(crate) fn enter(&mut self, domain: Sha256Hash) {
        *self.0.entry(domain).or_default() += 1;
    }

    /// Removes a worker that has finished an email to this domain.
    pub(crate) fn leave(&mut self, domain: &Sha256Hash) {
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
            assert!(!busy.is_full(&slow));
            busy.enter(slow);
        }
        busy.enter(other);
        assert!(busy.is_full(&slow) && !busy.is_full(&other));
        busy.leave(&slow);
        assert!(!busy.is_full(&slow));
        for _ in 1..MAX_WORKERS_PER_DOMAIN {
            busy.leave(&slow);
        }
        busy.leave(&other);
        assert!(busy.0.is_empty(), "domains without workers are removed");
    }
}
