//! "This was not me": the link in a change notice freezes the account. Signing in is blocked until a recovery that is
//! requested afterwards. Its email goes to the account's own addresses.

use secrecy::{ExposeSecret as _, SecretString};

use super::RecoveryService;
use crate::crypto::secrets::sha256;
use crate::internal_error::InternalError;

/// Why an account was not frozen.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FreezeRejection {
    /// The token is unknown: it was never issued, is damaged, or was deleted after its expiry.
    #[error("unknown token")]
    Invalid,
    /// The link has expired.
    #[error("the link has expired")]
    Expired,
    /// The password was changed again after the email.
    #[error("the password was changed again")]
    Superseded,
    /// An internal failure.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

impl RecoveryService {
    /// Freezes the account that a notice's token belongs to, and returns the account's id. Using the link again has the same
    /// result, because people may click it several times. A later recovery invalidates the link: whoever made it has
    /// access to a mailbox of the account, and an old email must not lock them out.
    pub(crate) async fn freeze_by_token(&self, token: &SecretString) -> Result<i64, FreezeRejection> {
        let now = self.clock.now();
        let token_hash = sha256(token.expose_secret().as_bytes());
        let target = self.store.freeze_target(&token_hash).await?.ok_or(FreezeRejection::Invalid)?;
        if !target.is_current() {
            return Err(FreezeRejection::Superseded);
        }
        if now >= target.expires_at() {
            return Err(FreezeRejection::Expired);
        }
        // A reset may have changed the password since the query above.
        if !self.store.freeze(target.account_id, Some(target.password_generation), now).await? {
            return Err(FreezeRejection::Superseded);
        }
        Ok(target.account_id)
    }
}
