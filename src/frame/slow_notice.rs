//! A notice when the service is slow, with a button to cancel.

use std::time::Duration;

use dioxus::prelude::*;

use crate::{
    clock,
    components::{Action, Spinner},
    context::use_recovery,
    flow::{Event, InFlightCall},
    i18n::use_i18n,
};

/// How long a response may take before the notice is shown.
const SLOW_AFTER: Duration = Duration::from_secs(8);

/// "Still trying", when a call has had no response for [`SLOW_AFTER`]. With `slow`, the first call counts as slow from
/// the start.
#[component]
pub(super) fn SlowNotice(slow: bool) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let flow = recovery.signal();
    let asking = use_memo(move || flow.read().in_flight());
    let mut slow_call = use_signal(|| asking.peek().filter(|_| slow));
    // Restarts for each new call and cancels the previous timer.
    use_resource(move || async move {
        let question = asking();
        if question.is_some() {
            clock::sleep(SLOW_AFTER).await;
            slow_call.set(question);
        }
    });
    let present = asking();
    let shown = present.filter(|present| slow_call() == Some(*present));
    rsx! {
        // Always rendered: some screen readers skip a live region that is added together with its text.
        div { class: "slow-notice", role: "status",
            if let Some(InFlightCall { can_cancel, .. }) = shown {
                p { Spinner {} {i18n.text("still-trying")} }
                if can_cancel {
                    Action { label: i18n.text("cancel"), onpress: move |()| recovery.send(Event::Cancelled) }
                }
            }
        }
    }
}
