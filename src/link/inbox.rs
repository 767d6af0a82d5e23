//! Where a link waits between arriving and being read: one place, filled by anybody, emptied by the app.
//!
//! A link may come before there is a window (it started the app), while the person types, or twice in a row. The
//! inbox keeps the latest, hands it out exactly once, and remembers that it pushed an earlier one out.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use secrecy::{ExposeSecret as _, SecretString};
use tokio::sync::Notify;

/// A text that claims to be a recovery link, unread. It may hold a token, so it is wiped on drop and never shown.
#[derive(Clone)]
pub struct IncomingLink {
    text: SecretString,
    replaced_another: bool,
}

impl IncomingLink {
    /// Takes the text as it came from the command line, the other process or the system.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self { text: SecretString::from(text.into()), replaced_another: false }
    }

    /// The text, for [`RecoveryLink::parse`](super::RecoveryLink::parse) and nothing else.
    pub fn expose(&self) -> &str {
        self.text.expose_secret()
    }

    /// Whether it pushed out an earlier link that nobody had read yet, which the person should be told.
    pub fn replaced_another(&self) -> bool {
        self.replaced_another
    }
}

impl fmt::Debug for IncomingLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IncomingLink")
            .field("replaced_another", &self.replaced_another)
            .finish_non_exhaustive()
    }
}

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
    slot: Mutex<Option<IncomingLink>>,
    filled: Notify,
}

impl LinkInbox {
    /// An empty inbox.
    pub fn new() -> Self {
        Self::default()
    }

    /// Leaves a link; the later one wins. Does not block.
    pub fn put(&self, mut link: IncomingLink) -> Replaced {
        let replaced = {
            let mut slot = self.slot();
            let earlier = slot.take();
            link.replaced_another = earlier.is_some();
            *slot = Some(link);
            Replaced(earlier.is_some())
        };
        self.shared.filled.notify_one();
        replaced
    }

    /// Takes the link, if there is one.
    pub fn try_take(&self) -> Option<IncomingLink> {
        self.slot().take()
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

    fn slot(&self) -> MutexGuard<'_, Option<IncomingLink>> {
        // The lock is held for a move only; a panic elsewhere in its holder cannot leave the slot half written.
        self.shared.slot.lock().unwrap_or_else(PoisonError::into_inner)
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
    fn nothing_of_a_link_shows_in_debug() {
        let inbox = LinkInbox::new();
        inbox.put(IncomingLink::new("latchkey://reset-password?token=canary"));
        assert!(!format!("{inbox:?}").contains("canary"));
    }
}
