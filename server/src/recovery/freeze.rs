//! "This was not me": the link of a change notice freezes the account. Nobody signs in until a recovery that is asked
//! for afterwards, which goes to the account's own addresses.

use secrecy::{ExposeSecret as _, SecretString};

use crate::core::Core;
use crate::fault::Fault;
use crate::secrets;

/// Why nothing was frozen.
#[derive(Debug)]
pub(crate) enum FreezeRefused {
    /// Never issued, damaged, or forgotten after its time.
    Invalid,
    /// Too old.
    Expired,
    /// The password was set once more after the mail.
    Superseded,
    /// Something inside failed.
    Fault(Fault),
}

impl<E: Into<Fault>> From<E> for FreezeRefused {
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}

impl Core {
    /// Freezes the account that a notice's token belongs to, and answers the account's number. Following the link
    /// twice is answered alike: a person who is frightened clicks again. A later recovery ends the link: whoever made it
    /// holds a mailbox of the account, and an old mail must not lock them out.
    pub(crate) async fn freeze_by_token(&self, token: &SecretString) -> Result<i64, FreezeRefused> {
        let now = self.now();
        let token_hash = secrets::fingerprint(token.expose_secret().as_bytes());
        let freezable = self.store.freezable(&token_hash).await?.ok_or(FreezeRefused::Invalid)?;
        if !freezable.is_current() {
            return Err(FreezeRefused::Superseded);
        }
        if now >= freezable.expires_at() {
            return Err(FreezeRefused::Expired);
        }
        self.store.freeze(freezable.account_id, now).await?;
        Ok(freezable.account_id)
    }
}
