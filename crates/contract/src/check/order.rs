//! Whether the calls come in an order that leads to a new password.

use super::{Diagnostics, key_path, step_path};
use crate::{Contract, Kind, ProofKind, Step, step::mentions};

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    for kind in [ProofKind::Link, ProofKind::Code].into_iter().filter(|kind| contract.brings(*kind)) {
        password_comes_last(contract, kind, diagnostics);
    }
    second_factor_is_sent(contract, diagnostics);
    let late = contract.reset.iter().position(|step| !step.early).unwrap_or(contract.reset.len());
    for (index, _) in contract.reset.iter().enumerate().skip(late).filter(|(_, step)| step.early) {
        let place = vec!["reset".into(), index.into(), "early".into()];
        diagnostics.add(place, "an early step cannot come after one that is not");
    }
    for (operation, steps) in contract.operations() {
        let out_of_place = |step: &Step| step.early && operation != "reset";
        for (index, _) in steps.iter().enumerate().filter(|(_, step)| out_of_place(step)) {
            let place = [step_path(operation, index), vec!["early".into()]].concat();
            diagnostics.add(place, "only a [[reset]] can be early");
        }
    }
    let carried = contract.request.iter().flat_map(|step| step.capture.keys());
    let used = |name: &&String| {
        let later = contract.check.iter().chain(&contract.second_factor).chain(&contract.reset);
        later.flat_map(Step::templates).any(|text| mentions(text, name))
    };
    if carried.filter(used).count() > 1 {
        diagnostics.add(key_path("request"), "only one capture of the request can be kept until the reset");
    }
}

/// Whatever the e-mail brings, it leads to a call that sends the password, and that call is the last.
fn password_comes_last(contract: &Contract, kind: ProofKind, diagnostics: &mut Diagnostics) {
    let mut steps = contract.reset.iter().enumerate().filter(|(_, step)| step.is_for(kind));
    let Some((index, last)) = steps.next_back() else {
        if !contract.reset.is_empty() {
            let kind = if kind == ProofKind::Link { "link" } else { "code" };
            diagnostics
                .add(key_path("reset"), format!("no [[reset]] is for a {kind}, which the e-mail brings"));
        }
        return;
    };
    let place = |key: &str| vec!["reset".into(), index.into(), key.into()];
    if !last.templates().any(|text| mentions(text, "new_password")) {
        diagnostics.add(place("method"), "the last [[reset]] must send {new_password}");
    }
    if last.early {
        diagnostics.add(place("early"), "the last [[reset]] sends the password, so it cannot be early");
    }
}

/// The screen that asks for a second factor does so in order to send it.
fn second_factor_is_sent(contract: &Contract, diagnostics: &mut Diagnostics) {
    let sends =
        |steps: &[Step]| steps.iter().flat_map(Step::templates).any(|text| mentions(text, "second_factor"));
    if !contract.second_factor.is_empty() && !sends(&contract.second_factor) {
        diagnostics.add(key_path("second_factor"), "no [[second_factor]] sends {second_factor}");
    }
    if sends(&contract.second_factor) || sends(&contract.reset) {
        return;
    }
    for (index, step) in contract.reset.iter().enumerate() {
        if let Some(number) = step.errors.iter().position(|error| error.kind == Some(Kind::SecondFactor)) {
            diagnostics.add(
                vec!["reset".into(), index.into(), "errors".into(), number.into()],
                "a code would be asked for that no call sends; add a [[second_factor]], or {second_factor?} to the body",
            );
        }
    }
}
