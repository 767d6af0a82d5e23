//! Whether the calls come in an order that leads to a new password.

use super::super::{Contract, ProofKind, Step};
use super::{Faults, way};

pub(super) fn check(contract: &Contract, faults: &mut Faults) {
    for kind in [ProofKind::Link, ProofKind::Code].into_iter().filter(|kind| contract.brings(*kind)) {
        password_comes_last(contract, kind, faults);
    }
    let late = contract.reset.iter().position(|step| !step.early).unwrap_or(contract.reset.len());
    for (index, _) in contract.reset.iter().enumerate().skip(late).filter(|(_, step)| step.early) {
        let place = vec!["reset".into(), index.into(), "early".into()];
        faults.add(place, "an early step cannot come after one that is not");
    }
    for (operation, steps) in contract.operations() {
        let out_of_place = |step: &Step| step.early && operation != "reset";
        for (index, _) in steps.iter().enumerate().filter(|(_, step)| out_of_place(step)) {
            faults.add(vec![operation.into(), index.into(), "early".into()], "only a [[reset]] can be early");
        }
    }
    let carried = contract.request.iter().flat_map(|step| step.capture.keys());
    let used = |name: &&String| {
        let mentions = |step: &Step| step.templates().any(|text| text.contains(&format!("{{{name}}}")));
        contract.check.iter().chain(&contract.reset).any(mentions)
    };
    if carried.filter(used).count() > 1 {
        faults.add(way("request"), "only one capture of the request can be kept until the reset");
    }
}

/// Whatever the e-mail brings, it leads to a call that sends the password, and that call is the last.
fn password_comes_last(contract: &Contract, kind: ProofKind, faults: &mut Faults) {
    let mut steps = contract.reset.iter().enumerate().filter(|(_, step)| step.is_for(kind));
    let Some((index, last)) = steps.next_back() else {
        if !contract.reset.is_empty() {
            let kind = if kind == ProofKind::Link { "link" } else { "code" };
            faults.add(way("reset"), format!("no [[reset]] is for a {kind}, which the e-mail brings"));
        }
        return;
    };
    let place = |key: &str| vec!["reset".into(), index.into(), key.into()];
    if !last.templates().any(|text| text.contains("{new_password}")) {
        faults.add(place("method"), "the last [[reset]] must send {new_password}");
    }
    if last.early {
        faults.add(place("early"), "the last [[reset]] sends the password, so it cannot be early");
    }
}
