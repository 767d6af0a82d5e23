//! The texts of the live regions for the current state (A11Y-2).

use crate::{
    flow::{CallKind, Flow, ForgotProblem, Phase, Renewal, Reset, ResetProblem, Step},
    i18n::I18n,
};

/// Returns the polite and the assertive text. A call is announced only with `announces_call`. Errors of a field are not
/// included: the error summary takes the focus and is read.
pub(super) fn announcement(flow: &Flow, i18n: &I18n, announces_call: bool) -> (String, String) {
    let quiet = |id: &str| (i18n.text(id), String::new());
    let loud = |text: String| (String::new(), text);
    if flow.awaits_connection() {
        return (i18n.offline(), String::new());
    }
    let call = flow.in_flight_kind().filter(|_| announces_call);
    match flow.step() {
        Step::Opening => quiet("opening"),
        Step::Forgot(_) if call.is_some() => quiet("sending"),
        Step::Forgot(forgot) => match &forgot.problem {
            Some(problem @ (ForgotProblem::Wait(_) | ForgotProblem::Call(_))) => {
                loud(i18n.forgot_problem(problem))
            }
            _ => Default::default(),
        },
        Step::CheckEmail(check) => match (&check.problem, call) {
            (_, Some(CallKind::Check)) => quiet("checking"),
            (_, Some(_)) => quiet("sending"),
            (Some(problem), _) if !problem.is_input_error() => {
                loud(i18n.check_email_problem(problem, flow.is_code_only()))
            }
            (None, None) if check.resent => quiet("resent"),
            _ => Default::default(),
        },
        Step::Reset(reset) => of_reset(reset, call, i18n),
        Step::Done(_) => quiet("done-title"),
        Step::InvalidLink(_) => Default::default(),
    }
}

fn of_reset(reset: &Reset, call: Option<CallKind>, i18n: &I18n) -> (String, String) {
    match (call, &reset.phase, &reset.problem) {
        (Some(CallKind::Check), _, _) => (i18n.text("reset-checking"), String::new()),
        (Some(CallKind::ResetPassword), _, _) => (i18n.text("setting-password"), String::new()),
        (_, Phase::Unchecked(error), _) => {
            (String::new(), error.as_ref().map(|error| i18n.call_error(error)).unwrap_or_default())
        }
        (_, Phase::Ready(_), Some(problem @ (ResetProblem::Wait(_) | ResetProblem::Call(_)))) => {
            (String::new(), i18n.reset_problem(problem))
        }
        (Some(CallKind::RenewLink), _, _) => (i18n.text("sending"), String::new()),
        (_, Phase::Ready(_), _) => match &reset.renewal {
            Renewal::None => Default::default(),
            Renewal::Sent => (i18n.text("renewed"), String::new()),
            Renewal::Failed(error) => (String::new(), i18n.call_error(error)),
        },
    }
}
