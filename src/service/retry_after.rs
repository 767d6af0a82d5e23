//! `Retry-After` (RFC 9110 §10.2.3), in both of its forms. REQ-6.

use std::time::{Duration, SystemTime};

/// Longest wait that is believed: beyond a day a header is a mistake, and a person is better told "later".
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// The wait that a header asks for: seconds, or an HTTP-date seen from `now`. `None` for anything else.
pub fn parse_retry_after(value: &str, now: SystemTime) -> Option<Duration> {
    let value = value.trim();
    let wait = if !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit()) {
        // More digits than fit are still "very long".
        Duration::from_secs(value.parse().unwrap_or(u64::MAX))
    } else {
        let date = httpdate::parse_http_date(value).ok()?;
        let wait = date.duration_since(now).unwrap_or_default();
        // A date has whole seconds: waiting one too few would meet the same refusal again.
        Duration::from_secs(wait.as_secs() + u64::from(wait.subsec_nanos() > 0))
    };
    Some(wait.min(LONGEST))
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
        assert_eq!(
            parse_retry_after("Sun, 06 Nov 1994 08:48:38 GMT", now + Duration::from_millis(200)),
            Some(Duration::from_secs(1))
        );
    }
}
