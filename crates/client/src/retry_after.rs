//! `Retry-After` (RFC 9110 §10.2.3), in both of its forms, and what servers have in its place. REQ-6.

use std::time::{Duration, SystemTime};

/// Longest wait that is believed: beyond a day a header is a mistake, and a person is better told "later".
const MAX_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// From this number on seconds are those since 1970: no server means 30 years.
const POINT_IN_TIME: u64 = 1_000_000_000;

/// The wait that a header asks for: seconds, or an HTTP-date seen from `now`; or a Unix time, as servers write that
/// have a header of their own in its place. `None` for anything else.
pub fn parse_retry_after(value: &str, now: SystemTime) -> Option<Duration> {
    let value = value.trim();
    let wait = if !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit()) {
        // More digits than fit are still "very long".
        let seconds = value.parse().unwrap_or(u64::MAX);
        let since_1970 = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
        Duration::from_secs(if seconds < POINT_IN_TIME {
            seconds
        } else {
            seconds.saturating_sub(since_1970)
        })
    } else {
        let date = httpdate::parse_http_date(value).ok()?;
        let wait = date.duration_since(now).unwrap_or_default();
        // A date has whole seconds: waiting one too few would meet the same refusal again.
        Duration::from_secs(wait.as_secs() + u64::from(wait.subsec_nanos() > 0))
    };
    Some(wait.min(MAX_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_understood_and_nonsense_is_not() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_717); // Sun, 06 Nov 1994 08:48:37 GMT
        for (value, seconds) in [
            ("0", Some(0)),
            (" 120 ", Some(120)),
            ("99999999999999999999999", Some(86_400)),
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(60)),
            ("Sunday, 06-Nov-94 08:49:37 GMT", Some(60)),
            ("Sun Nov  6 08:49:37 1994", Some(60)),
            ("Sun, 06 Nov 1994 08:48:00 GMT", Some(0)),
            ("Fri, 01 Jan 2100 00:00:00 GMT", Some(86_400)),
            ("", None),
            ("-5", None),
            ("1.5", None),
            ("soon", None),
        ] {
            assert_eq!(parse_retry_after(value, now), seconds.map(Duration::from_secs), "{value:?}");
        }
        let in_2026 = SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_000_000);
        for (value, seconds) in [("1795000060", 60), ("1794999999", 0), ("999999999", 86_400)] {
            assert_eq!(parse_retry_after(value, in_2026), Some(Duration::from_secs(seconds)), "{value}");
        }
        assert_eq!(
            parse_retry_after("Sun, 06 Nov 1994 08:48:38 GMT", now + Duration::from_millis(200)),
            Some(Duration::from_secs(1))
        );
    }
}
