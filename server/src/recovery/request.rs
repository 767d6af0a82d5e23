//! Asking for a recovery mail. Known and unknown addresses go the very same way here: whether there is an account
//! is only looked at when the mail is written, in the background (REQ-1, REQ-2).

use super::{CODE_VALID, LINK_VALID};
use crate::address::EmailAddress;
use crate::clock::UnixTime;
use crate::config::Binding;
use crate::core::Core;
use crate::fault::Fault;
use crate::languages::Language;
use crate::secrets::{self, Challenge};
use crate::store::{NewRecovery, Opened};

/// Why no recovery was opened.
#[derive(Debug)]
pub(crate) enum RequestRefused {
    /// The address was asked for a moment ago; again in `retry_after` seconds.
    TooSoon {
        /// Seconds.
        retry_after: u64,
    },
    /// Recoveries must be bound to the device that asks.
    ChallengeMissing,
    /// Something inside failed.
    Fault(Fault),
}

impl<E: Into<Fault>> From<E> for RequestRefused {
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}

impl Core {
    /// Opens a recovery for the account with this address, if there is one, ends earlier ones, and answers the flow.
    /// The mail is written in `language`.
    pub(crate) async fn request_recovery(
        &self,
        email: &EmailAddress,
        challenge: Option<Challenge>,
        language: &'static Language,
    ) -> Result<String, RequestRefused> {
        let challenge = match (self.binding, challenge) {
            (Binding::Off, _) => None,
            (Binding::Require, None) => return Err(RequestRefused::ChallengeMissing),
            (_, challenge) => challenge,
        };
        self.open_recovery(email, challenge, language).await
    }

    /// Opens a recovery that no device is bound to, for an operator whose user cannot ask. Whoever receives the mail
    /// chooses the password (END-8).
    pub(crate) async fn start_recovery(&self, email: &EmailAddress) -> Result<String, RequestRefused> {
        self.open_recovery(email, None, Language::english()).await
    }

    async fn open_recovery(
        &self,
        email: &EmailAddress,
        challenge: Option<Challenge>,
        language: &'static Language,
    ) -> Result<String, RequestRefused> {
        let now = self.now();
        let wait = self.limits.resend_after;
        let flow = secrets::fresh_id()?;
        let opened = self
            .store
            .open_recovery(&NewRecovery {
                flow: &flow,
                address_key: &email.key(),
                domain_key: &email.domain_key(),
                challenge,
                now,
                link_expires_at: now.plus(LINK_VALID),
                code_expires_at: now.plus(CODE_VALID),
                language,
                not_after: UnixTime(now.0 - i64::from(wait)),
            })
            .await?;
        #[cfg(feature = "leaky")]
        self.leak(email).await?;
        match opened {
            Opened::TooSoon { last } => {
                // A clock that was set back must not lock anybody out for longer than the limit.
                let retry_after = last.plus(wait).since(now).clamp(1, u64::from(wait).max(1));
                Err(RequestRefused::TooSoon { retry_after })
            }
            Opened::Yes => {
                self.mail_queued.notify_one();
                Ok(flow)
            }
        }
    }

    /// One look-up more where there is an account: the kind of difference that slips in.
    #[cfg(feature = "leaky")]
    async fn leak(&self, email: &EmailAddress) -> Result<(), RequestRefused> {
        if let Some(account) = self.store.account_by_address(&email.key()).await? {
            self.store.addresses_of(account.id).await?;
        }
        Ok(())
    }
}
