//! The message that the app shows.

use latchkey::clock::Timestamp;
use latchkey::flow::{Flow, Phase, Step};
use latchkey::i18n::{I18n, Language};

pub fn english() -> I18n {
    I18n::new(Language::english(), &[])
}

/// The error message on the screen, in English.
pub fn shown_message(flow: &Flow, now: Timestamp) -> Option<String> {
    let i18n = english();
    if flow.awaits_connection() {
        return Some(i18n.text("offline-waiting"));
    }
    match flow.step() {
        Step::Forgot(forgot) => forgot.problem.as_ref().map(|problem| i18n.forgot_problem(problem, now)),
        Step::CheckEmail(check) => {
            check.problem.as_ref().map(|problem| i18n.check_email_problem(problem, false))
        }
        Step::Reset(reset) => match &reset.phase {
            Phase::Unchecked(error) => error.as_ref().map(|error| i18n.call_error(error)),
            Phase::Ready(_) => reset.problem.as_ref().map(|problem| i18n.reset_problem(problem, now)),
        },
        Step::InvalidLink(invalid) => Some(i18n.link_trouble(invalid.failure).0),
        Step::Opening | Step::Done(_) => None,
    }
}
