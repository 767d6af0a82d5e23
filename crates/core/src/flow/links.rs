//! Links from outside: parses them and finds the recovery that they belong to.

use super::{LinkFailure, Reset, context::Context, transition::Transition};
use crate::{
    link::{IncomingLink, LinkError, RecoveryLink, find_link},
    pending::PendingRecovery,
    service::{NativeMode, Proof},
};

/// Opens a link from outside, at any step but [`Reset`].
pub(super) fn open(text: &IncomingLink, replaced: bool, context: &mut Context) -> Transition {
    if context.native().is_none() {
        return context.invalid_link(LinkFailure::Hosted, None);
    }
    context.note_replaced_link(replaced);
    match parse(text, context) {
        Ok(link) => follow(link, context),
        Err(error) => context.invalid_link(error.problem().into(), None),
    }
}

/// Checks a link before the person types a password.
pub(super) fn follow(link: RecoveryLink, context: &mut Context) -> Transition {
    match reset_of(link, context) {
        Some(reset) => reset.check_first(context),
        None => context.invalid_link(LinkFailure::Hosted, None),
    }
}

/// Parses a link. A link that a mail program has damaged is repaired if that is safe.
pub(super) fn parse(text: &IncomingLink, context: &Context) -> Result<RecoveryLink, LinkError> {
    RecoveryLink::parse(text.expose(), &context.rules).or_else(|error| {
        let repaired = find_link(text.expose(), &context.rules).and_then(Result::ok);
        repaired.ok_or(error)
    })
}

/// The step for a link. `None` if the service is hosted.
pub(super) fn reset_of(link: RecoveryLink, context: &Context) -> Option<Reset> {
    let native = context.native()?;
    let candidates = candidates(&link, native, context);
    // A recovery with another flow id is tried only after the link without a verifier: a link that is bound to no device
    // would open with any verifier, and would be attributed to the wrong address.
    let first = candidates.first().filter(|first| first.flow.is_none() || first.flow == link.flow);
    let candidate = first.map(|_| 0);
    // If there are several candidates, only the service can tell which account it is. Until it responds, no address is
    // shown.
    let email = first.filter(|_| candidates.len() == 1).map(|only| only.email.clone());
    let mut proof = Proof::of_link(link.token, link.params);
    if let Some(first) = first {
        add_kept(&mut proof, first);
    }
    Some(Reset { candidates, candidate, ..Reset::new(native, proof, email) })
}

/// Adds to the proof of a link what this device has kept of a recovery.
pub(super) fn add_kept(proof: &mut Proof, recovery: &PendingRecovery) {
    if let Proof::Token { verifier, email, session, .. } = proof {
        *verifier = recovery.verifier.clone();
        *email = Some(recovery.email.clone());
        *session = recovery.session.clone();
    }
}

/// The recoveries that a link may belong to, the most likely first.
///
/// A link with a flow id belongs to the recovery with that id, or to a request whose response was lost: it may have been
/// sent again since, with the same verifier, and have another id. A link without a flow id belongs to the only recovery,
/// if that has no id either. Among several, the service decides, if it allows one verifier after the other.
fn candidates(link: &RecoveryLink, native: NativeMode, context: &Context) -> Vec<PendingRecovery> {
    let pending = &context.pending;
    if let Some(found) = link.flow.as_ref().and_then(|flow| pending.find(flow)) {
        return vec![found.clone()];
    }
    let unnamed: Vec<_> = pending.iter().filter(|kept| kept.flow.is_none()).cloned().collect();
    let is_bound = |kept: &&PendingRecovery| kept.verifier.is_some() || kept.session.is_some();
    let mut bound: Vec<_> = unnamed.iter().filter(is_bound).cloned().collect();
    if link.flow.is_some() {
        for named in pending.iter().filter(|kept| kept.flow.is_some() && kept.verifier.is_some()) {
            if bound.iter().all(|kept| kept.verifier != named.verifier) {
                bound.push(named.clone());
            }
        }
    }
    if native.tries_verifiers() && !bound.is_empty() && context.rules.can_be_bound(link.params.kind()) {
        return bound;
    }
    let is_only = link.flow.is_none() && pending.iter().count() == 1;
    if is_only { unnamed } else { Vec::new() }
}

/// Whether two proofs are from the same link, with any verifier.
pub(super) fn is_same_link(one: &Proof, other: &Proof) -> bool {
    match (one, other) {
        (Proof::Token { token, params, .. }, Proof::Token { token: other, params: others, .. }) => {
            (token, params) == (other, others)
        }
        _ => false,
    }
}
