//! Sends the email again. The wait comes from the service: `limits.resend_after` of our server, `resend_after` of a
//! contract, otherwise `DEFAULT_WAIT` of `crates/core`.

use dioxus::prelude::*;

use crate::{
    clock::{self, Timestamp},
    components::{Icon, IconName, use_countdown},
    context::use_recovery,
    flow::Event,
    i18n::use_i18n,
};

/// A sentence and a button. Both keep their size: the button first counts down, and the sentence is replaced after the
/// email was sent.
#[component]
pub(super) fn Resend(
    requested_at: Timestamp,
    after: Timestamp,
    sending: bool,
    sent: bool,
    /// Whether the service can run out of emails. The text then says so, whether or not it has.
    email_quota: bool,
) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let mut waited_for = use_signal(|| None);
    let left = use_countdown(requested_at, after, EventHandler::new(move |()| waited_for.set(Some(after))));
    let ready = waited_for() == Some(after) || after <= clock::timestamp();
    let time = i18n.duration(if ready { 0 } else { left() });
    let longest_time = i18n.duration(after.seconds_after(requested_at));
    let now = match (sending, ready) {
        (true, _) => i18n.text("sending"),
        (false, true) => i18n.text("resend"),
        (false, false) => i18n.text_with("resend-in", "time", time),
    };
    let waiting = !ready || sending;
    let hint = i18n.text(if email_quota { "check-spam-quota" } else { "check-spam" });
    rsx! {
        div { class: "card-again",
            div { class: "swap",
                p { class: if sent { "quiet swap-off" } else { "quiet" }, "{hint}" }
                p { class: if sent { "okay" } else { "okay swap-off" },
                    Icon { name: IconName::Check, small: true }
                    span { {i18n.text("resent")} }
                }
            }
            button {
                class: "button button-outlined button-small",
                r#type: "button",
                aria_disabled: waiting,
                onclick: move |_| {
                    if !waiting {
                        recovery.send(Event::ResendPressed);
                    }
                },
                span { class: "swap",
                    span { role: if !ready { "timer" }, aria_live: if !ready { "off" }, "{now}" }
                    span { class: "swap-off", aria_hidden: true, {i18n.text("resend")} }
                    span { class: "swap-off", aria_hidden: true, {i18n.text_with("resend-in", "time", longest_time)} }
                    span { class: "swap-off", aria_hidden: true, {i18n.text("sending")} }
                }
            }
        }
    }
}
