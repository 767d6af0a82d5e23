//! The one client: it carries out a contract, ours or another server's, call by call.

pub(crate) mod calls;
#[cfg(not(target_arch = "wasm32"))]
mod hosted;
mod send;
mod steps;

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    time::Duration,
};

use async_trait::async_trait;
use latchkey_core::{
    password::PasswordPolicy,
    secret::{Challenge, EmailAddress, FlowId, NewPassword, RecoveryToken, RequestSession, SecondFactorCode},
    service::{
        Accepted, AttemptKey, CallError, Capabilities, Changed, CheckError, Checked, Proof, RecoveryMode,
        RequestError, ResetError,
    },
};
use reqwest::Method;
use url::Url;

use super::{
    BaseUrl, RecoveryService, Repeatable,
    contract::{Contract, Refused, Tells, Told, Values, built_in, judge, unexpected},
};
use calls::Calls;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use hosted::PageFault;
use steps::Held;

/// Bounds of every call.
#[derive(Debug, Clone, Copy)]
pub struct CallLimits {
    /// Until a connection stands.
    pub connect: Duration,
    /// Until the answer is read, all attempts and the waits between them included.
    pub whole: Duration,
    /// Longest answer read, in bytes.
    pub body: usize,
}

impl Default for CallLimits {
    fn default() -> Self {
        Self { connect: Duration::from_secs(5), whole: Duration::from_secs(15), body: 64 * 1024 }
    }
}

/// A recovery service behind HTTP.
pub struct HttpRecoveryService {
    contract: Contract,
    /// What the operator gave, and the defaults of the rest.
    variables: BTreeMap<String, String>,
    calls: Calls,
    /// Asked for once; a service does not change its abilities under a running app.
    known: Cell<Option<Capabilities>>,
    /// What calls have brought that cannot be made again, for the proof that they were made with.
    held: RefCell<Option<Held>>,
    /// The calls that were made, while somebody wants to know.
    #[cfg(not(target_arch = "wasm32"))]
    recorded: RefCell<Option<Vec<super::CallMade>>>,
}

impl HttpRecoveryService {
    /// A client for the service at `base` that speaks our own contract, or as much of it as a plain server has.
    ///
    /// # Errors
    /// [`CallError::TlsRefused`] when this machine offers no roots to check certificates with.
    pub fn new(base: BaseUrl, limits: CallLimits) -> Result<Self, CallError> {
        let ours = built_in(Contract::OURS).ok_or_else(unexpected)?;
        Ok(Self::of(ours, BTreeMap::new(), Calls::new(base, limits)?))
    }

    /// A client for another server at `base`, by its contract, with what the operator gave as `[service.vars]`.
    ///
    /// # Errors
    /// A value is missing or unknown, or this machine offers no roots to check certificates with.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn with_contract(
        contract: Contract,
        base: BaseUrl,
        variables: &BTreeMap<String, String>,
        limits: CallLimits,
    ) -> Result<Self, super::contract::SetUpError> {
        let variables = contract.settle(variables)?;
        Ok(Self::of(contract, variables, Calls::new(base, limits)?))
    }

    fn of(contract: Contract, variables: BTreeMap<String, String>, calls: Calls) -> Self {
        Self {
            contract,
            variables,
            calls,
            known: Cell::new(None),
            held: RefCell::default(),
            #[cfg(not(target_arch = "wasm32"))]
            recorded: RefCell::default(),
        }
    }

    /// What an operation comes to, and the calls that were made for it.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) async fn recording<T>(&self, operation: impl Future<Output = T>) -> (T, Vec<super::CallMade>) {
        self.recorded.replace(Some(Vec::new()));
        let outcome = operation.await;
        (outcome, self.recorded.take().unwrap_or_default())
    }

    async fn request(
        &self,
        email: &EmailAddress,
        challenge: Option<&Challenge>,
    ) -> Result<Accepted, RequestError> {
        match self.requested(email, challenge).await {
            Ok(accepted) => Ok(accepted),
            Err(refused) => refused.of_request().map(|()| self.accepted(&Told::default(), None)),
        }
    }

    /// As [`request`](Self::request), with what a server says that tells whether there is an account.
    pub(super) async fn requested(
        &self,
        email: &EmailAddress,
        challenge: Option<&Challenge>,
    ) -> Result<Accepted, Refused> {
        let mut values = Values::of(&self.variables);
        values.add("email", email.as_str());
        if let Some(challenge) = challenge {
            values.add("code_challenge", challenge.as_str());
            values.add("code_challenge_method", "S256");
        }
        let learned = self.steps(&self.contract.request, &values, Repeatable::UnlessSent).await?;
        let carried = self.contract.carried().and_then(|name| learned.captured.get(name));
        let session = carried.map(|text| RequestSession::parse(text)).transpose();
        Ok(self.accepted(&learned.told, session.map_err(|_| unexpected())?))
    }

    fn accepted(&self, told: &Told, session: Option<RequestSession>) -> Accepted {
        Accepted {
            flow: told.text(Tells::Flow).and_then(|text| FlowId::parse(text).ok()),
            resend_after: told.number(Tells::ResendAfter).or(self.contract.abilities.resend_after),
            session,
        }
    }

    fn page_address(&self) -> Option<Url> {
        let hosted = self.contract.hosted.as_ref()?;
        let values = Values::of(&self.variables);
        let path = values.path(hosted.page.as_deref()?).ok()?;
        let query = send::query(hosted.query.iter(), &values).ok()?;
        Some(self.calls.address(&path, &query))
    }

    fn takes_passwords(&self) -> Result<(), Refused> {
        match self.contract.mode() {
            RecoveryMode::Native(_) => Ok(()),
            RecoveryMode::Hosted => Err(Refused::Hosted),
        }
    }

    /// As [`check`](RecoveryService::check), in the server's terms.
    pub(super) async fn looked_at(&self, proof: &Proof) -> Result<Checked, Refused> {
        self.takes_passwords()?;
        if !self.capabilities().await?.check {
            return Ok(Checked::default());
        }
        let values = self.values(proof);
        // A code that is looked at is a guess, and a service counts those.
        let repeatable = match proof {
            Proof::Token { .. } => Repeatable::Always,
            Proof::Code { .. } => Repeatable::UnlessSent,
        };
        let steps = self.contract.for_proof(&self.contract.check, proof);
        let mut told = self.steps(steps, &values, repeatable).await?.told;
        told.add(self.early(proof, &values).await.inspect_err(|refused| self.forget_if_over(refused))?);
        Ok(Checked {
            expires_in: told.number(Tells::ExpiresIn),
            second_factor: told.flag(Tells::SecondFactor),
        })
    }

    /// As [`reset_with_proof`](RecoveryService::reset_with_proof), in the server's terms.
    pub(super) async fn reset(
        &self,
        proof: &Proof,
        new_password: &NewPassword,
        attempt: &AttemptKey,
        second_factor: Option<&SecondFactorCode>,
    ) -> Result<Changed, Refused> {
        self.takes_passwords()?;
        let mut values = self.values(proof);
        let mut repeatable = Repeatable::UnlessSent;
        if self.capabilities().await?.idempotency {
            values.add("attempt", attempt.as_str());
            // The code of an authenticator app is a guess too.
            if second_factor.is_none() {
                repeatable = Repeatable::Always;
            }
        }
        if let Some(code) = second_factor {
            values.add("second_factor", code.expose());
        }
        let told = async {
            self.early(proof, &values).await?;
            if second_factor.is_some() {
                self.second_factor(proof, &values).await?;
            }
            values.add("new_password", new_password.expose());
            self.late(proof, &values, repeatable).await
        };
        let told = told.await.inspect_err(|refused| self.forget_if_over(refused))?;
        let signed_out_everywhere = self.contract.abilities.signs_out || told.flag(Tells::SignedOut);
        Ok(Changed { signed_out_everywhere })
    }
}

#[async_trait(?Send)]
impl RecoveryService for HttpRecoveryService {
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

    async fn capabilities(&self) -> Result<Capabilities, CallError> {
        let Some(step) = &self.contract.abilities_from else { return Ok(self.contract.capabilities()) };
        if let Some(known) = self.known.get() {
            return Ok(known);
        }
        let values = Values::of(&self.variables);
        let reply = self.answer(step, &values, Repeatable::Always).await.map_err(Refused::of_call)?;
        let told = judge(&self.contract, step, &reply).map(|learned| learned.told).unwrap_or_default();
        let abilities = self.contract.capabilities_told(&told);
        // A service in trouble, or a network's sign-in page in its place, has not said that it can do nothing.
        if reply.is_of_the_service() {
            self.known.set(Some(abilities));
        }
        Ok(abilities)
    }

    async fn check(&self, proof: &Proof) -> Result<Checked, CheckError> {
        let check = async { self.looked_at(proof).await.map_err(|refused| refused.of_check(proof)) };
        self.calls.in_time(check).await
    }

    async fn reset_with_proof(
        &self,
        proof: &Proof,
        new_password: &NewPassword,
        attempt: &AttemptKey,
        second_factor: Option<&SecondFactorCode>,
    ) -> Result<Changed, ResetError> {
        let reset = async {
            let outcome = self.reset(proof, new_password, attempt, second_factor).await;
            outcome.map_err(|refused| refused.of_reset(proof))
        };
        self.calls.in_time(reset).await
    }

    fn speak(&self, language: &'static str) {
        self.calls.speak(language);
    }

    async fn is_reachable(&self) -> bool {
        let path = self.contract.abilities_from.as_ref().map_or("/", |step| &step.path);
        let request = self.calls.request(Method::GET, path, &[]);
        !matches!(self.calls.call(request, Repeatable::UnlessSent, &[]).await, Err(CallError::Offline))
    }

    fn mode(&self) -> RecoveryMode {
        self.contract.mode()
    }

    fn hosted_page(&self) -> Option<Url> {
        self.page_address()
    }

    fn clock_skew(&self) -> Option<u64> {
        self.calls.clock_skew()
    }

    async fn password_policy(&self) -> Result<PasswordPolicy, CallError> {
        let Some(step) = &self.contract.policy_from else { return Ok(self.contract.password_policy()) };
        let policy = async {
            if !self.capabilities().await?.password_policy {
                return Ok(PasswordPolicy::unknown());
            }
            let values = Values::of(&self.variables);
            let told = self.step(step, &values, Repeatable::Always).await.map_err(Refused::of_call)?.told;
            let min_length = told.number(Tells::MinLength).ok_or_else(unexpected)?;
            let max_length = told.number(Tells::MaxLength);
            Ok(PasswordPolicy { min_length, max_length, max_bytes: None, stated: true })
        };
        self.calls.in_time(policy).await
    }
}
