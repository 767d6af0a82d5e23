//! Recovery at servers that people run already, each described by a file: which calls ask for the e-mail and set the
//! password, what their answers mean, how the mailed link or code looks.
//!
//! A contract is data. `definition` has its shape and refuses what cannot be meant, `fill` puts values into it where
//! none can break out, `judge` reads answers by it, and [`ContractService`] carries it out over the same calls as our
//! own contract. The files that come with the app are in assets/backends, checked when it is built; an operator's own
//! is read when it starts. A page in a browser has none of this: the server that serves it speaks our own contract.

mod built_in;
mod carried_out;
mod definition;
mod fill;
mod judge;
mod send;
mod shape;
mod variables;

use std::{cell::RefCell, collections::BTreeMap};

use async_trait::async_trait;
use reqwest::Method;
use url::Url;

use super::{
    Accepted, AttemptKey, BaseUrl, CallError, CallLimits, Capabilities, Changed, CheckError, Checked,
    Misconfiguration, Proof, RecoveryService, Repeatable, RequestError, ResetError, http::calls::Calls,
};
use crate::{
    password::PasswordPolicy,
    secret::{Challenge, EmailAddress, NewPassword, RecoveryToken, RequestSession, SecondFactorCode},
};
use carried_out::{Held, Refused};
use fill::Values;

pub use built_in::names;
pub use definition::{Contract, ContractError, read};
pub use variables::VariableError;

/// Why a contract cannot be used as it was set up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SetUpError {
    /// A value that it needs is missing, or one is given that it does not know.
    #[error(transparent)]
    Variable(#[from] VariableError),
    /// No call could be made from this machine.
    #[error(transparent)]
    Call(#[from] CallError),
}

/// The recovery service that a contract describes.
pub struct ContractService {
    contract: Contract,
    /// What the operator gave, and the defaults of the rest.
    variables: BTreeMap<String, String>,
    calls: Calls,
    /// What early steps have brought, for the proof that they were done with.
    held: RefCell<Option<Held>>,
    /// What was asked last, and the status of its answer; for whoever sets the app up.
    last_answer: RefCell<Option<String>>,
}

impl ContractService {
    /// The service at `base`, by `contract`, with what the operator gave as `[service.vars]`.
    ///
    /// # Errors
    /// A value is missing or unknown, or this machine offers no roots to check certificates with.
    pub fn new(
        contract: Contract,
        base: BaseUrl,
        variables: &BTreeMap<String, String>,
        limits: CallLimits,
    ) -> Result<Self, SetUpError> {
        let variables = contract.settle(variables)?;
        let calls = Calls::new(base, limits)?;
        let (held, last_answer) = (RefCell::default(), RefCell::default());
        Ok(Self { contract, variables, calls, held, last_answer })
    }

    /// The last answer that came: `POST /{prefix}/reset: 404`. It has the contract's words and no values.
    pub fn last_answer(&self) -> Option<String> {
        self.last_answer.borrow().clone()
    }

    async fn request(
        &self,
        email: &EmailAddress,
        challenge: Option<&Challenge>,
    ) -> Result<Accepted, RequestError> {
        let mut values = Values::of(&self.variables);
        values.add("email", email.as_str());
        if let Some(challenge) = challenge {
            values.add("code_challenge", challenge.as_str());
        }
        let steps = self.contract.request.iter();
        let captured = match self.steps(steps, &values, Repeatable::UnlessSent).await {
            Ok(captured) => captured,
            Err(refused) => return refused.of_request().map(|()| self.accepted(None)),
        };
        let carried = self.contract.carried().and_then(|name| captured.get(name));
        let session = carried.map(|text| RequestSession::parse(text)).transpose();
        session
            .map(|session| self.accepted(session))
            .map_err(|_| CallError::Misconfigured(Misconfiguration::Unexpected).into())
    }

    fn accepted(&self, session: Option<RequestSession>) -> Accepted {
        Accepted { flow: None, resend_after: self.contract.abilities.resend_after, session }
    }

    async fn checked(&self, proof: &Proof) -> Result<(), Refused> {
        let values = self.values(proof);
        let steps = self.contract.check.iter().filter(|step| step.is_for(carried_out::kind(proof)));
        self.steps(steps, &values, Repeatable::Always).await?;
        self.early(proof, &values).await
    }
}

#[async_trait(?Send)]
impl RecoveryService for ContractService {
    async fn send_account_recovery_email(&self, email: &EmailAddress) -> Result<Accepted, RequestError> {
        self.calls.in_time(self.request(email, None)).await
    }

    async fn send_bound_recovery_email(
        &self,
        email: &EmailAddress,
        challenge: &Challenge,
    ) -> Result<Accepted, RequestError> {
        self.calls.in_time(self.request(email, Some(challenge))).await
    }

    async fn reset_password(
        &self,
        token: &RecoveryToken,
        new_password: &NewPassword,
    ) -> Result<Changed, ResetError> {
        let proof = Proof::of_token(token.clone());
        self.reset_with_proof(&proof, new_password, &AttemptKey::fresh(), None).await
    }

    fn hosted_page(&self) -> Option<Url> {
        let hosted = self.contract.hosted.as_ref()?;
        let values = Values::of(&self.variables);
        let path = values.path(hosted.page.as_deref()?).ok()?;
        let query = send::query(hosted.query.iter(), &values).ok()?;
        Some(self.calls.address(&path, &query))
    }

    async fn capabilities(&self) -> Result<Capabilities, CallError> {
        Ok(self.contract.capabilities())
    }

    async fn check(&self, proof: &Proof) -> Result<Checked, CheckError> {
        let check = async { self.checked(proof).await.map_err(|refused| refused.of_check(proof)) };
        self.calls.in_time(check).await.map(|()| Checked::default())
    }

    async fn reset_with_proof(
        &self,
        proof: &Proof,
        new_password: &NewPassword,
        _attempt: &AttemptKey,
        _second_factor: Option<&SecondFactorCode>,
    ) -> Result<Changed, ResetError> {
        let reset = async {
            let values = self.values(proof);
            self.early(proof, &values).await?;
            self.late(proof, values, new_password).await
        };
        let outcome =
            self.calls.in_time(async { reset.await.map_err(|refused| refused.of_reset(proof)) }).await;
        outcome.map(|()| Changed { signed_out_everywhere: self.contract.abilities.signs_out })
    }

    fn speak(&self, language: &'static str) {
        self.calls.speak(language);
    }

    async fn is_reachable(&self) -> bool {
        let request = self.calls.request(Method::GET, "/", &[]);
        !matches!(self.calls.call(request, Repeatable::UnlessSent).await, Err(CallError::Offline))
    }

    fn clock_skew(&self) -> Option<u64> {
        self.calls.clock_skew()
    }

    async fn password_policy(&self) -> Result<PasswordPolicy, CallError> {
        Ok(self.contract.password_policy())
    }
}
