//! The second screen: where the e-mail goes, and what to do with it, or without it.

use dioxus::prelude::*;

use super::{no_mailbox::NoMailbox, open_mail::OpenMail};
use crate::{
    clock::{self, Timestamp},
    components::{Action, Countdown, Page, Problem, Slip, Submit, Summary, TextField, submitted},
    context::use_guide,
    flow::{Event, Step, Waiting},
    platform::Paste,
    words::use_words,
};

const LINK_OR_CODE: &str = "link-or-code";

/// Waits for the e-mail together with the person.
#[component]
pub fn CheckEmailScreen() -> Element {
    let guide = use_guide();
    let words = use_words();
    let mut drafts = guide.drafts;
    let flow = guide.flow();
    let Step::CheckEmail(check) = flow.step() else { return rsx! {} };
    let code_alone = flow.awaits_code_alone();
    let (before, after) = words.around(if code_alone { "check-lead-code" } else { "check-lead" }, "email");
    let (label, hint, kind) = match flow.code(&check.recovery) {
        Some(_) if code_alone => (words.say("code-alone-label"), String::new(), "one-time-code"),
        Some(_) => (words.say("code-label"), words.say("code-hint"), "one-time-code"),
        None => (words.say("paste-label"), words.say("paste-hint"), "off"),
    };
    let (mut field_error, mut other_error) = (String::new(), None);
    match &check.problem {
        Some(_) if flow.awaits_line() => other_error = Some(words.say("offline-waiting")),
        Some(problem) if problem.is_at_field() => {
            field_error = words.check_email_problem(problem, code_alone)
        }
        Some(problem) => other_error = Some(words.check_email_problem(problem, code_alone)),
        None => {}
    }
    let slips = Slip::at([(LINK_OR_CODE, &field_error)]);
    let initial = drafts.link_or_code.peek().to_string();
    rsx! {
        Page { title: words.say("check-title"),
            if !slips.is_empty() {
                Summary { slips, refused: flow.refused() }
            }
            p { class: "page-lead",
                "{before}"
                bdi { class: "page-address", "{check.recovery.email.as_str()}" }
                "{after}"
            }
            OpenMail { email: check.recovery.email.clone() }
            p { class: "quiet", {words.say("check-spam")} }
            if let Some(problem) = other_error {
                Problem { text: problem }
            }
            if flow.ends_elsewhere() {
                p { {words.say("hosted-check")} }
            } else {
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
                    autocomplete: kind,
                    initial,
                    error: field_error,
                    oninput: move |text: String| drafts.link_or_code.set(text.into()),
                    onpasted: move |text: String| {
                        drafts.paste.set(Some(Paste::now(&text)));
                        if guide.flow().finds_link_in(&text) {
                            guide.tell(Event::LinkOrCodeSubmitted(text.into()));
                        }
                    },
                }
                Submit { label: words.say("continue"), busy_label: words.say("checking"), busy: check.waiting == Waiting::CheckingCode }
            }
            }
            div { class: "page-part",
                if check.resent {
                    p { {words.say("resent")} }
                }
                Resend {
                    requested_at: check.recovery.requested_at,
                    after: check.recovery.may_ask_again_at(clock::timestamp()),
                    sending: check.waiting == Waiting::Resending,
                }
                div { class: "page-more",
                    Action { label: words.say("change-address"), onpress: move |()| guide.tell(Event::StartOver) }
                }
                NoMailbox {}
            }
        }
    }
}

/// "Send again", once its time has come.
#[component]
fn Resend(requested_at: Timestamp, after: Timestamp, sending: bool) -> Element {
    let guide = use_guide();
    let words = use_words();
    let mut waited_for = use_signal(|| None);
    let may_ask = waited_for() == Some(after) || after <= clock::timestamp();
    rsx! {
        if may_ask {
            div { class: "page-more",
                Action {
                    label: words.say(if sending { "sending" } else { "resend" }),
                    busy: sending,
                    onpress: move |()| guide.tell(Event::ResendPressed),
                }
            }
        } else {
            Countdown { from: requested_at, until: after, says: "resend-in", onend: move |()| waited_for.set(Some(after)) }
        }
    }
}
