//! Wakes idle workers when an email is queued.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::crypto::secrets::Sha256Hash;
use crate::domain::busy_domains::BusyDomains;

/// Connects those who queue emails with the workers of this process.
#[derive(Clone, Default)]
pub(crate) struct MailQueue {
    notify: Arc<Notify>,
    busy_domains: Arc<Mutex<BusyDomains>>,
}

impl MailQueue {
    /// Wakes an idle worker for an email to this domain that is stored. If the domain is at its limit, no worker could claim
    /// the email now. The one that leaves the domain next looks for further email anyway.
    pub(crate) fn wake_for(&self, domain: &Sha256Hash) {
        if !self.busy_domains().is_full(domain) {
            self.wake();
        }
    }

    /// Wakes an idle worker.
    pub(crate) fn wake(&self) {
        self.notify.notify_one();
    }

    /// Waits until an idle worker is to look for email.
    pub(super) async fn woken(&self) {
        self.notify.notified().await;
    }

    /// The domains to which this process is sending.
    pub(super) fn busy_domains(&self) -> MutexGuard<'_, BusyDomains> {
        self.busy_domains.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    #[test]
    fn mail_to_a_full_domain_wakes_no_worker() {
        let (slow, other) = ([1; 32], [2; 32]);
        let queue = MailQueue::default();
        let is_woken = || queue.woken().now_or_never().is_some();
        while !queue.busy_domains().is_full(&slow) {
            queue.wake_for(&slow);
            assert!(is_woken());
            queue.busy_domains().enter(slow);
        }
        queue.wake_for(&slow);
        assert!(!is_woken());
        queue.wake_for(&other);
        assert!(is_woken());
        queue.busy_domains().leave(&slow);
        queue.wake_for(&slow);
        assert!(is_woken());
    }
}
