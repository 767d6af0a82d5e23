//! When a failed call may be made again, and after how long. Pure: the clock and the dice are the caller's.

use std::time::Duration;

/// Whether doing a call twice could do harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idempotency {
    /// It changes nothing (a GET, a check), or the service answers a repeat as it did the first.
    Idempotent,
    /// It acts each time: again only if it certainly never arrived.
    NotIdempotent,
}

/// How a call failed, as far as repeating it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// No connection came about: nothing was sent.
    NotSent,
    /// It was sent, and the answer was lost on the way.
    ResponseLost,
    /// 502, 503 or 504: something before the service answered in its stead, and may have passed it on.
    Overloaded,
    /// The service has answered, or the fault will not pass by itself.
    Final,
}

/// Attempts in all, the first included.
pub const MAX_ATTEMPTS: u32 = 3;
/// Before the second attempt; doubled for each further one.
const FIRST_DELAY: Duration = Duration::from_millis(300);

/// How long to wait before attempt `attempt + 1`, or `None` to give up. `dice` in `0.0..1.0` spreads clients that
/// failed together: between half and all of the delay is waited.
pub fn next_delay(idempotency: Idempotency, failure: Failure, attempt: u32, jitter: f64) -> Option<Duration> {
    let may_repeat = match (failure, idempotency) {
        (Failure::Final, _) => false,
        (Failure::NotSent, _) | (_, Idempotency::Idempotent) => true,
        (Failure::ResponseLost | Failure::Overloaded, Idempotency::NotIdempotent) => false,
    };
    if !may_repeat || attempt >= MAX_ATTEMPTS {
        return None;
    }
    let delay = FIRST_DELAY * 2u32.pow(attempt.saturating_sub(1));
    Some(delay.mul_f64(0.5 + jitter.clamp(0.0, 1.0) / 2.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_that_acts_is_repeated_only_if_it_never_left() {
        use {Failure::*, Idempotency::*};
        for (idempotency, failure, again) in [
            (Idempotent, NotSent, true),
            (Idempotent, ResponseLost, true),
            (Idempotent, Overloaded, true),
            (Idempotent, Final, false),
            (NotIdempotent, NotSent, true),
            (NotIdempotent, ResponseLost, false),
            (NotIdempotent, Overloaded, false),
            (NotIdempotent, Final, false),
        ] {
            assert_eq!(
                next_delay(idempotency, failure, 1, 0.5).is_some(),
                again,
                "{idempotency:?} {failure:?}"
            );
        }
    }

    #[test]
    fn delays_double_are_spread_and_end() {
        let delay = |attempt, jitter| next_delay(Idempotency::Idempotent, Failure::NotSent, attempt, jitter);
        assert_eq!(delay(1, 0.0), Some(Duration::from_millis(150)));
        assert_eq!(delay(1, 1.0), Some(Duration::from_millis(300)));
        assert_eq!(delay(2, 1.0), Some(Duration::from_millis(600)));
        assert_eq!(delay(MAX_ATTEMPTS, 0.0), None);
    }
}
