//! Selects the message for each state, problem and error. Text from a server is never shown.

use super::I18n;
use crate::{
    flow::{CheckEmailProblem, ForgotProblem, LinkFailure, Notice, ResetProblem},
    link::LinkProblem,
    password::PasswordRejection,
    service::{CallError, Misconfiguration, ProofError},
};

impl I18n {
    /// The heading and the sentence of a notice, for a screen reader.
    fn notice_text(&self, title: &str, text: &str) -> String {
        format!("{}. {}", self.text(title), self.text(text))
    }

    /// The device is offline; the call is retried when it is online again.
    pub fn offline(&self) -> String {
        self.notice_text("offline-title", "offline-text")
    }

    /// The message after too many tries. A button shows how long to wait.
    pub fn too_many_tries(&self) -> String {
        self.notice_text("wait-title", "wait-text")
    }

    /// A problem on the first screen.
    pub fn forgot_problem(&self, problem: &ForgotProblem) -> String {
        match problem {
            ForgotProblem::Missing => self.text("email-missing"),
            ForgotProblem::Malformed => self.text("email-malformed"),
            ForgotProblem::Refused => self.text("email-refused"),
            ForgotProblem::CodeTooEarly => self.text("code-too-early"),
            ForgotProblem::Link(problem) => self.link_problem(*problem),
            ForgotProblem::Wait(_) => self.too_many_tries(),
            ForgotProblem::Call(call) => self.call_error(call),
        }
    }

    fn link_problem(&self, problem: LinkProblem) -> String {
        self.text(match problem {
            LinkProblem::Damaged => "link-incomplete",
            LinkProblem::OtherService => "link-of-other-service",
            LinkProblem::Expired => "expired-title",
            LinkProblem::Used => "used-title",
            LinkProblem::AccountClosed => "account-closed-title",
            LinkProblem::ClickTracker => "link-of-click-tracker",
        })
    }

    /// The id of the message that says what the email contains.
    pub fn check_lead(announces_code: bool, code_only: bool) -> &'static str {
        match (announces_code, code_only) {
            (true, true) => "check-lead-code",
            (true, false) => "check-lead-both",
            (false, _) => "check-lead",
        }
    }

    /// A problem on the second screen. `code_alone`: the email contains no link, so the text mentions none.
    pub fn check_email_problem(&self, problem: &CheckEmailProblem, code_alone: bool) -> String {
        match problem {
            CheckEmailProblem::NeitherLinkNorCode if code_alone => self.text("code-incomplete"),
            CheckEmailProblem::Code(
                ProofError::CodeExpired | ProofError::Expired | ProofError::Invalid | ProofError::OtherDevice,
            ) if code_alone => self.text("code-only-invalid"),
            CheckEmailProblem::ResendFailed(call) | CheckEmailProblem::CheckFailed(call) => {
                self.call_error(call)
            }
            CheckEmailProblem::NeitherLinkNorCode => self.text("no-link-or-code-found"),
            CheckEmailProblem::Link(problem) => self.link_problem(*problem),
            CheckEmailProblem::Code(ProofError::WrongCode { tries_left: Some(1) }) => {
                self.text(if code_alone { "code-only-wrong-last-try" } else { "code-wrong-last-try" })
            }
            CheckEmailProblem::Code(ProofError::WrongCode { tries_left: Some(tries) }) => {
                self.text_with("code-wrong-tries", "tries", *tries)
            }
            CheckEmailProblem::Code(error) => self.text(match error {
                ProofError::WrongCode { .. } => "code-wrong",
                ProofError::CodeExpired => "code-expired",
                ProofError::InvalidOrExpired => "code-wrong-or-expired",
                ProofError::AccountClosed => "account-closed-title",
                ProofError::UnsupportedFactor => "unsupported-factor-title",
                ProofError::Used => "code-used",
                ProofError::Superseded => "code-superseded",
                ProofError::Hosted => "hosted-link-text",
                ProofError::Expired | ProofError::Invalid | ProofError::OtherDevice => "code-invalid",
            }),
        }
    }

    /// A problem on the third screen.
    pub fn reset_problem(&self, problem: &ResetProblem) -> String {
        match problem {
            ResetProblem::Missing => self.text("password-missing"),
            ResetProblem::Refused(reasons) if reasons.is_empty() => self.text("password-refused"),
            ResetProblem::Refused(reasons) => {
                // The full stop of these languages has its space in it.
                let separator = if matches!(self.language().tag, "ja" | "zh-Hans") { "" } else { " " };
                let reasons = reasons.iter().map(|reason| self.password_rejection(*reason));
                reasons.collect::<Vec<_>>().join(separator)
            }
            ResetProblem::SecondFactor => self.text("second-factor-wrong"),
            ResetProblem::Mismatch => self.text("passwords-differ"),
            ResetProblem::Wait(_) => self.too_many_tries(),
            ResetProblem::Call(call) => self.call_error(call),
        }
    }

    /// A reason for a refused password, with a way to fix it (PWD-6).
    pub fn password_rejection(&self, rejection: PasswordRejection) -> String {
        match rejection {
            PasswordRejection::TooShort { min: Some(min) } => self.text_with("too-short-min", "min", min),
            PasswordRejection::TooLong { max: Some(max) } => self.text_with("too-long-max", "max", max),
            PasswordRejection::TooManyBytes { max } => self.text_with("too-many-bytes", "max", max),
            other => self.text(match other {
                PasswordRejection::TooShort { .. } => "too-short",
                PasswordRejection::TooLong { .. } | PasswordRejection::TooManyBytes { .. } => "too-long",
                PasswordRejection::Characters => "password-characters",
                PasswordRejection::Common => "password-common",
                PasswordRejection::Breached => "password-breached",
                PasswordRejection::Personal => "password-personal",
                PasswordRejection::ProductName => "password-product-name",
                PasswordRejection::SameAsBefore => "password-same",
                PasswordRejection::Other => "password-refused",
            }),
        }
    }

    /// A failed call, and what the person can do.
    pub fn call_error(&self, error: &CallError) -> String {
        match error {
            CallError::RateLimited { wait: Some(wait) } => {
                self.text_with("rate-limited", "time", self.duration(wait.as_secs()))
            }
            CallError::UnexpectedResponse(summary) if summary.status.is_some() => {
                self.text_with("invalid-response-details", "answer", summary.to_string())
            }
            CallError::Down => self.notice_text("down-title", "down-text"),
            other => self.text(match other {
                CallError::Offline => "offline",
                CallError::TimedOut => "timed-out",
                CallError::TlsRefused => "tls-error",
                CallError::ProxyRefused => "proxy-error",
                CallError::CaptchaRequired => "captcha-required",
                CallError::RateLimited { .. } => "rate-limited-no-time",
                CallError::Misconfigured(Misconfiguration::NoAddress) => "not-configured",
                CallError::Misconfigured(Misconfiguration::WebPage | Misconfiguration::Redirect) => {
                    "unexpected-response"
                }
                CallError::Misconfigured(Misconfiguration::TooLong) | CallError::UnexpectedResponse(_) => {
                    "invalid-response"
                }
                CallError::Down => "down-title",
            }),
        }
    }

    /// Title and text for a link that cannot be used.
    pub fn link_failure(&self, failure: LinkFailure) -> (String, String) {
        let (title, text) = match failure {
            LinkFailure::Expired => ("expired-title", "expired-text"),
            LinkFailure::InvalidOrExpired => ("invalid-or-expired-title", "invalid-or-expired-text"),
            LinkFailure::Used => ("used-title", "used-text"),
            LinkFailure::Superseded => ("superseded-title", "superseded-text"),
            LinkFailure::OtherDevice => ("other-device-title", "other-device-text"),
            LinkFailure::Invalid => ("damaged-title", "damaged-text"),
            LinkFailure::OtherService => ("other-service-title", "other-service-text"),
            LinkFailure::Hosted => ("hosted-link-title", "hosted-link-text"),
            LinkFailure::PageFailed => ("hosted-failed-title", "hosted-failed-text"),
            LinkFailure::UnknownReturn => ("return-unknown-title", "return-unknown-text"),
            LinkFailure::AccountClosed => ("account-closed-title", "account-closed-text"),
            LinkFailure::UnsupportedFactor => ("unsupported-factor-title", "unsupported-factor-text"),
        };
        (self.text(title), self.text(text))
    }

    /// A notice above the screen.
    pub fn notice(&self, notice: Notice) -> String {
        self.text(match notice {
            Notice::MemoryOnly => "memory-only",
            Notice::NewerLink => "newer-link",
            Notice::BadLinkIgnored => "bad-link-ignored",
            Notice::ClockWrong => "clock-wrong",
        })
    }
}
