//! Every word on the screens, in English. Keyed by what happened, never by what a server wrote.

use crate::{
    flow::{CheckEmailProblem, ForgotProblem, LinkTrouble, Notice, ResetProblem},
    link::LinkProblem,
    password::{PasswordPolicy, Refusal},
    service::{CallError, Misconfiguration, ProofError},
};

#[allow(missing_docs)]
mod fixed {
    pub const DISMISS: &str = "Dismiss";
    pub const SHOW: &str = "Show";
    pub const HIDE: &str = "Hide";
    pub const SHOW_PASSWORD: &str = "Show password";
    pub const OPENING: &str = "One moment…";

    pub const FORGOT_TITLE: &str = "Forgot your password?";
    pub const FORGOT_LEAD: &str =
        "Type the e-mail address of your account. We will send you a link to choose a new password.";
    pub const EMAIL_LABEL: &str = "E-mail address";
    pub const SEND: &str = "Send recovery e-mail";
    pub const SENDING: &str = "Sending…";
    pub const WAIT_FIRST: &str = "Please wait a moment before the next try:";

    pub const CHECK_TITLE: &str = "Check your e-mail";
    pub const CHECK_SPAM: &str =
        "It can take a minute. If nothing comes, look in the spam folder, or check the address.";
    pub const PASTE_LABEL: &str = "Paste the link from the e-mail";
    pub const PASTE_HINT: &str = "For when opening the link does not bring you here.";
    pub const CODE_LABEL: &str = "Type the code, or paste the link";
    pub const CODE_HINT: &str = "Both are in the e-mail. Either one is enough.";
    pub const CONTINUE: &str = "Continue";
    pub const CHECKING: &str = "Checking…";
    pub const RESEND: &str = "Send again";
    pub const RESEND_IN: &str = "You can ask for another e-mail in";
    pub const RESENT: &str = "Sent again. Only the newest e-mail works.";
    pub const CHANGE_ADDRESS: &str = "Use another address";

    pub const RESET_TITLE: &str = "Choose a new password";
    pub const RESET_CHECKING: &str = "Checking your link…";
    pub const NEW_PASSWORD: &str = "New password";
    pub const REPEAT_PASSWORD: &str = "Repeat the new password";
    pub const SECOND_FACTOR: &str = "Code from your authenticator app";
    pub const SECOND_FACTOR_HINT: &str =
        "This account is protected by one. It shows a new code every half minute.";
    pub const SET_PASSWORD: &str = "Set new password";
    pub const SETTING_PASSWORD: &str = "Setting…";
    pub const TRY_AGAIN: &str = "Try again";
    pub const GOOD_FOR: &str = "You have another";

    pub const DONE_TITLE: &str = "Your password is changed";
    pub const SIGNED_OUT: &str =
        "Every other device was signed out. Sign in there again with the new password.";
    pub const NOT_SIGNED_OUT: &str = "Other devices may still be signed in. If someone else may have your old password, sign them out in your account's settings.";
    pub const SIGN_IN: &str = "Back to sign-in";
    pub const CLOSE_HINT: &str = "You can close this window and sign in.";

    pub const SEND_NEW_LINK: &str = "Send me a new link";
    pub const ASK_NEW_LINK: &str = "Ask for a new link";
    pub const BACK_TO_EMAIL: &str = "Back to the e-mail on its way";
    pub const START_OVER: &str = "Start over";
    pub const SUPPORT: &str = "Stuck? Get help:";
    pub const NO_SERVICE: &str =
        "This app does not know which service your account is with. Whoever gave it to you can set it up.";
}
pub use fixed::*;

/// A wait, as minutes and seconds.
pub fn wait(seconds: u64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, 1) => "1 second".to_owned(),
        (0, rest) => format!("{rest} seconds"),
        (minutes, rest) => format!("{minutes}:{rest:02} minutes"),
    }
}

/// How long a link is good, in whole minutes: nobody hurries better for seconds.
pub fn good_for(seconds: u64) -> String {
    match seconds.div_ceil(60) {
        0 | 1 => "minute to finish.".to_owned(),
        minutes => format!("{minutes} minutes to finish."),
    }
}

/// Where the e-mail goes, and that it goes only to an account.
pub fn check_lead() -> (&'static str, &'static str) {
    ("If there is an account for", "an e-mail with a link is on its way.")
}

/// Whose password it is.
pub fn reset_for(email: &str) -> String {
    format!("For the account of {email}.")
}

/// Whose password it was.
pub fn done_for(email: &str) -> String {
    format!("Sign in as {email} with the new password.")
}

/// What to fulfil, said before anyone types (A11Y-5).
pub fn policy(policy: PasswordPolicy) -> String {
    format!(
        "At least {} characters. Several words that only you would put together are easy to keep in mind.",
        policy.min_length
    )
}

/// What went wrong on the first screen.
pub fn forgot_problem(problem: &ForgotProblem) -> String {
    match problem {
        ForgotProblem::Missing => "Type your e-mail address.".into(),
        ForgotProblem::Malformed => {
            "This does not look like an e-mail address. It needs an @, as in name@example.org.".into()
        }
        ForgotProblem::Refused => {
            "The service does not accept this address. Check it for typing mistakes.".into()
        }
        ForgotProblem::Wait(_) => WAIT_FIRST.into(),
        ForgotProblem::Call(call) => call_error(call),
    }
}

/// What went wrong on the second screen.
pub fn check_email_problem(problem: &CheckEmailProblem) -> String {
    match problem {
        CheckEmailProblem::NotResent(call) | CheckEmailProblem::NotChecked(call) => call_error(call),
        CheckEmailProblem::NeitherLinkNorCode => {
            "This is neither the whole link nor the whole code. Copy it from the e-mail once more.".into()
        }
        CheckEmailProblem::Link(LinkProblem::Damaged) => {
            "This link is not whole. Copy all of it, from the first letter to the last.".into()
        }
        CheckEmailProblem::Link(LinkProblem::OtherService) => "This link belongs to another service.".into(),
        CheckEmailProblem::Code(ProofError::WrongCode { tries_left: Some(1) }) => {
            "This is not the code. You have one more try; the link in the e-mail works in any case.".into()
        }
        CheckEmailProblem::Code(ProofError::WrongCode { tries_left: Some(tries) }) => {
            format!("This is not the code. You have {tries} more tries.")
        }
        CheckEmailProblem::Code(ProofError::WrongCode { tries_left: None }) => {
            "This is not the code. Check it against the newest e-mail.".into()
        }
        CheckEmailProblem::Code(ProofError::CodeExpired) => {
            "This code no longer works. Open the link in the same e-mail, or send a new one.".into()
        }
        CheckEmailProblem::Code(ProofError::Used) => "A password was already set with this e-mail.".into(),
        CheckEmailProblem::Code(ProofError::Superseded) => {
            "There is a newer e-mail. Use the code in that one.".into()
        }
        CheckEmailProblem::Code(_) => {
            "This code does not work here. Open the link in the e-mail, or send a new one.".into()
        }
    }
}

/// What went wrong on the third screen. The reasons for a refused password are listed apart.
pub fn reset_problem(problem: &ResetProblem) -> String {
    match problem {
        ResetProblem::Missing => "Type a new password.".into(),
        ResetProblem::Refused(reasons) if reasons.is_empty() => {
            "The service does not accept this password. Try a longer one.".into()
        }
        ResetProblem::Refused(reasons) => {
            reasons.iter().map(|reason| refusal(*reason)).collect::<Vec<_>>().join(" ")
        }
        ResetProblem::SecondFactor => {
            "Type the code that your authenticator app shows now. Each one works once.".into()
        }
        ResetProblem::Mismatch => {
            "The two passwords differ. Type the second one again, or show the first.".into()
        }
        ResetProblem::Wait(_) => WAIT_FIRST.into(),
        ResetProblem::Call(call) => call_error(call),
    }
}

/// One reason for a refused password, with the way to mend it (PWD-6).
pub fn refusal(refusal: Refusal) -> String {
    match refusal {
        Refusal::TooShort { min: Some(min) } => format!("Too short: use at least {min} characters."),
        Refusal::TooShort { min: None } => "Too short: use more characters.".into(),
        Refusal::TooLong { max: Some(max) } => format!("Too long: use at most {max} characters."),
        Refusal::TooLong { max: None } => "Too long: use fewer characters.".into(),
        Refusal::Common => "Too easy to guess: many people use something like it.".into(),
        Refusal::Breached => "It is in a list of stolen passwords: choose another.".into(),
        Refusal::Personal => "It contains part of your e-mail address: leave that out.".into(),
        Refusal::ProductName => "It contains the name of this service: leave that out.".into(),
        Refusal::SameAsBefore => "This is your present password: choose a new one.".into(),
        Refusal::Other => "The service does not accept this password: try a longer one.".into(),
    }
}

/// What stands between the person and the service, and what to do.
pub fn call_error(error: &CallError) -> String {
    match error {
        CallError::Offline => "The service cannot be reached. Check your connection, then try again.".into(),
        CallError::TimedOut => "The service did not answer in time. Try again.".into(),
        CallError::TlsRefused => "A safe connection to the service could not be made. If you are on a public network, sign in to it first; also check this device's date and time.".into(),
        CallError::RateLimited { wait: Some(seconds) } => format!("Too many tries. Please wait {}.", wait(seconds.as_secs())),
        CallError::RateLimited { wait: None } => "Too many tries. Please wait a minute.".into(),
        CallError::Misconfigured(Misconfiguration::NoAddress) => NO_SERVICE.into(),
        CallError::Misconfigured(_) => "Something else answered in place of the service. On a public network, sign in to it first; otherwise ask for help.".into(),
        CallError::Down => "The service has a problem at the moment. Try again in a few minutes.".into(),
    }
}

/// Heading and sentence for a link that does not work.
pub fn link_trouble(trouble: LinkTrouble) -> (&'static str, &'static str) {
    match trouble {
        LinkTrouble::Expired => (
            "This link has expired",
            "For your safety a link works only for a short time. A new one takes a moment.",
        ),
        LinkTrouble::Used => (
            "This link was already used",
            "A new password was set with it. If that was not you, ask for a new link now and choose another password.",
        ),
        LinkTrouble::Superseded => (
            "There is a newer e-mail",
            "A newer e-mail has replaced this link. Open the newest one, or ask for another.",
        ),
        LinkTrouble::OtherDevice => (
            "This link belongs to another device",
            "It was asked for on another device, and works only there. Open it there, or ask for a new link from here.",
        ),
        LinkTrouble::Damaged => (
            "This link is damaged",
            "Part of it is missing or changed; some mail programs break links. Open it again from the e-mail, or ask for a new one.",
        ),
        LinkTrouble::OtherService => (
            "This link is for another service",
            "It does not lead to this service, so nothing was sent anywhere. If you did not expect it, delete the e-mail.",
        ),
    }
}

/// Said once, above the screen.
pub fn notice(notice: Notice) -> &'static str {
    match notice {
        Notice::MemoryOnly => {
            "This device has no key store open, so closing the app forgets this request. Keep it open until you are done."
        }
        Notice::NewerLink => "A newer link was opened. It is the one being used.",
        Notice::BadLinkIgnored => "Another link was opened that does not work. You can go on here.",
    }
}
