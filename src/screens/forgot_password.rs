//! The first screen: a form for the email address.

use dioxus::prelude::*;

use super::typo_hint::TypoHint;
use crate::{
    components::{
        Action, Countdown, ErrorSummary, ExternalLink, FieldError, Page, Problem, Submit, TextField,
        submitted,
    },
    context::{Callbacks, Environment, use_recovery},
    flow::{Event, ForgotProblem},
    i18n::use_i18n,
    platform::PastedText,
    secret::EmailAddress,
};

const EMAIL: &str = "email";

/// Asks for the address of the account. Also accepts a pasted recovery link or code.
#[component]
pub fn ForgotPasswordScreen(
    email: Option<EmailAddress>,
    sending: bool,
    problem: Option<ForgotProblem>,
) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let callbacks = use_context::<Callbacks>();
    let hosted_page = use_context::<Environment>().service.hosted_page();
    let mut drafts = recovery.drafts;
    let mut corrected = use_signal(|| 0_u32);
    let flow = recovery.flow();
    let nothing_typed = drafts.email.peek().is_empty();
    if let (Some(email), true) = (&email, nothing_typed) {
        drafts.email.set(email.as_str().to_owned());
    }
    let (mut field_error, mut call_error, mut wait) = (String::new(), None, None);
    match &problem {
        Some(ForgotProblem::Wait(until)) => wait = Some(*until),
        Some(ForgotProblem::Call(_)) if flow.awaits_connection() => call_error = Some(i18n.offline()),
        Some(call @ ForgotProblem::Call(_)) => call_error = Some(i18n.forgot_problem(call)),
        Some(at_field) => field_error = i18n.forgot_problem(at_field),
        None => {}
    }
    let field_errors = FieldError::list([(EMAIL, &field_error)]);
    let initial = drafts.email.peek().clone();
    let lead = if flow.is_code_only() { "forgot-lead-code" } else { "forgot-lead" };
    if let Some(page) = hosted_page {
        return rsx! {
            HostedPage { host: page.host_str().unwrap_or_default().to_owned(), href: page.to_string() }
        };
    }
    rsx! {
        Page { title: i18n.text("forgot-title"), lead: i18n.text(lead), focus: false,
            if !field_errors.is_empty() {
                ErrorSummary { field_errors, refused: flow.problem_count() }
            }
            form {
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    let email = submitted(&event, EMAIL, &drafts.email.peek());
                    recovery.send(Event::EmailSubmitted(email.to_string()));
                },
                // Keyed, so that an accepted suggestion creates a new field with a new initial value.
                for field in [corrected()] {
                    TextField {
                        key: "{field}",
                        id: EMAIL,
                        label: i18n.text("email"),
                        kind: "email",
                        inputmode: "email",
                        autocomplete: "email",
                        autofocus: true,
                        initial: initial.clone(),
                        error: field_error.clone(),
                        oninput: move |text| drafts.email.set(text),
                        onpasted: move |text: String| {
                            drafts.paste.set(Some(PastedText::new(&text)));
                            if recovery.flow().finds_link_in(&text) {
                                // Do not keep a token in the address field.
                                drafts.email.set(String::new());
                                recovery.send(Event::EmailSubmitted(text));
                            }
                        },
                        TypoHint {
                            typed: drafts.email,
                            onaccept: move |meant| {
                                drafts.email.set(meant);
                                corrected += 1;
                            },
                        }
                    }
                }
                if let Some(call_error) = call_error {
                    Problem { text: call_error }
                }
                if let Some(until) = wait {
                    Problem {
                        p { {i18n.wait()} }
                        Countdown { until, message: "try-again-in", onend: move |()| recovery.send(Event::WaitOver(until)) }
                    }
                }
                Submit { label: i18n.text("send"), busy_label: i18n.text("sending"), busy: sending }
            }
            div { class: "page-more",
                if flow.has_pending_email() {
                    Action { label: i18n.text("back-to-email"), onpress: move |()| recovery.send(Event::BackToEmail) }
                }
                if let Some(on_cancel) = callbacks.on_cancel {
                    Action { label: i18n.text("back-to-sign-in"), onpress: move |()| on_cancel.call(()) }
                }
            }
        }
    }
}

/// For services that start a recovery on a web page of their own.
#[component]
fn HostedPage(host: String, href: String) -> Element {
    let i18n = use_i18n();
    let callbacks = use_context::<Callbacks>();
    rsx! {
        Page { title: i18n.text("forgot-title"), lead: i18n.text_with("hosted-lead", "host", host),
            div { class: "page-more",
                ExternalLink { class: "button button-side", href, {i18n.text("hosted-open")} }
                if let Some(on_cancel) = callbacks.on_cancel {
                    Action { label: i18n.text("back-to-sign-in"), onpress: move |()| on_cancel.call(()) }
                }
            }
        }
    }
}
