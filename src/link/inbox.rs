//! A slot for the incoming link, from its arrival until the app takes it.
//!
//! A link can arrive before there is a window (it started the app), while the person types, or twice in a row. The
//! inbox keeps the latest link, returns it exactly once, and records whether it replaced an earlier one.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
#[cfg(not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")))]
use std::time::Duration;

use latchkey_core::link::IncomingLink;
use tokio::sync::Notify;

/// Whether [`LinkInbox::put`] replaced a link that was not taken yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replaced(pub bool);

/// A handle to one inbox; clones share it. Works from any thread, with or without a runtime.
#[derive(Debug, Clone, Default)]
pub struct LinkInbox {
    shared: Arc<Shared>,
}

impl PartialEq for LinkInbox {
    /// Two handles are equal if they share one inbox.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }
}

#[derive(Debug, Default)]
struct Shared {
    slot: Mutex<Slot>,
    filled: Notify,
    completed: Condvar,
}

#[derive(Debug, Default)]
struct Slot {
    waiting: Option<(IncomingLink, Receipt)>,
    is_closed: bool,
}

/// The outcome of a forwarded link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkOutcome {
    /// The app took it, or a newer link replaced it.
    Taken,
    /// The app is closing, or did not take it in time. The link is no longer in the inbox.
    Refused,
}

/// Holds the outcome of a forwarded link, once there is one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Receipt(Arc<OnceLock<LinkOutcome>>);

impl Receipt {
    fn complete(&self, outcome: LinkOutcome) {
        // The first outcome counts.
        let _ = self.0.set(outcome);
    }
}

impl LinkInbox {
    /// An empty inbox.
    pub fn new() -> Self {
        Self::default()
    }

    /// Stores a link and replaces an earlier one. Does not block.
    pub fn put(&self, link: IncomingLink) -> Replaced {
        self.store(link, Receipt::default())
    }

    /// Stores a link. The receipt reports whether it was taken.
    #[cfg_attr(any(target_arch = "wasm32", target_os = "android", target_os = "ios"), allow(dead_code))]
    pub(crate) fn put_with_receipt(&self, link: IncomingLink) -> Receipt {
        let receipt = Receipt::default();
        self.store(link, receipt.clone());
        receipt
    }

    fn store(&self, link: IncomingLink, receipt: Receipt) -> Replaced {
        let mut slot = self.slot();
        if slot.is_closed {
            receipt.complete(LinkOutcome::Refused);
            return Replaced(false);
        }
        let earlier = slot.waiting.take();
        if let Some((_, receipt)) = &earlier {
            receipt.complete(LinkOutcome::Taken);
        }
        slot.waiting = Some((link.with_replaced_another(earlier.is_some()), receipt));
        drop(slot);
        self.shared.completed.notify_all();
        self.shared.filled.notify_one();
        Replaced(earlier.is_some())
    }

    /// Closes the inbox because the window is about to close. The stored link and all later ones are refused.
    pub fn close(&self) {
        let mut slot = self.slot();
        slot.is_closed = true;
        if let Some((_, receipt)) = slot.waiting.take() {
            receipt.complete(LinkOutcome::Refused);
        }
        drop(slot);
        self.shared.completed.notify_all();
    }

    /// Takes the stored link, if any.
    pub fn try_take(&self) -> Option<IncomingLink> {
        let (link, receipt) = self.slot().waiting.take()?;
        receipt.complete(LinkOutcome::Taken);
        self.shared.completed.notify_all();
        Some(link)
    }

    /// Waits for a link and takes it. Each link goes to one caller only; dropping the future loses none.
    pub async fn take(&self) -> IncomingLink {
        loop {
            // `notify_one` stores a permit, so a link that arrives after this check still wakes the next `notified`.
            if let Some(link) = self.try_take() {
                return link;
            }
            self.shared.filled.notified().await;
        }
    }

    fn slot(&self) -> MutexGuard<'_, Slot> {
        // No code that holds the lock can panic halfway through a change, so a poisoned slot is still valid.
        self.shared.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The queue for links from other processes.
#[cfg(not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")))]
impl LinkInbox {
    /// Blocks until the outcome of a link is known, at most for `limit`.
    pub(crate) fn wait_for_outcome(&self, receipt: &Receipt, limit: Duration) -> Option<LinkOutcome> {
        let is_open = |_: &mut Slot| receipt.0.get().is_none();
        let waited = self.shared.completed.wait_timeout_while(self.slot(), limit, is_open);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
        receipt.0.get().copied()
    }

    /// Removes a link. Returns [`LinkOutcome::Taken`] if the app has already taken it.
    pub(crate) fn remove(&self, receipt: &Receipt) -> LinkOutcome {
        let mut slot = self.slot();
        if slot.waiting.as_ref().is_some_and(|(_, waiting)| Arc::ptr_eq(&waiting.0, &receipt.0)) {
            slot.waiting = None;
        }
        receipt.complete(LinkOutcome::Refused);
        drop(slot);
        self.shared.completed.notify_all();
        receipt.0.get().copied().unwrap_or(LinkOutcome::Refused)
    }

    /// Whether the inbox stays open for this long.
    pub(crate) fn stays_open(&self, time: Duration) -> bool {
        let waited = self.shared.completed.wait_timeout_while(self.slot(), time, |slot| !slot.is_closed);
        !waited.unwrap_or_else(PoisonError::into_inner).0.is_closed
    }

    /// A receipt without a link: [`LinkOutcome::Taken`] if the inbox is open.
    pub(crate) fn receipt_without_link(&self) -> Receipt {
        let receipt = Receipt::default();
        receipt.complete(if self.slot().is_closed { LinkOutcome::Refused } else { LinkOutcome::Taken });
        receipt
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Barrier;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use tokio::runtime::Builder;

    use super::*;

    fn block_on<T>(future: impl Future<Output = T>) -> T {
        Builder::new_current_thread().build().unwrap().block_on(future)
    }

    #[test]
    fn link_that_arrives_before_the_reader_is_taken() {
        let inbox = LinkInbox::new();
        assert_eq!(inbox.put(IncomingLink::new("cold")), Replaced(false));
        let link = block_on(inbox.take());
        assert_eq!((link.expose(), link.replaced_another()), ("cold", false));
        assert!(inbox.try_take().is_none());
    }

    #[test]
    fn waiting_reader_is_woken_from_a_thread_without_a_runtime() {
        let inbox = LinkInbox::new();
        let reader = thread::spawn({
            let inbox = inbox.clone();
            move || block_on(inbox.take()).expose().to_owned()
        });
        inbox.put(IncomingLink::new("warm"));
        assert_eq!(reader.join().unwrap(), "warm");
    }

    #[test]
    fn later_link_replaces_an_earlier_one_and_reports_it_once() {
        let inbox = LinkInbox::new();
        inbox.put(IncomingLink::new("first"));
        assert_eq!(inbox.put(IncomingLink::new("second")), Replaced(true));
        let link = block_on(inbox.take());
        assert_eq!((link.expose(), link.replaced_another()), ("second", true));
        inbox.put(link);
        assert!(!block_on(inbox.take()).replaced_another());
    }

    #[test]
    fn cancelled_reader_loses_no_link() {
        let inbox = LinkInbox::new();
        block_on(async {
            let mut cancelled = Box::pin(inbox.take());
            assert!(poll_once(&mut cancelled).await.is_none());
            inbox.put(IncomingLink::new("kept"));
            drop(cancelled);
            assert_eq!(inbox.take().await.expose(), "kept");
        });
    }

    async fn poll_once<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
        tokio::select! { biased; out = future => Some(out), () = std::future::ready(()) => None }
    }

    #[test]
    fn each_link_is_taken_by_exactly_one_of_eight_threads() {
        const ROUNDS: usize = 200;
        let inbox = LinkInbox::new();
        let taken = AtomicUsize::new(0);
        let (start, end) = (Barrier::new(9), Barrier::new(9));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..ROUNDS {
                        start.wait();
                        taken.fetch_add(inbox.try_take().iter().count(), Ordering::SeqCst);
                        end.wait();
                    }
                });
            }
            for round in 1..=ROUNDS {
                inbox.put(IncomingLink::new("once"));
                start.wait();
                end.wait();
                assert_eq!(taken.load(Ordering::SeqCst), round);
            }
        });
    }

    #[test]
    fn no_link_is_lost_with_eight_waiting_tasks() {
        let runtime = Builder::new_multi_thread().worker_threads(4).build().unwrap();
        let inbox = LinkInbox::new();
        let (sender, receiver) = std::sync::mpsc::channel();
        for _ in 0..8 {
            let (inbox, sender) = (inbox.clone(), sender.clone());
            runtime.spawn(async move {
                loop {
                    sender.send(inbox.take().await.expose().to_owned()).unwrap();
                }
            });
        }
        for number in 0..200 {
            inbox.put(IncomingLink::new(number.to_string()));
            assert_eq!(receiver.recv().unwrap(), number.to_string());
        }
        assert!(receiver.try_recv().is_err());
    }

    #[test]
    fn closed_inbox_returns_no_links() {
        let inbox = LinkInbox::new();
        inbox.put(IncomingLink::new("waiting"));
        inbox.close();
        assert!(inbox.try_take().is_none());
        assert_eq!(inbox.put(IncomingLink::new("too late")), Replaced(false));
        assert!(inbox.try_take().is_none());
    }

    #[test]
    fn debug_output_contains_no_link() {
        let inbox = LinkInbox::new();
        inbox.put(IncomingLink::new("latchkey://reset-password?token=canary"));
        assert!(!format!("{inbox:?}").contains("canary"));
    }
}
