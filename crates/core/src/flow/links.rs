//! Links from outside: recognised, matched with the recovery they belong to, or told apart by what is wrong.

use super::{Effect, Flow, InvalidLink, LinkFailure, Notice, Phase, Reset, Step};
use crate::{
    link::{IncomingLink, LinkError, RecoveryLink, find_link},
    pending::PendingRecovery,
    secret::EmailAddress,
    service::{NativeRecovery, Proof},
};

impl Flow {
    pub(super) fn link_opened(&mut self, text: &IncomingLink, replaced: bool) -> Vec<Effect> {
        if let Err(effects) = self.native() {
            return effects;
        }
        if replaced {
            self.notice = Some(Notice::NewerLink);
        }
        if let Step::Reset(Reset { phase: Phase::Sending(_), next_link, .. }) = &mut self.step {
            *next_link = Some(text.clone());
            return Vec::new();
        }
        match self.read(text) {
            Ok(link) => self.follow(link),
            // A password being typed is worth more than the news that some link is broken.
            Err(_) if matches!(self.step, Step::Reset(_)) => {
                self.notice = Some(Notice::BadLinkIgnored);
                Vec::new()
            }
            Err(error) => self.invalid_link(error.problem().into(), None),
        }
    }

    /// What an incoming link says, if it is one of ours. A mail program may hand over one that it has damaged.
    pub(super) fn read(&self, text: &IncomingLink) -> Result<RecoveryLink, LinkError> {
        RecoveryLink::parse(text.expose(), &self.rules).or_else(|why| {
            let mended = find_link(text.expose(), &self.rules).and_then(Result::ok);
            mended.ok_or(why)
        })
    }

    /// Checks a link before anyone types.
    pub(super) fn follow(&mut self, link: RecoveryLink) -> Vec<Effect> {
        let native = match self.native() {
            Ok(native) => native,
            Err(effects) => return effects,
        };
        let candidates = self.candidates(&link, native);
        // One of another name is tried after the link alone: a link that is bound to no device would open with it too,
        // and be taken for one to its address.
        let likely = candidates.first().filter(|first| first.flow.is_none() || first.flow == link.flow);
        let candidate = likely.map(|_| 0);
        let verifier = likely.and_then(|recovery| recovery.verifier.clone());
        // Of several, the service tells whose it is; until then no address is shown.
        let email = likely.filter(|_| candidates.len() == 1).map(|only| only.email.clone());
        let proof = Proof::Token { token: link.token, params: link.params, verifier };
        if let Step::Reset(reset) = &self.step {
            if same_link(&reset.proof, &proof) && reset.candidates == candidates {
                return self.check_again(); // The same link twice: a second tap, not news.
            }
            self.notice = Some(Notice::NewerLink);
        }
        self.step = Step::Reset(Reset { candidates, candidate, ..Reset::new(native, proof.clone(), email) });
        vec![Effect::Check { ticket: self.ticket.renew(), proof }, Effect::LoadPasswordPolicy]
    }

    /// The recoveries that a link may belong to, the likeliest first. With a flow id it is the one of that name, or one
    /// whose answer never came: that may since have been sent again, with the same verifier, and have another name. A link
    /// without belongs to the only one there is, if that has no flow id either; among several the service can tell, where
    /// it takes one verifier after the other.
    fn candidates(&self, link: &RecoveryLink, native: NativeRecovery) -> Vec<PendingRecovery> {
        if let Some(found) = link.flow.as_ref().and_then(|flow| self.pending.find(flow)) {
            return vec![found.clone()];
        }
        let unnamed: Vec<_> = self.pending.iter().filter(|kept| kept.flow.is_none()).cloned().collect();
        let mut bound: Vec<_> = unnamed.iter().filter(|kept| kept.verifier.is_some()).cloned().collect();
        if link.flow.is_some() {
            for named in self.pending.iter().filter(|kept| kept.flow.is_some() && kept.verifier.is_some()) {
                if bound.iter().all(|kept| kept.verifier != named.verifier) {
                    bound.push(named.clone());
                }
            }
        }
        if native.tries_verifiers() && !bound.is_empty() {
            return bound;
        }
        let is_only = link.flow.is_none() && self.pending.iter().count() == 1;
        if is_only { unnamed } else { Vec::new() }
    }

    /// The next recovery that the link on the screen may belong to, if there is one.
    pub(super) fn next_candidate(&mut self) -> bool {
        let Step::Reset(reset) = &mut self.step else { return false };
        let next = reset.candidate.map_or(0, |tried| tried + 1);
        let (Proof::Token { verifier, .. }, Some(recovery)) = (&mut reset.proof, reset.candidates.get(next))
        else {
            return false;
        };
        *verifier = recovery.verifier.clone();
        reset.candidate = Some(next);
        true
    }

    pub(super) fn invalid_link(&mut self, failure: LinkFailure, email: Option<EmailAddress>) -> Vec<Effect> {
        self.ticket.renew();
        self.step = Step::InvalidLink(InvalidLink { failure, email });
        Vec::new()
    }

    pub(super) fn ask_for_new_link(&mut self) -> Vec<Effect> {
        let Step::InvalidLink(invalid_link) = &self.step else { return Vec::new() };
        match invalid_link.email.clone() {
            Some(email) => self.request(email),
            None => self.start_over(),
        }
    }
}

/// Whether two proofs are of one link, whichever verifier is tried with it.
fn same_link(one: &Proof, other: &Proof) -> bool {
    match (one, other) {
        (Proof::Token { token, params, .. }, Proof::Token { token: other, params: others, .. }) => {
            (token, params) == (other, others)
        }
        _ => false,
    }
}
