//! Which sentence says what: keyed by what happened, never by what a server wrote.

use super::{Words, clock};
use crate::{
    clock::Timestamp,
    flow::{CheckEmailProblem, ForgotProblem, LinkTrouble, Notice, ResetProblem},
    link::LinkProblem,
    password::{PasswordPolicy, Refusal},
    service::{CallError, Misconfiguration, ProofError},
};

impl Words {
    /// What to fulfil, said before anyone types (A11Y-5).
    pub fn policy(&self, policy: PasswordPolicy) -> String {
        self.tell("policy", "min", policy.min_length)
    }

    /// What to wait for, with the time that is left.
    pub fn wait(&self, until: Timestamp, now: Timestamp) -> String {
        self.tell("wait-first", "time", clock(until.seconds_after(now)))
    }

    /// What went wrong on the first screen.
    pub fn forgot_problem(&self, problem: &ForgotProblem, now: Timestamp) -> String {
        match problem {
            ForgotProblem::Missing => self.say("email-missing"),
            ForgotProblem::Malformed => self.say("email-malformed"),
            ForgotProblem::Refused => self.say("email-refused"),
            ForgotProblem::CodeTooEarly => self.say("code-too-early"),
            ForgotProblem::Link(problem) => self.link_problem(*problem),
            ForgotProblem::Wait(until) => self.wait(*until, now),
            ForgotProblem::Call(call) => self.call_error(call),
        }
    }

    fn link_problem(&self, problem: LinkProblem) -> String {
        self.say(match problem {
            LinkProblem::Damaged => "link-not-whole",
            LinkProblem::OtherService => "link-of-other-service",
            LinkProblem::Expired => "expired-title",
            LinkProblem::Used => "used-title",
            LinkProblem::ClickTracker => "link-of-click-tracker",
        })
    }

    /// What went wrong on the second screen. `code_alone`: the e-mail brings no link, so none is spoken of.
    pub fn check_email_problem(&self, problem: &CheckEmailProblem, code_alone: bool) -> String {
        match problem {
            CheckEmailProblem::NeitherLinkNorCode if code_alone => self.say("code-not-whole"),
            CheckEmailProblem::Code(
                ProofError::CodeExpired | ProofError::Expired | ProofError::Invalid | ProofError::OtherDevice,
            ) if code_alone => self.say("code-dead"),
            CheckEmailProblem::NotResent(call) | CheckEmailProblem::NotChecked(call) => self.call_error(call),
            CheckEmailProblem::NeitherLinkNorCode => self.say("neither-link-nor-code"),
            CheckEmailProblem::Link(problem) => self.link_problem(*problem),
            CheckEmailProblem::Code(ProofError::WrongCode { tries_left: Some(tries) }) => {
                self.tell("code-wrong-tries", "tries", *tries)
            }
            CheckEmailProblem::Code(error) => self.say(match error {
                ProofError::WrongCode { .. } => "code-wrong",
                ProofError::CodeExpired => "code-expired",
                ProofError::Used => "code-used",
                ProofError::Superseded => "code-superseded",
                ProofError::Hosted => "hosted-link-text",
                ProofError::Expired | ProofError::Invalid | ProofError::OtherDevice => "code-not-here",
            }),
        }
    }

    /// What went wrong on the third screen.
    pub fn reset_problem(&self, problem: &ResetProblem, now: Timestamp) -> String {
        match problem {
            ResetProblem::Missing => self.say("password-missing"),
            ResetProblem::Refused(reasons) if reasons.is_empty() => self.say("password-refused"),
            ResetProblem::Refused(reasons) => {
                reasons.iter().map(|reason| self.refusal(*reason)).collect::<Vec<_>>().join(" ")
            }
            ResetProblem::SecondFactor => self.say("second-factor-wrong"),
            ResetProblem::Mismatch => self.say("passwords-differ"),
            ResetProblem::Wait(until) => self.wait(*until, now),
            ResetProblem::Call(call) => self.call_error(call),
        }
    }

    /// One reason for a refused password, with the way to mend it (PWD-6).
    pub fn refusal(&self, refusal: Refusal) -> String {
        match refusal {
            Refusal::TooShort { min: Some(min) } => self.tell("too-short-min", "min", min),
            Refusal::TooLong { max: Some(max) } => self.tell("too-long-max", "max", max),
            Refusal::TooManyBytes { max } => self.tell("too-many-bytes", "max", max),
            other => self.say(match other {
                Refusal::TooShort { .. } => "too-short",
                Refusal::TooLong { .. } | Refusal::TooManyBytes { .. } => "too-long",
                Refusal::Characters => "password-characters",
                Refusal::Common => "password-common",
                Refusal::Breached => "password-breached",
                Refusal::Personal => "password-personal",
                Refusal::ProductName => "password-product-name",
                Refusal::SameAsBefore => "password-same",
                Refusal::Other => "password-refused",
            }),
        }
    }

    /// What stands between the person and the service, and what to do.
    pub fn call_error(&self, error: &CallError) -> String {
        match error {
            CallError::RateLimited { wait: Some(wait) } => {
                self.tell("rate-limited", "time", clock(wait.as_secs()))
            }
            CallError::NotUnderstood(answer) if answer.status.is_some() => {
                self.tell("not-understood-answer", "answer", answer.to_string())
            }
            other => self.say(match other {
                CallError::Offline => "offline",
                CallError::TimedOut => "timed-out",
                CallError::TlsRefused => "tls-refused",
                CallError::ProxyRefused => "proxy-refused",
                CallError::RateLimited { .. } => "rate-limited-unstated",
                CallError::Misconfigured(Misconfiguration::NoAddress) => "not-set-up",
                CallError::Misconfigured(Misconfiguration::WebPage | Misconfiguration::Redirect) => {
                    "other-answer"
                }
                CallError::Misconfigured(Misconfiguration::TooLong) | CallError::NotUnderstood(_) => {
                    "not-understood"
                }
                CallError::Down => "down",
            }),
        }
    }

    /// Heading and sentence for a link that does not work.
    pub fn link_trouble(&self, trouble: LinkTrouble) -> (String, String) {
        let (title, text) = match trouble {
            LinkTrouble::Expired => ("expired-title", "expired-text"),
            LinkTrouble::Used => ("used-title", "used-text"),
            LinkTrouble::Superseded => ("superseded-title", "superseded-text"),
            LinkTrouble::OtherDevice => ("other-device-title", "other-device-text"),
            LinkTrouble::Damaged => ("damaged-title", "damaged-text"),
            LinkTrouble::OtherService => ("other-service-title", "other-service-text"),
            LinkTrouble::Hosted => ("hosted-link-title", "hosted-link-text"),
        };
        (self.say(title), self.say(text))
    }

    /// Said once, above the screen.
    pub fn notice(&self, notice: Notice) -> String {
        self.say(match notice {
            Notice::MemoryOnly => "memory-only",
            Notice::NewerLink => "newer-link",
            Notice::BadLinkIgnored => "bad-link-ignored",
            Notice::ClockWrong => "clock-wrong",
        })
    }
}
