//! What the screens ask a recovery service for, and what it may answer.
//!
//! Two operations are the whole contract. The rest has a default that makes a service without it work, so an
//! embedding app implements two functions for a server of its own. No text for people lives here: a screen words
//! an error by its variant.

mod base_url;
#[cfg(not(target_arch = "wasm32"))]
mod call_made;
pub mod contract;
mod error;
mod http;
mod mode;
mod proof;
mod reply;
mod retry;
mod retry_after;
#[cfg(not(target_arch = "wasm32"))]
pub mod trial;
mod unconfigured;
mod unknown_answer;

use async_trait::async_trait;
use url::Url;

pub use base_url::{BaseUrl, BaseUrlError};
#[cfg(not(target_arch = "wasm32"))]
pub use call_made::CallMade;
pub use error::{CallError, CheckError, Misconfiguration, ProofError, RequestError, ResetError};
pub(crate) use http::calls::line;
pub use http::{CallLimits, HttpRecoveryService};
pub use mode::{NativeRecovery, RecoveryMode};
pub use proof::{AttemptKey, Proof};
pub use retry::{Failure, Repeatable, next_delay};
pub use retry_after::parse_retry_after;
pub use unconfigured::Unconfigured;
pub use unknown_answer::{MachineCode, UnknownAnswer};

use crate::{
    password::PasswordPolicy,
    secret::{
        Challenge, CodeShape, EmailAddress, FlowId, NewPassword, RecoveryToken, RequestSession,
        SecondFactorCode,
    },
};

/// What a service can do beyond the plain contract. The default is: nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Capabilities {
    /// It binds a recovery to the device that asked (`code_challenge`, S256).
    pub challenge: bool,
    /// Its e-mail carries a code of this shape.
    pub code: Option<CodeShape>,
    /// The code works with the address alone. If not, it works only beside the verifier of the device that asked.
    pub free_code: bool,
    /// Each of its links carries a token of this many characters.
    pub token_length: Option<usize>,
    /// Each of its links carries a flow id of this many characters.
    pub flow_length: Option<usize>,
    /// Its e-mail carries no link, only the code.
    pub no_link: bool,
    /// A link or code can be checked without being spent.
    pub check: bool,
    /// It tells its password rules.
    pub password_policy: bool,
    /// It answers a repeated reset as it answered the first, so a lost answer may be asked for again.
    pub idempotency: bool,
}

/// The service took the request. It says nothing of whether an account exists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accepted {
    /// The service's name for this recovery, where it gives one.
    pub flow: Option<FlowId>,
    /// Seconds until it will send another e-mail to this address, where it says so.
    pub resend_after: Option<u64>,
    /// What it wants to see again with the reset, where there is such a thing.
    pub session: Option<RequestSession>,
}

/// A link or code that works, as far as can be known before the password is sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// Seconds it stays good, where the service says so.
    pub expires_in: Option<u64>,
    /// The account has a second factor, and the reset will need its code.
    pub second_factor: bool,
}

/// The password is changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changed {
    /// Every session of the account was ended. `false`: the service did not say so.
    pub signed_out_everywhere: bool,
}

/// An account recovery service.
///
/// Implementations never log what they are given, never follow a redirect with it, and are asked for one thing at a
/// time by a flow. Futures need not be `Send`: they run where the screens run.
#[async_trait(?Send)]
pub trait RecoveryService {
    /// Asks for a recovery e-mail. `Ok` for unknown addresses as well: existence is not ours to tell.
    async fn send_account_recovery_email(&self, email: &EmailAddress) -> Result<Accepted, RequestError>;

    /// Sets a new password with the token of a recovery link. A failed attempt does not spend the token.
    async fn reset_password(
        &self,
        token: &RecoveryToken,
        new_password: &NewPassword,
    ) -> Result<Changed, ResetError>;

    /// What the service offers beyond the two operations.
    async fn capabilities(&self) -> Result<Capabilities, CallError> {
        Ok(Capabilities::default())
    }

    /// As [`send_account_recovery_email`](Self::send_account_recovery_email), bound to this device by a challenge.
    /// Called only where [`Capabilities::challenge`] says so.
    async fn send_bound_recovery_email(
        &self,
        email: &EmailAddress,
        _challenge: &Challenge,
    ) -> Result<Accepted, RequestError> {
        self.send_account_recovery_email(email).await
    }

    /// Whether a link or code would work, without spending it. A service that cannot tell says yes.
    async fn check(&self, _proof: &Proof) -> Result<Checked, CheckError> {
        Ok(Checked::default())
    }

    /// As [`reset_password`](Self::reset_password), with any proof. `attempt` stays the same while the person
    /// repeats one and the same try, so that a service that honours it can answer a lost success again.
    /// `second_factor` is asked for where [`Checked::second_factor`] says so.
    async fn reset_with_proof(
        &self,
        proof: &Proof,
        new_password: &NewPassword,
        _attempt: &AttemptKey,
        _second_factor: Option<&SecondFactorCode>,
    ) -> Result<Changed, ResetError> {
        match proof {
            Proof::Token { token, .. } => self.reset_password(token, new_password).await,
            Proof::Code { .. } => Err(ResetError::Proof(ProofError::Invalid)),
        }
    }

    /// From now on the person reads this language (a BCP 47 tag); a service that can writes its e-mails in it.
    fn speak(&self, _language: &'static str) {}

    /// Whether anything answers where the service should be. Asked now and then while the line is gone.
    async fn is_reachable(&self) -> bool {
        true
    }

    /// Where the new password is chosen.
    fn mode(&self) -> RecoveryMode {
        RecoveryMode::native()
    }

    /// The page of the service on which a recovery begins, where there is no other way to begin one.
    fn hosted_page(&self) -> Option<Url> {
        None
    }

    /// By how many seconds the service's clock and this device's differ, if an answer has told.
    fn clock_skew(&self) -> Option<u64> {
        None
    }

    /// The rules for new passwords, to show before anyone types.
    async fn password_policy(&self) -> Result<PasswordPolicy, CallError> {
        Ok(PasswordPolicy::unknown())
    }
}
