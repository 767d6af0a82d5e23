//! The time left before the link expires, and a way to get a new one (A11Y-9).

use std::time::Duration;

use dioxus::prelude::*;

use super::super::call_notice::CallNotice;
use crate::{
    clock::{self, Timestamp},
    components::{IconName, IconText, Notice, NoticeKind},
    context::use_recovery,
    flow::{Event, Renewal},
    i18n::use_i18n,
};

/// The remaining time, in seconds, below which a new link is offered. It is enough to type a password or to find the
/// email again.
const ENDS_SOON: u64 = 5 * 60;

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
    let ends_soon = left.is_some_and(|left| left < ENDS_SOON) && renewable;
    rsx! {
        match (renewal, left) {
            (Renewal::Sent, _) => rsx! { Notice { kind: NoticeKind::Success, icon: IconName::Ok, text: i18n.text("renewed") } },
            (renewal, Some(left)) if ends_soon => rsx! {
                Notice {
                    kind: NoticeKind::Warning,
                    icon: IconName::Clock,
                    title: i18n.expires_soon(left),
                    text: i18n.text("expires-soon-text"),
                    button {
                        class: "notice-action",
                        r#type: "button",
                        aria_disabled: renewing,
                        onclick: move |_| {
                            if !renewing {
                                recovery.send(Event::RenewPressed);
                            }
                        },
                        {i18n.text(if renewing { "sending" } else { "renew" })}
                    }
                }
                if let Renewal::Failed(error) = renewal {
                    CallNotice { error, awaits_connection: false }
                }
            },
            (_, Some(left)) => rsx! {
                IconText { icon: IconName::Clock, text: i18n.time_left(left) }
            },
            (_, None) => rsx! {},
        }
    }
}
