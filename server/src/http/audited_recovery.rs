//! Calls of the recovery service from the API and the pages. Each call is recorded in the audit log, also if its fields are
//! malformed, and rejections become problems.

use std::sync::Arc;
use std::time::Instant;

use latchkey_core::password::PasswordPolicy;
use secrecy::SecretString;

use super::middleware::client_address::ClientAddr;
use super::problem::Problem;
use super::request_body::{ProofFields, RecoveryRequest};
use super::response_time::MinResponseTime;
use crate::audit::{AuditEntry, AuditEvent, AuditLog};
use crate::crypto::secrets::Sha256Hash;
use crate::domain::device::Device;
use crate::i18n::Language;
use crate::services::recovery::{NewPassword, Proof, ProofCheck, RecoveryService, RequestedRecovery};

/// The values of a request that sets a new password.
pub(super) struct PasswordReset {
    pub(super) proof: Proof,
    pub(super) new: NewPassword,
    pub(super) idempotency_key: Option<Sha256Hash>,
}

/// The recovery service with an audit log.
#[derive(Clone)]
pub(super) struct AuditedRecovery {
    pub(super) service: Arc<RecoveryService>,
    pub(super) audit: AuditLog,
    pub(super) policy: PasswordPolicy,
    pub(super) min_response_time: MinResponseTime,
}

impl AuditedRecovery {
    /// Requests a recovery email in `language` that names `device`. The response time is padded.
    pub(super) async fn request(
        &self,
        client: ClientAddr,
        body: &RecoveryRequest,
        language: &'static Language,
        device: Device,
    ) -> Result<RequestedRecovery, Problem> {
        let started = Instant::now();
        let requested = async {
            let (email, challenge) = (body.email()?, body.challenge()?);
            Ok(self.service.request_recovery(&email, challenge, &client.network(), language, device).await?)
        };
        let requested = requested.await;
        let flow = requested.as_ref().ok().map(|requested: &RequestedRecovery| requested.flow.as_str());
        let entry = audit_entry(client, AuditEvent::RecoveryRequested, &requested);
        self.audit.record(&AuditEntry { flow, ..entry });
        self.min_response_time.pad(started).await;
        requested
    }

    /// Checks a proof.
    pub(super) async fn check(&self, client: ClientAddr, body: &ProofFields) -> Result<ProofCheck, Problem> {
        let checked = async { Ok(self.service.check_proof(&body.proof()?, &client.network()).await?) }.await;
        let flow = checked.as_ref().ok().map(|checked: &ProofCheck| checked.flow.as_str());
        let entry = audit_entry(client, AuditEvent::ProofChecked, &checked);
        self.audit.record(&AuditEntry { flow, ..entry });
        checked
    }

    /// Sets a new password. `reset` is a problem if the request is malformed, which is recorded too.
    pub(super) async fn reset(
        &self,
        client: ClientAddr,
        reset: Result<PasswordReset, Problem>,
    ) -> Result<(), Problem> {
        let result = async {
            let PasswordReset { proof, new, idempotency_key } = reset?;
            let result =
                self.service.reset_password(&proof, new, idempotency_key.as_ref(), &client.network()).await;
            result.map_err(|rejection| Problem::from_reset(rejection, &self.policy))
        }
        .await;
        let entry = audit_entry(client, AuditEvent::PasswordReset, &result);
        self.audit.record(&AuditEntry { flow: result.as_deref().ok(), ..entry });
        result.map(drop)
    }

    /// Freezes the account that a token belongs to. `token` is a problem if the request has none, which is recorded too.
    pub(super) async fn freeze(
        &self,
        client: ClientAddr,
        token: Result<SecretString, Problem>,
    ) -> Result<(), Problem> {
        let frozen = async { Ok(self.service.freeze_by_token(&token?).await?) }.await;
        let entry = audit_entry(client, AuditEvent::AccountFrozen, &frozen);
        self.audit.record(&AuditEntry { account: frozen.as_ref().ok().copied(), ..entry });
        frozen.map(drop)
    }
}

/// An audit entry for a client. The outcome is `ok` or the code of the problem.
pub(super) fn audit_entry<T>(
    client: ClientAddr,
    event: AuditEvent,
    result: &Result<T, Problem>,
) -> AuditEntry<'static> {
    let outcome = result.as_ref().err().map_or("ok", |problem| problem.code().as_str());
    AuditEntry { client: client.ip(), ..AuditEntry::new(event, outcome) }
}
