//! When a failed call may be made again, and after how long. Pure: the clock and the dice are the caller's.

use std::time::Duration;

/// Whether doing a call twice could do harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeatable {
    /// It changes nothing (a GET, a check), or the service answers a repeat as it did the first.
    Always,
    /// It acts each time: again only if it certainly never arrived.
    UnlessSent,
}

/// How a call failed, as far as repeating it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// No connection came about: nothing was sent.
    NotSent,
    /// It was sent, and the answer was lost on the way.
    AnswerLost,
    /// 502, 503 or 504: something before the service answered in its stead, and may have passed it on.
    Overloaded,
    /// The service has answered, or the fault will not pass by itself.
    Final,
}

/// Attempts in all, the first included.
pub const MOST_ATTEMPTS: u32 = 3;
/// Before the second attempt; doubled for each further one.
const FIRST_DELAY: Duration = Duration::from_millis(300);

/// How long to wait before attempt `attempt + 1`, or `None` to give up. `dice` in `0.0..1.0` spreads clients that
/// failed together: between half and all of the delay is waited.
pub fn next_delay(repeatable: Repeatable, failure: Failure, attempt: u32, dice: f64) -> Option<Duration> {
    let may_repeat = match (failure, repeatable) {
        (Failure::Final, _) => false,
        (Failure::NotSent, _) | (_, Repeatable::Always) => true,
        (Failure::AnswerLost | Failure::Overloaded, Repeatable::UnlessSent) => false,
    };
    if !may_repeat || attempt >= MOST_ATTEMPTS {
        return None;
    }
    let delay = FIRST_DELAY * 2u32.pow(attempt.saturating_sub(1));
    Some(delay.mul_f64(0.5 + dice.clamp(0.0, 1.0) / 2.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_that_acts_is_repeated_only_if_it_never_left() {
        use {Failure::*, Repeatable::*};
        for (repeatable, failure, again) in [
            (Always, NotSent, true),
            (Always, AnswerLost, true),
            (Always, Overloaded, true),
            (Always, Final, false),
            (UnlessSent, NotSent, true),
            (UnlessSent, AnswerLost, false),
            (UnlessSent, Overloaded, false),
            (UnlessSent, Final, false),
        ] {
            assert_eq!(
                next_delay(repeatable, failure, 1, 0.5).is_some(),
                again,
                "{repeatable:?} {failure:?}"
            );
        }
    }

    #[test]
    fn delays_double_are_spread_and_end() {
        let delay = |attempt, dice| next_delay(Repeatable::Always, Failure::NotSent, attempt, dice);
        assert_eq!(delay(1, 0.0), Some(Duration::from_millis(150)));
        assert_eq!(delay(1, 1.0), Some(Duration::from_millis(300)));
        assert_eq!(delay(2, 1.0), Some(Duration::from_millis(600)));
        assert_eq!(delay(MOST_ATTEMPTS, 0.0), None);
    }
}
