//! What is wrong with a form, in one place, each problem leading to its field (A11Y-4).

use dioxus::prelude::*;

use super::fields::use_fields;
use crate::words::use_words;

/// A field and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The field's id.
    pub field: &'static str,
    /// In words.
    pub text: String,
}

impl Slip {
    /// The slips of a form: each field with what is wrong with it, where something is.
    pub fn at<'a>(fields: impl IntoIterator<Item = (&'static str, &'a String)>) -> Vec<Self> {
        let wrong = fields.into_iter().filter(|(_, text)| !text.is_empty());
        wrong.map(|(field, text)| Self { field, text: text.clone() }).collect()
    }
}

/// The list of what is wrong. It takes the focus when it comes and whenever `refused` has grown, so that a screen
/// reader begins there, and the eye too.
#[component]
pub fn Summary(slips: Vec<Slip>, refused: u32) -> Element {
    let words = use_words();
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
            class: "summary",
            role: "group",
            tabindex: "-1",
            aria_labelledby: "summary-title",
            onmounted: move |event: MountedEvent| place.set(Some(event.data())),
            p { id: "summary-title", {words.say("problems")} }
            ul {
                for Slip { field, text } in slips {
                    li { key: "{field}",
                        button {
                            class: "summary-link",
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
