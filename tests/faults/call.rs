//! The calls of a recovery, and the user actions before and after each.

use latchkey::flow::{CheckEmailProblem, Event, ForgotProblem, Phase, ResetProblem, Step};
use latchkey::password::{PasswordPolicy, PasswordRejection};
use latchkey::secret::EmailAddress;
use totp_rs::Totp;

use super::support::headless_app::HeadlessApp;
use super::support::server::{ADA, NEW_PASSWORD, TestServer};

pub const REQUEST: &str = "POST /account/recovery";
pub const CHECK: &str = "POST /account/reset-password/check";
pub const POLICY: &str = "GET /account/password-policy";
pub const RESET: &str = "POST /account/reset-password";

/// Long enough for the minimum that applies without a policy, and too short for the server's.
const SHORT_PASSWORD: &str = "wet herons";

/// A call of the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// Request a recovery email.
    Request,
    /// Check the link.
    Check,
    /// Check a typed code.
    Code,
    /// Get the password policy.
    Policy,
    /// Set the password.
    Reset,
    /// Set the password of an account with a second factor.
    SecondFactor,
}

impl Call {
    pub const ALL: [Self; 6] =
        [Self::Request, Self::Check, Self::Code, Self::Policy, Self::Reset, Self::SecondFactor];

    /// The method and path of the call.
    pub fn request_line(self) -> &'static str {
        match self {
            Self::Request => REQUEST,
            Self::Check | Self::Code => CHECK,
            Self::Policy => POLICY,
            Self::Reset | Self::SecondFactor => RESET,
        }
    }

    /// Whether it sets the password.
    pub fn resets(self) -> bool {
        matches!(self, Self::Reset | Self::SecondFactor)
    }
}

/// Ada, her app, and her authenticator app.
pub struct User<'a> {
    pub server: &'a TestServer,
    pub app: HeadlessApp,
    pub totp: Option<Totp>,
}

impl User<'_> {
    /// Does everything before the call.
    pub async fn advance_to(&mut self, call: Call) {
        if call == Call::Request {
            return;
        }
        self.app.request_email(ADA).await;
        if call.resets() {
            self.open_link().await;
        }
    }

    /// Makes the call.
    pub async fn make_call(&mut self, call: Call) {
        match call {
            Call::Request => self.app.request_email(ADA).await,
            Call::Check | Call::Policy => self.open_link().await,
            Call::Code => self.type_code().await,
            Call::Reset | Call::SecondFactor => self.set_password().await,
        }
    }

    /// Asserts that the policy is unknown if it is `lost`, and that the form works without it: the server refuses a short
    /// password, and the reason is shown.
    pub async fn assert_works_without_policy(&mut self, lost: bool) {
        assert_eq!(self.app.flow.policy() == PasswordPolicy::unknown(), lost);
        self.app.set_password(SHORT_PASSWORD).await;
        let too_short = matches!(&self.app.reset().problem, Some(ResetProblem::Refused(reasons))
            if matches!(reasons[..], [PasswordRejection::TooShort { min: Some(_) }]));
        assert!(too_short, "{:?}", self.app.reset().problem);
        assert_eq!(self.server.sign_in(SHORT_PASSWORD).await.code(), "credentials_invalid");
    }

    /// Completes the recovery from the step at which the fault left it.
    pub async fn finish(&mut self) {
        if matches!(self.app.flow.step(), Step::Forgot(_)) {
            self.request_again().await;
        }
        if matches!(self.app.flow.step(), Step::CheckEmail(check) if check.problem.is_some()) {
            self.type_code().await;
            let step = self.app.flow.step();
            assert!(matches!(step, Step::Reset(_)), "the code still works: {step:?}");
        }
        if matches!(self.app.flow.step(), Step::CheckEmail(_)) {
            self.open_link().await;
        }
        if matches!(self.app.flow.step(), Step::Reset(reset) if matches!(reset.phase, Phase::Unchecked(Some(_))))
        {
            self.app.dispatch(Event::CheckAgain).await;
        }
        if matches!(self.app.flow.step(), Step::Reset(_)) {
            // The authenticator app shows another code by the time of a retry.
            self.server.clock.advance(30);
            self.set_password().await;
        }
    }

    /// Requests another email, after the wait that the server asks for.
    async fn request_again(&mut self) {
        self.app.request_email(ADA).await;
        if let Step::Forgot(forgot) = self.app.flow.step()
            && let Some(ForgotProblem::Wait(until)) = forgot.problem
        {
            let wait = until.seconds_after(self.app.timestamp_in(0));
            self.server.clock.advance(u32::try_from(wait).unwrap());
            self.app.request_email(ADA).await;
        }
    }

    async fn open_link(&mut self) {
        let link = self.mail().await.link();
        self.app.open_link(link.as_str()).await;
    }

    async fn type_code(&mut self) {
        let code = self.mail().await.code().unwrap();
        self.app.type_code(&code).await;
    }

    async fn set_password(&mut self) {
        let now = self.app.timestamp_in(0).0;
        let code = self.totp.as_ref().map(|totp| totp.generate(now).to_string()).unwrap_or_default();
        self.app.set_password_with(NEW_PASSWORD, &code).await;
    }

    async fn mail(&self) -> super::support::server::mailbox::Mail {
        self.server.running.mail_delivered().await.unwrap();
        self.server.mailbox.newest()
    }

    /// Asserts that the step is still the one of the call, that it does not wait for a response, and that the address is
    /// kept.
    pub fn assert_input_kept(&self, call: Call) {
        let step = self.app.flow.step();
        let is_kept = match (call, step) {
            (Call::Request, Step::Forgot(_)) => true,
            (Call::Code, Step::CheckEmail(check)) => {
                matches!(check.problem, Some(CheckEmailProblem::CheckFailed(_)))
            }
            (Call::Check, Step::Reset(reset)) => matches!(reset.phase, Phase::Unchecked(Some(_))),
            (Call::Policy | Call::Reset | Call::SecondFactor, Step::Reset(reset)) => {
                matches!(reset.phase, Phase::Ready(_))
            }
            _ => false,
        };
        assert!(is_kept && self.app.flow.in_flight().is_none(), "{call:?}: {step:?}");
        assert_eq!(self.app.flow.email().map(EmailAddress::as_str), Some(ADA), "{call:?}: {step:?}");
    }
}
