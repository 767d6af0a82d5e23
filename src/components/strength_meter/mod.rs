//! The strength of a password, and the rules that it must follow.

use dioxus::prelude::*;

use super::{Icon, IconName, Spinner};
use crate::{
    i18n::{I18n, use_i18n},
    password::strength::Advice,
};

/// What the meter shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meter {
    /// Nothing was typed.
    Empty,
    /// The password is shorter than the minimum: the length so far, in percent.
    Length(u64),
    /// The strength, 0 to 4.
    Score(u8),
}

/// Shows the strength as a bar of four segments and a word. While the password is too short, shows one bar: how much of the
/// minimum length is typed. The number of segments and the word show the strength without colours. The word has the `id`.
#[component]
pub fn StrengthMeter(id: &'static str, meter: Meter) -> Element {
    let i18n = use_i18n();
    if let Meter::Length(percent) = meter {
        return rsx! {
            div { class: "meter",
                svg { class: "meter-length", "aria-hidden": "true", rect { width: "{percent}%", height: "100%", rx: "2" } }
            }
        };
    }
    let score = match meter {
        Meter::Score(score) => Some(score),
        _ => None,
    };
    // The two lowest scores differ only by the word.
    let reached = score.map_or(0, |score| score.max(1));
    rsx! {
        div { class: "meter", "data-score": "{reached}",
            span { class: "meter-segments", aria_hidden: true,
                for segment in 1..=4 {
                    span { key: "{segment}", class: if segment <= reached { "meter-segment meter-segment-reached" } else { "meter-segment" } }
                }
            }
            if let Some(score) = score {
                p { id, class: "meter-word",
                    span { class: "visually-hidden", {i18n.text("strength")} ": " }
                    {word(&i18n, score)}
                }
            }
        }
    }
}

fn word(i18n: &I18n, score: u8) -> String {
    i18n.text(match score {
        0 => "strength-0",
        1 => "strength-1",
        2 => "strength-2",
        3 => "strength-3",
        _ => "strength-4",
    })
}

/// The text of a piece of advice.
pub fn advice(i18n: &I18n, advice: Advice) -> String {
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
}

/// The state of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleState {
    /// The rule is not fulfilled yet.
    Unmet,
    /// Fulfilled.
    Met,
    /// The password is refused for it.
    Refused,
    /// Being looked up.
    Checking,
    /// The row is not a rule, but a tip.
    Tip,
}

/// A rule below the field. A refused rule is the error of the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The state of the rule.
    pub state: RuleState,
    /// The text of the rule.
    pub text: String,
}

/// The rules, one row each. Their height is that of three rows with a long tip, so that nothing moves; it is not reserved
/// if they are `short`. The text of each has the `id` and its number, from 0.
#[component]
pub fn Rules(id: &'static str, rules: Vec<Rule>, short: bool) -> Element {
    let class = if short { "rules rules-short" } else { "rules" };
    rsx! {
        ul { class,
            for (at, Rule { state, text }) in rules.into_iter().enumerate() {
                li { key: "{at}", class: rule_class(state),
                    match rule_icon(state) {
                        Some(name) => rsx! { Icon { name, small: true } },
                        None => rsx! { Spinner {} },
                    }
                    span { id: "{id}-{at}", "{text}" }
                }
            }
        }
    }
}

fn rule_class(state: RuleState) -> &'static str {
    match state {
        RuleState::Met => "rule rule-ok",
        RuleState::Refused => "rule rule-no",
        _ => "rule",
    }
}

fn rule_icon(state: RuleState) -> Option<IconName> {
    match state {
        RuleState::Unmet => Some(IconName::Todo),
        RuleState::Met => Some(IconName::Ok),
        RuleState::Refused => Some(IconName::No),
        RuleState::Checking => None,
        RuleState::Tip => Some(IconName::Info),
    }
}
