//! The links that later starts have handed over, until the app has taken them.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::message::{HandOverId, Message};
use crate::link::{IncomingLink, LinkInbox, Outcome, Receipt};

/// How many hand-overs are kept in mind. One is asked about again within seconds or never.
const MAX_PENDING: usize = 32;

/// What was handed over lately.
pub(super) struct Received {
    inbox: LinkInbox,
    recent: Mutex<VecDeque<(HandOverId, Receipt)>>,
}

/// A hand-over that is waited for.
pub(super) struct Wait {
    id: HandOverId,
    receipt: Receipt,
}

impl Received {
    pub(super) fn new(inbox: LinkInbox) -> Self {
        Self { inbox, recent: Mutex::default() }
    }

    /// Puts the link into the inbox, unless this hand-over has done so before.
    pub(super) fn put(&self, message: &Message) -> Wait {
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
        Wait { id: message.id, receipt }
    }

    /// What has become of it, if that is known within `limit`.
    pub(super) fn outcome(&self, wait: &Wait, limit: Duration) -> Option<Outcome> {
        self.inbox.outcome(&wait.receipt, limit)
    }

    /// Takes the link back, unless it was taken at the last moment.
    pub(super) fn withdraw(&self, wait: &Wait) -> Outcome {
        let outcome = self.inbox.withdraw(&wait.receipt);
        if outcome == Outcome::Refused {
            self.recent().retain(|(id, _)| *id != wait.id);
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
    fn a_link_is_taken_when_the_app_has_it_and_not_before() {
        let inbox = LinkInbox::new();
        let received = Received::new(inbox.clone());
        let wait = received.put(&message("link"));
        assert_eq!(received.outcome(&wait, NOW), None);
        inbox.try_take().unwrap();
        assert_eq!(received.outcome(&wait, NOW), Some(Outcome::Taken));
    }

    /// The answer to the first came too late.
    #[test]
    fn the_same_hand_over_twice_is_one_link() {
        let inbox = LinkInbox::new();
        let received = Received::new(inbox.clone());
        let message = message("link");
        let (first, again) = (received.put(&message), received.put(&message));
        assert!(!inbox.try_take().unwrap().replaced_another(), "a newer link was opened");
        for wait in [first, again, received.put(&message)] {
            assert_eq!(received.outcome(&wait, NOW), Some(Outcome::Taken));
        }
        assert!(inbox.try_take().is_none());
    }

    #[test]
    fn a_newer_link_settles_the_earlier_one() {
        let inbox = LinkInbox::new();
        let received = Received::new(inbox.clone());
        let (first, second) = (received.put(&message("first")), received.put(&message("second")));
        assert_eq!(received.outcome(&first, NOW), Some(Outcome::Taken));
        assert_eq!(received.outcome(&second, NOW), None);
        assert!(inbox.try_take().unwrap().replaced_another());
    }

    #[test]
    fn a_window_that_closes_takes_no_link_and_gives_back_the_one_that_waits() {
        let inbox = LinkInbox::new();
        let received = Received::new(inbox.clone());
        let waiting = received.put(&message("waiting"));
        inbox.close();
        for wait in [waiting, received.put(&message("too late")), received.put(&message(""))] {
            assert_eq!(received.outcome(&wait, NOW), Some(Outcome::Refused));
        }
        assert!(inbox.try_take().is_none());
    }

    #[test]
    fn a_link_that_was_given_back_can_be_handed_over_again() {
        let inbox = LinkInbox::new();
        let received = Received::new(inbox.clone());
        let message = message("link");
        let wait = received.put(&message);
        assert_eq!(received.withdraw(&wait), Outcome::Refused);
        assert!(inbox.try_take().is_none());
        let wait = received.put(&message);
        inbox.try_take().unwrap();
        assert_eq!(received.withdraw(&wait), Outcome::Taken, "it was taken at the last moment");
    }

    #[test]
    fn a_start_without_a_link_waits_for_nothing() {
        let received = Received::new(LinkInbox::new());
        let wait = received.put(&message(""));
        assert_eq!(received.outcome(&wait, NOW), Some(Outcome::Taken));
    }
}
