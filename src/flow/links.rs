//! Links from outside: recognised, matched with the recovery they belong to, or told apart by what is wrong.

use super::{Effect, Flow, LinkTrouble, Notice, Phase, Reset, Step, Stuck};
use crate::{
    link::{IncomingLink, LinkError, RecoveryLink},
    secret::EmailAddress,
    service::Proof,
    vault::PendingRecovery,
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
            Err(error) => self.stuck(error.problem().into(), None),
        }
    }

    /// What an incoming link says, if it is one of ours.
    pub(super) fn read(&self, text: &IncomingLink) -> Result<RecoveryLink, LinkError> {
        RecoveryLink::parse(text.expose(), &self.rules)
    }

    /// Checks a link before anyone types.
    pub(super) fn follow(&mut self, link: RecoveryLink) -> Vec<Effect> {
        let native = match self.native() {
            Ok(native) => native,
            Err(effects) => return effects,
        };
        let recovery = self.recovery_of(&link).cloned();
        let verifier = recovery.as_ref().and_then(|recovery| recovery.verifier.clone());
        let proof = Proof::Token { token: link.token, beside: link.beside, verifier };
        if let Step::Reset(reset) = &self.step {
            if reset.proof == proof {
                return self.check_again(); // The same link twice: a second tap, not news.
            }
            self.notice = Some(Notice::NewerLink);
        }
        self.step = Step::Reset(Reset::new(native, proof.clone(), recovery.map(|recovery| recovery.email)));
        vec![Effect::Check { ticket: self.ticket.renew(), proof }, Effect::LearnPolicy]
    }

    /// The recovery a link belongs to. A link without a flow id belongs to the only one there is, if there is only
    /// one and it has no flow id either: guessing would show somebody else's address.
    fn recovery_of(&self, link: &RecoveryLink) -> Option<&PendingRecovery> {
        if let Some(flow) = &link.flow {
            return self.pending.find(flow);
        }
        let mut all = self.pending.iter();
        all.next().filter(|only| all.next().is_none() && only.flow.is_none())
    }

    pub(super) fn stuck(&mut self, trouble: LinkTrouble, email: Option<EmailAddress>) -> Vec<Effect> {
        self.ticket.renew();
        self.step = Step::Stuck(Stuck { trouble, email });
        Vec::new()
    }

    pub(super) fn ask_for_new_link(&mut self) -> Vec<Effect> {
        let Step::Stuck(stuck) = &self.step else { return Vec::new() };
        match stuck.email.clone() {
            Some(email) => self.request(email),
            None => self.start_over(),
        }
    }
}
