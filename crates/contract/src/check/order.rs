//! Checks that the calls, in their order, lead to a new password.

use crate::{
    contract::Contract,
    diagnostic::{Diagnostics, join, key_path, step_path},
    matching::ErrorKind,
    operation::Operation,
    step::{ContractStep, ProofKind},
};

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    for link in contract.links.of_links() {
        let name = link.id.as_ref().map_or_else(|| "link".to_owned(), |id| format!("link `{id}`"));
        check_password_comes_last(contract, &name, |step| step.is_for_link(link.id.as_deref()), diagnostics);
    }
    if contract.mails_proof(ProofKind::Code) {
        check_password_comes_last(contract, "code", |step| step.is_for(ProofKind::Code), diagnostics);
    }
    check_second_factor_is_sent(contract, diagnostics);
    check_early_steps_come_first(contract, diagnostics);
}

/// The last call of the reset for each kind of proof must send the password. After it, a repeated call can ask whether it is
/// set.
fn check_password_comes_last(
    contract: &Contract,
    proof: &str,
    is_for: impl Fn(&ContractStep) -> bool,
    diagnostics: &mut Diagnostics,
) {
    let steps = contract.reset.steps().iter().enumerate().filter(|(_, step)| is_for(step));
    let steps: Vec<(usize, &ContractStep)> = steps.collect();
    let last = steps.iter().rfind(|(_, step)| step.repeat.is_none()).or(steps.last());
    let Some(&(index, last)) = last else {
        if !contract.reset.steps().is_empty() {
            let problem = format!("no [[reset]] is for a {proof}, which the email has");
            diagnostics.add(key_path("reset"), problem);
        }
        return;
    };
    let place = step_path(Operation::Reset, index);
    if !last.mentions("new_password") {
        diagnostics.add(join(&place, "method"), "the last [[reset]] must send {new_password}");
    }
    if last.state.is_some() {
        let problem = "the last [[reset]] sends the password, so it cannot depend on a response";
        diagnostics.add(join(&place, "when"), problem);
    }
    if last.early {
        let problem = "the last [[reset]] sends the password, so it cannot be early";
        diagnostics.add(join(&place, "early"), problem);
    }
}

/// If the app asks for a second factor, a call sends it.
fn check_second_factor_is_sent(contract: &Contract, diagnostics: &mut Diagnostics) {
    let send = |steps: &[ContractStep]| steps.iter().any(|step| step.mentions("second_factor"));
    if !contract.second_factor.is_empty() && !send(&contract.second_factor) {
        diagnostics.add(key_path("second_factor"), "no [[second_factor]] sends {second_factor}");
    }
    if send(&contract.second_factor) || send(contract.reset.steps()) {
        return;
    }
    for (index, step) in contract.reset.steps().iter().enumerate() {
        if let Some(number) = step.errors.iter().position(|error| error.kind == ErrorKind::SecondFactor) {
            let mut place = join(&step_path(Operation::Reset, index), "errors");
            place.push(number.into());
            let problem = "no call sends the code that the app would ask for; add a [[second_factor]], or {second_factor?} to the body";
            diagnostics.add(place, problem);
        }
    }
}

fn check_early_steps_come_first(contract: &Contract, diagnostics: &mut Diagnostics) {
    let early = |operation, index| join(&step_path(operation, index), "early");
    for (operation, steps) in contract.operations() {
        let mut is_late = false;
        for (index, step) in steps.iter().enumerate() {
            if step.early && operation != Operation::Reset {
                diagnostics.add(early(operation, index), "only a [[reset]] can be early");
            } else if step.early && is_late {
                let problem = "an early step cannot come after one that is not early";
                diagnostics.add(early(operation, index), problem);
            }
            is_late |= !step.early;
        }
    }
}
