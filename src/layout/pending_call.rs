//! Calls that take long.

use std::time::Duration;

use dioxus::prelude::*;

use crate::{clock, context::use_recovery, flow::InFlightCall};

/// The call in flight, once it has been pending for `delay`. With `from_start`, the first call counts from the start.
pub(super) fn use_pending_call(delay: Duration, from_start: bool) -> Option<InFlightCall> {
    let flow = use_recovery().signal();
    let call = use_memo(move || flow.read().in_flight());
    let mut long_call = use_signal(|| call.peek().filter(|_| from_start));
    // Restarts for each new call and cancels the previous timer.
    use_resource(move || async move {
        let waiting_for = call();
        if waiting_for.is_some() {
            clock::sleep(delay).await;
            long_call.set(waiting_for);
        }
    });
    call().filter(|call| long_call() == Some(*call))
}
