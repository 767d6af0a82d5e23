//! How far apart mails to one address are: rules without I/O.
//!
//! There are two schedules. That of a client network for an address decides when mail goes out; that of a requester
//! (a device, or a network where there is no challenge) is what the requester is told.

use crate::clock::UnixTime;

/// The wait after the first mail, the second, and so on, in units of `resend_after`: with a minute, one mail at once
/// and further ones after 1, 2, 5, 15 and 60 minutes; from then on two a day.
const DISTANCES: [u32; 6] = [1, 2, 5, 15, 60, 720];
/// A mail that is further away than this, in seconds, is left out: the person has others by then.
pub(crate) const MAX_DEFERRAL: u32 = 15 * 60;
/// A schedule is forgotten so long after its last mail, in seconds.
pub(crate) const FORGOTTEN_AFTER: u32 = 24 * 60 * 60;
/// Most mails to one address in an hour, and in a day, from all networks together. One network has at most five in an
/// hour and seven in a day, so it can never use them up.
pub(crate) const MAX_PER_HOUR: i64 = 12;
/// See [`MAX_PER_HOUR`].
pub(crate) const MAX_PER_DAY: i64 = 24;

/// The mails so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct MailSchedule {
    pub(crate) sent: i64,
    pub(crate) decided_at: i64,
    /// Of the last one; after now while it is put off.
    pub(crate) due_at: i64,
}

/// When the mail of a request goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    Now,
    /// Put off: it comes too soon after another.
    At(UnixTime),
    /// One is put off until then already; this one takes its place.
    InPlaceOfOne(UnixTime),
    /// Left out. The next is possible after so many seconds.
    LeftOut {
        wait: u64,
    },
}

impl MailSchedule {
    /// The first mail.
    fn first(now: UnixTime) -> Self {
        Self { sent: 1, decided_at: now.0, due_at: now.0 }
    }

    /// What is stored, as it counts now: forgotten after a day, and never written in the future.
    fn remembered(stored: Option<Self>, now: UnixTime) -> Option<Self> {
        let stored = stored?;
        let due_at = UnixTime(stored.due_at).as_of(UnixTime(stored.decided_at), now);
        let forgotten = now.since(due_at) >= u64::from(FORGOTTEN_AFTER);
        (!forgotten).then_some(Self { due_at: due_at.0, decided_at: stored.decided_at.min(now.0), ..stored })
    }

    /// When the mail after the last one may go out.
    fn next_due(&self, resend_after: u32) -> UnixTime {
        let place = usize::try_from(self.sent - 1).unwrap_or(0).min(DISTANCES.len() - 1);
        UnixTime(self.due_at).plus(DISTANCES[place].saturating_mul(resend_after))
    }

    fn followed_by(&self, due_at: UnixTime, now: UnixTime) -> Self {
        Self { sent: self.sent + 1, decided_at: now.0, due_at: due_at.0 }
    }

    /// A request of one's own: the schedule after it, and for how many seconds one is asked to wait. Requests during
    /// the wait do not lengthen it.
    pub(crate) fn for_requester(stored: Option<Self>, resend_after: u32, now: UnixTime) -> (Self, u64) {
        let schedule = match Self::remembered(stored, now) {
            None => Self::first(now),
            Some(schedule) if schedule.next_due(resend_after) <= now => schedule.followed_by(now, now),
            Some(schedule) => schedule,
        };
        (schedule, schedule.next_due(resend_after).since(now))
    }

    /// The turn of a request from a network, and the schedule if its mail goes out.
    pub(crate) fn for_network(stored: Option<Self>, resend_after: u32, now: UnixTime) -> (Self, Turn) {
        let Some(schedule) = Self::remembered(stored, now) else { return (Self::first(now), Turn::Now) };
        if schedule.due_at > now.0 {
            return (schedule, Turn::InPlaceOfOne(UnixTime(schedule.due_at)));
        }
        let next = schedule.next_due(resend_after);
        let turn = match next.since(now) {
            0 => return (schedule.followed_by(now, now), Turn::Now),
            wait if wait <= u64::from(MAX_DEFERRAL) => Turn::At(next),
            wait => Turn::LeftOut { wait },
        };
        (schedule.followed_by(next, now), turn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: UnixTime = UnixTime(1_795_437_240);

    /// Minutes at which mails go out where somebody asks every minute.
    fn minutes_of_mails(minutes: u32) -> Vec<i64> {
        let (mut stored, mut due) = (None, Vec::new());
        for minute in 0..minutes {
            let now = START.plus(60 * minute);
            let (schedule, turn) = MailSchedule::for_network(stored, 60, now);
            match turn {
                Turn::Now => due.push(now),
                Turn::At(at) => due.push(at),
                Turn::InPlaceOfOne(_) | Turn::LeftOut { .. } => continue,
            }
            stored = Some(schedule);
        }
        due.iter().map(|at| (at.0 - START.0) / 60).collect()
    }

    #[test]
    fn a_day_of_requests_from_one_place_is_a_handful_of_mails() {
        assert_eq!(minutes_of_mails(24 * 60), [0, 1, 3, 8, 23, 83, 803]);
        let per_hour = minutes_of_mails(60).len();
        assert!(i64::try_from(per_hour).is_ok_and(|count| 2 * count < MAX_PER_HOUR));
    }

    #[test]
    fn a_mail_that_comes_too_soon_is_put_off_once_and_left_out_beyond_a_quarter_of_an_hour() {
        let (first, turn) = MailSchedule::for_network(None, 60, START);
        assert_eq!(turn, Turn::Now);
        let (second, turn) = MailSchedule::for_network(Some(first), 60, START.plus(10));
        assert_eq!(turn, Turn::At(START.plus(60)));
        let (_, turn) = MailSchedule::for_network(Some(second), 60, START.plus(20));
        assert_eq!(turn, Turn::InPlaceOfOne(START.plus(60)));
        let many = MailSchedule { sent: 5, ..first };
        let (_, turn) = MailSchedule::for_network(Some(many), 60, START);
        assert_eq!(turn, Turn::LeftOut { wait: 3600 });
    }

    #[test]
    fn a_requesters_own_wait_grows_but_not_by_asking_during_it() {
        let mut stored = None;
        let mut ask = |after: u32| {
            let (schedule, wait) = MailSchedule::for_requester(stored, 60, START.plus(after));
            stored = Some(schedule);
            wait
        };
        assert_eq!([ask(0), ask(1), ask(59), ask(60), ask(61), ask(180)], [60, 59, 1, 120, 119, 300]);
        assert_eq!(ask(180 + FORGOTTEN_AFTER), 60, "a day later it begins anew");
    }

    #[test]
    fn a_clock_that_ran_ahead_keeps_no_mail_back() {
        let ahead = MailSchedule { sent: 1, decided_at: START.0 + 100_000, due_at: START.0 + 100_000 };
        let (_, turn) = MailSchedule::for_network(Some(ahead), 60, START);
        assert_eq!(turn, Turn::At(START.plus(60)));
        let (_, wait) = MailSchedule::for_requester(Some(ahead), 60, START);
        assert_eq!(wait, 60);
    }

    #[test]
    fn without_a_distance_every_mail_goes_out() {
        let many = MailSchedule { sent: 900, decided_at: START.0, due_at: START.0 };
        assert_eq!(MailSchedule::for_network(Some(many), 0, START).1, Turn::Now);
    }
}
