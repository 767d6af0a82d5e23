//! Whether and when a failed call is repeated. Pure: clock and randomness are parameters.

use std::time::Duration;

/// Whether a call can be repeated without harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idempotency {
    /// The call changes nothing, or the service answers a repeated call like the first.
    Idempotent,
    /// The call acts each time, so it is repeated only if it was certainly not received.
    NotIdempotent,
}

/// How a call failed, for the decision to repeat it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// There was no connection, so nothing was sent.
    NotSent,
    /// The call was sent, and the response was lost.
    ResponseLost,
    /// 502, 503 or 504: a gateway or the service answered; the call may have been handled.
    Gateway,
    /// The service has answered, or the error is permanent.
    Final,
}

/// Maximum number of attempts, including the first.
pub const MAX_ATTEMPTS: u32 = 3;
/// The delay before the second attempt. It doubles with each further attempt.
const FIRST_DELAY: Duration = Duration::from_millis(300);

/// The delay before attempt `attempt + 1`, or `None` to give up. `jitter` in `0.0..1.0` spreads clients that failed at the
/// same time: the delay is between half and all of its full length.
pub fn next_delay(idempotency: Idempotency, failure: Failure, attempt: u32, jitter: f64) -> Option<Duration> {
    let may_repeat = match (failure, idempotency) {
        (Failure::Final, _) => false,
        (Failure::NotSent, _) | (_, Idempotency::Idempotent) => true,
        (Failure::ResponseLost | Failure::Gateway, Idempotency::NotIdempotent) => false,
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
    fn call_with_effects_is_repeated_only_if_it_was_not_sent() {
        use {Failure::*, Idempotency::*};
        for (idempotency, failure, again) in [
            (Idempotent, NotSent, true),
            (Idempotent, ResponseLost, true),
            (Idempotent, Gateway, true),
            (Idempotent, Final, false),
            (NotIdempotent, NotSent, true),
            (NotIdempotent, ResponseLost, false),
            (NotIdempotent, Gateway, false),
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
    fn delay_doubles_has_jitter_and_ends() {
        let delay = |attempt, jitter| next_delay(Idempotency::Idempotent, Failure::NotSent, attempt, jitter);
        assert_eq!(delay(1, 0.0), Some(Duration::from_millis(150)));
        assert_eq!(delay(1, 1.0), Some(Duration::from_millis(300)));
        assert_eq!(delay(2, 1.0), Some(Duration::from_millis(600)));
        assert_eq!(delay(MAX_ATTEMPTS, 0.0), None);
    }
}
