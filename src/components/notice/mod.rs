//! A notice: a box with an icon, for what concerns more than one field.

use dioxus::prelude::*;

use super::{Icon, IconName};
use crate::i18n::use_i18n;

/// What a notice is about. Red is for what the person must change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoticeKind {
    /// Something to know, or to wait for.
    #[default]
    Info,
    /// Be careful, or wait.
    Warning,
    /// Several fields must be changed.
    Error,
    /// Something worked.
    Success,
}

/// A notice. With `ondismiss` it has a button that removes it. It is not announced: screen readers get the text from a
/// live region.
#[component]
pub fn Notice(
    #[props(default)] kind: NoticeKind,
    icon: IconName,
    #[props(default)] title: String,
    #[props(default)] text: String,
    #[props(default)] ondismiss: Option<EventHandler<()>>,
    children: Element,
) -> Element {
    let i18n = use_i18n();
    let class = match kind {
        NoticeKind::Info => "notice",
        NoticeKind::Warning => "notice notice-warning",
        NoticeKind::Error => "notice notice-error",
        NoticeKind::Success => "notice notice-success",
    };
    rsx! {
        div { class,
            Icon { name: icon }
            div { class: "notice-body",
                if !title.is_empty() {
                    b { class: "notice-title", "{title}" }
                }
                if !text.is_empty() {
                    p { "{text}" }
                }
                {children}
            }
            if let Some(ondismiss) = ondismiss {
                button {
                    class: "notice-dismiss",
                    r#type: "button",
                    aria_label: i18n.text("dismiss"),
                    onclick: move |_| ondismiss.call(()),
                    Icon { name: IconName::Close }
                }
            }
        }
    }
}
