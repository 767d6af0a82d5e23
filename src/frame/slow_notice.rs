//! A notice when the service is slow, with a button to cancel.

use std::time::Duration;

use dioxus::prelude::*;

use crate::{
    clock,
    components::{Action, Spinner},
    context::use_recovery,
    flow::Event,
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
    let call = use_memo(move || flow.read().in_flight().filter(|call| call.kind.blocks()));
    let mut slow_call = use_signal(|| call.peek().filter(|_| slow));
    // Restarts for each new call and cancels the previous timer.
    use_resource(move || async move {
        let waiting_for = call();
        if waiting_for.is_some() {
            clock::sleep(SLOW_AFTER).await;
            slow_call.set(waiting_for);
        }
    });
    let shown = call().filter(|call| slow_call() == Some(*call));
    rsx! {
        // Always rendered: some screen readers skip a live region that is added together with its text.
        div { class: "slow-notice", role: "status",
            if let Some(call) = shown {
                p { Spinner {} {i18n.text("still-trying")} }
                if call.kind.can_cancel() {
                    Action { label: i18n.text("cancel"), onpress: move |()| recovery.send(Event::Cancelled) }
                }
            }
        }
    }
}
