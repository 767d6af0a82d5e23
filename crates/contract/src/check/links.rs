//! Checks the kinds of links together: each has the values that the calls need, and they can be distinguished.

use std::collections::BTreeSet;

use super::{link, name_problem};
use crate::{
    contract::Contract,
    diagnostic::{Diagnostics, join, key_path, step_path},
    link_kind::{LinkKind, ProofSource},
    matching::ErrorKind,
    response_field::ResponseField,
    span::Key,
};

pub(super) fn check(contract: &Contract, diagnostics: &mut Diagnostics) {
    let links = contract.links.all();
    if contract.reset.hosted().is_some() {
        if !links.is_empty() {
            let problem = "with [hosted], links lead to a page of the server; leave [link] out";
            diagnostics.add(key_path("link"), problem);
        }
        return;
    }
    if links.is_empty() {
        diagnostics.add(key_path("id"), "[link] is missing: what the email has, as in sources = [\"query\"]");
    }
    for (index, each) in links.iter().enumerate() {
        let place = place(index);
        link::check(&place, each, diagnostics);
        if each.try_verifiers && !reports_wrong_verifiers(contract) {
            let problem =
                "no error with kind = \"other_device\" reports a wrong verifier; leave `try_verifiers` out";
            diagnostics.add(join(&place, "try_verifiers"), problem);
        }
        let needs_code = each.sources.contains(&ProofSource::TypedCode) && each.code.is_none();
        if needs_code && !contract.is_reported(ResponseField::CodeDigits) {
            let problem = "\"manual\" needs `code`, as in code = { digits = 6 }";
            diagnostics.add(join(&place, "sources"), problem);
        }
    }
    one_code(links, diagnostics);
    ids(links, diagnostics);
    differences(links, diagnostics);
    steps(contract, diagnostics);
}

fn place(index: usize) -> Vec<Key> {
    vec!["link".into(), index.into()]
}

fn reports_wrong_verifiers(contract: &Contract) -> bool {
    let steps = contract.check.iter().chain(contract.reset.steps()).flat_map(|step| &step.errors);
    let mut errors = steps.chain(&contract.errors);
    let is_bound = contract.is_bound() || !contract.carried_captures().is_empty();
    is_bound && errors.any(|error| error.kind == ErrorKind::OtherDevice)
}

/// An email has at most one kind of code, because a code does not show its kind.
fn one_code(links: &[LinkKind], diagnostics: &mut Diagnostics) {
    let with_code =
        links.iter().enumerate().filter(|(_, link)| link.sources.contains(&ProofSource::TypedCode));
    for (index, _) in with_code.skip(1) {
        diagnostics
            .add(join(&place(index), "sources"), "only one [[link]] can have \"manual\" among its `sources`");
    }
}

fn ids(links: &[LinkKind], diagnostics: &mut Diagnostics) {
    let mut known = BTreeSet::new();
    for (index, link) in links.iter().enumerate() {
        match &link.id {
            None if links.len() > 1 && link.has_link() => {
                let problem =
                    "`id` is missing: the name of this kind of link for `when`, as in id = \"mail\"";
                diagnostics.add(place(index), problem);
            }
            None => {}
            Some(id) => {
                if let Some(problem) = name_problem(id) {
                    diagnostics.add(join(&place(index), "id"), problem);
                }
                if !known.insert(id) {
                    let problem =
                        format!("`{id}` is already the `id` of another [[link]]; choose another name");
                    diagnostics.add(join(&place(index), "id"), problem);
                }
            }
        }
    }
}

/// A link is of the first kind that accepts it. A kind whose links an earlier one accepts too would never be used.
fn differences(links: &[LinkKind], diagnostics: &mut Diagnostics) {
    for (index, link) in links.iter().enumerate().filter(|(_, link)| link.has_link()) {
        let earlier =
            links[..index].iter().find(|earlier| earlier.has_link() && accepts_all_of(earlier, link));
        if let Some(earlier) = earlier {
            let name = earlier.id.as_deref().unwrap_or_default();
            let problem = format!(
                "a link of this kind is also one of `{name}`; give it another `path`, token parameter or `fixed` parameter"
            );
            diagnostics.add(place(index), problem);
        }
    }
}

fn accepts_all_of(earlier: &LinkKind, later: &LinkKind) -> bool {
    earlier.path == later.path
        && earlier.names.iter().all(|(name, parameter)| later.names.get(name) == Some(parameter))
        && earlier.fixed.iter().all(|(name, value)| later.fixed.get(name) == Some(value))
}

/// Every step for a kind of link names an existing one.
fn steps(contract: &Contract, diagnostics: &mut Diagnostics) {
    for (operation, steps) in contract.operations() {
        for (index, step) in steps.iter().enumerate() {
            let Some(id) = &step.link else { continue };
            if !contract.links.of_links().any(|link| link.id.as_ref() == Some(id)) {
                let problem = format!("no [[link]] has the `id` {id:?}");
                diagnostics.add(join(&step_path(operation, index), "when"), problem);
            }
        }
    }
}
