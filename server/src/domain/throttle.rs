//! Limits on failed attempts at mailed codes, passwords and second factors: rules without I/O.
//!
//! Failures are counted per client network, and in total for the subject of the attempts. Addresses with and without an
//! account are treated alike. A success resets the count of its own network only, so that others cannot detect it. The
//! maximum for all networks varies, so that nobody can tell from their own failures whether somebody else failed too.

use crate::crypto::code_key::CodeKey;
use crate::crypto::secrets::Sha256Hash;
use crate::domain::clock::UnixTime;
use crate::internal_error::InternalError;

const HOUR: u32 = 60 * 60;
const DAY: u32 = 24 * HOUR;

/// The limits for one kind of attempt.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Throttle {
    /// Consecutive failures of one network before it has to wait.
    free_failures: i64,
    /// The first wait, in seconds. It doubles with each further failure, up to `max_wait`.
    initial_wait: u32,
    /// Maximum wait, in seconds.
    max_wait: u32,
    /// Time after its last failure at which a network's failures are forgotten, in seconds.
    pub(crate) retention: u32,
    /// Maximum number of failures of one network that count towards the total.
    pub(crate) network_share: i64,
    /// Whether a network that has reached its share is blocked until its failures are forgotten.
    blocks_at_share: bool,
    /// Number of failures from all networks together after which [`wait_beyond_total`](Self::wait_beyond_total) applies.
    pub(crate) max_total_failures: i64,
    /// The number of values that [`max_total_failures`](Self::max_total_failures) can have: the largest and those below it.
    total_variants: u64,
    /// The wait after any failure, in seconds, for networks that have failed; `None` blocks every network.
    wait_beyond_total: Option<u32>,
}

/// Mailed codes, per address: NIST SP 800-63B-4 §3.2.2 allows 100 consecutive failures. Links still work beyond that.
pub(crate) const CODES: Throttle = Throttle {
    free_failures: 10,
    initial_wait: 60,
    max_wait: HOUR,
    retention: 30 * DAY,
    network_share: 25,
    blocks_at_share: true,
    max_total_failures: 100,
    total_variants: 25,
    wait_beyond_total: None,
};

/// Passwords, per address. Nobody is locked out permanently, and a network without failures never waits.
pub(crate) const SIGN_INS: Throttle = Throttle {
    free_failures: 5,
    initial_wait: 30,
    max_wait: HOUR,
    retention: DAY,
    network_share: 25,
    blocks_at_share: false,
    max_total_failures: 100,
    total_variants: 25,
    wait_beyond_total: Some(30),
};

/// Second factors, per account, with separate counts for recoveries and sign-ins.
pub(crate) const SECOND_FACTORS: Throttle = Throttle {
    free_failures: 5,
    initial_wait: 10 * 60,
    max_wait: 2 * HOUR,
    retention: DAY,
    network_share: 10,
    blocks_at_share: true,
    max_total_failures: 20,
    total_variants: 1,
    wait_beyond_total: None,
};

/// New passwords, per account, and not per network. Its links work again after each wait.
pub(crate) const NEW_PASSWORDS: Throttle = Throttle {
    free_failures: 10,
    initial_wait: 15,
    max_wait: 5 * 60,
    retention: HOUR,
    network_share: i64::MAX,
    blocks_at_share: false,
    max_total_failures: i64::MAX,
    total_variants: 1,
    wait_beyond_total: None,
};

/// Failures of one network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NetworkFailures {
    pub(crate) in_a_row: i64,
    pub(crate) counted: i64,
    pub(crate) failed_at: i64,
}

/// Failures of all networks together, each up to its share. A total above the maximum may be incomplete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TotalFailures {
    pub(crate) counted: i64,
    pub(crate) last_failed_at: i64,
}

/// Whether an attempt is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ThrottleDecision<T = NetworkFailures> {
    /// Allowed. The rules add the network's failures if the attempt fails.
    Allow(T),
    /// Refused for `retry_after` seconds.
    Wait { retry_after: u64 },
    /// Refused until failures are forgotten, in `retry_after` seconds.
    Exhausted { retry_after: u64 },
}

impl Throttle {
    /// The same limits with the total that applies to a subject now.
    pub(crate) fn with_keyed_total(
        self,
        key: &CodeKey,
        subject: &Sha256Hash,
        now: UnixTime,
    ) -> Result<Self, InternalError> {
        Ok(self.with_drawn_total(key.pseudo_random_number(subject, self.period(now))?))
    }

    /// The same limits with a total that `draw` selects.
    fn with_drawn_total(self, draw: u64) -> Self {
        let reduction = i64::try_from(draw % self.total_variants).unwrap_or(0);
        Self { max_total_failures: self.max_total_failures - reduction, ..self }
    }

    /// The number of the period in which a drawn total applies. Totals that never changed could be measured.
    fn period(&self, now: UnixTime) -> i64 {
        now.0.div_euclid(i64::from(self.retention))
    }

    /// Decides whether a network may make an attempt now.
    pub(crate) fn evaluate(
        &self,
        network_failures: Option<NetworkFailures>,
        total: TotalFailures,
        now: UnixTime,
    ) -> ThrottleDecision {
        // A failure in the future was recorded by a clock that was ahead.
        let since = |time: i64| now.since(UnixTime(time.min(now.0)));
        let network_failures =
            network_failures.filter(|failures| since(failures.failed_at) < u64::from(self.retention));
        let remaining = |span: u32, time: i64| u64::from(span).saturating_sub(since(time));
        let Some(network_failures) = network_failures else {
            return match self.wait_beyond_total {
                None if total.counted >= self.max_total_failures => ThrottleDecision::Exhausted {
                    retry_after: remaining(self.retention, total.last_failed_at),
                },
                _ => ThrottleDecision::Allow(NetworkFailures { in_a_row: 1, counted: 1, failed_at: now.0 }),
            };
        };
        if self.blocks_at_share && network_failures.counted >= self.network_share {
            return ThrottleDecision::Exhausted {
                retry_after: remaining(self.retention, network_failures.failed_at),
            };
        }
        let mut wait = remaining(self.wait_after(network_failures.in_a_row), network_failures.failed_at);
        if total.counted >= self.max_total_failures {
            match self.wait_beyond_total {
                None => {
                    let retry_after = remaining(self.retention, total.last_failed_at);
                    return ThrottleDecision::Exhausted { retry_after };
                }
                Some(interval) => wait = wait.max(remaining(interval, total.last_failed_at)),
            }
        }
        if wait > 0 {
            return ThrottleDecision::Wait { retry_after: wait };
        }
        ThrottleDecision::Allow(NetworkFailures {
            in_a_row: network_failures.in_a_row + 1,
            counted: network_failures.counted + 1,
            failed_at: now.0,
        })
    }

    fn wait_after(&self, in_a_row: i64) -> u32 {
        let Ok(exponent) = u32::try_from(in_a_row - self.free_failures) else { return 0 };
        self.initial_wait.saturating_mul(1 << exponent.min(16)).min(self.max_wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: UnixTime = UnixTime(1_795_437_240);

    /// The number of attempts of one network that fail within `seconds`, at one attempt per second, without other networks.
    fn failures_in(throttle: &Throttle, seconds: u32) -> i64 {
        let (mut network_failures, mut failed, mut second) = (None, 0, 0);
        while second < seconds {
            let all = network_failures.map_or(
                TotalFailures { counted: 0, last_failed_at: 0 },
                |failures: NetworkFailures| TotalFailures {
                    counted: failures.counted.min(throttle.network_share),
                    last_failed_at: failures.failed_at,
                },
            );
            match throttle.evaluate(network_failures, all, NOW.plus(second)) {
                ThrottleDecision::Allow(failures) => {
                    network_failures = Some(failures);
                    failed += 1;
                    second += 1;
                }
                ThrottleDecision::Wait { retry_after } | ThrottleDecision::Exhausted { retry_after } => {
                    second = second.saturating_add(u32::try_from(retry_after).unwrap_or(u32::MAX));
                }
            }
        }
        failed
    }

    #[test]
    fn failures_of_one_network_in_a_day_are_limited() {
        // These numbers are documented in docs/security.md.
        let in_a_day = |throttle| failures_in(throttle, DAY - 1);
        assert_eq!(in_a_day(&CODES), 25);
        assert_eq!(in_a_day(&SIGN_INS), 34);
        assert_eq!(in_a_day(&SECOND_FACTORS), 10);
        assert_eq!(failures_in(&CODES, 30 * DAY - 1), 25);
    }

    #[test]
    fn waits_double_up_to_a_maximum() {
        let waits =
            |throttle: &Throttle| (4..13).map(|failed| throttle.wait_after(failed)).collect::<Vec<_>>();
        assert_eq!(waits(&SIGN_INS), [0, 30, 60, 120, 240, 480, 960, 1920, 3600]);
        assert_eq!(waits(&CODES), [0, 0, 0, 0, 0, 0, 60, 120, 240]);
    }

    #[test]
    fn network_without_failures_is_not_blocked_by_one_other_network() {
        let full = |throttle: &Throttle, networks: i64| TotalFailures {
            counted: networks * throttle.network_share,
            last_failed_at: NOW.0,
        };
        let is_allowed = |throttle: &Throttle, networks| {
            matches!(throttle.evaluate(None, full(throttle, networks), NOW), ThrottleDecision::Allow(_))
        };
        for throttle in [CODES, SIGN_INS, SECOND_FACTORS] {
            assert!(is_allowed(&throttle, 1));
        }
        assert!(!is_allowed(&CODES, 4), "codes are disabled after a hundred failures");
        assert!(!is_allowed(&SECOND_FACTORS, 2), "second factors are disabled after twenty failures");
        assert!(is_allowed(&SIGN_INS, 1000), "nobody is locked out of signing in");
        let network_failures = Some(NetworkFailures { in_a_row: 1, counted: 1, failed_at: NOW.0 - 100 });
        assert_eq!(
            SIGN_INS.evaluate(network_failures, full(&SIGN_INS, 4), NOW),
            ThrottleDecision::Wait { retry_after: 30 }
        );
    }

    #[test]
    fn total_of_all_networks_is_exact() {
        // These numbers are documented in docs/security.md.
        let failed = Some(NetworkFailures { in_a_row: 1, counted: 1, failed_at: NOW.0 });
        for (throttle, total) in [(CODES, 100), (SIGN_INS, 100), (SECOND_FACTORS, 20)] {
            let is_allowed = |counted| {
                let all = TotalFailures { counted, last_failed_at: NOW.0 };
                matches!(throttle.evaluate(failed, all, NOW), ThrottleDecision::Allow(_))
            };
            assert!(is_allowed(total - 1) && !is_allowed(total), "{throttle:?}");
        }
    }

    #[test]
    fn totals_vary_below_the_maximum() {
        // These numbers are documented in docs/security.md. Three networks never reach the lowest total.
        for throttle in [CODES, SIGN_INS] {
            let totals: Vec<i64> =
                (0..50).map(|draw| throttle.with_drawn_total(draw).max_total_failures).collect();
            assert_eq!(totals[..25], totals[25..]);
            assert_eq!(totals[..25], (76..=100).rev().collect::<Vec<i64>>());
            assert!(totals.iter().all(|total| *total > 3 * throttle.network_share));
        }
        for throttle in [SECOND_FACTORS, NEW_PASSWORDS] {
            assert_eq!(throttle.with_drawn_total(7).max_total_failures, throttle.max_total_failures);
        }
        assert_eq!(CODES.period(NOW), CODES.period(UnixTime(NOW.0 - NOW.0 % i64::from(30 * DAY))));
        assert_eq!(CODES.period(NOW.plus(30 * DAY)), CODES.period(NOW) + 1);
    }

    #[test]
    fn codes_are_disabled_until_the_failures_are_forgotten() {
        let total = TotalFailures { counted: 100, last_failed_at: NOW.0 };
        let decision = CODES.evaluate(None, total, NOW.plus(30 * DAY - 1));
        assert_eq!(decision, ThrottleDecision::Exhausted { retry_after: 1 });
    }

    #[test]
    fn future_failure_counts_as_now_and_old_failure_is_forgotten() {
        let none = TotalFailures { counted: 0, last_failed_at: 0 };
        let failed = |failed_at| Some(NetworkFailures { in_a_row: 5, counted: 5, failed_at });
        let ahead = SIGN_INS.evaluate(failed(NOW.0 + 100_000), none, NOW);
        assert_eq!(ahead, ThrottleDecision::Wait { retry_after: 30 });
        let old = SIGN_INS.evaluate(failed(NOW.0 - i64::from(DAY)), none, NOW);
        assert_eq!(
            old,
            ThrottleDecision::Allow(NetworkFailures { in_a_row: 1, counted: 1, failed_at: NOW.0 })
        );
    }
}
