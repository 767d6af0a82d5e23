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

/// How the last call of a form failed.
#[derive(Clone, PartialEq)]
pub(super) enum FailedCall {
    Error(CallError),
    /// There were too many tries. The next one is possible at this time.
    Wait(Timestamp),
}

/// Shows how the last call failed, if it did, and the button. After too many tries, the button shows how long to wait.
#[component]
pub(super) fn SubmitOrWait(
    failed_call: Option<FailedCall>,
    label: String,
    /// The label while the call is in flight.
    busy_label: String,
    busy: bool,
) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let awaits_connection = recovery.flow().awaits_connection();
    let busy_label = if awaits_connection { i18n.text("waiting-for-connection") } else { busy_label };
    if let Some(FailedCall::Wait(until)) = failed_call {
        return rsx! {
            WaitNotice {}
            WaitingSubmit { until, onend: move |()| recovery.send(Event::WaitOver(until)) }
        };
    }
    rsx! {
        if let Some(FailedCall::Error(error)) = failed_call {
            CallNotice { error, awaits_connection }
        }
        Submit { label, busy_label, busy: busy || awaits_connection }
    }
}
