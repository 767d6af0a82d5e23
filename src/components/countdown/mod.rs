//! Seconds going down to a moment.

use std::time::Duration;

use dioxus::prelude::*;

use crate::{
    clock::{self, Timestamp},
    words::{clock as clock_face, use_words},
};

/// The sentence named `says`, with the time until `until`, anew each second; calls `onend` once it has come.
///
/// A clock that shows a time before `from` was set back meanwhile, and nothing is waited for any more.
///
/// Counts against the clock, not its own ticks: a window that slept shows the truth when it wakes. Screen readers are
/// not told every second; they find the number when they look.
#[component]
pub fn Countdown(
    #[props(default = Timestamp(0))] from: Timestamp,
    until: Timestamp,
    says: &'static str,
    onend: EventHandler<()>,
) -> Element {
    let words = use_words();
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
    rsx! {
        p { class: "countdown", role: "timer", {words.tell(says, "time", clock_face(left()))} }
    }
}
