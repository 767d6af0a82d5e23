//! How long the link stays good, and how to get another in time (A11Y-9).

use std::time::Duration;

use dioxus::prelude::*;

use crate::{
    clock,
    components::{Action, Problem},
    context::use_guide,
    flow::{Event, Phase, Renewal, Reset, Step},
    words::use_words,
};

/// When a link is said to end soon, in seconds before it does. Typing a password takes less, finding the mail again too.
const SOON: u64 = 5 * 60;

/// The time left, where it is known; towards its end a way to a new link that keeps what was typed.
#[component]
pub(super) fn Expiry() -> Element {
    let guide = use_guide();
    let words = use_words();
    let mut now = use_signal(clock::timestamp);
    use_future(move || async move {
        loop {
            clock::sleep(Duration::from_secs(10)).await;
            now.set(clock::timestamp());
        }
    });
    let flow = guide.flow();
    let Step::Reset(Reset { phase: Phase::Ready(until) | Phase::Sending(until), email, renewal, .. }) =
        flow.step()
    else {
        return rsx! {};
    };
    let left = until.map(|until| until.seconds_after(now()));
    let ends_soon = left.is_some_and(|left| left < SOON);
    rsx! {
        match renewal {
            Renewal::Asked => rsx! { p { {words.say("renewed")} } },
            Renewal::NotAsked(call) => rsx! { Problem { text: words.call_error(call) } },
            Renewal::No | Renewal::Asking => rsx! {},
        }
        if let (Some(left), false) = (left, *renewal == Renewal::Asked) {
            // Whole minutes: nobody hurries better for seconds.
            p { class: "quiet", {words.tell("minutes-left", "minutes", left.div_ceil(60).max(1))} }
        }
        if ends_soon && email.is_some() && *renewal != Renewal::Asked {
            p { {words.say("ends-soon")} }
            div { class: "page-more",
                Action {
                    label: words.say("renew"),
                    busy: *renewal == Renewal::Asking,
                    onpress: move |()| guide.tell(Event::RenewPressed),
                }
            }
        }
    }
}
