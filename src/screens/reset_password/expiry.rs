//! The time left before the link expires, and a way to get a new one (A11Y-9).

use std::time::Duration;

use dioxus::prelude::*;

use crate::{
    clock::{self, Timestamp},
    components::{Action, Problem},
    context::use_recovery,
    flow::{Event, Renewal},
    i18n::use_i18n,
};

/// The remaining time, in seconds, below which a new link is offered. It is enough to type a password or to find the
/// email again.
const SOON: u64 = 5 * 60;

/// Shows the time left if it is known. Near the end it offers a new link; the typed text is kept.
#[component]
pub(super) fn Expiry(
    expires_at: Option<Timestamp>,
    renewable: bool,
    renewal: Renewal,
    renewing: bool,
) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let mut now = use_signal(clock::timestamp);
    use_future(move || async move {
        loop {
            clock::sleep(Duration::from_secs(10)).await;
            now.set(clock::timestamp());
        }
    });
    let left = expires_at.map(|expires_at| expires_at.seconds_after(now()));
    let ends_soon = left.is_some_and(|left| left < SOON);
    rsx! {
        match &renewal {
            Renewal::Sent => rsx! { p { {i18n.text("renewed")} } },
            Renewal::Failed(call) => rsx! { Problem { text: i18n.call_error(call) } },
            Renewal::None => rsx! {},
        }
        if let (Some(left), false) = (left, renewal == Renewal::Sent) {
            // Whole minutes: seconds would only add pressure.
            p { class: "quiet", {i18n.text_with("minutes-left", "minutes", left.div_ceil(60).max(1))} }
        }
        if ends_soon && renewable && renewal != Renewal::Sent {
            p { {i18n.text_with("expires-soon-title", "minutes", left.unwrap_or_default().div_ceil(60).max(1))} }
            p { {i18n.text("expires-soon-text")} }
            div { class: "page-more",
                Action {
                    label: i18n.text("renew"),
                    busy: renewing,
                    onpress: move |()| recovery.send(Event::RenewPressed),
                }
            }
        }
    }
}
