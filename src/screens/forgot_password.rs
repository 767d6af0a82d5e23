//! The first screen: an address, and a button.

use dioxus::prelude::*;

use super::typo_hint::TypoHint;
use crate::{
    clock,
    components::{
        Action, Countdown, ExternalLink, Page, Problem, Slip, Submit, Summary, TextField, submitted,
    },
    context::{Environment, Exits, use_guide},
    flow::{Event, ForgotProblem, Step},
    platform::Paste,
    words::use_words,
};

const EMAIL: &str = "email";

/// Asks for the address of the account. A recovery link or code that is pasted here is followed as well.
#[component]
pub fn ForgotPasswordScreen() -> Element {
    let guide = use_guide();
    let words = use_words();
    let exits = use_context::<Exits>();
    let elsewhere = use_context::<Environment>().service.hosted_page();
    let mut drafts = guide.drafts;
    let mut corrected = use_signal(|| 0_u32);
    let flow = guide.flow();
    let Step::Forgot(forgot) = flow.step() else { return rsx! {} };
    let nothing_typed = drafts.email.peek().is_empty();
    if let (Some(email), true) = (&forgot.email, nothing_typed) {
        drafts.email.set(email.as_str().to_owned());
    }
    let (mut field_error, mut problem, mut wait) = (String::new(), None, None);
    match &forgot.problem {
        Some(ForgotProblem::Wait(until)) => wait = Some(*until),
        Some(ForgotProblem::Call(_)) if flow.awaits_line() => problem = Some(words.say("offline-waiting")),
        Some(call @ ForgotProblem::Call(_)) => problem = Some(words.forgot_problem(call, clock::timestamp())),
        Some(at_field) => field_error = words.forgot_problem(at_field, clock::timestamp()),
        None => {}
    }
    let slips = Slip::at([(EMAIL, &field_error)]);
    let initial = drafts.email.peek().clone();
    let lead = if flow.awaits_code_alone() { "forgot-lead-code" } else { "forgot-lead" };
    if let Some(page) = elsewhere {
        return rsx! {
            HostedPage { href: page.to_string() }
        };
    }
    rsx! {
        Page { title: words.say("forgot-title"), lead: words.say(lead), focus: false,
            if !slips.is_empty() {
                Summary { slips, refused: flow.refused() }
            }
            form {
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    let email = submitted(&event, EMAIL, &drafts.email.peek());
                    guide.tell(Event::EmailSubmitted(email.to_string()));
                },
                // A list of one with a key: a suggestion that is taken over needs a field of its own.
                for field in [corrected()] {
                    TextField {
                        key: "{field}",
                        id: EMAIL,
                        label: words.say("email"),
                        kind: "email",
                        inputmode: "email",
                        autocomplete: "email",
                        autofocus: true,
                        initial: initial.clone(),
                        error: field_error.clone(),
                        oninput: move |text| drafts.email.set(text),
                        onpasted: move |text: String| {
                            drafts.paste.set(Some(Paste::now(&text)));
                            if guide.flow().finds_link_in(&text) {
                                // A token has no business in a field for addresses.
                                drafts.email.set(String::new());
                                guide.tell(Event::EmailSubmitted(text));
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
                if let Some(problem) = problem {
                    Problem { text: problem }
                }
                if let Some(until) = wait {
                    Problem {
                        Countdown { until, says: "wait-first", onend: move |()| guide.tell(Event::WaitOver(until)) }
                    }
                }
                Submit { label: words.say("send"), busy_label: words.say("sending"), busy: forgot.sending }
            }
            div { class: "page-more",
                if flow.has_email_to_go_back_to() {
                    Action { label: words.say("back-to-email"), onpress: move |()| guide.tell(Event::BackToEmail) }
                }
                if let Some(on_cancel) = exits.on_cancel {
                    Action { label: words.say("back-to-sign-in"), onpress: move |()| on_cancel.call(()) }
                }
            }
        }
    }
}

/// There is nothing to ask for here: the service begins a recovery on a page of its own.
#[component]
fn HostedPage(href: String) -> Element {
    let words = use_words();
    let exits = use_context::<Exits>();
    rsx! {
        Page { title: words.say("forgot-title"), lead: words.say("hosted-lead"),
            div { class: "page-more",
                ExternalLink { class: "button button-side", href, {words.say("hosted-open")} }
                if let Some(on_cancel) = exits.on_cancel {
                    Action { label: words.say("back-to-sign-in"), onpress: move |()| on_cancel.call(()) }
                }
            }
        }
    }
}
