//! The notice about a call that failed.

use dioxus::prelude::*;

use crate::{
    components::{IconName, Notice, NoticeKind},
    i18n::use_i18n,
    service::CallError,
};

/// Shows why a call failed, or that it is repeated when the device is online again.
#[component]
pub(super) fn CallNotice(error: CallError, awaits_connection: bool) -> Element {
    let i18n = use_i18n();
    match error {
        _ if awaits_connection => rsx! {
            Notice { icon: IconName::Offline, title: i18n.text("offline-title"), text: i18n.text("offline-text") }
        },
        CallError::Offline => rsx! { Notice { icon: IconName::Offline, text: i18n.text("offline") } },
        CallError::Down => rsx! {
            Notice {
                kind: NoticeKind::Warning,
                icon: IconName::Warn,
                title: i18n.text("down-title"),
                text: i18n.text("down-text"),
            }
        },
        error => {
            let icon = match error {
                CallError::RateLimited { .. } | CallError::TimedOut => IconName::Clock,
                _ => IconName::Warn,
            };
            rsx! { Notice { kind: NoticeKind::Warning, icon, text: i18n.call_error(&error) } }
        }
    }
}

/// Shows that there were too many tries. The button shows how long to wait.
#[component]
pub(super) fn WaitNotice() -> Element {
    let i18n = use_i18n();
    rsx! {
        Notice {
            kind: NoticeKind::Warning,
            icon: IconName::Clock,
            title: i18n.text("wait-title"),
            text: i18n.text("wait-text"),
        }
    }
}
