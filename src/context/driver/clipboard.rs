//! When a pasted link or code is cleared from the clipboard: once the service has accepted it.

use crate::{context::drafts::Drafts, flow::Event};

/// Whether an event submits a link or code, and whether it was pasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Submission {
    /// The event submits nothing. A retry is one of these: it checks the same link or code again.
    None,
    Pasted,
    /// The link or code was typed, or the system opened the link.
    NotPasted,
}

impl Submission {
    pub(super) fn of(event: &Event, drafts: &Drafts) -> Self {
        match event {
            Event::Opened { .. }
            | Event::EmailSubmitted(_)
            | Event::LinkOrCodeSubmitted(_)
            | Event::LinkOpened { .. } => {
                if drafts.contain_paste_of(event) {
                    Self::Pasted
                } else {
                    Self::NotPasted
                }
            }
            _ => Self::None,
        }
    }
}

/// Whether the link or code that is being checked was pasted.
#[derive(Debug, Default)]
pub(super) struct PastedProof(bool);

impl PastedProof {
    /// Records a submission. `is_checked`: the flow has started a check of it. Returns `true` if the service has
    /// accepted a pasted link or code (`is_accepted`), once.
    pub(super) fn is_accepted(
        &mut self,
        submission: Submission,
        is_checked: bool,
        is_accepted: bool,
    ) -> bool {
        if is_checked && submission != Submission::None {
            self.0 = submission == Submission::Pasted;
        }
        is_accepted && std::mem::take(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepted_paste_is_reported_once() {
        let mut proof = PastedProof::default();
        assert!(!proof.is_accepted(Submission::Pasted, true, false));
        assert!(!proof.is_accepted(Submission::None, true, false), "a retry");
        assert!(proof.is_accepted(Submission::None, false, true));
        assert!(!proof.is_accepted(Submission::None, false, true));
    }

    #[test]
    fn paste_that_is_not_checked_or_was_replaced_is_kept() {
        let mut proof = PastedProof::default();
        proof.is_accepted(Submission::Pasted, false, false);
        assert!(!proof.is_accepted(Submission::None, false, true), "the flow did not check it");
        proof.is_accepted(Submission::Pasted, true, false);
        proof.is_accepted(Submission::NotPasted, true, false);
        assert!(!proof.is_accepted(Submission::None, false, true), "a link was opened afterwards");
    }
}
