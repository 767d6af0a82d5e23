//! The calls of a recovery, each with the way there and the press that makes it.

use latchkey::flow::{CheckEmailProblem, Event, ForgotProblem, Phase, Step, Waiting};
use latchkey::secret::EmailAddress;
use totp_rs::Totp;

use super::support::device::Device;
use super::support::server::{ADA, NEW_PASSWORD, TestServer};

pub const REQUEST: &str = "POST /account/recovery";
pub const CHECK: &str = "POST /account/reset-password/check";
pub const POLICY: &str = "GET /account/password-policy";
pub const RESET: &str = "POST /account/reset-password";

/// A call of the client's, as the person knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// A recovery email is asked for.
    Request,
    /// The link is checked.
    Check,
    /// A typed code is checked.
    Code,
    /// The rules for passwords are asked for.
    Policy,
    /// The password is set.
    Reset,
    /// The same on an account with a second factor.
    SecondFactor,
}

impl Call {
    pub const ALL: [Self; 6] =
        [Self::Request, Self::Check, Self::Code, Self::Policy, Self::Reset, Self::SecondFactor];

    /// Its request line, without the version.
    pub fn line(self) -> &'static str {
        match self {
            Self::Request => REQUEST,
            Self::Check | Self::Code => CHECK,
            Self::Policy => POLICY,
            Self::Reset | Self::SecondFactor => RESET,
        }
    }

    /// It sets the password.
    pub fn resets(self) -> bool {
        matches!(self, Self::Reset | Self::SecondFactor)
    }
}

/// Ada, her device, and what her authenticator app shows.
pub struct Person<'a> {
    pub server: &'a TestServer,
    pub device: Device,
    pub totp: Option<Totp>,
}

impl Person<'_> {
    /// Up to the moment before the call.
    pub async fn come_to(&mut self, call: Call) {
        if call == Call::Request {
            return;
        }
        self.device.ask_for(ADA).await;
        if call.resets() {
            self.open_link().await;
        }
    }

    /// What makes the call.
    pub async fn press(&mut self, call: Call) {
        match call {
            Call::Request => self.device.ask_for(ADA).await,
            Call::Check | Call::Policy => self.open_link().await,
            Call::Code => self.type_code().await,
            Call::Reset | Call::SecondFactor => self.set_password().await,
        }
    }

    /// From wherever the fault has left them, to the end.
    pub async fn go_on(&mut self) {
        if matches!(self.device.flow.step(), Step::Forgot(_)) {
            self.ask_again().await;
        }
        if matches!(self.device.flow.step(), Step::CheckEmail(check) if check.problem.is_some()) {
            self.type_code().await;
        }
        if matches!(self.device.flow.step(), Step::CheckEmail(_)) {
            self.open_link().await;
        }
        if matches!(self.device.flow.step(), Step::Reset(reset) if matches!(reset.phase, Phase::Unchecked(_)))
        {
            self.device.on(Event::CheckAgain).await;
        }
        if matches!(self.device.flow.step(), Step::Reset(_)) {
            // An authenticator app shows another code by the time that a person presses again.
            self.server.clock.advance(30);
            self.set_password().await;
        }
    }

    /// A server that has sent an email asks to wait for the next one, and the person does.
    async fn ask_again(&mut self) {
        self.device.ask_for(ADA).await;
        if let Step::Forgot(forgot) = self.device.flow.step()
            && let Some(ForgotProblem::Wait(until)) = forgot.problem
        {
            let wait = until.seconds_after(self.device.in_seconds(0));
            self.server.clock.advance(u32::try_from(wait).unwrap());
            self.device.ask_for(ADA).await;
        }
    }

    async fn open_link(&mut self) {
        let link = self.mail().await.link();
        self.device.open_link(link.as_str()).await;
    }

    async fn type_code(&mut self) {
        let code = self.mail().await.code().unwrap();
        self.device.type_code(&code).await;
    }

    async fn set_password(&mut self) {
        let now = self.device.in_seconds(0).0;
        let code = self.totp.as_ref().map(|totp| totp.generate(now).to_string()).unwrap_or_default();
        self.device.set_password_with(NEW_PASSWORD, &code).await;
    }

    async fn mail(&self) -> super::support::server::mailbox::Mail {
        self.server.running.mail_delivered().await.unwrap();
        self.server.mailbox.newest()
    }

    /// What was typed is where it was: the step is the one of the call, and waits for the person.
    pub fn assert_kept(&self, call: Call) {
        let step = self.device.flow.step();
        let is_kept = match (call, step) {
            (Call::Request, Step::Forgot(forgot)) => !forgot.sending,
            (Call::Code, Step::CheckEmail(check)) => {
                check.waiting == Waiting::No
                    && matches!(check.problem, Some(CheckEmailProblem::CheckFailed(_)))
            }
            (Call::Check, Step::Reset(reset)) => matches!(reset.phase, Phase::Unchecked(_)),
            (Call::Policy | Call::Reset | Call::SecondFactor, Step::Reset(reset)) => {
                matches!(reset.phase, Phase::Ready(_))
            }
            _ => false,
        };
        assert!(is_kept, "{call:?}: {step:?}");
        assert_eq!(self.device.flow.email().map(EmailAddress::as_str), Some(ADA), "{call:?}: {step:?}");
    }
}
