//! The button of a form, below the notice about its last call.

use dioxus::prelude::*;

use super::call_notice::{CallNotice, WaitNotice};
use crate::{
    clock::Timestamp,
    components::{Submit, WaitingSubmit},
    context::use_recovery,
    flow::Event,
    i18n::use_i18n,
    service::CallError,
};

/// Shows the error of the last call, if any, and the button. After too many tries, the button shows how long to wait.
#[component]
pub(super) fn SubmitOrWait(
    error: Option<CallError>,
    wait_until: Option<Timestamp>,
    label: String,
    /// The label while the call is in flight.
    busy_label: String,
    busy: bool,
) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let awaits_connection = recovery.flow().awaits_connection();
    let busy_label = if awaits_connection { i18n.text("waiting-for-connection") } else { busy_label };
    rsx! {
        if let Some(error) = error {
            CallNotice { error, awaits_connection }
        }
        if let Some(until) = wait_until {
            WaitNotice {}
            WaitingSubmit { until, onend: move |()| recovery.send(Event::WaitOver(until)) }
        } else {
            Submit { label, busy_label, busy: busy || awaits_connection }
        }
    }
}
