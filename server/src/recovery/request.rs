//! Asking for a recovery mail. Known and unknown addresses go the very same way here: whether there is an account
//! is only looked at when the mail is written, in the background (REQ-1, REQ-2).

use crate::address::EmailAddress;
use crate::client_network::ClientNetwork;
use crate::config::Binding;
use crate::core::Core;
use crate::fault::Fault;
use crate::languages::Language;
use crate::secrets::{self, Challenge};
use crate::store::{NewRecovery, Opened};

/// Why no recovery was opened.
#[derive(Debug)]
pub(crate) enum RequestRefused {
    /// An operator asked for the address a moment ago; again in `retry_after` seconds.
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

/// What a request is answered, the same for every address.
pub(crate) struct Asked {
    pub(crate) flow: String,
    /// Seconds until the requester's next mail can go out. It depends on the requester's own requests only.
    pub(crate) resend_after: u64,
}

impl Core {
    /// Opens a recovery for the account with this address, if there is one, beside those of other requesters. The mail
    /// is written in `language`; whether it goes out at once, later or not at all is not told.
    pub(crate) async fn request_recovery(
        &self,
        email: &EmailAddress,
        challenge: Option<Challenge>,
        network: &ClientNetwork,
        language: &'static Language,
    ) -> Result<Asked, RequestRefused> {
        let challenge = match (self.binding, challenge) {
            (Binding::Off, _) => None,
            (Binding::Require, None) => return Err(RequestRefused::ChallengeMissing),
            (_, challenge) => challenge,
        };
        self.open_recovery(email, challenge, network, language, false).await
    }

    /// Opens a recovery that no device is bound to, for an operator whose user cannot ask. Whoever receives the mail
    /// chooses the password (END-8).
    pub(crate) async fn start_recovery(&self, email: &EmailAddress) -> Result<Asked, RequestRefused> {
        let network = ClientNetwork::of_operators();
        self.open_recovery(email, None, &network, Language::english(), true).await
    }

    async fn open_recovery(
        &self,
        email: &EmailAddress,
        challenge: Option<Challenge>,
        network: &ClientNetwork,
        language: &'static Language,
        by_operator: bool,
    ) -> Result<Asked, RequestRefused> {
        let flow = secrets::fresh_id()?;
        let requester = challenge.map_or(*network.key(), |challenge| secrets::fingerprint(&challenge.0));
        let opened = self
            .store
            .open_recovery(&NewRecovery {
                flow: &flow,
                address_key: &email.key(),
                domain_key: &email.domain_key(),
                challenge,
                requester: &requester,
                network: network.key(),
                now: self.now(),
                resend_after: self.limits.resend_after,
                language,
                by_operator,
            })
            .await?;
        #[cfg(feature = "leaky")]
        self.leak(email).await?;
        match opened {
            Opened::TooSoon { wait } => Err(RequestRefused::TooSoon { retry_after: wait }),
            Opened::Yes { resend_after } => {
                self.mail_queued.notify_one();
                Ok(Asked { flow, resend_after })
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
