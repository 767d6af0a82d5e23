//! The form for the new password.

use dioxus::prelude::*;
use secrecy::zeroize::Zeroizing;

use super::{
    super::call_notice::{CallNotice, WaitNotice},
    password_feedback::{BreachCheck, FEEDBACK_IDS, PasswordFeedback},
};
use crate::{
    components::{ErrorSummary, FieldError, PasswordField, Submit, TextField, WaitingSubmit, submitted},
    context::use_recovery,
    document::has_fine_pointer,
    flow::{Event, ResetProblem},
    i18n::{I18n, use_i18n},
    password::password_rules,
    platform::set_content_protection,
    secret::EmailAddress,
    service::IdempotencyKey,
};

const PASSWORD: &str = "new-password";
const CONFIRMATION: &str = "repeat-password";
const SECOND_FACTOR: &str = "second-factor";

/// The form. A hidden password is typed twice; a password that was shown, once (PWD-10).
#[component]
pub(super) fn NewPasswordForm(
    email: Option<EmailAddress>,
    second_factor: bool,
    sending: bool,
    problem: Option<ResetProblem>,
    /// Content below the button.
    children: Element,
) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let mut drafts = recovery.drafts;
    let mut shown = use_signal(|| false);
    // The password as it was when it was last shown. It needs no confirmation as long as it does not change.
    let mut seen = use_signal(Zeroizing::<String>::default);
    let needs_confirmation =
        use_memo(move || !shown() && (seen.read().is_empty() || *seen.read() != *drafts.password.read()));
    let breach_check = use_signal(BreachCheck::default);
    use_effect(move || set_content_protection(shown()));
    use_drop(|| set_content_protection(false));
    let caps_lock = use_signal(|| false);
    let confirmation_caps_lock = use_signal(|| false);
    // Whether the last submit had no second factor. The flow reports one problem at a time.
    let mut factor_missing = use_signal(|| false);
    let flow = recovery.flow();
    let awaits_connection = flow.awaits_connection();
    let FieldMessages {
        password: password_error,
        confirmation: confirmation_error,
        second_factor: second_factor_error,
    } = FieldMessages::new(problem.as_ref(), &i18n, needs_confirmation(), factor_missing());
    let field_errors = FieldError::list([
        (PASSWORD, &password_error),
        (CONFIRMATION, &confirmation_error),
        (SECOND_FACTOR, &second_factor_error),
    ]);
    let second_factor_asked = second_factor;
    let account = email.as_ref().map(|email| email.as_str().to_owned());
    let mut hide = move || {
        if shown() {
            seen.set(drafts.password.peek().clone());
            shown.set(false);
        }
    };
    rsx! {
        form {
            class: "stack",
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                let confirmation = needs_confirmation()
                    .then(|| submitted(&event, CONFIRMATION, &drafts.confirmation.peek()));
                let password = submitted(&event, PASSWORD, &drafts.password.peek());
                let second_factor = submitted(&event, SECOND_FACTOR, &drafts.second_factor.peek());
                hide();
                factor_missing.set(second_factor_asked && second_factor.trim().is_empty());
                let breached = matches!(&*breach_check.peek(), BreachCheck::Breached(breached) if *breached == password);
                let idempotency_key = IdempotencyKey::generate();
                recovery.send(Event::PasswordSubmitted { password, confirmation, second_factor, breached, idempotency_key });
            },
            ErrorSummary { field_errors, refused: flow.problem_count() }
            if let Some(account) = account {
                // Tells a password manager which account the password belongs to (A11Y-3).
                input { class: "visually-hidden", r#type: "email", name: "username", autocomplete: "username", readonly: true, tabindex: "-1", aria_hidden: true, initial_value: "{account}" }
            }
            PasswordField {
                id: PASSWORD,
                label: i18n.text("new-password"),
                autofocus: has_fine_pointer(),
                readonly: sending,
                error_elsewhere: true,
                caps_lock,
                initial: drafts.password.peek().to_string(),
                error: password_error,
                shown: shown(),
                rules: password_rules(&flow.policy()),
                described_by: FEEDBACK_IDS,
                ontoggle: move |()| if shown() { hide() } else { shown.set(true) },
                onleave: move |()| hide(),
                oninput: move |text: String| drafts.password.set(text.into()),
                PasswordFeedback { email: email.clone(), problem: problem.clone(), breach_check, caps_lock, tips: !second_factor }
            }
            if needs_confirmation() {
                PasswordField {
                    id: CONFIRMATION,
                    label: i18n.text("confirm-password"),
                    initial: drafts.confirmation.peek().to_string(),
                    error: confirmation_error,
                    shown: false,
                    readonly: sending,
                    caps_lock: confirmation_caps_lock,
                    oninput: move |text: String| drafts.confirmation.set(text.into()),
                }
            }
            if second_factor {
                TextField {
                    id: SECOND_FACTOR,
                    label: i18n.text("second-factor"),
                    hint: i18n.text("second-factor-hint"),
                    inputmode: "numeric",
                    autocomplete: "one-time-code",
                    code: true,
                    readonly: sending,
                    initial: drafts.second_factor.peek().to_string(),
                    error: second_factor_error,
                    oninput: move |text: String| drafts.second_factor.set(text.into()),
                }
            }
            match &problem {
                Some(ResetProblem::Call(error)) => rsx! { CallNotice { error: error.clone(), awaits_connection } },
                Some(ResetProblem::Wait(_)) => rsx! { WaitNotice {} },
                _ => rsx! {},
            }
            if let Some(ResetProblem::Wait(until)) = problem {
                WaitingSubmit { until, onend: move |()| recovery.send(Event::WaitOver(until)) }
            } else {
                Submit {
                    label: i18n.text("set-password"),
                    busy_label: i18n.text(if awaits_connection { "waiting-for-connection" } else { "setting-password" }),
                    busy: sending || awaits_connection,
                }
            }
            {children}
        }
    }
}

/// The error messages of the form, by field.
#[derive(Default)]
struct FieldMessages {
    password: String,
    confirmation: String,
    second_factor: String,
}

impl FieldMessages {
    fn new(
        problem: Option<&ResetProblem>,
        i18n: &I18n,
        needs_confirmation: bool,
        factor_missing: bool,
    ) -> Self {
        let Some(problem) = problem else { return Self::default() };
        let text = i18n.reset_problem(problem);
        let factor = if factor_missing { i18n.text("second-factor-wrong") } else { String::new() };
        match problem {
            ResetProblem::Missing | ResetProblem::Refused(_) => {
                Self { password: text, second_factor: factor, ..Self::default() }
            }
            ResetProblem::SecondFactor => Self { second_factor: text, ..Self::default() },
            ResetProblem::Mismatch if needs_confirmation => {
                Self { confirmation: text, second_factor: factor, ..Self::default() }
            }
            ResetProblem::Mismatch | ResetProblem::Wait(_) | ResetProblem::Call(_) => Self::default(),
        }
    }
}
