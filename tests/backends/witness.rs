//! The client service with a witness: what it was asked, what went over the line, and what it made of that.

use std::cell::RefCell;
use std::rc::Rc;

use async_trait::async_trait;
use latchkey::password::PasswordPolicy;
use latchkey::secret::{Challenge, EmailAddress, NewPassword, RecoveryToken, SecondFactorCode};
use latchkey::service::{
    Accepted, CallError, Capabilities, Changed, CheckError, Checked, IdempotencyKey, Proof, RecoveryService,
    RequestError, ResetError,
};

use super::harness::{Exchange, Watch};

/// A question to the service.
#[derive(Clone)]
pub enum Question {
    Request(EmailAddress, Option<Challenge>),
    Check(Proof),
    Reset(Proof, NewPassword),
}

impl Question {
    /// Asks it, and says what came of it.
    pub async fn ask(&self, service: &dyn RecoveryService) -> String {
        match self {
            Self::Request(email, None) => {
                format!("{:?}", service.send_account_recovery_email(email).await)
            }
            Self::Request(email, Some(challenge)) => {
                format!("{:?}", service.send_bound_recovery_email(email, challenge).await)
            }
            Self::Check(proof) => format!("{:?}", service.check(proof).await),
            Self::Reset(proof, password) => {
                format!(
                    "{:?}",
                    service.reset_with_proof(proof, password, &IdempotencyKey::generate(), None).await
                )
            }
        }
    }
}

/// A question that was asked, and all that came of it.
pub struct Asked {
    pub question: Question,
    pub exchanges: Vec<Exchange>,
    pub outcome: String,
}

pub type Record = Rc<RefCell<Vec<Asked>>>;

pub struct Witness {
    pub service: Box<dyn RecoveryService>,
    pub watch: Watch,
    pub record: Record,
}

impl Witness {
    async fn see<T: std::fmt::Debug>(&self, question: Question, answer: impl Future<Output = T>) -> T {
        let before = self.watch.exchanges().len();
        let outcome = answer.await;
        let exchanges = self.watch.exchanges().split_off(before);
        self.record.borrow_mut().push(Asked { question, exchanges, outcome: format!("{outcome:?}") });
        outcome
    }
}

#[async_trait(?Send)]
impl RecoveryService for Witness {
    async fn send_account_recovery_email(&self, email: &EmailAddress) -> Result<Accepted, RequestError> {
        let question = Question::Request(email.clone(), None);
        self.see(question, self.service.send_account_recovery_email(email)).await
    }

    async fn send_bound_recovery_email(
        &self,
        email: &EmailAddress,
        challenge: &Challenge,
    ) -> Result<Accepted, RequestError> {
        let question = Question::Request(email.clone(), Some(challenge.clone()));
        self.see(question, self.service.send_bound_recovery_email(email, challenge)).await
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
        self.see(Question::Check(proof.clone()), self.service.check(proof)).await
    }

    async fn reset_with_proof(
        &self,
        proof: &Proof,
        new_password: &NewPassword,
        attempt: &IdempotencyKey,
        second_factor: Option<&SecondFactorCode>,
    ) -> Result<Changed, ResetError> {
        let question = Question::Reset(proof.clone(), new_password.clone());
        let answer = self.service.reset_with_proof(proof, new_password, attempt, second_factor);
        self.see(question, answer).await
    }

    async fn capabilities(&self) -> Result<Capabilities, CallError> {
        self.service.capabilities().await
    }

    async fn password_policy(&self) -> Result<PasswordPolicy, CallError> {
        self.service.password_policy().await
    }
}
