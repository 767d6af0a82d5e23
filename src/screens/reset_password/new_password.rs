//! The form for the new password.

use dioxus::prelude::*;
use secrecy::zeroize::Zeroizing;

use super::password_feedback::{BreachCheck, FEEDBACK_ID, PasswordFeedback};
use crate::{
    clock::Timestamp,
    components::{Countdown, ErrorSummary, FieldError, PasswordField, Problem, Submit, TextField, submitted},
    context::use_recovery,
    flow::{Event, Flow, ResetProblem},
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
    let flow = recovery.flow();
    let FieldMessages {
        password: password_error,
        confirmation: confirmation_error,
        second_factor: second_factor_error,
        general,
        wait,
    } = FieldMessages::new(&flow, problem.as_ref(), &i18n, needs_confirmation());
    let field_errors = FieldError::list([
        (PASSWORD, &password_error),
        (CONFIRMATION, &confirmation_error),
        (SECOND_FACTOR, &second_factor_error),
    ]);
    let account = email.as_ref().map(|email| email.as_str().to_owned());
    let refused = matches!(problem, Some(ResetProblem::Refused(_)));
    let mut hide = move || {
        if shown() {
            seen.set(drafts.password.peek().clone());
            shown.set(false);
        }
    };
    rsx! {
        if !field_errors.is_empty() {
            ErrorSummary { field_errors, refused: flow.problem_count() }
        }
        form {
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                let confirmation = needs_confirmation()
                    .then(|| submitted(&event, CONFIRMATION, &drafts.confirmation.peek()));
                let password = submitted(&event, PASSWORD, &drafts.password.peek());
                let second_factor = submitted(&event, SECOND_FACTOR, &drafts.second_factor.peek());
                hide();
                let breached = matches!(&*breach_check.peek(), BreachCheck::Breached(breached) if *breached == password);
                let idempotency_key = IdempotencyKey::generate();
                recovery.send(Event::PasswordSubmitted { password, confirmation, second_factor, breached, idempotency_key });
            },
            if let Some(account) = account {
                // Tells a password manager which account the password belongs to (A11Y-3).
                input { class: "visually-hidden", r#type: "email", name: "username", autocomplete: "username", readonly: true, tabindex: "-1", aria_hidden: true, initial_value: "{account}" }
            }
            PasswordField {
                id: PASSWORD,
                label: i18n.text("new-password"),
                hint: i18n.policy(flow.policy()),
                initial: drafts.password.peek().to_string(),
                error: password_error,
                shown: shown(),
                rules: password_rules(&flow.policy()),
                described_by: FEEDBACK_ID,
                ontoggle: move |()| if shown() { hide() } else { shown.set(true) },
                onleave: move |()| hide(),
                oninput: move |text: String| drafts.password.set(text.into()),
                PasswordFeedback { email: email.clone(), refused, breach_check }
            }
            if needs_confirmation() {
                PasswordField {
                    id: CONFIRMATION,
                    label: i18n.text("confirm-password"),
                    initial: drafts.confirmation.peek().to_string(),
                    error: confirmation_error,
                    shown: false,
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
                    initial: drafts.second_factor.peek().to_string(),
                    error: second_factor_error,
                    oninput: move |text: String| drafts.second_factor.set(text.into()),
                }
            }
            if let Some(problem) = general {
                Problem { text: problem }
            }
            if let Some(until) = wait {
                Problem {
                    p { {i18n.wait()} }
                    Countdown { until, message: "try-again-in", onend: move |()| recovery.send(Event::WaitOver(until)) }
                }
            }
            Submit {
                label: i18n.text("set-password"),
                busy_label: i18n.text("setting-password"),
                busy: sending,
            }
        }
    }
}

/// The error messages of the form, by field.
#[derive(Default)]
struct FieldMessages {
    password: String,
    confirmation: String,
    second_factor: String,
    general: Option<String>,
    wait: Option<Timestamp>,
}

impl FieldMessages {
    fn new(flow: &Flow, problem: Option<&ResetProblem>, i18n: &I18n, needs_confirmation: bool) -> Self {
        let Some(problem) = problem else { return Self::default() };
        let text = i18n.reset_problem(problem);
        match problem {
            ResetProblem::Missing | ResetProblem::Refused(_) => Self { password: text, ..Self::default() },
            ResetProblem::SecondFactor => Self { second_factor: text, ..Self::default() },
            ResetProblem::Mismatch if needs_confirmation => Self { confirmation: text, ..Self::default() },
            ResetProblem::Mismatch => Self::default(),
            ResetProblem::Wait(until) => Self { wait: Some(*until), ..Self::default() },
            ResetProblem::Call(_) if flow.awaits_connection() => {
                Self { general: Some(i18n.offline()), ..Self::default() }
            }
            ResetProblem::Call(_) => Self { general: Some(text), ..Self::default() },
        }
    }
}
