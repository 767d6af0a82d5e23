//! Where a link waits between arriving and being read: one place, filled by anybody, emptied by the app.
//!
//! A link may come before there is a window (it started the app), while the person types, or twice in a row. The
//! inbox keeps the latest, hands it out exactly once, and remembers that it pushed an earlier one out.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
#[cfg(not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")))]
use std::time::Duration;

use latchkey_core::link::IncomingLink;
use tokio::sync::Notify;

/// Whether [`LinkInbox::put`] pushed out a link that nobody had read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replaced(pub bool);

/// A handle to one inbox; clones share it. Works from any thread, with or without a runtime.
#[derive(Debug, Clone, Default)]
pub struct LinkInbox {
    shared: Arc<Shared>,
}

impl PartialEq for LinkInbox {
    /// Two are equal that share their link.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }
}

#[derive(Debug, Default)]
struct Shared {
    slot: Mutex<Slot>,
    filled: Notify,
    settled: Condvar,
}

#[derive(Debug, Default)]
struct Slot {
    waiting: Option<(IncomingLink, Receipt)>,
    is_closed: bool,
}

/// What became of a link that another process has handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The app has it, or a newer one.
    Taken,
    /// The app closes, or did not come to take it. It is not in the inbox any more.
    Refused,
}

/// Tells the outcome once there is one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Receipt(Arc<OnceLock<Outcome>>);

impl Receipt {
    fn settle(&self, outcome: Outcome) {
        // The first outcome counts.
        let _ = self.0.set(outcome);
    }
}

impl LinkInbox {
    /// An empty inbox.
    pub fn new() -> Self {
        Self::default()
    }

    /// Leaves a link; the later one wins. Does not block.
    pub fn put(&self, link: IncomingLink) -> Replaced {
        self.put_with(link, Receipt::default())
    }

    /// Leaves a link whose sender wants to know whether it was taken.
    #[cfg_attr(any(target_arch = "wasm32", target_os = "android", target_os = "ios"), allow(dead_code))]
    pub(crate) fn hand_over(&self, link: IncomingLink) -> Receipt {
        let receipt = Receipt::default();
        self.put_with(link, receipt.clone());
        receipt
    }

    fn put_with(&self, link: IncomingLink, receipt: Receipt) -> Replaced {
        let mut slot = self.slot();
        if slot.is_closed {
            receipt.settle(Outcome::Refused);
            return Replaced(false);
        }
        let earlier = slot.waiting.take();
        if let Some((_, receipt)) = &earlier {
            receipt.settle(Outcome::Taken);
        }
        slot.waiting = Some((link.replacing(earlier.is_some()), receipt));
        drop(slot);
        self.shared.settled.notify_all();
        self.shared.filled.notify_one();
        Replaced(earlier.is_some())
    }

    /// Takes no more links, and gives the one that waits back to whoever handed it over: the window is about to close.
    pub fn close(&self) {
        let mut slot = self.slot();
        slot.is_closed = true;
        if let Some((_, receipt)) = slot.waiting.take() {
            receipt.settle(Outcome::Refused);
        }
        drop(slot);
        self.shared.settled.notify_all();
    }

    /// Takes the link, if there is one.
    pub fn try_take(&self) -> Option<IncomingLink> {
        let (link, receipt) = self.slot().waiting.take()?;
        receipt.settle(Outcome::Taken);
        self.shared.settled.notify_all();
        Some(link)
    }

    /// Waits for a link and takes it. Each link goes to one caller only; dropping the future loses none.
    pub async fn take(&self) -> IncomingLink {
        loop {
            // A permit left by `put` makes the next `notified` return at once, so looking first loses no wake-up.
            if let Some(link) = self.try_take() {
                return link;
            }
            self.shared.filled.notified().await;
        }
    }

    fn slot(&self) -> MutexGuard<'_, Slot> {
        // The lock is held for a move only; a panic elsewhere in its holder cannot leave the slot half written.
        self.shared.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// For senders in other processes. These block.
#[cfg(not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")))]
impl LinkInbox {
    /// What became of a link, if that is known within `limit`.
    pub(crate) fn outcome(&self, receipt: &Receipt, limit: Duration) -> Option<Outcome> {
        let is_open = |_: &mut Slot| receipt.0.get().is_none();
        let waited = self.shared.settled.wait_timeout_while(self.slot(), limit, is_open);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
        receipt.0.get().copied()
    }

    /// Takes a link back. Answers [`Outcome::Taken`] if it was taken before.
    pub(crate) fn withdraw(&self, receipt: &Receipt) -> Outcome {
        let mut slot = self.slot();
        if slot.waiting.as_ref().is_some_and(|(_, waiting)| Arc::ptr_eq(&waiting.0, &receipt.0)) {
            slot.waiting = None;
        }
        receipt.settle(Outcome::Refused);
        drop(slot);
        self.shared.settled.notify_all();
        receipt.0.get().copied().unwrap_or(Outcome::Refused)
    }

    /// Asks whether somebody is at home, without a link.
    pub(crate) fn knock(&self) -> Receipt {
        let receipt = Receipt::default();
        receipt.settle(if self.slot().is_closed { Outcome::Refused } else { Outcome::Taken });
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
    fn a_link_that_came_before_the_reader_is_found() {
        let inbox = LinkInbox::new();
        assert_eq!(inbox.put(IncomingLink::new("cold")), Replaced(false));
        let link = block_on(inbox.take());
        assert_eq!((link.expose(), link.replaced_another()), ("cold", false));
        assert!(inbox.try_take().is_none());
    }

    #[test]
    fn a_waiting_reader_is_woken_from_a_plain_thread() {
        let inbox = LinkInbox::new();
        let reader = thread::spawn({
            let inbox = inbox.clone();
            move || block_on(inbox.take()).expose().to_owned()
        });
        inbox.put(IncomingLink::new("warm"));
        assert_eq!(reader.join().unwrap(), "warm");
    }

    #[test]
    fn the_later_of_two_links_wins_and_says_so_once() {
        let inbox = LinkInbox::new();
        inbox.put(IncomingLink::new("first"));
        assert_eq!(inbox.put(IncomingLink::new("second")), Replaced(true));
        let link = block_on(inbox.take());
        assert_eq!((link.expose(), link.replaced_another()), ("second", true));
        inbox.put(link);
        assert!(!block_on(inbox.take()).replaced_another());
    }

    #[test]
    fn a_reader_that_gave_up_leaves_the_link_to_the_next() {
        let inbox = LinkInbox::new();
        block_on(async {
            let mut gave_up = Box::pin(inbox.take());
            assert!(futures_ready(&mut gave_up).await.is_none());
            inbox.put(IncomingLink::new("kept"));
            drop(gave_up);
            assert_eq!(inbox.take().await.expose(), "kept");
        });
    }

    /// Polls once.
    async fn futures_ready<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
        tokio::select! { biased; out = future => Some(out), () = std::future::ready(()) => None }
    }

    #[test]
    fn eight_threads_take_every_link_exactly_once() {
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
    fn eight_waiting_tasks_share_the_links_without_losing_one() {
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
    fn a_closed_inbox_gives_nothing_out_and_keeps_nothing() {
        let inbox = LinkInbox::new();
        inbox.put(IncomingLink::new("waiting"));
        inbox.close();
        assert!(inbox.try_take().is_none());
        assert_eq!(inbox.put(IncomingLink::new("too late")), Replaced(false));
        assert!(inbox.try_take().is_none());
    }

    #[test]
    fn nothing_of_a_link_shows_in_debug() {
        let inbox = LinkInbox::new();
        inbox.put(IncomingLink::new("latchkey://reset-password?token=canary"));
        assert!(!format!("{inbox:?}").contains("canary"));
    }
}
