//! Ends the sessions of the account after the password was set.

use latchkey_core::service::Proof;

use super::HttpRecoveryService;
use crate::{Idempotency, contract::OperationError};

impl HttpRecoveryService {
    /// Runs the calls that end all sessions, and forgets the recovery. The password is set, so a failed call is no error:
    /// then sessions may be left. Returns whether there are such calls and all of them succeeded.
    pub(super) async fn sign_out(&self, proof: &Proof) -> bool {
        let session = self.session.take(proof);
        let values = self.values(proof);
        let values = values.with(&session.output().captured);
        let mut outcomes = Vec::new();
        // The time limit of the reset does not apply, because its answer must not be lost.
        let calls = async {
            for step in self.contract.for_proof(&self.contract.sign_out, proof) {
                outcomes.push(self.run_step(step, &values, Idempotency::Idempotent).await.is_ok());
            }
            Ok::<(), OperationError>(())
        };
        let in_time = self.client.in_time(calls).await.is_ok();
        #[cfg(not(target_arch = "wasm32"))]
        self.cookies.clear();
        in_time && !outcomes.is_empty() && outcomes.into_iter().all(|succeeded| succeeded)
    }
}
