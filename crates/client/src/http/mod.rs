//! The HTTP client of a recovery service, which runs the calls of a contract.

mod body;
pub(crate) mod client;
#[cfg(target_arch = "wasm32")]
#[path = "cookies/browser.rs"]
mod cookies;
#[cfg(not(target_arch = "wasm32"))]
#[path = "cookies/native.rs"]
mod cookies;
#[cfg(not(target_arch = "wasm32"))]
mod hosted;
#[cfg(not(target_arch = "wasm32"))]
mod record;
mod repeat;
mod request_session;
#[cfg(not(target_arch = "wasm32"))]
mod script;
mod second_factor;
mod send;
mod session;
mod sign_out;
mod steps;

#[cfg(not(target_arch = "wasm32"))]
use std::cell::RefCell;
use std::{cell::Cell, collections::BTreeMap, time::Duration};

use async_trait::async_trait;
use latchkey_core::{
    password::PasswordPolicy,
    secret::{Challenge, EmailAddress, FlowId, NewPassword, RecoveryToken, RequestSession, SecondFactorCode},
    service::{
        Accepted, CallError, Capabilities, Changed, CheckError, Checked, IdempotencyKey, PageRequest, Proof,
        RecoveryMode, RequestError, ResetError,
    },
};
use reqwest::Method;
use url::Url;

use super::{
    BaseUrl, Idempotency, RecoveryService,
    contract::{
        Contract, OperationError, ResponseField, ResponseFields, Values, built_in, email_sha256, evaluate,
        unexpected,
    },
};
use client::HttpClient;
use session::CurrentSession;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use {hosted::PageError, script::Script};

/// Limits of every call.
#[derive(Debug, Clone, Copy)]
pub struct CallLimits {
    /// Time until a connection is established.
    pub connect_timeout: Duration,
    /// Time until the response is read, with all attempts and the delays between them.
    pub total_timeout: Duration,
    /// Maximum length of a response body, in bytes.
    pub max_body_bytes: usize,
}

impl Default for CallLimits {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(5),
            total_timeout: Duration::from_secs(15),
            max_body_bytes: 64 * 1024,
        }
    }
}

/// A recovery service that is called by HTTP.
pub struct HttpRecoveryService {
    contract: Contract,
    /// The operator's variables, with defaults.
    variables: BTreeMap<String, String>,
    client: HttpClient,
    /// Requested once: capabilities do not change while the app runs.
    cached_capabilities: Cell<Option<Capabilities>>,
    /// What the current recovery carries from one operation to the next.
    session: CurrentSession,
    cookies: cookies::CookieJar,
    /// The calls that were made, during [`recording`](Self::recording).
    #[cfg(not(target_arch = "wasm32"))]
    recorded: RefCell<Option<Vec<super::CallRecord>>>,
}

impl HttpRecoveryService {
    /// A client with our own contract for the service at `base`. A server without the optional extensions
    /// (docs/backends.md) works too.
    ///
    /// # Errors
    /// [`CallError::TlsRefused`] if this machine has no root certificates.
    pub fn new(base: BaseUrl, limits: CallLimits) -> Result<Self, CallError> {
        let ours = built_in(Contract::OURS).ok_or_else(unexpected)?;
        Ok(Self::of(ours, BTreeMap::new(), HttpClient::new(base, limits)?))
    }

    /// A client for another server at `base`, with its contract and the operator's `[service.vars]`.
    ///
    /// # Errors
    /// A variable is missing or unknown, or this machine has no root certificates.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn with_contract(
        contract: Contract,
        base: BaseUrl,
        variables: &BTreeMap<String, String>,
        limits: CallLimits,
    ) -> Result<Self, super::contract::SetupError> {
        let variables = contract.resolve_variables(variables)?;
        Ok(Self::of(contract, variables, HttpClient::new(base, limits)?))
    }

    fn of(contract: Contract, variables: BTreeMap<String, String>, client: HttpClient) -> Self {
        Self {
            contract,
            variables,
            client,
            cached_capabilities: Cell::new(None),
            session: CurrentSession::default(),
            cookies: cookies::CookieJar::default(),
            #[cfg(not(target_arch = "wasm32"))]
            recorded: RefCell::default(),
        }
    }

    /// The contract of the service.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn contract(&self) -> &Contract {
        &self.contract
    }

    /// The operator's variables, with defaults.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn variables(&self) -> &BTreeMap<String, String> {
        &self.variables
    }

    /// Answers all calls from now on with recorded answers.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn answer_with(&self, script: Script) {
        self.client.answer_with(script);
    }

    /// The calls that were answered with recorded answers.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn sent_to_script(&self) -> Vec<String> {
        self.client.sent_to_script()
    }

    async fn request(
        &self,
        email: &EmailAddress,
        challenge: Option<&Challenge>,
    ) -> Result<Accepted, RequestError> {
        match self.request_email(email, challenge).await {
            Ok(accepted) => Ok(accepted),
            Err(error) => {
                error.into_request_result().map(|()| self.accepted(&ResponseFields::default(), None))
            }
        }
    }

    /// Requests an email like [`request`](Self::request), but returns the errors that reveal whether there is an account.
    pub(super) async fn request_email(
        &self,
        email: &EmailAddress,
        challenge: Option<&Challenge>,
    ) -> Result<Accepted, OperationError> {
        let mut values = Values::new(&self.variables);
        self.cookies.begin_request(email);
        let hash = email_sha256(email.as_str());
        values.add("email", email.as_str());
        values.add("email_sha256", &hash);
        if let Some(challenge) = challenge {
            values.add("code_challenge", challenge.as_str());
            values.add("code_challenge_method", "S256");
        }
        let output =
            self.run_steps(&self.contract.request, &values, Idempotency::NotIdempotent, None).await?;
        let packed = request_session::pack(&self.contract.carried_captures(), &output.captured);
        let session = packed.map(|text| RequestSession::parse(&text)).transpose();
        Ok(self.accepted(&output.fields, session.map_err(|_| unexpected())?))
    }

    fn accepted(&self, fields: &ResponseFields, session: Option<RequestSession>) -> Accepted {
        Accepted {
            flow: fields.text(ResponseField::Flow).and_then(|text| FlowId::parse(text).ok()),
            resend_after: fields
                .number(ResponseField::ResendAfter)
                .or(self.contract.capabilities.resend_after),
            session,
        }
    }

    fn page_address(&self, request: &PageRequest) -> Option<Url> {
        let hosted = self.contract.reset.hosted()?;
        let mut values = Values::new(&self.variables);
        values.add("state", request.state.expose());
        values.add("code_challenge", request.challenge.as_str());
        if let Some(email) = &request.email {
            values.add("email", email.as_str());
        }
        if let Some(language) = request.language {
            values.add("language", language);
        }
        let path = values.path(hosted.page.as_ref()?).ok()?;
        let query = send::query([&hosted.query], &values).ok()?;
        Some(self.client.address(&path, &query))
    }

    /// The issuer identifier of the service, if its page leads back with one.
    fn issuer(&self) -> Option<String> {
        let issuer = self.contract.reset.hosted()?.issuer.as_ref()?;
        let path = Values::new(&self.variables).path(issuer).ok()?;
        Some(self.client.address(&path, &[]).to_string())
    }

    fn require_native(&self) -> Result<(), OperationError> {
        match self.contract.reset.hosted() {
            None => Ok(()),
            Some(_) => Err(OperationError::Hosted),
        }
    }

    /// Checks a proof like [`check`](RecoveryService::check), but returns the contract's errors.
    pub(super) async fn check_proof(&self, proof: &Proof) -> Result<Checked, OperationError> {
        self.require_native()?;
        let capabilities = self.capabilities().await?;
        if !capabilities.check {
            return Ok(Checked::default());
        }
        // The flow checks the length too, but it may open a link before the capabilities are loaded.
        if !proof.has_token_length(capabilities.token_length) {
            return Err(OperationError::WrongTokenLength);
        }
        let values = self.values(proof);
        // The server counts each check of a code as a try.
        let idempotency = match proof {
            Proof::Token { .. } => Idempotency::Idempotent,
            Proof::Code { .. } => Idempotency::NotIdempotent,
        };
        let steps = self.contract.for_proof(&self.contract.check, proof);
        let mut fields = self.run_steps(steps, &values, idempotency, None).await?.fields;
        fields.add(
            self.run_early_steps(proof, &values).await.inspect_err(|error| self.end_if_rejected(error))?,
        );
        Ok(Checked {
            expires_in: fields.number(ResponseField::ExpiresIn),
            second_factor: fields.flag(ResponseField::SecondFactor),
        })
    }

    /// Like [`reset_with_proof`](RecoveryService::reset_with_proof), with the contract's errors, and without signing out.
    pub(super) async fn reset(
        &self,
        proof: &Proof,
        new_password: &NewPassword,
        attempt: &IdempotencyKey,
        second_factor: Option<&SecondFactorCode>,
    ) -> Result<Changed, OperationError> {
        self.require_native()?;
        let mut values = self.values(proof);
        let mut idempotency = Idempotency::NotIdempotent;
        if self.capabilities().await?.idempotency {
            values.add("attempt", attempt.as_str());
            // The server counts each code of an authenticator app as a try.
            if second_factor.is_none() {
                idempotency = Idempotency::Idempotent;
            }
        }
        if let Some(code) = second_factor {
            values.add("second_factor", code.expose());
        }
        let fields = async {
            self.run_early_steps(proof, &values).await?;
            if second_factor.is_some() {
                self.send_second_factor(proof, &values).await?;
            }
            values.add("new_password", new_password.expose());
            self.run_late_steps(proof, &values, idempotency).await
        };
        let fields = fields.await.inspect_err(|error| self.end_if_rejected(error))?;
        let signed_out_everywhere =
            self.contract.capabilities.signs_out || fields.flag(ResponseField::SignedOut);
        Ok(Changed { signed_out_everywhere })
    }
}

#[async_trait(?Send)]
impl RecoveryService for HttpRecoveryService {
    async fn send_account_recovery_email(&self, email: &EmailAddress) -> Result<Accepted, RequestError> {
        self.client.in_time(self.request(email, None)).await
    }

    async fn send_bound_recovery_email(
        &self,
        email: &EmailAddress,
        challenge: &Challenge,
    ) -> Result<Accepted, RequestError> {
        self.client.in_time(self.request(email, Some(challenge))).await
    }

    async fn reset_password(
        &self,
        token: &RecoveryToken,
        new_password: &NewPassword,
    ) -> Result<Changed, ResetError> {
        let proof = Proof::from_token(token.clone());
        self.reset_with_proof(&proof, new_password, &IdempotencyKey::generate(), None).await
    }

    async fn capabilities(&self) -> Result<Capabilities, CallError> {
        let Some(step) = &self.contract.capabilities_from else { return Ok(self.contract.capabilities()) };
        if let Some(known) = self.cached_capabilities.get() {
            return Ok(known);
        }
        let values = Values::new(&self.variables);
        let response = self
            .send_step(step, &values, Idempotency::Idempotent)
            .await
            .map_err(OperationError::into_call_error)?;
        let fields =
            evaluate(&self.contract, step, &response).map(|output| output.fields).unwrap_or_default();
        let capabilities = self.contract.capabilities_with(&fields);
        // A server error, or the sign-in page of a network, does not say what the service supports.
        if response.is_from_the_service() {
            self.cached_capabilities.set(Some(capabilities));
        }
        Ok(capabilities)
    }

    async fn check(&self, proof: &Proof) -> Result<Checked, CheckError> {
        let check = async { self.check_proof(proof).await.map_err(|error| error.into_check_error(proof)) };
        self.client.in_time(check).await
    }

    async fn reset_with_proof(
        &self,
        proof: &Proof,
        new_password: &NewPassword,
        attempt: &IdempotencyKey,
        second_factor: Option<&SecondFactorCode>,
    ) -> Result<Changed, ResetError> {
        let reset = async {
            let outcome = self.reset(proof, new_password, attempt, second_factor).await;
            outcome.map_err(|error| error.into_reset_error(proof))
        };
        let outcome = self.client.in_time(reset).await;
        self.sign_out_if_set(proof, attempt, outcome).await
    }

    fn set_language(&self, language: &'static str) {
        self.client.set_language(language);
    }

    async fn is_reachable(&self) -> bool {
        let values = Values::new(&self.variables);
        let path = self.contract.capabilities_from.as_ref().and_then(|step| values.path(&step.path).ok());
        let path = path.as_ref().map_or("/", |path| path.as_str());
        let request = self.client.request(Method::GET, path, &[]);
        !matches!(self.client.call(request, Idempotency::NotIdempotent, &[]).await, Err(CallError::Offline))
    }

    fn mode(&self) -> RecoveryMode {
        self.contract.mode(self.issuer())
    }

    fn hosted_page(&self, request: &PageRequest) -> Option<Url> {
        self.page_address(request)
    }

    fn clock_skew(&self) -> Option<u64> {
        self.client.clock_skew()
    }

    async fn password_policy(&self) -> Result<PasswordPolicy, CallError> {
        let Some(step) = &self.contract.policy_from else { return Ok(self.contract.password_policy()) };
        let policy = async {
            if !self.capabilities().await?.password_policy {
                return Ok(PasswordPolicy::unknown());
            }
            let values = Values::new(&self.variables);
            let fields = self
                .run_step(step, &values, Idempotency::Idempotent)
                .await
                .map_err(OperationError::into_call_error)?
                .fields;
            let min_length = fields.number(ResponseField::MinLength).ok_or_else(unexpected)?;
            let max_length = fields.number(ResponseField::MaxLength);
            Ok(PasswordPolicy { min_length, max_length, max_bytes: None, reported: true })
        };
        self.client.in_time(policy).await
    }
}
