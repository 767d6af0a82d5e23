//! The strength of a password, as a bar and as text.

use dioxus::prelude::*;

use crate::{
    i18n::use_i18n,
    password::strength::{Advice, Strength},
};

/// Five steps, the name of the current one, and advice. Not announced at every key; the field refers to it as its
/// description.
#[component]
pub fn StrengthMeter(id: &'static str, strength: Strength) -> Element {
    let i18n = use_i18n();
    let name = i18n.text(match strength.score {
        0 => "strength-0",
        1 => "strength-1",
        2 => "strength-2",
        3 => "strength-3",
        _ => "strength-4",
    });
    let advice = strength.advice.map(|advice| {
        i18n.text(match advice {
            Advice::Common => "advice-common",
            Advice::Keyboard => "advice-keyboard",
            Advice::Repeat => "advice-repeat",
            Advice::Sequence => "advice-sequence",
            Advice::Date => "advice-date",
            Advice::Word => "advice-word",
            Advice::Name => "advice-name",
            Advice::Substitution => "advice-substitution",
            Advice::MoreWords => "advice-more-words",
        })
    });
    rsx! {
        div { id, class: "strength-meter", "data-score": "{strength.score}",
            span { class: "strength-meter-steps", aria_hidden: true,
                for step in 0..5 {
                    span { key: "{step}", class: if step <= strength.score { "strength-meter-step reached" } else { "strength-meter-step" } }
                }
            }
            p { class: "strength-meter-name", {i18n.text("strength")} ": " strong { "{name}" } }
            if let Some(advice) = advice {
                p { class: "strength-meter-advice", "{advice}" }
            }
        }
    }
}
