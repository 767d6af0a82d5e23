//! Validation of new passwords, for recoveries and for operators.

use std::sync::Arc;

use latchkey_client::breach::BreachList;
use latchkey_core::secret::NewPassword;

use crate::audit::{AuditEntry, AuditEvent, AuditLog};
use crate::domain::password::Password;
use crate::domain::password_policy::{PasswordPolicy, PasswordRejection};
use crate::internal_error::InternalError;
use crate::passwords::PasswordHasher;

/// Validates and hashes new passwords.
#[derive(Clone)]
pub(super) struct NewPasswordValidator {
    pub(super) hasher: PasswordHasher,
    pub(super) policy: PasswordPolicy,
    pub(super) product_name: Arc<str>,
    pub(super) breach_list: Option<BreachList>,
    pub(super) audit: AuditLog,
}

impl NewPasswordValidator {
    /// The reasons of the policy to reject `password` for the account with these addresses.
    pub(super) async fn evaluate(
        &self,
        password: &Password,
        addresses: Vec<String>,
    ) -> Result<Vec<PasswordRejection>, InternalError> {
        let (policy, password) = (self.policy, password.clone());
        let product = Arc::clone(&self.product_name);
        self.hasher.run(move || policy.evaluate(password.expose(), &addresses, &product)).await
    }

    /// Whether the password is in the list of breached passwords, if one is configured. If the list is unavailable, the
    /// password is accepted.
    pub(super) async fn is_breached(&self, password: &Password) -> bool {
        let Some(breach_list) = &self.breach_list else { return false };
        let Ok(password) = NewPassword::new(password.expose()) else { return false };
        breach_list.has(&password).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "password not checked against the list of breached passwords");
            self.audit.record(&AuditEntry::new(AuditEvent::BreachCheckSkipped, "unanswered"));
            false
        })
    }

    /// Hashes a password.
    pub(super) async fn hash(&self, password: Password) -> Result<String, InternalError> {
        self.hasher.hash(password.into_secret()).await
    }
}
