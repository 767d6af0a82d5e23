//! The texts of the live regions for the current state (A11Y-2).

use crate::{
    clock::Timestamp,
    flow::{Flow, ForgotProblem, Phase, Renewal, Reset, ResetProblem, Step, Waiting},
    i18n::I18n,
};

/// Returns the polite and the assertive text. Errors of a field are not included: the error summary takes the focus and
/// is read.
pub(super) fn announcement(flow: &Flow, i18n: &I18n, now: Timestamp) -> (String, String) {
    let quiet = |id: &str| (i18n.text(id), String::new());
    let loud = |text: String| (String::new(), text);
    if flow.awaits_connection() && flow.in_flight().is_none() {
        return loud(i18n.text("offline-waiting"));
    }
    match flow.step() {
        Step::Opening => quiet("opening"),
        Step::Forgot(forgot) if forgot.sending => quiet("sending"),
        Step::Forgot(forgot) => match &forgot.problem {
            Some(problem @ (ForgotProblem::Wait(_) | ForgotProblem::Call(_))) => {
                loud(i18n.forgot_problem(problem, now))
            }
            _ => Default::default(),
        },
        Step::CheckEmail(check) => match (&check.problem, check.waiting) {
            (_, Waiting::Resending) => quiet("sending"),
            (_, Waiting::CheckingCode) => quiet("checking"),
            (Some(problem), _) if !problem.is_at_field() => {
                loud(i18n.check_email_problem(problem, flow.is_code_only()))
            }
            (None, Waiting::No) if check.resent => quiet("resent"),
            _ => Default::default(),
        },
        Step::Reset(reset) => of_reset(reset, i18n, now),
        Step::Done(_) => quiet("done-title"),
        Step::InvalidLink(_) => Default::default(),
    }
}

fn of_reset(reset: &Reset, i18n: &I18n, now: Timestamp) -> (String, String) {
    match (&reset.phase, &reset.problem) {
        (Phase::Checking, _) => (i18n.text("reset-checking"), String::new()),
        (Phase::Unchecked(call), _) => (String::new(), i18n.call_error(call)),
        (Phase::Sending(_), _) => (i18n.text("setting-password"), String::new()),
        (Phase::Ready(_), Some(problem @ (ResetProblem::Wait(_) | ResetProblem::Call(_)))) => {
            (String::new(), i18n.reset_problem(problem, now))
        }
        (Phase::Ready(_), _) => match &reset.renewal {
            Renewal::None => Default::default(),
            Renewal::Sending => (i18n.text("sending"), String::new()),
            Renewal::Sent => (i18n.text("renewed"), String::new()),
            Renewal::Failed(call) => (String::new(), i18n.call_error(call)),
        },
    }
}
