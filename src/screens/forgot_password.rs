//! The first screen: an address, and a button.

use dioxus::prelude::*;

use super::form::submitted;
use crate::{
    app::use_guide,
    components::{Action, Countdown, Page, Problem, Submit, TextField},
    flow::{Event, ForgotProblem, Step},
    words,
};

const EMAIL: &str = "email";

/// Asks for the address of the account.
#[component]
pub fn ForgotPasswordScreen() -> Element {
    let guide = use_guide();
    let mut drafts = guide.drafts;
    // The wait that has run out; the problem it belongs to then shows no more.
    let mut waited = use_signal(|| None);
    let flow = guide.flow();
    let Step::Forgot(forgot) = flow.step() else { return rsx! {} };
    let nothing_typed = drafts.email.peek().is_empty();
    if let (Some(email), true) = (&forgot.email, nothing_typed) {
        drafts.email.set(email.as_str().to_owned());
    }
    let (mut field_error, mut problem, mut wait) = (String::new(), None, None);
    match &forgot.problem {
        Some(at_field @ (ForgotProblem::Missing | ForgotProblem::Malformed | ForgotProblem::Refused)) => {
            field_error = words::forgot_problem(at_field);
        }
        Some(ForgotProblem::Wait(until)) if waited() == Some(*until) => {}
        Some(ForgotProblem::Wait(until)) => wait = Some(*until),
        Some(other) => problem = Some(words::forgot_problem(other)),
        None => {}
    }
    let sending = forgot.sending;
    let initial = drafts.email.peek().clone();
    rsx! {
        Page { title: words::FORGOT_TITLE, lead: words::FORGOT_LEAD, focus: false,
            form {
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    let email = submitted(&event, EMAIL, &drafts.email.peek());
                    guide.tell(Event::EmailSubmitted(email.to_string()));
                },
                TextField {
                    id: EMAIL,
                    label: words::EMAIL_LABEL,
                    kind: "email",
                    inputmode: "email",
                    autocomplete: "username email",
                    autofocus: true,
                    initial,
                    error: field_error,
                    oninput: move |text| drafts.email.set(text),
                }
                if let Some(problem) = problem {
                    Problem { text: problem }
                }
                if let Some(until) = wait {
                    Problem { text: words::WAIT_FIRST,
                        Countdown { until, onend: move |()| waited.set(Some(until)) }
                    }
                }
                Submit { label: words::SEND, busy_label: words::SENDING, busy: sending }
            }
            if flow.has_email_to_go_back_to() {
                div { class: "page-more",
                    Action { label: words::BACK_TO_EMAIL, onpress: move |()| guide.tell(Event::BackToEmail) }
                }
            }
        }
    }
}
