//! The second screen: where the e-mail goes, and what to do with it, or without it.

use dioxus::prelude::*;

use super::form::submitted;
use crate::{
    app::use_guide,
    clock::Timestamp,
    components::{Action, Countdown, Page, Problem, Submit, TextField},
    flow::{CheckEmailProblem, Event, Step, Waiting},
    words,
};

const LINK_OR_CODE: &str = "link-or-code";

/// Waits for the e-mail together with the person.
#[component]
pub fn CheckEmailScreen() -> Element {
    let guide = use_guide();
    let mut drafts = guide.drafts;
    let flow = guide.flow();
    let Step::CheckEmail(check) = flow.step() else { return rsx! {} };
    let (before, after) = words::check_lead();
    let (label, hint) = match flow.code_digits(&check.recovery) {
        Some(_) => (words::CODE_LABEL, words::CODE_HINT),
        None => (words::PASTE_LABEL, words::PASTE_HINT),
    };
    let (mut field_error, mut resend_error) = (String::new(), None);
    match &check.problem {
        Some(problem @ CheckEmailProblem::NotResent(_)) => {
            resend_error = Some(words::check_email_problem(problem))
        }
        Some(problem) => field_error = words::check_email_problem(problem),
        None => {}
    }
    let initial = drafts.link_or_code.peek().to_string();
    rsx! {
        Page { title: words::CHECK_TITLE,
            p { class: "page-lead",
                "{before} "
                span { class: "page-address", dir: "auto", "{check.recovery.email.as_str()}" }
                ", {after}"
            }
            p { class: "quiet", {words::CHECK_SPAM} }
            form { class: "page-part",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    let text = submitted(&event, LINK_OR_CODE, &drafts.link_or_code.peek());
                    guide.tell(Event::LinkOrCodeSubmitted(text));
                },
                TextField {
                    id: LINK_OR_CODE,
                    label,
                    hint,
                    autocomplete: "one-time-code",
                    initial,
                    error: field_error,
                    oninput: move |text: String| drafts.link_or_code.set(text.into()),
                }
                Submit { label: words::CONTINUE, busy_label: words::CHECKING, busy: check.waiting == Waiting::CheckingCode }
            }
            div { class: "page-part",
                if check.resent {
                    p { {words::RESENT} }
                }
                if let Some(problem) = resend_error {
                    Problem { text: problem }
                }
                Resend { after: check.recovery.resend_after, sending: check.waiting == Waiting::Resending }
                div { class: "page-more",
                    Action { label: words::CHANGE_ADDRESS, onpress: move |()| guide.tell(Event::StartOver) }
                }
            }
        }
    }
}

/// "Send again", once its time has come.
#[component]
fn Resend(after: Timestamp, sending: bool) -> Element {
    let guide = use_guide();
    let mut waited_for = use_signal(|| None);
    let may_ask = waited_for() == Some(after) || after <= Timestamp::now();
    rsx! {
        if may_ask {
            div { class: "page-more",
                Action {
                    label: if sending { words::SENDING } else { words::RESEND },
                    busy: sending,
                    onpress: move |()| guide.tell(Event::ResendPressed),
                }
            }
        } else {
            p { class: "quiet", "{words::RESEND_IN} " Countdown { until: after, onend: move |()| waited_for.set(Some(after)) } "." }
        }
    }
}
