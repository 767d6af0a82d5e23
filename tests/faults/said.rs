//! What the person reads.

use latchkey::clock::Timestamp;
use latchkey::flow::{Flow, Phase, Step};
use latchkey::words::{Language, Words};

pub fn english() -> Words {
    Words::new(Language::english(), &[])
}

/// What the screen says is wrong, in English.
pub fn said(flow: &Flow, now: Timestamp) -> Option<String> {
    let words = english();
    if flow.awaits_line() {
        return Some(words.say("offline-waiting"));
    }
    match flow.step() {
        Step::Forgot(forgot) => forgot.problem.as_ref().map(|problem| words.forgot_problem(problem, now)),
        Step::CheckEmail(check) => {
            check.problem.as_ref().map(|problem| words.check_email_problem(problem, false))
        }
        Step::Reset(reset) => match &reset.phase {
            Phase::Unchecked(call) => Some(words.call_error(call)),
            _ => reset.problem.as_ref().map(|problem| words.reset_problem(problem, now)),
        },
        Step::Stuck(stuck) => Some(words.link_trouble(stuck.trouble).0),
        Step::Opening | Step::Done(_) => None,
    }
}
