//! The client of our own contract, over the calls that every contract is carried out with.

pub(super) mod calls;

use std::{cell::Cell, time::Duration};

use async_trait::async_trait;
use reqwest::{Method, RequestBuilder, header};

use super::{
    Accepted, AttemptKey, BaseUrl, CallError, Capabilities, Changed, CheckError, Checked, Proof,
    RecoveryService, Repeatable, RequestError, ResetError, reply::Reply,
};
use crate::{
    password::PasswordPolicy,
    secret::{Challenge, EmailAddress, NewPassword, RecoveryToken, SecondFactorCode},
};
use calls::Calls;

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
    calls: Calls,
    /// Asked for once; a service does not change its abilities under a running app.
    known: Cell<Option<Capabilities>>,
}

type Fields<'a> = Vec<(&'static str, &'a str)>;

impl HttpRecoveryService {
    /// A client for the service at `base`.
    ///
    /// # Errors
    /// [`CallError::TlsRefused`] when this machine offers no roots to check certificates with.
    pub fn new(base: BaseUrl, limits: CallLimits) -> Result<Self, CallError> {
        Ok(Self { calls: Calls::new(base, limits)?, known: Cell::new(None) })
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.calls
            .request(method, path, &[])
            .header(header::ACCEPT, "application/json, application/problem+json")
    }

    async fn post(
        &self,
        path: &str,
        fields: &Fields<'_>,
        repeatable: Repeatable,
    ) -> Result<Reply, CallError> {
        self.calls.call(self.request(Method::POST, path).form(fields), repeatable).await
    }
}

fn proof_fields(proof: &Proof) -> Fields<'_> {
    let (mut fields, verifier) = match proof {
        Proof::Token { token, verifier, .. } => (vec![("token", token.expose())], verifier),
        Proof::Code { flow, code, verifier, .. } => {
            let flow = flow.iter().map(|flow| ("flow", flow.as_str()));
            (flow.chain([("code", code.expose())]).collect(), verifier)
        }
    };
    fields.extend(verifier.iter().map(|verifier| ("code_verifier", verifier.expose())));
    fields
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
        let proof = Proof::of_token(token.clone());
        self.reset_with_proof(&proof, new_password, &AttemptKey::fresh(), None).await
    }

    async fn capabilities(&self) -> Result<Capabilities, CallError> {
        if let Some(known) = self.known.get() {
            return Ok(known);
        }
        let request = self.request(Method::GET, "/account/recovery/capabilities");
        let reply = self.calls.call(request, Repeatable::Always).await?;
        let told = reply.capabilities();
        // A service in trouble, or a network's sign-in page in its place, has not said that it can do nothing.
        if reply.is_of_the_service() {
            self.known.set(Some(told));
        }
        Ok(told)
    }

    async fn check(&self, proof: &Proof) -> Result<Checked, CheckError> {
        self.calls
            .in_time(async {
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
        self.calls
            .in_time(async {
                if self.capabilities().await?.idempotency {
                    request = request.header("Idempotency-Key", attempt.as_str());
                    repeatable = Repeatable::Always;
                }
                self.calls.call(request, repeatable).await?.changed()
            })
            .await
    }

    fn speak(&self, language: &'static str) {
        self.calls.speak(language);
    }

    async fn is_reachable(&self) -> bool {
        let request = self.request(Method::GET, "/account/recovery/capabilities");
        !matches!(self.calls.call(request, Repeatable::UnlessSent).await, Err(CallError::Offline))
    }

    fn clock_skew(&self) -> Option<u64> {
        self.calls.clock_skew()
    }

    async fn password_policy(&self) -> Result<PasswordPolicy, CallError> {
        self.calls
            .in_time(async {
                if !self.capabilities().await?.password_policy {
                    return Ok(PasswordPolicy::unknown());
                }
                self.calls
                    .call(self.request(Method::GET, "/account/password-policy"), Repeatable::Always)
                    .await?
                    .password_policy()
            })
            .await
    }
}
