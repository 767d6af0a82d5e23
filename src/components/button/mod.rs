//! Buttons. None is ever `disabled`: one that waits keeps the focus and ignores presses.

use dioxus::prelude::*;

use super::{Icon, IconName, Spinner, use_countdown};
use crate::{clock::Timestamp, i18n::use_i18n};

/// How prominent a button is. A screen has one filled button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// The main action.
    Filled,
    /// Another action.
    Outlined,
    /// A button that looks like a link, such as the way back.
    #[default]
    Plain,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Filled => "button-filled",
            Self::Outlined => "button-outlined",
            Self::Plain => "button-plain",
        }
    }
}

/// The submit button of a form, as wide as the form. While `busy` it shows `busy_label` and a spinner.
#[component]
pub fn Submit(
    label: String,
    busy_label: String,
    busy: bool,
    #[props(default = ButtonKind::Filled)] kind: ButtonKind,
) -> Element {
    let (class, busy_class) = (kind.class(), if busy { " button-busy" } else { "" });
    rsx! {
        button { class: "button button-wide {class}{busy_class}", r#type: "submit", aria_disabled: busy,
            if busy {
                Spinner {}
                "{busy_label}"
            } else {
                "{label}"
            }
        }
    }
}

/// A button in the place of [`Submit`] that counts down to `until`, when `onend` is called. Screen readers do not
/// announce each second.
#[component]
pub fn WaitingSubmit(until: Timestamp, onend: EventHandler<()>) -> Element {
    let i18n = use_i18n();
    let left = use_countdown(Timestamp(0), until, onend);
    let label = i18n.text_with("try-again-in", "time", i18n.duration(left()));
    rsx! {
        button { class: "button button-wide button-filled button-waiting", r#type: "button", aria_disabled: true,
            span { role: "timer", aria_live: "off", "{label}" }
        }
    }
}

/// The submit button beside a field. While `busy`, a spinner takes the place of the word.
#[component]
pub fn InlineSubmit(label: String, busy_label: String, busy: bool, filled: bool) -> Element {
    let kind = if filled { ButtonKind::Filled } else { ButtonKind::Outlined };
    let (class, busy_class) = (kind.class(), if busy { " button-busy" } else { "" });
    rsx! {
        button {
            class: "button {class}{busy_class}",
            r#type: "submit",
            aria_disabled: busy,
            aria_label: if busy { busy_label },
            span { class: "swap",
                span { class: if busy { "swap-off" }, "{label}" }
                if busy {
                    Spinner {}
                }
            }
        }
    }
}

/// A button that does not submit a form.
#[component]
pub fn Action(
    label: String,
    #[props(default)] kind: ButtonKind,
    #[props(default)] icon: Option<IconName>,
    #[props(default)] wide: bool,
    #[props(default)] busy: bool,
    /// Whether Escape presses it: the plain way back of its screen.
    #[props(default)]
    escape: bool,
    #[props(default)] autofocus: bool,
    onpress: EventHandler<()>,
) -> Element {
    let (class, wide) = (kind.class(), if wide { " button-wide" } else { "" });
    rsx! {
        button {
            class: "button {class}{wide}",
            r#type: "button",
            aria_disabled: busy,
            "data-escape": if escape { "true" },
            onmounted: move |button: MountedEvent| async move {
                if autofocus {
                    let _ = button.set_focus(true).await;
                }
            },
            onclick: move |_| {
                if !busy {
                    onpress.call(());
                }
            },
            if busy {
                Spinner {}
            }
            if let Some(name) = icon {
                Icon { name }
            }
            "{label}"
        }
    }
}
