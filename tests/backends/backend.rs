//! The properties of a server that the tests need in addition to its contract.

use latchkey::password::PasswordRejection;
use latchkey::service::ProofError;

use super::harness::{Live, Mail};
use super::recording_service::OperationLog;

pub trait Backend {
    /// The contract, as `[service] backend` names it.
    const ID: &str;
    /// The folder of the server in `servers`.
    const FOLDER: &str = Self::ID;
    /// The path of its base URL.
    const BASE: &str = "";
    /// The options with which it is always started.
    const OPTIONS: &[&str] = &[];
    /// `[service.vars]`.
    const VARIABLES: &[(&str, &str)] = &[];
    /// An address that the app accepts and the server refuses, if any.
    const INVALID_ADDRESS: Option<&str> = None;
    /// Passwords that it refuses, with the reasons that its contract recognizes.
    const WEAK_PASSWORDS: &[(&str, &[PasswordRejection])];
    /// Forged links or codes: a part of the email, its replacement, and the expected error.
    const FORGED: &[(&str, &str, ProofError)] = &[];
    /// The error of a token or code that was never issued.
    const UNISSUED_ERROR: ProofError = ProofError::InvalidOrExpired;
    /// The error of a token or code that was used.
    const USED_ERROR: ProofError = ProofError::InvalidOrExpired;
    /// Whether a token or code works only once.
    const IS_USED_UP: bool = true;
    /// The error of an expired token or code.
    const EXPIRED_ERROR: ProofError = ProofError::InvalidOrExpired;
    /// The options with which its tokens and codes are already expired.
    const EXPIRY_OPTIONS: &[&str] = &["expired"];
    /// Whether its tokens and codes expire.
    const HAS_EXPIRY: bool = true;
    /// The rate limit of the server, if any.
    const RATE_LIMIT: Option<RateLimit> = None;
    /// Whether the rate limit also applies to resets.
    const LIMITS_RESETS: bool = true;
    /// The options with which it reveals which addresses have accounts, if it can.
    const REVEALING_OPTIONS: Option<&[&str]> = None;
    /// More sets of options for the reset test.
    const VARIANTS: &[&[&str]] = &[];
    /// Whether it is an emulator that keeps sessions which the real server ends.
    const KEEPS_SESSIONS: bool = false;
    /// Texts that the contract looks for and the server does not send in these tests. tests/recorded tests them.
    const UNTESTED_MESSAGES: &[&str] = &[];
    /// Texts of matches for responses that no setting of the server causes, so that the journey does not need the match.
    /// tests/recorded tests them.
    const UNUSED_MATCHES: &[&str] = &[];
    /// Whether the token is in the path of the reset.
    const TOKEN_IN_PATH: bool = false;

    /// Lifetime of the session that a link or code opens, in seconds, if the server reports it.
    const EXPIRES_IN: Option<u64> = None;

    /// Signs Ada in and returns her session; `None` if the server refuses the password.
    async fn sign_in(live: &Live, password: &str) -> Option<String>;

    /// Whether the session is still valid.
    async fn is_signed_in(live: &Live, session: &str) -> bool;

    /// Expires sent tokens and codes, if no option does.
    async fn expire_tokens(_live: &Live) {}

    /// What the app gets of an email: its link may lead to the server first.
    async fn open_in_browser(_live: &Live, mail: Mail) -> Mail {
        mail
    }

    /// The cases that only this server has.
    async fn own_cases(_log: &OperationLog) {}
}

/// A server's rate limit.
pub struct RateLimit {
    /// The options that enable it.
    pub options: &'static [&'static str],
    /// Whether the response contains the time to wait.
    pub has_retry_after: bool,
}
