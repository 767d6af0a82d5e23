//! The first screen: a form for the email address.

use dioxus::prelude::*;

use super::{
    back_buttons::BackButtons,
    hosted_page::HostedPage,
    submit_or_wait::{FailedCall, SubmitOrWait},
    typo_hint::TypoHint,
};
use crate::{
    components::{ErrorSummary, FieldError, IllustrationName, Lead, Page, TextField, submitted_value},
    context::{Environment, use_recovery},
    document::has_fine_pointer,
    email_hints::suggestion,
    flow::{Event, ForgotProblem},
    i18n::use_i18n,
    platform::PastedText,
    secret::EmailAddress,
    service::PageRequest,
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
    let page_request = use_hook(PageRequest::generate);
    let page_request =
        PageRequest { email: email.clone(), language: Some(i18n.language().tag), ..page_request };
    let hosted_page = use_context::<Environment>().service.hosted_page(&page_request);
    let mut drafts = recovery.drafts;
    let flow = recovery.flow();
    let nothing_typed = drafts.email.peek().is_empty();
    if let (Some(email), true) = (&email, nothing_typed) {
        drafts.email.set(email.as_str().to_owned());
    }
    if let Some(page) = hosted_page {
        return rsx! { HostedPage { page, state: page_request.state } };
    }
    let field_error = match &problem {
        None | Some(ForgotProblem::Wait(_) | ForgotProblem::Call(_)) => String::new(),
        Some(at_field) => i18n.forgot_problem(at_field),
    };
    let field_errors = FieldError::list([(EMAIL, &field_error)]);
    let lead = i18n.text(if flow.is_code_only() { "forgot-lead-code" } else { "forgot-lead" });
    let failed = matches!(problem, Some(ForgotProblem::Call(_)));
    let failed_call = match problem {
        Some(ForgotProblem::Call(error)) => Some(FailedCall::Error(error)),
        Some(ForgotProblem::Wait(until)) => Some(FailedCall::Wait(until)),
        _ => None,
    };
    rsx! {
        Page {
            illustration: IllustrationName::Key,
            title: i18n.text("forgot-title"),
            lead: rsx! { Lead { text: lead } },
            foot: rsx! { BackButtons {} },
            focus: !has_fine_pointer(),
            ErrorSummary { field_errors, refusals: flow.problem_count() }
            form {
                class: "stack",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    let email = submitted_value(&event, EMAIL, &drafts.email.peek());
                    recovery.send(Event::EmailSubmitted(email.to_string()));
                },
                EmailField { sending, error: field_error, refusals: flow.problem_count() }
                SubmitOrWait {
                    failed_call,
                    label: i18n.text(if failed { "try-again" } else { "send" }),
                    busy_label: i18n.text("sending"),
                    busy: sending,
                }
            }
        }
    }
}

/// The field for the address, with a suggestion for a mistyped domain. A pasted link is submitted at once.
///
/// There is room for one line below the field. Once the address has changed, a suggestion takes the place of the error.
#[component]
fn EmailField(sending: bool, error: String, refusals: u32) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let mut drafts = recovery.drafts;
    let mut corrected = use_signal(|| 0_u32);
    let mut refused = use_signal(String::new);
    use_effect(use_reactive!(|refusals| {
        let _ = refusals;
        refused.set(drafts.email.peek().clone());
    }));
    let replaces_error = use_memo(move || {
        *drafts.email.read() != *refused.read() && suggestion(&drafts.email.read()).is_some()
    });
    let error = if replaces_error() { String::new() } else { error };
    rsx! {
        // Keyed, so that an accepted suggestion creates a new field with a new initial value.
        for field in [corrected()] {
            TextField {
                key: "{field}",
                id: EMAIL,
                label: i18n.text("email"),
                kind: "email",
                inputmode: "email",
                autocomplete: "email",
                autofocus: has_fine_pointer() || field > 0,
                readonly: sending,
                initial: drafts.email.peek().clone(),
                error: error.clone(),
                likely_errors: [ForgotProblem::Missing, ForgotProblem::Malformed].map(|problem| i18n.forgot_problem(&problem)).to_vec(),
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
                    is_shown: error.is_empty(),
                    onaccept: move |meant| {
                        drafts.email.set(meant);
                        corrected += 1;
                    },
                }
            }
        }
    }
}
