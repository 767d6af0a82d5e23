//! Feedback on a password while it is typed: policy, strength, and the breach list. A separate component, so that a key
//! press does not render the whole screen.

use std::{rc::Rc, time::Duration};

use dioxus::prelude::*;
use secrecy::zeroize::Zeroizing;

use super::rules::{BreachStatus, TypedPassword};
use crate::{
    clock,
    components::{Rules, StrengthMeter},
    context::{Environment, use_recovery},
    flow::ResetProblem,
    i18n::use_i18n,
    password::{
        breach::BreachList,
        strength::{Strength, measure_in_background, user_inputs},
    },
    secret::{EmailAddress, NewPassword},
};

/// The ids that the field refers to in `aria-describedby`. Not that of an element around them: WebKit would read it twice.
pub(super) const FEEDBACK_IDS: &str =
    "new-password-strength new-password-rule-0 new-password-rule-1 new-password-rule-2";
/// How long typing must pause before the breach list is queried.
const TYPING_PAUSE: Duration = Duration::from_millis(800);
/// How long typing must pause before changed rules are announced.
const ANNOUNCE_DELAY: Duration = Duration::from_secs(1);

/// The result of a breach list lookup.
#[derive(Clone, PartialEq, Default)]
pub(super) enum BreachCheck {
    /// The password was not looked up, or has changed since.
    #[default]
    NotChecked,
    /// The lookup is running.
    Checking,
    /// The list contains this password.
    Breached(Zeroizing<String>),
    /// The list does not contain it.
    NotFound,
    /// The list did not respond. This is shown but blocks nothing.
    Unavailable,
}

/// The strength meter and the rules. A refused rule is the error of the field.
#[component]
pub(super) fn PasswordFeedback(
    email: Option<EmailAddress>,
    problem: Option<ResetProblem>,
    breach_check: Signal<BreachCheck>,
    caps_lock: ReadSignal<bool>,
    /// Whether to show tips; not beside a second factor.
    tips: bool,
) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let has_list = use_context::<Environment>().breach_list.is_some();
    let password = recovery.drafts.password;
    let strength = use_strength(password, email);
    use_breach_check(password, breach_check);
    let typed = password.read();
    let breach = match &*breach_check.read() {
        _ if !has_list => BreachStatus::NoList,
        BreachCheck::Checking => BreachStatus::Checking,
        BreachCheck::Breached(breached) if *breached == *typed => BreachStatus::Found,
        BreachCheck::NotFound => BreachStatus::NotFound,
        BreachCheck::Unavailable => BreachStatus::Unavailable,
        BreachCheck::NotChecked | BreachCheck::Breached(_) => BreachStatus::Unknown,
    };
    let typed_password = TypedPassword {
        typed: typed.as_str(),
        policy: recovery.flow().policy(),
        strength: strength(),
        breach,
        problem: problem.as_ref(),
        caps_lock: caps_lock(),
        tips,
    };
    let (meter, rules) = (typed_password.meter(), typed_password.rules(&i18n));
    let changes = use_changes(rules.iter().map(|rule| rule.text.clone()).collect());
    rsx! {
        div { class: "password-feedback",
            StrengthMeter { id: "new-password-strength", meter }
            Rules { id: "new-password-rule", rules, short: !tips }
        }
        div { class: "visually-hidden", role: "status", {changes} }
    }
}

/// The rows that have changed, a second after the last key: for screen readers.
fn use_changes(rows: Vec<String>) -> ReadSignal<String> {
    let mut announced = use_signal(|| rows.clone());
    let mut changes = use_signal(String::new);
    use_resource(use_reactive!(|rows| async move {
        clock::sleep(ANNOUNCE_DELAY).await;
        let changed: Vec<_> = rows.iter().filter(|row| !announced.peek().contains(row)).cloned().collect();
        if !changed.is_empty() {
            changes.set(changed.join(" "));
        }
        announced.set(rows);
    }));
    changes.into()
}

/// The strength of the current password. It is measured off the UI thread.
fn use_strength(
    password: Signal<Zeroizing<String>>,
    email: Option<EmailAddress>,
) -> Signal<Option<Strength>> {
    let environment = use_context::<Environment>();
    let mut strength = use_signal(|| None);
    let own = use_hook(|| Rc::new(user_inputs(email.as_ref(), &environment.brand.name)));
    use_resource(move || {
        let (password, own) = (password.read().clone(), own.clone());
        async move {
            let measured =
                if password.is_empty() { None } else { measure_in_background(password, own.to_vec()).await };
            if *strength.peek() != measured {
                strength.set(measured);
            }
        }
    });
    strength
}

/// Looks up the password when typing pauses, if a breach list is configured.
fn use_breach_check(password: Signal<Zeroizing<String>>, mut breach_check: Signal<BreachCheck>) {
    let recovery = use_recovery();
    let list = use_context::<Environment>().breach_list;
    // Restarts at every key press and cancels the running lookup.
    use_resource(move || {
        let (typed, list) = (password.read().clone(), list.clone());
        async move {
            if *breach_check.peek() != BreachCheck::NotChecked {
                breach_check.set(BreachCheck::NotChecked);
            }
            let Some(list) = list else { return };
            let Ok(candidate) = recovery.flow().policy().accept(&typed) else { return };
            clock::sleep(TYPING_PAUSE).await;
            breach_check.set(BreachCheck::Checking);
            breach_check.set(check(&list, &candidate, typed).await);
        }
    });
}

async fn check(list: &BreachList, candidate: &NewPassword, typed: Zeroizing<String>) -> BreachCheck {
    match list.contains(candidate).await {
        Ok(true) => BreachCheck::Breached(typed),
        Ok(false) => BreachCheck::NotFound,
        Err(_) => BreachCheck::Unavailable,
    }
}
