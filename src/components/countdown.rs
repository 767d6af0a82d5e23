//! A countdown to a point in time.

use std::time::Duration;

use dioxus::prelude::*;

use crate::clock::{self, Timestamp};

/// The seconds left until `until`, updated every second. Calls `onend` at the end.
///
/// If the clock shows a time before `from`, it was set back: the countdown ends. Reads the clock instead of counting
/// ticks, so it is right after the device slept.
pub fn use_countdown(from: Timestamp, until: Timestamp, onend: EventHandler<()>) -> ReadSignal<u64> {
    let mut left = use_signal(|| until.seconds_after(clock::timestamp()));
    let mut target = use_signal(|| until);
    if *target.peek() != until {
        target.set(until);
        left.set(until.seconds_after(clock::timestamp()));
    }
    use_future(move || async move {
        loop {
            let now = clock::timestamp();
            let seconds = if now < from { 0 } else { target.peek().seconds_after(now) };
            if *left.peek() != seconds {
                left.set(seconds);
            }
            if seconds == 0 {
                onend.call(());
            }
            clock::sleep(Duration::from_millis(if seconds == 0 { 1_000 } else { 250 })).await;
        }
    });
    left.into()
}
