//! The service of an app without a configured address.

use async_trait::async_trait;
use latchkey_core::{
    secret::{EmailAddress, NewPassword, RecoveryToken},
    service::{Accepted, CallError, Changed, Misconfiguration, RequestError, ResetError},
};

use super::RecoveryService;

/// Returns [`Misconfiguration::NoAddress`] for every operation, so that the app opens and shows what is missing.
pub struct UnconfiguredService;

const MISSING: CallError = CallError::Misconfigured(Misconfiguration::NoAddress);

#[async_trait(?Send)]
impl RecoveryService for UnconfiguredService {
    async fn send_account_recovery_email(&self, _email: &EmailAddress) -> Result<Accepted, RequestError> {
        Err(MISSING.into())
    }

    async fn reset_password(
        &self,
        _token: &RecoveryToken,
        _new_password: &NewPassword,
    ) -> Result<Changed, ResetError> {
        Err(MISSING.into())
    }
}
