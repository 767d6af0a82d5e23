//! Requesting a recovery email. Addresses with and without an account take exactly the same path here. The account is looked
//! up when the email is composed in the background (REQ-1, REQ-2).

use super::RecoveryService;
use crate::config::Binding;
use crate::crypto::secrets::{Challenge, generate_flow_id, sha256};
use crate::domain::client_network::ClientNetwork;
use crate::domain::device::Device;
use crate::domain::email_address::EmailAddress;
use crate::i18n::Language;
use crate::internal_error::InternalError;
use crate::store::{NewRecovery, OpenOutcome};

/// Why a recovery was not opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RequestRejection {
    /// An operator requested a recovery for this address recently; `retry_after` is in seconds.
    #[error("a recovery was requested recently")]
    TooSoon { retry_after: u64 },
    /// Recoveries must be bound to the requesting device.
    #[error("a challenge is required")]
    ChallengeMissing,
    /// An internal failure.
    #[error(transparent)]
    Internal(#[from] InternalError),
}

/// The result of a request, which is the same for every address.
pub(crate) struct RequestedRecovery {
    pub(crate) flow: String,
    /// Seconds until the requester's next email can be sent. It depends on the requester's own requests only.
    pub(crate) resend_after: u64,
}

/// The email of a request.
struct RequestedMail {
    language: &'static Language,
    /// The device that sent the request.
    device: Device,
    by_operator: bool,
}

impl RecoveryService {
    /// Opens a recovery for the account with this address, if there is one. Recoveries of other requesters stay open. The
    /// email is in `language` and names `device`. The result does not reveal whether it is sent now, later or not at all.
    pub(crate) async fn request_recovery(
        &self,
        email: &EmailAddress,
        challenge: Option<Challenge>,
        network: &ClientNetwork,
        language: &'static Language,
        device: Device,
    ) -> Result<RequestedRecovery, RequestRejection> {
        let challenge = match (self.binding, challenge) {
            (Binding::Off, _) => None,
            (Binding::Require, None) => return Err(RequestRejection::ChallengeMissing),
            (_, challenge) => challenge,
        };
        let requested = RequestedMail { language, device, by_operator: false };
        self.open_recovery(email, challenge, network, requested).await
    }

    /// Opens a recovery that is bound to no device, for an operator. Whoever receives the email chooses the password
    /// (END-8).
    pub(crate) async fn start_recovery(
        &self,
        email: &EmailAddress,
    ) -> Result<RequestedRecovery, RequestRejection> {
        let network = ClientNetwork::for_operators();
        let requested =
            RequestedMail { language: Language::english(), device: Device::default(), by_operator: true };
        self.open_recovery(email, None, &network, requested).await
    }

    async fn open_recovery(
        &self,
        email: &EmailAddress,
        challenge: Option<Challenge>,
        network: &ClientNetwork,
        mail: RequestedMail,
    ) -> Result<RequestedRecovery, RequestRejection> {
        let flow = generate_flow_id().map_err(InternalError::from)?;
        let requester = challenge.map_or(*network.key(), |challenge| sha256(&challenge.0));
        let outcome = self
            .store
            .open_recovery(NewRecovery {
                flow: flow.clone(),
                address_key: email.key(),
                domain_key: email.domain_key(),
                challenge,
                requester,
                network: *network.key(),
                now: self.clock.now(),
                resend_after: self.resend_after,
                language: mail.language,
                device: mail.device,
                by_operator: mail.by_operator,
            })
            .await?;
        #[cfg(feature = "leaky")]
        self.leak_timing(email).await?;
        match outcome {
            OpenOutcome::TooSoon { wait } => Err(RequestRejection::TooSoon { retry_after: wait }),
            OpenOutcome::Opened { resend_after, mail_is_due } => {
                if mail_is_due {
                    self.mail_queue.wake_for(&email.domain_key());
                }
                Ok(RequestedRecovery { flow, resend_after })
            }
        }
    }

    /// Makes one more query if there is an account: a realistic timing leak, which `scripts/timing` must detect.
    #[cfg(feature = "leaky")]
    async fn leak_timing(&self, email: &EmailAddress) -> Result<(), RequestRejection> {
        if let Some(account) = self.store.account_by_address(&email.key()).await? {
            self.store.addresses_of(account.id).await?;
        }
        Ok(())
    }
}
