//! The third screen: a new password, once the link is known to work.

use dioxus::prelude::*;

use super::form::submitted;
use crate::{
    app::use_guide,
    clock::Timestamp,
    components::{Action, Countdown, Page, PasswordField, Problem, Submit, TextField},
    flow::{Event, Phase, Reset, ResetProblem, Step},
    service::AttemptKey,
    words,
};

const PASSWORD: &str = "new-password";
const CONFIRMATION: &str = "repeat-password";
const SECOND_FACTOR: &str = "second-factor";

/// Checks the link, then asks for the new password.
#[component]
pub fn ResetPasswordScreen() -> Element {
    let guide = use_guide();
    let flow = guide.flow();
    let Step::Reset(reset) = flow.step() else { return rsx! {} };
    let lead = reset.email.as_ref().map(|email| words::reset_for(email.as_str())).unwrap_or_default();
    match &reset.phase {
        Phase::Checking => rsx! {
            Page { title: words::RESET_TITLE, lead, p { class: "quiet", {words::RESET_CHECKING} } }
        },
        Phase::Unchecked(call) => rsx! {
            Page { title: words::RESET_TITLE, lead,
                Problem { text: words::call_error(call) }
                Action { main: true, label: words::TRY_AGAIN, onpress: move |()| guide.tell(Event::CheckAgain) }
            }
        },
        Phase::Ready(_) | Phase::Sending(_) => rsx! {
            Page { title: words::RESET_TITLE, lead, NewPasswordForm {} }
        },
    }
}

/// The form itself. While the password is hidden it is typed twice; while it shows, once (PWD-10).
#[component]
fn NewPasswordForm() -> Element {
    let guide = use_guide();
    let mut drafts = guide.drafts;
    let mut shown = use_signal(|| false);
    let mut waited = use_signal(|| None);
    let flow = guide.flow();
    let Step::Reset(reset) = flow.step() else { return rsx! {} };
    let problem = reset.problem.as_ref();
    let text = problem.map(words::reset_problem).unwrap_or_default();
    let (mut first_error, mut second_error, mut factor_error) = (String::new(), String::new(), String::new());
    let (mut general, mut wait) = (None, None);
    match problem {
        Some(ResetProblem::Missing | ResetProblem::Refused(_)) => first_error = text,
        Some(ResetProblem::SecondFactor) => factor_error = text,
        Some(ResetProblem::Mismatch) if !shown() => second_error = text,
        Some(ResetProblem::Wait(until)) if waited() != Some(*until) => wait = Some(*until),
        Some(ResetProblem::Call(_)) => general = Some(text),
        _ => {}
    }
    let account = reset.email.as_ref().map(|email| email.as_str().to_owned());
    let sending = matches!(reset.phase, Phase::Sending(_));
    let first = drafts.password.peek().to_string();
    let second = drafts.confirmation.peek().to_string();
    let factor = drafts.second_factor.peek().to_string();
    let asks_second_factor = reset.second_factor;
    rsx! {
        form {
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                let confirmation = (!shown()).then(|| submitted(&event, CONFIRMATION, &drafts.confirmation.peek()));
                let password = submitted(&event, PASSWORD, &drafts.password.peek());
                let second_factor = submitted(&event, SECOND_FACTOR, &drafts.second_factor.peek());
                shown.set(false);
                let fresh = AttemptKey::fresh();
                guide.tell(Event::PasswordSubmitted { password, confirmation, second_factor, fresh });
            },
            if let Some(account) = account {
                // Tells a password manager whose password this will be (A11Y-3).
                input { class: "unseen", r#type: "email", name: "username", autocomplete: "username", readonly: true, tabindex: "-1", aria_hidden: true, initial_value: "{account}" }
            }
            PasswordField {
                id: PASSWORD,
                label: words::NEW_PASSWORD,
                hint: words::policy(flow.policy()),
                initial: first,
                error: first_error,
                shown: shown(),
                ontoggle: move |()| shown.toggle(),
                oninput: move |text: String| drafts.password.set(text.into()),
            }
            if !shown() {
                PasswordField {
                    id: CONFIRMATION,
                    label: words::REPEAT_PASSWORD,
                    initial: second,
                    error: second_error,
                    shown: false,
                    oninput: move |text: String| drafts.confirmation.set(text.into()),
                }
            }
            if asks_second_factor {
                TextField {
                    id: SECOND_FACTOR,
                    label: words::SECOND_FACTOR,
                    hint: words::SECOND_FACTOR_HINT,
                    inputmode: "numeric",
                    autocomplete: "one-time-code",
                    initial: factor,
                    error: factor_error,
                    oninput: move |text: String| drafts.second_factor.set(text.into()),
                }
            }
            if let Some(problem) = general {
                Problem { text: problem }
            }
            if let Some(until) = wait {
                Problem { text: words::WAIT_FIRST, Countdown { until, onend: move |()| waited.set(Some(until)) } }
            }
            Submit { label: words::SET_PASSWORD, busy_label: words::SETTING_PASSWORD, busy: sending }
        }
        Expiry {}
    }
}

/// How long the link stays good, where that is known (A11Y-9).
#[component]
fn Expiry() -> Element {
    let guide = use_guide();
    let until = match guide.flow().step() {
        Step::Reset(Reset { phase: Phase::Ready(Some(until)) | Phase::Sending(Some(until)), .. }) => *until,
        _ => return rsx! {},
    };
    let mut now = use_signal(Timestamp::now);
    use_future(move || async move {
        loop {
            tokio::time::sleep(std::time::Duration::from_secs(10)).await;
            now.set(Timestamp::now());
        }
    });
    rsx! {
        p { class: "quiet", "{words::GOOD_FOR} {words::good_for(until.seconds_after(now()))}" }
    }
}

/// What a screen reader is told while a password is being set: (politely, at once).
pub fn reset_announcement(reset: &Reset) -> (String, String) {
    match (&reset.phase, &reset.problem) {
        (Phase::Checking, _) => (words::RESET_CHECKING.to_owned(), String::new()),
        (Phase::Unchecked(call), _) => (String::new(), words::call_error(call)),
        (Phase::Sending(_), _) => (words::SETTING_PASSWORD.to_owned(), String::new()),
        (Phase::Ready(_), Some(problem)) => (String::new(), words::reset_problem(problem)),
        (Phase::Ready(_), None) => Default::default(),
    }
}
