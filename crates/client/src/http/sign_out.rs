//! Ends the sessions of the account after the password was set.

use latchkey_core::service::{Changed, IdempotencyKey, Proof, ResetError};

use super::HttpRecoveryService;
use crate::{Idempotency, contract::OperationError};

impl HttpRecoveryService {
    /// Ends the sessions of the account if this outcome of a reset means that the password is set.
    pub(super) async fn sign_out_if_set(
        &self,
        proof: &Proof,
        attempt: &IdempotencyKey,
        outcome: Result<Changed, ResetError>,
    ) -> Result<Changed, ResetError> {
        match outcome {
            Ok(changed) => {
                let signed_out = self.sign_out(proof).await;
                Ok(Changed { signed_out_everywhere: changed.signed_out_everywhere || signed_out })
            }
            // An earlier attempt had no response. It has set the password.
            Err(error) if error.is_same_password() && self.session.get(proof).is_unanswered(attempt) => {
                let signed_out = self.sign_out(proof).await;
                Ok(Changed { signed_out_everywhere: self.contract.capabilities.signs_out || signed_out })
            }
            Err(error) => {
                if error.may_have_acted() {
                    self.session.update(proof, |session| session.record_lost_response(attempt));
                }
                Err(error)
            }
        }
    }

    /// Runs the calls that end all sessions, and forgets the recovery. The password is set, so a failed call is no error:
    /// then sessions may be left. Returns whether there are such calls and all of them succeeded.
    async fn sign_out(&self, proof: &Proof) -> bool {
        let session = self.session.take(proof);
        let values = self.values(proof);
        let values = values.with(&session.output().captured);
        let mut outcomes = Vec::new();
        // The time limit of the reset does not apply, because its response must not be lost.
        let calls = async {
            for step in self.contract.for_proof(&self.contract.sign_out, proof) {
                outcomes.push(self.run_step(step, &values, Idempotency::Idempotent).await.is_ok());
            }
            Ok::<(), OperationError>(())
        };
        let in_time = self.client.in_time(calls).await.is_ok();
        self.cookies.clear();
        in_time && !outcomes.is_empty() && outcomes.into_iter().all(|succeeded| succeeded)
    }
}
