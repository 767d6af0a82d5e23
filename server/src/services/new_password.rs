//! Validation of new passwords, for recoveries and for operators.

use std::sync::Arc;

use latchkey_client::breach::BreachList;
use latchkey_core::password::PasswordRejection;
use latchkey_core::secret::NewPassword;

use crate::audit::{AuditEntry, AuditEvent, AuditLog};
use crate::domain::new_password_rules::NewPasswordRules;
use crate::domain::password::Password;
use crate::internal_error::InternalError;
use crate::passwords::{CpuPool, PasswordHasher};

/// Validates and hashes new passwords.
#[derive(Clone)]
pub(super) struct NewPasswordValidator {
    pub(super) hasher: PasswordHasher,
    /// Evaluates the rules. Their estimate can take longer than a hash, and must not delay hashes.
    pub(super) rules_pool: CpuPool,
    pub(super) rules: NewPasswordRules,
    pub(super) product_name: Arc<str>,
    pub(super) breach_list: Option<BreachList>,
    pub(super) audit: AuditLog,
}

impl NewPasswordValidator {
    /// All reasons of the rules to reject `password` for the account with these addresses.
    pub(super) async fn evaluate(
        &self,
        password: &Password,
        addresses: Vec<String>,
    ) -> Result<Vec<PasswordRejection>, InternalError> {
        let (rules, password) = (self.rules, password.clone());
        let product = Arc::clone(&self.product_name);
        self.rules_pool.run(move || rules.evaluate(password.expose(), &addresses, &product)).await
    }

    /// Whether the password is in the list of breached passwords, if one is configured. If the list is unavailable, the
    /// password is accepted.
    pub(super) async fn is_breached(&self, password: &Password) -> bool {
        let Some(breach_list) = &self.breach_list else { return false };
        let Ok(password) = NewPassword::new(password.expose()) else { return false };
        breach_list.contains(&password).await.unwrap_or_else(|error| {
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::config::HashingCost;
    use crate::domain::clock::SystemClock;
    use crate::metrics::Metrics;

    #[tokio::test]
    async fn slow_evaluation_does_not_delay_hashing() {
        let validator = NewPasswordValidator {
            hasher: PasswordHasher::new(&HashingCost::default(), None).unwrap(),
            rules_pool: CpuPool::of_half_the_cores(),
            rules: NewPasswordRules::default(),
            product_name: "Latchkey".into(),
            breach_list: None,
            audit: AuditLog::open(None, Metrics::new(), Arc::new(SystemClock)).unwrap(),
        };
        let password = Password::new("seven grey herons");
        let (go_on, wait) = std::sync::mpsc::channel::<()>();
        let wait = Arc::new(std::sync::Mutex::new(wait));
        let block = || {
            let wait = Arc::clone(&wait);
            let pool = validator.rules_pool.clone();
            tokio::spawn(async move { pool.run(move || wait.lock().unwrap().recv()).await })
        };
        let blocked: Vec<_> = (0..64).map(|_| block()).collect();
        tokio::task::yield_now().await;
        let mut evaluation = Box::pin(validator.evaluate(&password, Vec::new()));
        tokio::select! {
            biased;
            _ = &mut evaluation => panic!("the evaluation does not use its own pool"),
            hash = validator.hash(password.clone()) => drop(hash.unwrap()),
        }
        drop(go_on);
        // First: it may be next in the queue, where it holds up the other jobs until it is polled.
        assert_eq!(evaluation.await.unwrap(), []);
        for job in blocked {
            drop(job.await.unwrap());
        }
    }
}
