//! The `reqwest` client of the default contract. Every rule about what may leave this device is here:
//! no redirect is followed, no cookie kept, no answer over 64 KiB read, no plain http beyond loopback.

#[cfg(target_arch = "wasm32")]
#[path = "browser.rs"]
pub(crate) mod line;
#[cfg(not(target_arch = "wasm32"))]
#[path = "native.rs"]
pub(crate) mod line;

use std::{cell::Cell, time::Duration};

use async_trait::async_trait;
use reqwest::{Client, Method, RequestBuilder, header};

use super::{
    Accepted, AttemptKey, BaseUrl, CallError, Capabilities, Changed, CheckError, Checked, Failure,
    Misconfiguration, Proof, RecoveryService, Repeatable, RequestError, ResetError, next_delay,
    parse_retry_after, reply::Reply,
};
use crate::{
    clock,
    password::PasswordPolicy,
    secret::{Challenge, EmailAddress, NewPassword, RecoveryToken, SecondFactorCode},
};

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
    base: BaseUrl,
    client: Client,
    limits: CallLimits,
    /// Asked for once; a service does not change its abilities under a running app.
    known: Cell<Option<Capabilities>>,
    /// For `Accept-Language`, once it is known.
    language: Cell<Option<&'static str>>,
    /// By the `Date` of the last answer, in seconds.
    skew: Cell<Option<u64>>,
}

type Fields<'a> = Vec<(&'static str, &'a str)>;

impl HttpRecoveryService {
    /// A client for the service at `base`.
    ///
    /// # Errors
    /// [`CallError::TlsRefused`] when this machine offers no roots to check certificates with.
    pub fn new(base: BaseUrl, limits: CallLimits) -> Result<Self, CallError> {
        let client = line::client(&base, limits)?;
        Ok(Self {
            base,
            client,
            limits,
            known: Cell::new(None),
            language: Cell::new(None),
            skew: Cell::new(None),
        })
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self
            .client
            .request(method, self.base.endpoint(path))
            .header(header::ACCEPT, "application/json, application/problem+json");
        match self.language.get() {
            Some(language) => request.header(header::ACCEPT_LANGUAGE, language),
            None => request,
        }
    }

    async fn post(
        &self,
        path: &str,
        fields: &Fields<'_>,
        repeatable: Repeatable,
    ) -> Result<Reply, CallError> {
        self.call(self.request(Method::POST, path).form(fields), repeatable).await
    }

    async fn call(&self, request: RequestBuilder, repeatable: Repeatable) -> Result<Reply, CallError> {
        self.in_time(self.attempts(request, repeatable)).await
    }

    /// Holds an operation of several calls to the time of one: a person waits for the operation.
    async fn in_time<T, E: From<CallError>>(
        &self,
        operation: impl Future<Output = Result<T, E>>,
    ) -> Result<T, E> {
        clock::within(self.limits.whole, operation).await.unwrap_or(Err(CallError::TimedOut.into()))
    }

    async fn attempts(&self, request: RequestBuilder, repeatable: Repeatable) -> Result<Reply, CallError> {
        for attempt in 1.. {
            let Some(this_time) = request.try_clone() else { break };
            let (outcome, failure) = match self.attempt(this_time).await {
                Ok(reply) if matches!(reply.status, 502..=504) => (Ok(reply), Failure::Overloaded),
                Ok(reply) => return Ok(reply),
                Err((error, failure)) => (Err(error), failure),
            };
            match next_delay(repeatable, failure, attempt, dice()) {
                Some(delay) => clock::sleep(delay).await,
                None => return outcome,
            }
        }
        Err(CallError::Misconfigured(Misconfiguration::Unexpected))
    }

    async fn attempt(&self, request: RequestBuilder) -> Result<Reply, Lost> {
        let Raw { status, content_type, retry_after, date, body } =
            line::send(request, self.limits.body).await?;
        if let Some(date) = date.and_then(|date| httpdate::parse_http_date(&date).ok()) {
            let apart = clock::now().duration_since(date).unwrap_or_else(|ahead| ahead.duration());
            self.skew.set(Some(apart.as_secs()));
        }
        Ok(Reply {
            status,
            content_type: content_type.unwrap_or_default(),
            retry_after: retry_after.and_then(|value| parse_retry_after(&value, clock::now())),
            body,
        })
    }
}

/// An answer as it came.
pub(crate) struct Raw {
    pub(crate) status: u16,
    content_type: Option<String>,
    retry_after: Option<String>,
    date: Option<String>,
    pub(crate) body: Vec<u8>,
}

/// Why none came, and what that means for asking again.
pub(crate) type Lost = (CallError, Failure);

/// `0.0..1.0`, to spread repeats; nothing depends on its quality.
fn dice() -> f64 {
    let mut byte = [0u8; 1];
    getrandom::fill(&mut byte).map_or(0.5, |()| f64::from(byte[0]) / 256.0)
}

fn proof_fields(proof: &Proof) -> Fields<'_> {
    match proof {
        Proof::Token { token, verifier: None } => vec![("token", token.expose())],
        Proof::Token { token, verifier: Some(verifier) } => {
            vec![("token", token.expose()), ("code_verifier", verifier.expose())]
        }
        Proof::Code { flow, code, verifier } => {
            vec![("flow", flow.as_str()), ("code", code.expose()), ("code_verifier", verifier.expose())]
        }
    }
}

#[async_trait(?Send)]
impl RecoveryService for HttpRecoveryService {
    async fn send_account_recovery_email(&self, email: &EmailAddress) -> Result<Accepted, RequestError> {
        self.post("/account/recovery", &vec![("email", email.as_str())], Repeatable::UnlessSent)
            .await?
            .accepted()
    }

    async fn send_bound_recovery_email(
        &self,
        email: &EmailAddress,
        challenge: &Challenge,
    ) -> Result<Accepted, RequestError> {
        let fields = vec![
            ("email", email.as_str()),
            ("code_challenge", challenge.as_str()),
            ("code_challenge_method", "S256"),
        ];
        self.post("/account/recovery", &fields, Repeatable::UnlessSent).await?.accepted()
    }

    async fn reset_password(
        &self,
        token: &RecoveryToken,
        new_password: &NewPassword,
    ) -> Result<Changed, ResetError> {
        let proof = Proof::Token { token: token.clone(), verifier: None };
        self.reset_with_proof(&proof, new_password, &AttemptKey::fresh(), None).await
    }

    async fn capabilities(&self) -> Result<Capabilities, CallError> {
        if let Some(known) = self.known.get() {
            return Ok(known);
        }
        let request = self.request(Method::GET, "/account/recovery/capabilities");
        let reply = self.call(request, Repeatable::Always).await?;
        let told = reply.capabilities();
        // A service in trouble, or a network's sign-in page in its place, has not said that it can do nothing.
        if reply.is_of_the_service() {
            self.known.set(Some(told));
        }
        Ok(told)
    }

    async fn check(&self, proof: &Proof) -> Result<Checked, CheckError> {
        self.in_time(async {
            if !self.capabilities().await?.check {
                return Ok(Checked::default());
            }
            let fields = proof_fields(proof);
            self.post("/account/reset-password/check", &fields, Repeatable::Always).await?.checked()
        })
        .await
    }

    async fn reset_with_proof(
        &self,
        proof: &Proof,
        new_password: &NewPassword,
        attempt: &AttemptKey,
        second_factor: Option<&SecondFactorCode>,
    ) -> Result<Changed, ResetError> {
        let mut fields = proof_fields(proof);
        fields.push(("new_password", new_password.expose()));
        fields.extend(second_factor.map(|code| ("second_factor", code.expose())));
        let mut request = self.request(Method::POST, "/account/reset-password").form(&fields);
        let mut repeatable = Repeatable::UnlessSent;
        self.in_time(async {
            if self.capabilities().await?.idempotency {
                request = request.header("Idempotency-Key", attempt.as_str());
                repeatable = Repeatable::Always;
            }
            self.call(request, repeatable).await?.changed()
        })
        .await
    }

    fn speak(&self, language: &'static str) {
        self.language.set(Some(language));
    }

    async fn is_reachable(&self) -> bool {
        let request = self.request(Method::GET, "/account/recovery/capabilities");
        !matches!(self.call(request, Repeatable::UnlessSent).await, Err(CallError::Offline))
    }

    fn clock_skew(&self) -> Option<u64> {
        self.skew.get()
    }

    async fn password_policy(&self) -> Result<PasswordPolicy, CallError> {
        self.in_time(async {
            if !self.capabilities().await?.password_policy {
                return Ok(PasswordPolicy::unknown());
            }
            self.call(self.request(Method::GET, "/account/password-policy"), Repeatable::Always)
                .await?
                .password_policy()
        })
        .await
    }
}
