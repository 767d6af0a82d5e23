//! The emails that this process has claimed.

use std::collections::{HashSet, VecDeque};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{MutexGuard, PoisonError};

use tokio::sync::Mutex;

use super::mail_queue::MailQueue;
use crate::domain::clock::Clock;
use crate::internal_error::InternalError;
use crate::store::{QueuedMail, Store};

/// One attempt to send an email: the id of the email, and the number of attempts before. A postponed email can be due again
/// before the worker that postponed it has finished, so the id alone does not name what a worker is doing.
type AttemptKey = (i64, i64);

/// Emails that are claimed in the database by this process.
#[derive(Default)]
pub(super) struct Claims {
    /// Those that no worker has begun yet.
    mails: Mutex<VecDeque<QueuedMail>>,
    /// Workers that wait for the lock. Each takes one email, so none is left when all have had it.
    waiting: AtomicUsize,
    /// The attempts that are not finished, with those that no worker has begun.
    unfinished: std::sync::Mutex<HashSet<AttemptKey>>,
}

impl Claims {
    /// The next due email to a domain that is below its limit. Whoever has the lock claims emails for all workers that wait
    /// for it. The lock is held meanwhile, so that two workers cannot both take the last place of a domain.
    ///
    /// The caller passes the email to [`finish`](Self::finish) afterwards.
    pub(super) async fn next(
        &self,
        store: &Store,
        clock: &dyn Clock,
        mail_queue: &MailQueue,
    ) -> Result<Option<QueuedMail>, InternalError> {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        let mut claimed = self.mails.lock().await;
        let waiting = self.waiting.fetch_sub(1, Ordering::Relaxed);
        while claimed.is_empty() {
            let busy_domains = mail_queue.busy_domains().clone();
            // Read before the claim, which may still see an email that another worker closes meanwhile.
            let unfinished = self.unfinished().clone();
            let mut mails = store.claim_mails(clock.now(), waiting, busy_domains).await?;
            if mails.len() == waiting {
                // There may be more email for the next idle worker.
                mail_queue.wake();
            }
            if mails.is_empty() {
                return Ok(None);
            }
            // If the clock jumps ahead, the claim of an email that is being sent ends too early. Another copy would replace
            // the code that is on its way.
            mails.retain(|mail| !unfinished.contains(&key(mail)) && self.unfinished().insert(key(mail)));
            let mut busy_domains = mail_queue.busy_domains();
            mails.iter().filter_map(QueuedMail::domain).for_each(|domain| busy_domains.enter(domain));
            drop(busy_domains);
            claimed.extend(mails);
        }
        Ok(claimed.pop_front())
    }

    /// Ends an attempt, after the email was closed or postponed.
    pub(super) fn finish(&self, mail: &QueuedMail, mail_queue: &MailQueue) {
        self.unfinished().remove(&key(mail));
        if let Some(domain) = &mail.domain() {
            mail_queue.busy_domains().leave(domain);
        }
    }

    fn unfinished(&self) -> MutexGuard<'_, HashSet<AttemptKey>> {
        self.unfinished.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn key(mail: &QueuedMail) -> AttemptKey {
    (mail.id, mail.attempts)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::clock::ManualClock;
    use crate::store::tests::{NOW, request, store};

    #[tokio::test]
    async fn postponed_email_can_be_claimed_before_its_last_attempt_is_finished() {
        let (store, clock) = (store().await, ManualClock::at(NOW));
        let (claims, mail_queue) = (Claims::default(), MailQueue::default());
        request(&store, "own", "flow", "ada", NOW).await;
        let first = claims.next(&store, &clock, &mail_queue).await.unwrap().unwrap();
        store.postpone_mail(first.id, NOW, NOW.plus(15)).await.unwrap();
        clock.advance(15);
        let second = claims.next(&store, &clock, &mail_queue).await.unwrap().unwrap();
        assert_eq!((second.id, second.attempts), (first.id, 1));
        claims.finish(&first, &mail_queue);
        // The claim of the second attempt has ended. It is still being sent, so nobody else begins it.
        clock.advance(15 * 60);
        assert!(claims.next(&store, &clock, &mail_queue).await.unwrap().is_none());
    }
}
