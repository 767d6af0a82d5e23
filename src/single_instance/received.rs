//! The links from later starts, until the app has taken them.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::message::{HandOverId, Message};
use crate::link::{IncomingLink, LinkInbox, Outcome, Receipt};

/// Maximum number of hand-overs that are remembered. A retry comes within seconds.
const MAX_PENDING: usize = 32;

/// The recent hand-overs.
pub(super) struct Received {
    inbox: LinkInbox,
    recent: Mutex<VecDeque<(HandOverId, Receipt)>>,
}

/// A hand-over whose outcome is awaited.
pub(super) struct PendingLink {
    id: HandOverId,
    receipt: Receipt,
}

impl Received {
    pub(super) fn new(inbox: LinkInbox) -> Self {
        Self { inbox, recent: Mutex::default() }
    }

    /// Puts the link into the inbox, unless the message is a retry.
    pub(super) fn put(&self, message: &Message) -> PendingLink {
        let mut recent = self.recent();
        let known = recent.iter().find(|(id, _)| *id == message.id).map(|(_, receipt)| receipt.clone());
        let receipt = known.unwrap_or_else(|| {
            let receipt = if message.link.is_empty() {
                self.inbox.knock()
            } else {
                self.inbox.hand_over(IncomingLink::new(message.link.as_str()))
            };
            recent.truncate(MAX_PENDING - 1);
            recent.push_front((message.id, receipt.clone()));
            receipt
        });
        PendingLink { id: message.id, receipt }
    }

    /// The outcome, if it is known within `limit`.
    pub(super) fn outcome(&self, pending: &PendingLink, limit: Duration) -> Option<Outcome> {
        self.inbox.outcome(&pending.receipt, limit)
    }

    /// Removes the link from the inbox, unless it was just taken.
    pub(super) fn withdraw(&self, pending: &PendingLink) -> Outcome {
        let outcome = self.inbox.withdraw(&pending.receipt);
        if outcome == Outcome::Refused {
            self.recent().retain(|(id, _)| *id != pending.id);
        }
        outcome
    }

    fn recent(&self) -> MutexGuard<'_, VecDeque<(HandOverId, Receipt)>> {
        self.recent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use zeroize::Zeroizing;

    use super::*;

    fn message(link: &str) -> Message {
        Message { id: HandOverId::random().unwrap(), link: Zeroizing::new(link.into()) }
    }

    const NOW: Duration = Duration::ZERO;

    #[test]
    fn link_counts_as_taken_only_when_the_app_has_it() {
        let inbox = LinkInbox::new();
        let received = Received::new(inbox.clone());
        let pending = received.put(&message("link"));
        assert_eq!(received.outcome(&pending, NOW), None);
        inbox.try_take().unwrap();
        assert_eq!(received.outcome(&pending, NOW), Some(Outcome::Taken));
    }

    /// The response to the first message was lost.
    #[test]
    fn repeated_message_is_one_link() {
        let inbox = LinkInbox::new();
        let received = Received::new(inbox.clone());
        let message = message("link");
        let (first, again) = (received.put(&message), received.put(&message));
        assert!(!inbox.try_take().unwrap().replaced_another(), "a newer link was opened");
        for pending in [first, again, received.put(&message)] {
            assert_eq!(received.outcome(&pending, NOW), Some(Outcome::Taken));
        }
        assert!(inbox.try_take().is_none());
    }

    #[test]
    fn newer_link_completes_the_earlier_hand_over() {
        let inbox = LinkInbox::new();
        let received = Received::new(inbox.clone());
        let (first, second) = (received.put(&message("first")), received.put(&message("second")));
        assert_eq!(received.outcome(&first, NOW), Some(Outcome::Taken));
        assert_eq!(received.outcome(&second, NOW), None);
        assert!(inbox.try_take().unwrap().replaced_another());
    }

    #[test]
    fn closed_inbox_refuses_new_and_waiting_links() {
        let inbox = LinkInbox::new();
        let received = Received::new(inbox.clone());
        let waiting = received.put(&message("waiting"));
        inbox.close();
        for pending in [waiting, received.put(&message("too late")), received.put(&message(""))] {
            assert_eq!(received.outcome(&pending, NOW), Some(Outcome::Refused));
        }
        assert!(inbox.try_take().is_none());
    }

    #[test]
    fn withdrawn_link_can_be_handed_over_again() {
        let inbox = LinkInbox::new();
        let received = Received::new(inbox.clone());
        let message = message("link");
        let pending = received.put(&message);
        assert_eq!(received.withdraw(&pending), Outcome::Refused);
        assert!(inbox.try_take().is_none());
        let pending = received.put(&message);
        inbox.try_take().unwrap();
        assert_eq!(received.withdraw(&pending), Outcome::Taken, "it was already taken");
    }

    #[test]
    fn start_without_a_link_does_not_wait() {
        let received = Received::new(LinkInbox::new());
        let pending = received.put(&message(""));
        assert_eq!(received.outcome(&pending, NOW), Some(Outcome::Taken));
    }
}
