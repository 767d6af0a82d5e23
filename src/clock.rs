//! The clock of this device, and the timestamps of the flow.

pub use latchkey_client::clock::{now, sleep, timeout, timestamp};
pub use latchkey_core::time::{TOLERANCE, Timestamp};

/// Hours and minutes of a time in the time zone of this device: `14:05`.
#[cfg(not(target_arch = "wasm32"))]
pub fn time_of_day(moment: Timestamp) -> String {
    let seconds = i64::try_from(moment.0).unwrap_or_default();
    let moment = chrono::DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    moment.with_timezone(&chrono::Local).format("%H:%M").to_string()
}

/// Hours and minutes of a time in the time zone of this device: `14:05`.
#[cfg(target_arch = "wasm32")]
pub fn time_of_day(moment: Timestamp) -> String {
    let milliseconds = moment.0 as f64 * 1000.0;
    let moment = js_sys::Date::new(&milliseconds.into());
    format!("{:02}:{:02}", moment.get_hours(), moment.get_minutes())
}
