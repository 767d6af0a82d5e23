//! Time: the clock of this device, and the moments that the flow reckons with.

pub use latchkey_client::clock::{now, sleep, timestamp, within};
pub use latchkey_core::time::{TOLERANCE, Timestamp};

/// Hours and minutes of a moment on the clock of the person's own time zone, `14:05`.
pub fn time_of_day(moment: Timestamp) -> String {
    let seconds = i64::try_from(moment.0).unwrap_or_default();
    let moment = chrono::DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    moment.with_timezone(&chrono::Local).format("%H:%M").to_string()
}
