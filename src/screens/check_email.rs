//! The second screen: shows where the email was sent, and accepts the link or code from it.

use dioxus::prelude::*;

use super::{
    call_notice::CallNotice,
    no_mailbox::NoMailbox,
    open_mail::{MailboxOptions, OpenMail},
    resend::Resend,
};
use crate::{
    clock::Timestamp,
    components::{
        Action, ErrorSummary, FieldError, IllustrationName, InlineSubmit, LeadWith, Page, TextField,
        submitted_value,
    },
    context::{Environment, MailApp, use_recovery},
    document::has_fine_pointer,
    flow::{CheckEmailProblem, Event},
    i18n::{I18n, use_i18n},
    platform::PastedText,
    secret::{CodeShape, EmailAddress, RecoveryCode},
    service::ProofError,
};

const LINK_OR_CODE: &str = "link-or-code";

/// Waits for the email. A link or code can be pasted or typed here. Another view helps people without their mailbox.
#[component]
pub fn CheckEmailScreen(
    email: EmailAddress,
    code_shape: Option<CodeShape>,
    requested_at: Timestamp,
    resend_at: Timestamp,
    resending: bool,
    checking: bool,
    resent: bool,
    problem: Option<CheckEmailProblem>,
) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let mut no_mailbox = use_signal(|| false);
    // After the way back from that view, its link has the focus again.
    let mut returned = use_signal(|| false);
    let flow = recovery.flow();
    let options = MailboxOptions::of(&email, &use_context::<Environment>(), use_context::<MailApp>());
    if no_mailbox() {
        return rsx! {
            NoMailbox {
                onback: move |()| {
                    returned.set(true);
                    no_mailbox.set(false);
                },
            }
        };
    }
    let lead = I18n::check_lead(code_shape.is_some() && !flow.is_code_optional(), flow.is_code_only());
    let has_field = !flow.is_hosted();
    rsx! {
        Page {
            illustration: IllustrationName::Mail,
            title: i18n.text("check-title"),
            lead: rsx! { LeadWith { id: lead, name: "email", value: email.as_str() } },
            focus: !(returned() || has_field && has_fine_pointer()),
            back: returned(),
            foot: rsx! {
                Resend {
                    requested_at,
                    after: resend_at,
                    sending: resending,
                    sent: resent,
                    email_quota: flow.has_email_quota(),
                }
                div { class: "card-links",
                    Action {
                        label: i18n.text("change-address"),
                        escape: true,
                        onpress: move |()| recovery.send(Event::StartOver),
                    }
                    Action {
                        label: i18n.text("no-mailbox"),
                        autofocus: returned(),
                        onpress: move |()| no_mailbox.set(true),
                    }
                }
            },
            div { class: "stack",
                if let Some(seconds) = flow.link_lifetime() {
                    p { class: "quiet", {i18n.link_lifetime(seconds)} }
                }
                if !options.is_empty() {
                    OpenMail { options: options.clone() }
                    if has_field {
                        p { class: "or", {i18n.text("or")} }
                    }
                }
                if has_field {
                    LinkOrCode { code_shape, checking, problem: problem.clone(), main: options.is_empty(), focus: !returned() }
                } else {
                    p { {i18n.text("hosted-check")} }
                }
                if let Some(CheckEmailProblem::ResendFailed(error) | CheckEmailProblem::CheckFailed(error)) = problem {
                    CallNotice { error, awaits_connection: flow.awaits_connection() }
                }
            }
        }
    }
}

/// The field for a link or code. What was pasted whole is submitted at once.
#[component]
fn LinkOrCode(
    code_shape: Option<CodeShape>,
    checking: bool,
    problem: Option<CheckEmailProblem>,
    /// Whether the button is the main one of the screen.
    main: bool,
    focus: bool,
) -> Element {
    let recovery = use_recovery();
    let i18n = use_i18n();
    let mut drafts = recovery.drafts;
    let flow = recovery.flow();
    let code_only = flow.is_code_only();
    let (label, hint, autocomplete) = match code_shape {
        Some(_) if code_only => (i18n.text("code-only-label"), String::new(), "one-time-code"),
        Some(_) if flow.is_code_optional() => {
            (i18n.text("paste-label"), i18n.text("paste-or-code-hint"), "one-time-code")
        }
        Some(_) => (i18n.text("code-label"), String::new(), "one-time-code"),
        None => (i18n.text("paste-label"), i18n.text("paste-hint"), "off"),
    };
    let error = match &problem {
        Some(problem) if problem.is_input_error() => i18n.check_email_problem(problem, code_only),
        _ => String::new(),
    };
    let likely_errors = likely_problems(code_shape.is_some())
        .map(|problem| i18n.check_email_problem(&problem, code_only))
        .collect::<Vec<_>>();
    let inputmode = match code_shape {
        Some(CodeShape::Digits(_)) if !flow.is_code_optional() => "numeric",
        _ => "text",
    };
    let is_whole = move |text: &str| {
        recovery.flow().finds_link_in(text)
            || code_shape.is_some_and(|shape| RecoveryCode::parse(text, shape).is_ok())
    };
    rsx! {
        form {
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                let text = submitted_value(&event, LINK_OR_CODE, &drafts.link_or_code.peek());
                recovery.send(Event::LinkOrCodeSubmitted(text));
            },
            ErrorSummary {
                field_errors: FieldError::list([(LINK_OR_CODE, &error)]),
                refusals: flow.problem_count(),
            }
            TextField {
                id: LINK_OR_CODE,
                label,
                hint,
                autocomplete,
                inputmode,
                autofocus: focus && has_fine_pointer(),
                readonly: checking,
                code: code_shape.is_some(),
                initial: drafts.link_or_code.peek().to_string(),
                error,
                likely_errors,
                oninput: move |text: String| drafts.link_or_code.set(text.into()),
                onpasted: move |text: String| {
                    drafts.paste.set(Some(PastedText::new(&text)));
                    if is_whole(&text) {
                        recovery.send(Event::LinkOrCodeSubmitted(text.into()));
                    }
                },
                trailing: rsx! {
                    InlineSubmit {
                        label: i18n.text("continue"),
                        busy_label: i18n.text("checking"),
                        busy: checking,
                        filled: main,
                    }
                },
            }
        }
    }
}

/// What people do most often: they submit a part of the link or code, or a wrong code.
fn likely_problems(has_code: bool) -> impl Iterator<Item = CheckEmailProblem> {
    let wrong_code =
        [4, 1].map(|tries| CheckEmailProblem::Code(ProofError::WrongCode { tries_left: Some(tries) }));
    let codes = wrong_code.into_iter().filter(move |_| has_code);
    [CheckEmailProblem::NeitherLinkNorCode].into_iter().chain(codes)
}
