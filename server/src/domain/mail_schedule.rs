//! When recovery emails to one address are sent: rules without I/O.
//!
//! There are two kinds of schedules. The schedule of a client network and an address decides when an email is sent. The
//! schedule of a requester (a device, or a network if there is no challenge) determines the wait in the response.

use crate::domain::clock::UnixTime;

/// Intervals after the first email, the second, and so on, in units of `resend_after`. With a minute, the emails follow each
/// other after 1, 2, 5, 15 and 60 minutes, then twice a day.
const INTERVALS: [u32; 6] = [1, 2, 5, 15, 60, 720];
/// Maximum delay of an email, in seconds. An email that would be delayed for longer is skipped: the person has other emails
/// by then.
pub(crate) const MAX_DELAY: u32 = 15 * 60;
/// Time after its last email at which a schedule starts over, in seconds.
pub(crate) const SCHEDULE_RETENTION: u32 = 24 * 60 * 60;

// The limits for one address, from all networks together. One network alone never reaches them: the intervals give it at
// most five sending times in an hour and seven in a day, with one email at the first time and at most two at the others.

/// Maximum number of emails to one address in any hour. A network's first email of the hour is exempt.
const MAX_PER_HOUR: i64 = 12;
/// Maximum number of emails to one address in any 24 hours, except for a network's first email.
const MAX_PER_DAY: i64 = 24;
/// Maximum for a network's first email of the 24 hours. It is higher, so that a few networks cannot block a person in
/// another one.
const MAX_PER_DAY_WITH_FIRST_MAILS: i64 = 96;

/// The emails to one address in a period.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MailCounts {
    /// The number of emails requested from all networks.
    pub(crate) total: i64,
    /// The number of emails requested from the network of the request.
    pub(crate) of_network: i64,
}

/// Whether another email to an address is allowed after these emails of the last hour and of the last 24 hours.
pub(crate) fn address_allows_another(hour: MailCounts, day: MailCounts) -> bool {
    let hour_allows = hour.of_network == 0 || hour.total < MAX_PER_HOUR;
    let max_per_day = if day.of_network == 0 { MAX_PER_DAY_WITH_FIRST_MAILS } else { MAX_PER_DAY };
    hour_allows && day.total < max_per_day
}

/// The emails of one schedule so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MailSchedule {
    pub(crate) sent: i64,
    pub(crate) decided_at: i64,
    /// When the last email is due; in the future while that email is delayed.
    pub(crate) due_at: i64,
}

/// When the email of a request is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SendDecision {
    Now,
    /// The email is sent later, because it follows another one too soon.
    Delay(UnixTime),
    /// The email is sent together with another one, which is already delayed until this time.
    Join(UnixTime),
    /// The email is not sent. The next one is possible in `wait` seconds.
    Skip {
        wait: u64,
    },
}

impl MailSchedule {
    /// The schedule after its first email.
    fn first(now: UnixTime) -> Self {
        Self { sent: 1, decided_at: now.0, due_at: now.0 }
    }

    /// The stored schedule, unless its retention is over. Times in the future are corrected.
    fn current(stored: Option<Self>, now: UnixTime) -> Option<Self> {
        let stored = stored?;
        let due_at = UnixTime(stored.due_at).corrected(UnixTime(stored.decided_at), now);
        let expired = now.since(due_at) >= u64::from(SCHEDULE_RETENTION);
        (!expired).then_some(Self { due_at: due_at.0, decided_at: stored.decided_at.min(now.0), ..stored })
    }

    /// When the next email may be sent.
    fn next_due(&self, resend_after: u32) -> UnixTime {
        let index = usize::try_from(self.sent - 1).unwrap_or(0).min(INTERVALS.len() - 1);
        UnixTime(self.due_at).plus(INTERVALS[index].saturating_mul(resend_after))
    }

    fn with_mail_at(&self, due_at: UnixTime, now: UnixTime) -> Self {
        Self { sent: self.sent + 1, decided_at: now.0, due_at: due_at.0 }
    }

    /// The schedule of a requester after a request, and the wait for the response, in seconds. A request during
    /// the wait does not extend it.
    pub(crate) fn for_requester(stored: Option<Self>, resend_after: u32, now: UnixTime) -> (Self, u64) {
        let schedule = match Self::current(stored, now) {
            None => Self::first(now),
            Some(schedule) if schedule.next_due(resend_after) <= now => schedule.with_mail_at(now, now),
            Some(schedule) => schedule,
        };
        (schedule, schedule.next_due(resend_after).since(now))
    }

    /// The decision about the email of a request from a network, and the network's schedule if the email is sent.
    pub(crate) fn for_network(
        stored: Option<Self>,
        resend_after: u32,
        now: UnixTime,
    ) -> (Self, SendDecision) {
        let Some(schedule) = Self::current(stored, now) else { return (Self::first(now), SendDecision::Now) };
        if schedule.due_at > now.0 {
            return (schedule, SendDecision::Join(UnixTime(schedule.due_at)));
        }
        let next = schedule.next_due(resend_after);
        let decision = match next.since(now) {
            0 => return (schedule.with_mail_at(now, now), SendDecision::Now),
            wait if wait <= u64::from(MAX_DELAY) => SendDecision::Delay(next),
            wait => SendDecision::Skip { wait },
        };
        (schedule.with_mail_at(next, now), decision)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: UnixTime = UnixTime(1_795_437_240);

    /// The minutes at which emails are sent if somebody requests one every minute.
    fn minutes_of_mails(minutes: u32) -> Vec<i64> {
        let (mut stored, mut due) = (None, Vec::new());
        for minute in 0..minutes {
            let now = START.plus(60 * minute);
            let (schedule, decision) = MailSchedule::for_network(stored, 60, now);
            match decision {
                SendDecision::Now => due.push(now),
                SendDecision::Delay(until) => due.push(until),
                SendDecision::Join(_) | SendDecision::Skip { .. } => continue,
            }
            stored = Some(schedule);
        }
        due.iter().map(|at| (at.0 - START.0) / 60).collect()
    }

    #[test]
    fn requests_of_a_whole_day_from_one_network_send_seven_mails() {
        assert_eq!(minutes_of_mails(24 * 60), [0, 1, 3, 8, 23, 83, 803]);
        let per_hour = minutes_of_mails(60).len();
        assert!(i64::try_from(per_hour).is_ok_and(|count| 2 * count < MAX_PER_HOUR));
    }

    #[test]
    fn first_mail_of_a_network_has_a_reserve() {
        /// Totals of the hour and the day, and how many of them are of the network.
        fn allows(total: (i64, i64), of_network: (i64, i64)) -> bool {
            address_allows_another(
                MailCounts { total: total.0, of_network: of_network.0 },
                MailCounts { total: total.1, of_network: of_network.1 },
            )
        }
        for of_network in [(0, 0), (0, 1), (1, 1)] {
            assert!(allows((11, 23), of_network));
        }
        assert!(!allows((12, 12), (1, 1)) && !allows((1, 24), (1, 1)));
        assert!(allows((23, 23), (0, 1)) && !allows((12, 24), (0, 1)), "first mail of an hour");
        assert!(allows((95, 95), (0, 0)) && !allows((0, 96), (0, 0)), "first mail of a day");
    }

    #[test]
    fn early_mail_is_delayed_once_and_skipped_beyond_the_maximum_delay() {
        let (first, decision) = MailSchedule::for_network(None, 60, START);
        assert_eq!(decision, SendDecision::Now);
        let (second, decision) = MailSchedule::for_network(Some(first), 60, START.plus(10));
        assert_eq!(decision, SendDecision::Delay(START.plus(60)));
        let (_, decision) = MailSchedule::for_network(Some(second), 60, START.plus(20));
        assert_eq!(decision, SendDecision::Join(START.plus(60)));
        let many = MailSchedule { sent: 5, ..first };
        let (_, decision) = MailSchedule::for_network(Some(many), 60, START);
        assert_eq!(decision, SendDecision::Skip { wait: 3600 });
    }

    #[test]
    fn requesters_wait_grows_with_mails_but_not_with_requests() {
        let mut stored = None;
        let mut request = |after: u32| {
            let (schedule, wait) = MailSchedule::for_requester(stored, 60, START.plus(after));
            stored = Some(schedule);
            wait
        };
        let waits = [0, 1, 59, 60, 61, 180].map(&mut request);
        assert_eq!(waits, [60, 59, 1, 120, 119, 300]);
        assert_eq!(request(180 + SCHEDULE_RETENTION), 60, "the schedule starts over after a day");
    }

    #[test]
    fn schedule_recorded_in_the_future_delays_no_mail() {
        let ahead = MailSchedule { sent: 1, decided_at: START.0 + 100_000, due_at: START.0 + 100_000 };
        let (_, decision) = MailSchedule::for_network(Some(ahead), 60, START);
        assert_eq!(decision, SendDecision::Delay(START.plus(60)));
        let (_, wait) = MailSchedule::for_requester(Some(ahead), 60, START);
        assert_eq!(wait, 60);
    }

    #[test]
    fn every_mail_is_sent_at_once_without_an_interval() {
        let many = MailSchedule { sent: 900, decided_at: START.0, due_at: START.0 };
        assert_eq!(MailSchedule::for_network(Some(many), 0, START).1, SendDecision::Now);
    }
}
