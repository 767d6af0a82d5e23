//! A notice when the service is slow, with a button to cancel.

use std::time::Duration;

use dioxus::prelude::*;

use super::pending_call::use_pending_call;
use crate::{components::Action, context::use_recovery, flow::Event, i18n::use_i18n};

/// How long a response may take before the notice is shown.
const SLOW_AFTER: Duration = Duration::from_secs(8);

/// "Still trying", when a call has had no response for [`SLOW_AFTER`]. It has no spinner: that of the button turns. With
/// `slow`, the first call counts as slow from the start.
#[component]
pub(super) fn SlowNotice(slow: bool) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let shown = use_pending_call(SLOW_AFTER, slow).filter(|call| call.kind.blocks());
    rsx! {
        // This is always rendered, because some screen readers skip a live region that is added together with its text.
        div { class: "slow-notice", role: "status",
            if let Some(call) = shown {
                p { {i18n.text("still-trying")} }
                if call.kind.can_cancel() {
                    Action { label: i18n.text("cancel"), onpress: move |()| recovery.send(Event::Cancelled) }
                }
            }
        }
    }
}
