//! Feedback on a password while it is typed: policy, strength, and the breach list. A separate component, so that a key
//! press does not render the whole screen.

use std::{rc::Rc, time::Duration};

use dioxus::prelude::*;
use secrecy::zeroize::Zeroizing;

use crate::{
    clock,
    components::StrengthMeter,
    context::{Environment, use_recovery},
    i18n::use_i18n,
    password::{
        breach::BreachList,
        strength::{Strength, measure_in_background, own_words},
    },
    secret::{EmailAddress, NewPassword},
};

/// The id that the field refers to in `aria-describedby`.
pub(super) const FEEDBACK_ID: &str = "new-password-feedback";
/// How long typing must pause before the breach list is asked.
const TYPING_PAUSE: Duration = Duration::from_millis(800);

/// The result of a breach list lookup.
#[derive(Clone, PartialEq, Default)]
pub(super) enum BreachCheck {
    /// Not looked up, or the password has changed since.
    #[default]
    NotChecked,
    /// The lookup is running.
    Checking,
    /// The list contains this password.
    Breached(Zeroizing<String>),
    /// The list does not contain it.
    NotFound,
    /// The list did not answer. This is shown but blocks nothing.
    Unavailable,
}

/// The strength meter, the policy's rejections and the result of the lookup.
#[component]
pub(super) fn PasswordFeedback(
    email: Option<EmailAddress>,
    /// Whether the form already shows a rejection by the policy.
    refused: bool,
    breach_check: Signal<BreachCheck>,
) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let password = recovery.drafts.password;
    let strength = use_strength(password, email);
    use_breach_check(password, breach_check);
    let typed = password.read();
    if typed.is_empty() {
        return rsx! {
            div { id: FEEDBACK_ID, p { class: "quiet", {i18n.text("tip-words")} } }
        };
    }
    let rejections = match refused {
        true => Vec::new(),
        false => recovery.flow().policy().accept(&typed).err().unwrap_or_default(),
    };
    rsx! {
        div { id: FEEDBACK_ID,
            if let Some(strength) = strength() {
                StrengthMeter { id: "strength", strength }
            }
            for rejection in rejections {
                p { class: "quiet", {i18n.password_rejection(rejection)} }
            }
            match &*breach_check.read() {
                BreachCheck::Checking => rsx! { p { class: "quiet", {i18n.text("breach-checking")} } },
                BreachCheck::Unavailable => rsx! { p { class: "quiet", {i18n.text("breach-unknown")} } },
                BreachCheck::Breached(breached) if *breached == *typed => rsx! { p { class: "field-error", {i18n.text("password-breached")} } },
                _ => rsx! {},
            }
        }
    }
}

/// The strength of the current password. It is measured off the UI thread.
fn use_strength(
    password: Signal<Zeroizing<String>>,
    email: Option<EmailAddress>,
) -> Signal<Option<Strength>> {
    let environment = use_context::<Environment>();
    let mut strength = use_signal(|| None);
    let own = use_hook(|| Rc::new(own_words(email.as_ref(), &environment.brand.name)));
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
    match list.has(candidate).await {
        Ok(true) => BreachCheck::Breached(typed),
        Ok(false) => BreachCheck::NotFound,
        Err(_) => BreachCheck::Unavailable,
    }
}
