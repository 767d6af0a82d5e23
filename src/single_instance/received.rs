//! The forwarded links, until the app has taken them.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use latchkey_launcher::single_instance::{Message, MessageId};

use crate::link::{IncomingLink, LinkInbox, LinkOutcome, Receipt};

/// Maximum number of messages that are remembered. A retry comes within seconds.
const MAX_REMEMBERED: usize = 32;

/// The links of recent messages.
pub(super) struct ReceivedLinks {
    inbox: LinkInbox,
    recent: Mutex<VecDeque<(MessageId, Receipt)>>,
}

/// A forwarded link whose outcome is awaited.
pub(super) struct PendingLink {
    id: MessageId,
    receipt: Receipt,
}

impl ReceivedLinks {
    pub(super) fn new(inbox: LinkInbox) -> Self {
        Self { inbox, recent: Mutex::default() }
    }

    /// Puts the link into the inbox, unless the message is a retry.
    pub(super) fn put(&self, message: &Message) -> PendingLink {
        let mut recent = self.recent();
        let known = recent.iter().find(|(id, _)| *id == message.id).map(|(_, receipt)| receipt.clone());
        let receipt = known.unwrap_or_else(|| {
            let receipt = if message.link.is_empty() {
                self.inbox.receipt_without_link()
            } else {
                self.inbox.put_with_receipt(IncomingLink::new(message.link.as_str()))
            };
            recent.truncate(MAX_REMEMBERED - 1);
            recent.push_front((message.id, receipt.clone()));
            receipt
        });
        PendingLink { id: message.id, receipt }
    }

    /// Blocks until the outcome is known, at most for `limit`.
    pub(super) fn wait_for_outcome(&self, pending: &PendingLink, limit: Duration) -> Option<LinkOutcome> {
        self.inbox.wait_for_outcome(&pending.receipt, limit)
    }

    /// The outcome for a link that was taken, or a start without a link: refused if the app closes within `time`.
    pub(super) fn outcome_unless_closing(&self, time: Duration) -> LinkOutcome {
        if self.inbox.stays_open(time) { LinkOutcome::Taken } else { LinkOutcome::Refused }
    }

    /// Removes the link from the inbox, unless it was just taken.
    pub(super) fn remove(&self, pending: &PendingLink) -> LinkOutcome {
        let outcome = self.inbox.remove(&pending.receipt);
        if outcome == LinkOutcome::Refused {
            self.recent().retain(|(id, _)| *id != pending.id);
        }
        outcome
    }

    fn recent(&self) -> MutexGuard<'_, VecDeque<(MessageId, Receipt)>> {
        self.recent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use zeroize::Zeroizing;

    use super::*;

    fn message(link: &str) -> Message {
        Message { id: MessageId::random().unwrap(), link: Zeroizing::new(link.into()) }
    }

    const NOW: Duration = Duration::ZERO;

    #[test]
    fn link_counts_as_taken_only_when_the_app_has_it() {
        let inbox = LinkInbox::new();
        let received = ReceivedLinks::new(inbox.clone());
        let pending = received.put(&message("link"));
        assert_eq!(received.wait_for_outcome(&pending, NOW), None);
        inbox.try_take().unwrap();
        assert_eq!(received.wait_for_outcome(&pending, NOW), Some(LinkOutcome::Taken));
    }

    /// The response to the first message was lost.
    #[test]
    fn repeated_message_is_one_link() {
        let inbox = LinkInbox::new();
        let received = ReceivedLinks::new(inbox.clone());
        let message = message("link");
        let (first, again) = (received.put(&message), received.put(&message));
        assert!(!inbox.try_take().unwrap().replaced_another(), "a newer link was opened");
        for pending in [first, again, received.put(&message)] {
            assert_eq!(received.wait_for_outcome(&pending, NOW), Some(LinkOutcome::Taken));
        }
        assert!(inbox.try_take().is_none());
    }

    #[test]
    fn newer_link_completes_the_earlier_one() {
        let inbox = LinkInbox::new();
        let received = ReceivedLinks::new(inbox.clone());
        let (first, second) = (received.put(&message("first")), received.put(&message("second")));
        assert_eq!(received.wait_for_outcome(&first, NOW), Some(LinkOutcome::Taken));
        assert_eq!(received.wait_for_outcome(&second, NOW), None);
        assert!(inbox.try_take().unwrap().replaced_another());
    }

    #[test]
    fn closed_inbox_refuses_new_and_waiting_links() {
        let inbox = LinkInbox::new();
        let received = ReceivedLinks::new(inbox.clone());
        let waiting = received.put(&message("waiting"));
        inbox.close();
        for pending in [waiting, received.put(&message("too late")), received.put(&message(""))] {
            assert_eq!(received.wait_for_outcome(&pending, NOW), Some(LinkOutcome::Refused));
        }
        assert!(inbox.try_take().is_none());
    }

    #[test]
    fn taken_link_is_refused_if_the_app_closes_right_afterwards() {
        let inbox = LinkInbox::new();
        let received = ReceivedLinks::new(inbox.clone());
        let pending = received.put(&message("link"));
        inbox.try_take().unwrap();
        assert_eq!(received.wait_for_outcome(&pending, NOW), Some(LinkOutcome::Taken));
        std::thread::scope(|scope| {
            let outcome = scope.spawn(|| received.outcome_unless_closing(Duration::MAX));
            inbox.close();
            assert_eq!(outcome.join().unwrap(), LinkOutcome::Refused);
        });
    }

    #[test]
    fn taken_link_counts_if_the_app_stays_open() {
        let received = ReceivedLinks::new(LinkInbox::new());
        assert_eq!(received.outcome_unless_closing(Duration::from_millis(1)), LinkOutcome::Taken);
    }

    #[test]
    fn removed_link_can_be_forwarded_again() {
        let inbox = LinkInbox::new();
        let received = ReceivedLinks::new(inbox.clone());
        let message = message("link");
        let pending = received.put(&message);
        assert_eq!(received.remove(&pending), LinkOutcome::Refused);
        assert!(inbox.try_take().is_none());
        let pending = received.put(&message);
        inbox.try_take().unwrap();
        assert_eq!(received.remove(&pending), LinkOutcome::Taken, "it was already taken");
    }

    #[test]
    fn start_without_a_link_does_not_wait() {
        let received = ReceivedLinks::new(LinkInbox::new());
        let pending = received.put(&message(""));
        assert_eq!(received.wait_for_outcome(&pending, NOW), Some(LinkOutcome::Taken));
    }
}
