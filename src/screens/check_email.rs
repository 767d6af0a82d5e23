//! The second screen: shows where the email was sent, and accepts the link or code from it.

use dioxus::prelude::*;

use super::{no_mailbox::NoMailbox, open_mail::OpenMail};
use crate::{
    clock::{self, Timestamp},
    components::{Action, Countdown, ErrorSummary, FieldError, Page, Problem, Submit, TextField, submitted},
    context::use_recovery,
    flow::{CheckEmailProblem, Event},
    i18n::use_i18n,
    platform::PastedText,
    secret::EmailAddress,
};

const LINK_OR_CODE: &str = "link-or-code";

/// Waits for the email. A link or code can be pasted or typed here.
#[component]
pub fn CheckEmailScreen(
    email: EmailAddress,
    accepts_code: bool,
    requested_at: Timestamp,
    resend_at: Timestamp,
    resending: bool,
    checking: bool,
    resent: bool,
    problem: Option<CheckEmailProblem>,
) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let mut drafts = recovery.drafts;
    let flow = recovery.flow();
    let code_alone = flow.is_code_only();
    let lead = match accepts_code {
        true if code_alone => "check-lead-code",
        true => "check-lead-both",
        false => "check-lead",
    };
    let (before, after) = i18n.text_around(lead, "email");
    let (label, hint, kind) = match accepts_code {
        true if code_alone => (i18n.text("code-only-label"), String::new(), "one-time-code"),
        true => (i18n.text("code-label"), String::new(), "one-time-code"),
        false => (i18n.text("paste-label"), i18n.text("paste-hint"), "off"),
    };
    let (mut field_error, mut other_error) = (String::new(), None);
    match &problem {
        Some(_) if flow.awaits_connection() => other_error = Some(i18n.offline()),
        Some(problem) if problem.is_at_field() => field_error = i18n.check_email_problem(problem, code_alone),
        Some(problem) => other_error = Some(i18n.check_email_problem(problem, code_alone)),
        None => {}
    }
    let field_errors = FieldError::list([(LINK_OR_CODE, &field_error)]);
    let initial = drafts.link_or_code.peek().to_string();
    rsx! {
        Page { title: i18n.text("check-title"),
            if !field_errors.is_empty() {
                ErrorSummary { field_errors, refused: flow.problem_count() }
            }
            p { class: "page-lead",
                "{before}"
                bdi { class: "page-address", "{email.as_str()}" }
                "{after}"
            }
            OpenMail { email: email.clone() }
            p { class: "quiet", {i18n.text("check-spam")} }
            if let Some(problem) = other_error {
                Problem { text: problem }
            }
            if flow.is_hosted() {
                p { {i18n.text("hosted-check")} }
            } else {
            form { class: "page-part",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    let text = submitted(&event, LINK_OR_CODE, &drafts.link_or_code.peek());
                    recovery.send(Event::LinkOrCodeSubmitted(text));
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
                        drafts.paste.set(Some(PastedText::new(&text)));
                        if recovery.flow().finds_link_in(&text) {
                            recovery.send(Event::LinkOrCodeSubmitted(text.into()));
                        }
                    },
                }
                Submit { label: i18n.text("continue"), busy_label: i18n.text("checking"), busy: checking }
            }
            }
            div { class: "page-part",
                if resent {
                    p { {i18n.text("resent")} }
                }
                Resend {
                    requested_at,
                    after: resend_at,
                    sending: resending,
                }
                div { class: "page-more",
                    Action { label: i18n.text("change-address"), onpress: move |()| recovery.send(Event::StartOver) }
                }
                NoMailbox {}
            }
        }
    }
}

/// The "Send again" button, or a countdown until it may be used.
#[component]
fn Resend(requested_at: Timestamp, after: Timestamp, sending: bool) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let mut waited_for = use_signal(|| None);
    let may_ask = waited_for() == Some(after) || after <= clock::timestamp();
    rsx! {
        if may_ask {
            div { class: "page-more",
                Action {
                    label: i18n.text(if sending { "sending" } else { "resend" }),
                    busy: sending,
                    onpress: move |()| recovery.send(Event::ResendPressed),
                }
            }
        } else {
            Countdown { from: requested_at, until: after, message: "resend-in", onend: move |()| waited_for.set(Some(after)) }
        }
    }
}
