//! A client service that records its operations, their HTTP exchanges and their outcomes.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use latchkey::password::PasswordPolicy;
use latchkey::secret::{Challenge, EmailAddress, NewPassword, RecoveryToken, SecondFactorCode};
use latchkey::service::{
    Accepted, CallError, Capabilities, Changed, CheckError, Checked, IdempotencyKey, Proof, RecoveryMode,
    RecoveryService, RequestError, ResetError,
};

use super::harness::{Exchange, ExchangeLog};

/// An operation of the service.
#[derive(Clone)]
pub enum Operation {
    Request(EmailAddress, Option<Challenge>),
    Check(Proof),
    Reset(Proof, NewPassword, IdempotencyKey, Option<SecondFactorCode>),
}

impl Operation {
    /// Runs it, and returns its outcome.
    pub async fn run(&self, service: &dyn RecoveryService) -> String {
        match self {
            Self::Request(email, None) => {
                format!("{:?}", service.send_account_recovery_email(email).await)
            }
            Self::Request(email, Some(challenge)) => {
                format!("{:?}", service.send_bound_recovery_email(email, challenge).await)
            }
            Self::Check(proof) => format!("{:?}", service.check(proof).await),
            Self::Reset(proof, password, attempt, factor) => {
                format!("{:?}", service.reset_with_proof(proof, password, attempt, factor.as_ref()).await)
            }
        }
    }
}

/// An operation, its exchanges and its outcome.
pub struct RecordedOperation {
    /// Which service made it: each app has its own, which keeps what a recovery needs.
    pub service: usize,
    pub operation: Operation,
    pub exchanges: Vec<Exchange>,
    pub outcome: String,
}

pub type OperationLog = Rc<RefCell<Vec<RecordedOperation>>>;

pub struct RecordingService {
    number: usize,
    service: Box<dyn RecoveryService>,
    exchanges: ExchangeLog,
    log: OperationLog,
}

impl RecordingService {
    /// Records the operations of `service` in `log`, with those of `exchanges` that they cause.
    pub fn new(service: Box<dyn RecoveryService>, exchanges: ExchangeLog, log: OperationLog) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        Self { number: NEXT.fetch_add(1, Ordering::Relaxed), service, exchanges, log }
    }

    async fn record<T: std::fmt::Debug>(&self, operation: Operation, call: impl Future<Output = T>) -> T {
        let before = self.exchanges.all().len();
        let outcome = call.await;
        let exchanges = self.exchanges.all().split_off(before);
        let outcome_text = format!("{outcome:?}");
        let recorded =
            RecordedOperation { service: self.number, operation, exchanges, outcome: outcome_text };
        self.log.borrow_mut().push(recorded);
        outcome
    }
}

#[async_trait(?Send)]
impl RecoveryService for RecordingService {
    async fn send_account_recovery_email(&self, email: &EmailAddress) -> Result<Accepted, RequestError> {
        let operation = Operation::Request(email.clone(), None);
        self.record(operation, self.service.send_account_recovery_email(email)).await
    }

    async fn send_bound_recovery_email(
        &self,
        email: &EmailAddress,
        challenge: &Challenge,
    ) -> Result<Accepted, RequestError> {
        let operation = Operation::Request(email.clone(), Some(challenge.clone()));
        self.record(operation, self.service.send_bound_recovery_email(email, challenge)).await
    }

    async fn reset_password(
        &self,
        token: &RecoveryToken,
        new_password: &NewPassword,
    ) -> Result<Changed, ResetError> {
        let proof = Proof::from_token(token.clone());
        self.reset_with_proof(&proof, new_password, &IdempotencyKey::generate(), None).await
    }

    async fn check(&self, proof: &Proof) -> Result<Checked, CheckError> {
        self.record(Operation::Check(proof.clone()), self.service.check(proof)).await
    }

    async fn reset_with_proof(
        &self,
        proof: &Proof,
        new_password: &NewPassword,
        attempt: &IdempotencyKey,
        second_factor: Option<&SecondFactorCode>,
    ) -> Result<Changed, ResetError> {
        let operation =
            Operation::Reset(proof.clone(), new_password.clone(), attempt.clone(), second_factor.cloned());
        let call = self.service.reset_with_proof(proof, new_password, attempt, second_factor);
        self.record(operation, call).await
    }

    fn mode(&self) -> RecoveryMode {
        self.service.mode()
    }

    async fn capabilities(&self) -> Result<Capabilities, CallError> {
        self.service.capabilities().await
    }

    async fn password_policy(&self) -> Result<PasswordPolicy, CallError> {
        self.service.password_policy().await
    }
}
