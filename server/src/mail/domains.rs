//! How many mails may be under way to one recipient domain at the same time.

use std::collections::HashMap;

use crate::secrets::Fingerprint;

/// How many workers one process has.
pub(super) const WORKERS: usize = 16;
/// How many of them may be at mails to one domain. A slow domain leaves the others to the rest.
const WORKERS_PER_DOMAIN: usize = 4;
/// A worker that looks for mail is busy with none, so at most this many domains have all that they may have.
pub(crate) const MAX_FULL_DOMAINS: usize = (WORKERS - 1) / WORKERS_PER_DOMAIN;

/// The domains that workers of this process are sending to.
#[derive(Default)]
pub(super) struct BusyDomains(HashMap<Fingerprint, usize>);

impl BusyDomains {
    /// Those that no further worker may take a mail of.
    pub(super) fn full(&self) -> Vec<Fingerprint> {
        let full = self.0.iter().filter(|(_, workers)| **workers >= WORKERS_PER_DOMAIN);
        full.map(|(domain, _)| *domain).collect()
    }

    /// A worker begins with a mail to this domain.
    pub(super) fn enter(&mut self, domain: Fingerprint) {
        *self.0.entry(domain).or_default() += 1;
    }

    /// A worker is done with a mail to this domain.
    pub(super) fn leave(&mut self, domain: &Fingerprint) {
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
    fn a_domain_is_full_at_its_share_and_free_below_it() {
        let (slow, other) = ([1; 32], [2; 32]);
        let mut busy = BusyDomains::default();
        for _ in 0..WORKERS_PER_DOMAIN {
            assert!(busy.full().is_empty());
            busy.enter(slow);
        }
        busy.enter(other);
        assert_eq!(busy.full(), [slow]);
        busy.leave(&slow);
        assert!(busy.full().is_empty());
        for _ in 1..WORKERS_PER_DOMAIN {
            busy.leave(&slow);
        }
        busy.leave(&other);
        assert!(busy.0.is_empty(), "nothing is kept of domains that nobody sends to");
    }
}
