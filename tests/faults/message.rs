//! The message that the app shows.

use latchkey::flow::{Flow, Phase, Step};
use latchkey::i18n::{I18n, Language};

pub fn english() -> I18n {
    I18n::new(Language::english(), &[])
}

/// The text of the message `id`. A notice has a heading and a sentence; `id` is that of the heading.
pub fn message_text(id: &str) -> String {
    match id.strip_suffix("-title") {
        Some(notice) => format!("{}. {}", english().text(id), english().text(&format!("{notice}-text"))),
        None => english().text(id),
    }
}

/// The error message on the screen, in English.
pub fn shown_message(flow: &Flow) -> Option<String> {
    let i18n = english();
    if flow.awaits_connection() {
        return Some(i18n.offline());
    }
    match flow.step() {
        Step::Forgot(forgot) => forgot.problem.as_ref().map(|problem| i18n.forgot_problem(problem)),
        Step::CheckEmail(check) => {
            check.problem.as_ref().map(|problem| i18n.check_email_problem(problem, false))
        }
        Step::Reset(reset) => match &reset.phase {
            Phase::Unchecked(error) => error.as_ref().map(|error| i18n.call_error(error)),
            Phase::Ready(_) => reset.problem.as_ref().map(|problem| i18n.reset_problem(problem)),
        },
        Step::InvalidLink(invalid) => Some(i18n.link_failure(invalid.failure).0),
        Step::Opening | Step::Done(_) => None,
    }
}
