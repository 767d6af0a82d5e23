//! What a recovery carries from one operation to the next.

use std::cell::RefCell;

use latchkey_core::service::{IdempotencyKey, Proof};

use crate::contract::{ErrorKind, OperationError, StepOutput};

/// The results of steps that cannot be repeated, because they used up the link, code or second factor.
///
/// It is kept in memory until a password is accepted, so that a refused password can be changed.
#[derive(Clone)]
pub(super) struct RecoverySession {
    /// The proof that the steps used. The results are for no other proof.
    proof: Proof,
    /// One more than the index of the last early step that is done.
    early_steps: usize,
    /// Whether the second factor was accepted.
    second_factor: bool,
    /// The last attempt to set a password that had no response.
    unanswered: Option<IdempotencyKey>,
    output: StepOutput,
}

impl RecoverySession {
    fn new(proof: &Proof) -> Self {
        Self {
            proof: proof.clone(),
            early_steps: 0,
            second_factor: false,
            unanswered: None,
            output: StepOutput::default(),
        }
    }

    /// Whether the early step with this index in the reset is done.
    pub fn has_early_step(&self, index: usize) -> bool {
        index < self.early_steps
    }

    /// Whether the second factor was accepted.
    pub fn has_second_factor(&self) -> bool {
        self.second_factor
    }

    /// Whether an earlier call with this idempotency key had no response.
    pub fn is_unanswered(&self, attempt: &IdempotencyKey) -> bool {
        self.unanswered.as_ref() == Some(attempt)
    }

    /// Records that a try of this attempt had no response.
    pub fn record_lost_response(&mut self, attempt: &IdempotencyKey) {
        self.unanswered = Some(attempt.clone());
    }

    /// Adds the output of the steps that set the password.
    pub fn add_late_steps(&mut self, output: StepOutput) {
        self.output.add(output);
    }

    /// The values that the steps returned.
    pub fn output(&self) -> &StepOutput {
        &self.output
    }

    /// Records an early step.
    pub fn add_early_step(&mut self, index: usize, output: StepOutput) {
        self.early_steps = index + 1;
        self.output.add(output);
    }

    /// Records the second factor.
    pub fn add_second_factor(&mut self, output: StepOutput) {
        self.second_factor = true;
        // A step of the reset is compared with a response to the reset.
        let output = StepOutput { last_response: None, ..output };
        self.output.add(output);
    }
}

/// The session of the current recovery, if any. A service has at most one.
#[derive(Default)]
pub(super) struct CurrentSession(RefCell<Option<RecoverySession>>);

impl CurrentSession {
    /// The session of a proof, new if the current one is for another proof.
    pub fn get(&self, proof: &Proof) -> RecoverySession {
        let current = self.0.borrow();
        current
            .as_ref()
            .filter(|session| session.proof == *proof)
            .cloned()
            .unwrap_or_else(|| RecoverySession::new(proof))
    }

    /// Changes the session of a proof, which becomes the current one. Called after each step, because an operation can
    /// be cancelled by its time limit.
    pub fn update(&self, proof: &Proof, change: impl FnOnce(&mut RecoverySession)) {
        let mut session = self.get(proof);
        change(&mut session);
        self.0.replace(Some(session));
    }

    /// Takes the session of a proof after a successful reset, and ends it.
    pub fn take(&self, proof: &Proof) -> RecoverySession {
        let session = self.get(proof);
        self.end();
        session
    }

    fn end(&self) {
        self.0.replace(None);
    }

    /// Ends the session if an error shows that the proof is no longer valid. After a refused password, a wrong second
    /// factor or a call without a response, the next try needs the session.
    /// Returns whether it has ended.
    pub fn end_if_rejected(&self, error: &OperationError) -> bool {
        let can_continue = match error {
            OperationError::Call(_) => true,
            error => error.is(ErrorKind::PasswordRefused) || error.is(ErrorKind::SecondFactor),
        };
        if !can_continue {
            self.end();
        }
        !can_continue
    }

    /// Forgets the second factor after the server rejected it.
    pub fn forget_second_factor(&self) {
        if let Some(session) = &mut *self.0.borrow_mut() {
            session.second_factor = false;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use latchkey_core::{secret::RecoveryToken, service::CallError};

    use super::*;

    fn proof(token: char) -> Proof {
        Proof::from_token(RecoveryToken::parse(&token.to_string().repeat(43)).unwrap())
    }

    #[test]
    fn session_is_for_one_proof() {
        let current = CurrentSession::default();
        current.update(&proof('a'), |session| session.add_early_step(0, StepOutput::default()));
        assert!(current.get(&proof('a')).has_early_step(0));
        assert!(!current.get(&proof('a')).has_early_step(1));
        assert!(!current.get(&proof('b')).has_early_step(0));
        current.update(&proof('b'), |session| session.add_second_factor(StepOutput::default()));
        assert!(current.get(&proof('b')).has_second_factor());
        assert!(!current.get(&proof('a')).has_early_step(0), "replaced by the session of another proof");
    }

    #[test]
    fn lost_response_keeps_the_session_and_invalid_proof_ends_it() {
        let current = CurrentSession::default();
        let has_session = || current.get(&proof('a')).has_early_step(0);
        current.update(&proof('a'), |session| session.add_early_step(0, StepOutput::default()));
        current.end_if_rejected(&OperationError::Call(CallError::TimedOut));
        assert!(has_session());
        current.end_if_rejected(&OperationError::OtherDevice);
        assert!(!has_session());
    }
}
