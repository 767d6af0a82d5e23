//! Parses `Retry-After` (RFC 9110 §10.2.3) and similar headers. REQ-6.

use std::time::{Duration, SystemTime};

/// Maximum wait. A header with more than a day is a mistake.
const MAX_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// Numbers from this one are Unix times: no server means a wait of 30 years.
const MIN_UNIX_TIME: u64 = 1_000_000_000;

/// Parses seconds, an HTTP-date, or a Unix time, which some servers have in headers of their own. `None` for anything else.
pub fn parse_retry_after(value: &str, now: SystemTime) -> Option<Duration> {
    let value = value.trim();
    let wait = if !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit()) {
        // A number that does not fit is a very long wait.
        let seconds = value.parse().unwrap_or(u64::MAX);
        let since_1970 = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
        Duration::from_secs(if seconds < MIN_UNIX_TIME {
            seconds
        } else {
            seconds.saturating_sub(since_1970)
        })
    } else {
        let date = httpdate::parse_http_date(value).ok()?;
        let wait = date.duration_since(now).unwrap_or_default();
        // A date has whole seconds, and `now` does not. A wait that is too short would be refused again.
        Duration::from_secs(wait.as_secs() + u64::from(wait.subsec_nanos() > 0))
    };
    Some(wait.min(MAX_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_dates_and_unix_times_are_parsed() {
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
