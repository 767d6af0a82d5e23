//! How often one may fail: at a mailed code, a password, a second factor. Rules without I/O.
//!
//! Failures are counted for each client network, and together for what is tried. They are counted alike for addresses
//! without account. A success clears its own network's count only: others must not see that somebody succeeded.

use crate::clock::UnixTime;

const HOUR: u32 = 60 * 60;
const DAY: u32 = 24 * HOUR;

/// How much failing is allowed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Throttle {
    /// Failures in a row from one network without any wait.
    free: i64,
    /// The wait after the next one, in seconds; it doubles with each further one ...
    first_wait: u32,
    /// ... up to this.
    longest_wait: u32,
    /// A network's failures are forgotten so long after the last one, in seconds.
    pub(crate) memory: u32,
    /// So many failures of one network count towards the total.
    pub(crate) network_share: i64,
    /// Whether a network that has used its share up may try no more until it is forgotten.
    ends_at_share: bool,
    /// So many failures from all networks ...
    total: i64,
    /// ... after which networks that have failed wait so long after any failure, in seconds; `None`: nobody may try.
    beyond_total: Option<u32>,
}

/// Mailed codes, for each address: NIST SP 800-63B-4 §3.2.2 allows 100 failures in a row. The link still works then.
pub(crate) const CODES: Throttle = Throttle {
    free: 10,
    first_wait: 60,
    longest_wait: HOUR,
    memory: 30 * DAY,
    network_share: 25,
    ends_at_share: true,
    total: 100,
    beyond_total: None,
};

/// Passwords, for each address. Nobody is ever locked out for good, and a network that has not failed never waits.
pub(crate) const SIGN_INS: Throttle = Throttle {
    free: 5,
    first_wait: 30,
    longest_wait: HOUR,
    memory: DAY,
    network_share: 25,
    ends_at_share: false,
    total: 100,
    beyond_total: Some(30),
};

/// Second factors, for each account; recoveries and sign-ins are counted apart.
pub(crate) const SECOND_FACTORS: Throttle = Throttle {
    free: 5,
    first_wait: 10 * 60,
    longest_wait: 2 * HOUR,
    memory: DAY,
    network_share: 10,
    ends_at_share: true,
    total: 20,
    beyond_total: None,
};

/// What one network failed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct NetworkFailures {
    pub(crate) in_a_row: i64,
    pub(crate) counted: i64,
    pub(crate) failed_at: i64,
}

/// What all networks failed at, each up to its share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct AllFailures {
    pub(crate) counted: i64,
    pub(crate) last_failed_at: i64,
}

/// Whether one may try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Yes. These are the network's failures if the try fails.
    Try(NetworkFailures),
    /// Not for so many seconds.
    Wait { retry_after: u64 },
    /// Not until failures are forgotten, after so many seconds.
    UsedUp { retry_after: u64 },
}

impl Throttle {
    /// Whether a network may try now.
    pub(crate) fn judge(&self, own: Option<NetworkFailures>, all: AllFailures, now: UnixTime) -> Verdict {
        // A failure in the future was written down by a clock that ran ahead.
        let since = |moment: i64| now.since(UnixTime(moment.min(now.0)));
        let own = own.filter(|own| since(own.failed_at) < u64::from(self.memory));
        let left = |span: u32, moment: i64| u64::from(span).saturating_sub(since(moment));
        let Some(own) = own else {
            return match self.beyond_total {
                None if all.counted >= self.total => {
                    Verdict::UsedUp { retry_after: left(self.memory, all.last_failed_at) }
                }
                _ => Verdict::Try(NetworkFailures { in_a_row: 1, counted: 1, failed_at: now.0 }),
            };
        };
        if self.ends_at_share && own.counted >= self.network_share {
            return Verdict::UsedUp { retry_after: left(self.memory, own.failed_at) };
        }
        let mut wait = left(self.wait_after(own.in_a_row), own.failed_at);
        if all.counted >= self.total {
            match self.beyond_total {
                None => return Verdict::UsedUp { retry_after: left(self.memory, all.last_failed_at) },
                Some(distance) => wait = wait.max(left(distance, all.last_failed_at)),
            }
        }
        if wait > 0 {
            return Verdict::Wait { retry_after: wait };
        }
        Verdict::Try(NetworkFailures {
            in_a_row: own.in_a_row + 1,
            counted: own.counted + 1,
            failed_at: now.0,
        })
    }

    fn wait_after(&self, in_a_row: i64) -> u32 {
        let Ok(beyond) = u32::try_from(in_a_row - self.free) else { return 0 };
        self.first_wait.saturating_mul(1 << beyond.min(16)).min(self.longest_wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: UnixTime = UnixTime(1_795_437_240);

    /// How many of a network's tries fail in so many seconds, with one a second, and nobody else's.
    fn failures_in(throttle: &Throttle, seconds: u32) -> i64 {
        let (mut own, mut failed, mut second) = (None, 0, 0);
        while second < seconds {
            let all = own.map_or(AllFailures { counted: 0, last_failed_at: 0 }, |own: NetworkFailures| {
                AllFailures {
                    counted: own.counted.min(throttle.network_share),
                    last_failed_at: own.failed_at,
                }
            });
            match throttle.judge(own, all, NOW.plus(second)) {
                Verdict::Try(failures) => {
                    own = Some(failures);
                    failed += 1;
                    second += 1;
                }
                Verdict::Wait { retry_after } | Verdict::UsedUp { retry_after } => {
                    second = second.saturating_add(u32::try_from(retry_after).unwrap_or(u32::MAX));
                }
            }
        }
        failed
    }

    #[test]
    fn one_network_has_so_many_failures_in_a_day() {
        // The figures of docs/security.md.
        let in_a_day = |throttle| failures_in(throttle, DAY - 1);
        assert_eq!(in_a_day(&CODES), 25);
        assert_eq!(in_a_day(&SIGN_INS), 34);
        assert_eq!(in_a_day(&SECOND_FACTORS), 10);
        assert_eq!(failures_in(&CODES, 30 * DAY - 1), 25);
    }

    #[test]
    fn waits_grow_and_end() {
        let waits =
            |throttle: &Throttle| (4..13).map(|failed| throttle.wait_after(failed)).collect::<Vec<_>>();
        assert_eq!(waits(&SIGN_INS), [0, 30, 60, 120, 240, 480, 960, 1920, 3600]);
        assert_eq!(waits(&CODES), [0, 0, 0, 0, 0, 0, 60, 120, 240]);
    }

    #[test]
    fn a_network_that_has_not_failed_is_kept_out_by_no_single_other_one() {
        let full = |throttle: &Throttle, networks: i64| AllFailures {
            counted: networks * throttle.network_share,
            last_failed_at: NOW.0,
        };
        let may_try = |throttle: &Throttle, networks| {
            matches!(throttle.judge(None, full(throttle, networks), NOW), Verdict::Try(_))
        };
        for throttle in [CODES, SIGN_INS, SECOND_FACTORS] {
            assert!(may_try(&throttle, 1));
        }
        assert!(!may_try(&CODES, 4), "a hundred failures are the end of codes");
        assert!(may_try(&SIGN_INS, 1000), "nobody is locked out of signing in");
        let own = Some(NetworkFailures { in_a_row: 1, counted: 1, failed_at: NOW.0 - 100 });
        assert_eq!(SIGN_INS.judge(own, full(&SIGN_INS, 4), NOW), Verdict::Wait { retry_after: 30 });
    }

    #[test]
    fn a_failure_in_the_future_counts_as_now_and_an_old_one_not_at_all() {
        let none = AllFailures { counted: 0, last_failed_at: 0 };
        let failed = |failed_at| Some(NetworkFailures { in_a_row: 5, counted: 5, failed_at });
        let ahead = SIGN_INS.judge(failed(NOW.0 + 100_000), none, NOW);
        assert_eq!(ahead, Verdict::Wait { retry_after: 30 });
        let old = SIGN_INS.judge(failed(NOW.0 - i64::from(DAY)), none, NOW);
        assert_eq!(old, Verdict::Try(NetworkFailures { in_a_row: 1, counted: 1, failed_at: NOW.0 }));
    }
}
