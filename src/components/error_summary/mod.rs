//! A summary of a form's errors, with a link to each field (A11Y-4).

use dioxus::prelude::*;

use super::fields::use_fields;
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

/// The list of errors. It takes the focus when it is mounted and whenever `refused` increases, so that a screen reader
/// starts there.
#[component]
pub fn ErrorSummary(field_errors: Vec<FieldError>, refused: u32) -> Element {
    let i18n = use_i18n();
    let fields = use_fields();
    let mut place = use_signal(|| None::<std::rc::Rc<MountedData>>);
    use_effect(use_reactive!(|refused| {
        let _ = refused;
        let Some(place) = place() else { return };
        spawn(async move {
            let _ = place.set_focus(true).await;
        });
    }));
    rsx! {
        div {
            class: "error-summary",
            role: "group",
            tabindex: "-1",
            aria_labelledby: "error-summary-title",
            onmounted: move |event: MountedEvent| place.set(Some(event.data())),
            p { id: "error-summary-title", {i18n.text("problems")} }
            ul {
                for FieldError { field, text } in field_errors {
                    li { key: "{field}",
                        button {
                            class: "error-summary-link",
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
