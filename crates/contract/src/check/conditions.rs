//! Checks the steps that run only under a condition or several times, and the steps after the password.

use crate::{
    contract::Contract,
    diagnostic::{Diagnostics, join, key_path, step_path},
    operation::Operation,
    step::{ContractStep, ProofKind},
};

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    for (operation, steps) in contract.operations() {
        states(operation, steps, diagnostics);
        alternatives(operation, steps, diagnostics);
        repeats(operation, steps, diagnostics);
    }
    if contract.reset.hosted().is_some() && !contract.sign_out.is_empty() {
        let problem = "with [hosted], the app sets no password; leave [[sign_out]] out";
        diagnostics.add(key_path("sign_out"), problem);
    }
}

/// A step that depends on a response needs one before it. The calls of `[[sign_out]]` are independent of each other.
fn states(operation: Operation, steps: &[ContractStep], diagnostics: &mut Diagnostics) {
    if operation == Operation::SignOut {
        for (index, _) in steps.iter().enumerate().filter(|(_, step)| step.state.is_some()) {
            let place = join(&step_path(operation, index), "when");
            diagnostics.add(place, "a call of [[sign_out]] cannot depend on a response; leave `when` out");
        }
        return;
    }
    for kind in [ProofKind::Link, ProofKind::Code] {
        let first = steps.iter().enumerate().find(|(_, step)| step.is_for(kind));
        if let Some((index, _)) = first.filter(|(_, step)| step.state.is_some()) {
            let place = join(&step_path(operation, index), "when");
            let problem = "`when` compares the response of the step before it, and there is none";
            // A step for both kinds of proof is reported once.
            return diagnostics.add(place, problem);
        }
    }
}

/// An operation ends after 15 seconds (`CallLimits` of the client), with its other calls.
const MAX_SECONDS: u64 = 12;

fn repeats(operation: Operation, steps: &[ContractStep], diagnostics: &mut Diagnostics) {
    use Operation::{Check, Reset, SecondFactor};
    for (index, step) in steps.iter().enumerate() {
        let Some(repeat) = &step.repeat else { continue };
        let place = join(&step_path(operation, index), "repeat");
        if ![Check, SecondFactor, Reset].contains(&operation) {
            let problem = "only a [[check]], [[second_factor]] or [[reset]] can have `repeat`";
            diagnostics.add(place.clone(), problem);
        }
        if repeat.unfinished.is_empty() {
            let problem = "`while` is empty: after which responses the call is made again";
            diagnostics.add(join(&place, "while"), problem);
        }
        let seconds = repeat.wait.saturating_mul(repeat.times);
        if repeat.wait == 0 || repeat.times == 0 || seconds > MAX_SECONDS {
            let problem = format!(
                "`wait` and `times` are at least 1, and together at most {MAX_SECONDS} seconds, because an operation ends after 15"
            );
            diagnostics.add(place, problem);
        }
    }
}

/// The second factor is tried with each value of one capture.
fn alternatives(operation: Operation, steps: &[ContractStep], diagnostics: &mut Diagnostics) {
    let mut is_first = true;
    for (index, step) in steps.iter().enumerate().filter(|(_, step)| !step.capture_each.is_empty()) {
        let place = join(&step_path(operation, index), "capture_each");
        if operation != Operation::SecondFactor {
            diagnostics.add(place, "only a [[second_factor]] can have `capture_each`; use `capture`");
        } else if !is_first || step.capture_each.len() > 1 {
            diagnostics.add(place, "only one value can be captured by `capture_each`");
        } else if !steps[index + 1..].iter().any(|step| step.mentions("second_factor")) {
            diagnostics.add(place, "no [[second_factor]] after it sends {second_factor}");
        }
        is_first = false;
    }
}
