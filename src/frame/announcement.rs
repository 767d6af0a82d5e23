//! What a screen reader is told of the present state: politely, and at once (A11Y-2).

use crate::{
    clock::Timestamp,
    flow::{Flow, ForgotProblem, Phase, Renewal, Reset, ResetProblem, Step, Waiting},
    words::Words,
};

/// (politely, at once). A problem at a field is not among them: its summary takes the focus and is read there.
pub(super) fn announcement(flow: &Flow, words: &Words, now: Timestamp) -> (String, String) {
    let quiet = |id: &str| (words.say(id), String::new());
    let loud = |text: String| (String::new(), text);
    if flow.awaits_line() && flow.asking().is_none() {
        return loud(words.say("offline-waiting"));
    }
    match flow.step() {
        Step::Opening => quiet("opening"),
        Step::Forgot(forgot) if forgot.sending => quiet("sending"),
        Step::Forgot(forgot) => match &forgot.problem {
            Some(problem @ (ForgotProblem::Wait(_) | ForgotProblem::Call(_))) => {
                loud(words.forgot_problem(problem, now))
            }
            _ => Default::default(),
        },
        Step::CheckEmail(check) => match (&check.problem, check.waiting) {
            (_, Waiting::Resending) => quiet("sending"),
            (_, Waiting::CheckingCode) => quiet("checking"),
            (Some(problem), _) if !problem.is_at_field() => {
                loud(words.check_email_problem(problem, flow.awaits_code_alone()))
            }
            (None, Waiting::No) if check.resent => quiet("resent"),
            _ => Default::default(),
        },
        Step::Reset(reset) => of_reset(reset, words, now),
        Step::Done(_) => quiet("done-title"),
        Step::Stuck(_) => Default::default(),
    }
}

fn of_reset(reset: &Reset, words: &Words, now: Timestamp) -> (String, String) {
    match (&reset.phase, &reset.problem) {
        (Phase::Checking, _) => (words.say("reset-checking"), String::new()),
        (Phase::Unchecked(call), _) => (String::new(), words.call_error(call)),
        (Phase::Sending(_), _) => (words.say("setting-password"), String::new()),
        (Phase::Ready(_), Some(problem @ (ResetProblem::Wait(_) | ResetProblem::Call(_)))) => {
            (String::new(), words.reset_problem(problem, now))
        }
        (Phase::Ready(_), _) => match &reset.renewal {
            Renewal::No => Default::default(),
            Renewal::Asking => (words.say("sending"), String::new()),
            Renewal::Asked => (words.say("renewed"), String::new()),
            Renewal::NotAsked(call) => (String::new(), words.call_error(call)),
        },
    }
}
