//! A summary of a form's errors, with a link to each field (A11Y-4).

use dioxus::prelude::*;

use super::{Icon, IconName, fields::use_fields};
use crate::i18n::use_i18n;

/// A field and its error message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The id of the field.
    pub field: &'static str,
    /// The error message.
    pub text: String,
}

impl FieldError {
    /// The errors of a form, from pairs of field id and message. Empty messages are skipped.
    pub fn list<'a>(fields: impl IntoIterator<Item = (&'static str, &'a String)>) -> Vec<Self> {
        let wrong = fields.into_iter().filter(|(_, text)| !text.is_empty());
        wrong.map(|(field, text)| Self { field, text: text.clone() }).collect()
    }
}

/// Moves focus to the errors of a form, when the form is mounted with errors and whenever `refusals` increases. With one
/// error it renders nothing, focuses its field and selects its text; with several it renders and focuses a list.
#[component]
pub fn ErrorSummary(field_errors: Vec<FieldError>, refusals: u32) -> Element {
    let fields = use_fields();
    let only = match &field_errors[..] {
        [only] => Some(only.field),
        _ => None,
    };
    use_effect(use_reactive!(|(only, refusals)| {
        let _ = refusals;
        if let (Some(fields), Some(field)) = (fields, only) {
            fields.focus_and_select(field);
        }
    }));
    rsx! {
        if field_errors.len() > 1 {
            List { field_errors, refusals }
        }
    }
}

#[component]
fn List(field_errors: Vec<FieldError>, refusals: u32) -> Element {
    let i18n = use_i18n();
    let fields = use_fields();
    let mut place = use_signal(|| None::<std::rc::Rc<MountedData>>);
    use_effect(use_reactive!(|refusals| {
        let _ = refusals;
        let Some(place) = place() else { return };
        spawn(async move {
            let _ = place.set_focus(true).await;
        });
    }));
    rsx! {
        div {
            class: "notice notice-error",
            role: "group",
            tabindex: "-1",
            aria_labelledby: "error-summary-title",
            onmounted: move |event: MountedEvent| place.set(Some(event.data())),
            Icon { name: IconName::Alert }
            div { class: "notice-body",
                b { id: "error-summary-title", class: "notice-title", {i18n.text("problems")} }
                ul { class: "notice-list",
                    for FieldError { field, text } in field_errors {
                        li { key: "{field}",
                            button {
                                class: "notice-action",
                                r#type: "button",
                                onclick: move |_| {
                                    if let Some(fields) = fields {
                                        fields.focus(field);
                                    }
                                },
                                "{text}"
                            }
                        }
                    }
                }
            }
        }
    }
}
