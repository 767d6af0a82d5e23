//! Tries more wrong codes than the server compares. Its response to the last one can depend on its settings.

use latchkey_core::{
    secret::NewPassword,
    service::{CallError, IdempotencyKey, Misconfiguration, Proof},
};

use super::{CheckOutcome, CheckResult, rejection_outcome, result};
use crate::{HttpRecoveryService, contract::OperationError};

/// Tries a wrong code until the server has had one more than the contract says that it compares, or has answered otherwise.
/// `made` is the number of tries before. `None` if the contract does not say it, or if those tries were enough.
pub(super) async fn check(
    service: &HttpRecoveryService,
    wrong: &Proof,
    made: usize,
    password: &NewPassword,
) -> Option<CheckResult> {
    let compared = usize::from(service.contract().capabilities.code_tries?);
    let mut last = None;
    for _ in made..=compared {
        let attempt = IdempotencyKey::generate();
        let (reset, calls) = service.recording(service.reset(wrong, password, &attempt, None)).await;
        let is_refused = matches!(reset, Err(OperationError::Rejected(_)));
        last = Some((reset.map(drop), calls));
        if !is_refused {
            break;
        }
    }
    let (reset, calls) = last?;
    Some(result("one more code than the server compares", calls, outcome(reset)))
}

fn outcome(reset: Result<(), OperationError>) -> CheckOutcome {
    match reset {
        Err(OperationError::Call(CallError::Misconfigured(Misconfiguration::Redirect))) => CheckOutcome::Failed(
            "a redirect, which is for browsers: the server may answer a right code with one as well; see what \
             docs/servers.md says about the settings of this server"
                .into(),
        ),
        other => rejection_outcome(other),
    }
}
