//! The form for the new password.

use dioxus::prelude::*;
use secrecy::zeroize::Zeroizing;

use super::{
    super::submit_or_wait::{FailedCall, SubmitOrWait},
    password_feedback::{BreachCheck, FEEDBACK_IDS, PasswordFeedback},
};
use crate::{
    components::{ErrorSummary, FieldError, PasswordField, TextField, submitted_value},
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
    let drafts = recovery.drafts;
    let mut visibility = use_visibility(drafts.password);
    let needs_confirmation = visibility.needs_confirmation;
    let breach_check = use_signal(BreachCheck::default);
    // Whether the last submit had no second factor. The flow reports one problem at a time.
    let mut factor_missing = use_signal(|| false);
    let flow = recovery.flow();
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
    let failed_call = match &problem {
        Some(ResetProblem::Call(error)) => Some(FailedCall::Error(error.clone())),
        Some(ResetProblem::Wait(until)) => Some(FailedCall::Wait(*until)),
        _ => None,
    };
    rsx! {
        form {
            class: "stack",
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                let confirmation = needs_confirmation()
                    .then(|| submitted_value(&event, CONFIRMATION, &drafts.confirmation.peek()));
                let password = submitted_value(&event, PASSWORD, &drafts.password.peek());
                let second_factor = submitted_value(&event, SECOND_FACTOR, &drafts.second_factor.peek());
                visibility.hide();
                factor_missing.set(second_factor_asked && second_factor.trim().is_empty());
                let breached = matches!(&*breach_check.peek(), BreachCheck::Breached(breached) if *breached == password);
                let idempotency_key = IdempotencyKey::generate();
                recovery.send(Event::PasswordSubmitted { password, confirmation, second_factor, breached, idempotency_key });
            },
            ErrorSummary { field_errors, refusals: flow.problem_count() }
            if let Some(account) = &email {
                // For password managers: the account that the password belongs to (A11Y-3).
                input { class: "visually-hidden", r#type: "email", name: "username", autocomplete: "username", readonly: true, tabindex: "-1", aria_hidden: true, initial_value: account.as_str() }
            }
            NewPasswordField {
                email,
                problem,
                tips: !second_factor,
                sending,
                error: password_error,
                visibility,
                breach_check,
            }
            if needs_confirmation() {
                ConfirmationField { sending, error: confirmation_error }
            }
            if second_factor {
                SecondFactorField { sending, error: second_factor_error }
            }
            SubmitOrWait {
                failed_call,
                label: i18n.text("set-password"),
                busy_label: i18n.text("setting-password"),
                busy: sending,
            }
            {children}
        }
    }
}

/// Whether the password is shown, and whether it must be typed again.
#[derive(Clone, Copy, PartialEq)]
struct Visibility {
    password: Signal<Zeroizing<String>>,
    shown: Signal<bool>,
    /// The password as it was when it was last shown. It needs no confirmation as long as it does not change.
    seen: Signal<Zeroizing<String>>,
    needs_confirmation: Memo<bool>,
}

/// The password is hidden at first. While it is shown, the screen is protected from recordings.
fn use_visibility(password: Signal<Zeroizing<String>>) -> Visibility {
    let shown = use_signal(|| false);
    let seen = use_signal(Zeroizing::<String>::default);
    let needs_confirmation =
        use_memo(move || !shown() && (seen.read().is_empty() || *seen.read() != *password.read()));
    use_effect(move || set_content_protection(shown()));
    use_drop(|| set_content_protection(false));
    Visibility { password, shown, seen, needs_confirmation }
}

impl Visibility {
    fn hide(&mut self) {
        if (self.shown)() {
            self.seen.set(self.password.peek().clone());
            self.shown.set(false);
        }
    }

    fn toggle(&mut self) {
        if (self.shown)() { self.hide() } else { self.shown.set(true) }
    }
}

/// The field for the new password, above its rules and its strength.
#[component]
fn NewPasswordField(
    email: Option<EmailAddress>,
    problem: Option<ResetProblem>,
    /// Whether tips are shown, which are not rules.
    tips: bool,
    sending: bool,
    error: String,
    visibility: Visibility,
    breach_check: Signal<BreachCheck>,
) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let mut drafts = recovery.drafts;
    let mut visibility = visibility;
    let caps_lock = use_signal(|| false);
    rsx! {
        PasswordField {
            id: PASSWORD,
            label: i18n.text("new-password"),
            autofocus: has_fine_pointer(),
            readonly: sending,
            error_elsewhere: true,
            caps_lock,
            initial: drafts.password.peek().to_string(),
            error,
            shown: (visibility.shown)(),
            rules: password_rules(&recovery.flow().policy()),
            described_by: FEEDBACK_IDS,
            ontoggle: move |()| visibility.toggle(),
            onleave: move |()| visibility.hide(),
            oninput: move |text: String| drafts.password.set(text.into()),
            PasswordFeedback { email, problem, breach_check, caps_lock, tips }
        }
    }
}

/// The field for the same password again.
#[component]
fn ConfirmationField(sending: bool, error: String) -> Element {
    let i18n = use_i18n();
    let mut drafts = use_recovery().drafts;
    let caps_lock = use_signal(|| false);
    rsx! {
        PasswordField {
            id: CONFIRMATION,
            label: i18n.text("confirm-password"),
            initial: drafts.confirmation.peek().to_string(),
            error,
            likely_errors: vec![i18n.text("passwords-differ")],
            shown: false,
            readonly: sending,
            caps_lock,
            oninput: move |text: String| drafts.confirmation.set(text.into()),
        }
    }
}

/// The field for the code of the authenticator app.
#[component]
fn SecondFactorField(sending: bool, error: String) -> Element {
    let i18n = use_i18n();
    let mut drafts = use_recovery().drafts;
    rsx! {
        TextField {
            id: SECOND_FACTOR,
            label: i18n.text("second-factor"),
            hint: i18n.text("second-factor-hint"),
            inputmode: "numeric",
            autocomplete: "one-time-code",
            code: true,
            readonly: sending,
            initial: drafts.second_factor.peek().to_string(),
            error,
            likely_errors: vec![i18n.text("second-factor-wrong")],
            oninput: move |text: String| drafts.second_factor.set(text.into()),
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
