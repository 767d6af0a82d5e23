//! What a story must know of a server beside its contract.

use latchkey::password::Refusal;
use latchkey::service::ProofError;

use super::harness::Live;

pub trait Site {
    /// The contract, as `[service] backend` names it.
    const BACKEND: &str;
    /// The folder below `servers`.
    const FOLDER: &str = Self::BACKEND;
    /// What its base address ends with.
    const BASE: &str = "";
    /// What the server is started with in every story.
    const OPTIONS: &[&str] = &[];
    /// What stands in `[service.vars]`.
    const VARIABLES: &[(&str, &str)] = &[];
    /// An address that the app takes and the server does not, if there is one.
    const REFUSED_ADDRESS: Option<&str> = None;
    /// Passwords that it refuses, and the reasons of which its contract knows.
    const WEAK: &[(&str, &[Refusal])];
    /// What a link or code comes to when one part of it is another: what stands in the mail, what stands there instead.
    const FORGED: &[(&str, &str, ProofError)] = &[];
    /// What a token or code comes to that nobody has issued.
    const NEVER_ISSUED: ProofError = ProofError::Invalid;
    /// What one comes to with which a password was set.
    const USED: ProofError = ProofError::Invalid;
    /// What one comes to whose time is over.
    const EXPIRED: ProofError = ProofError::Invalid;
    /// The options with which its mails are too old.
    const EXPIRING: &[&str] = &["expired"];
    /// Whether it knows a time after which they are.
    const EXPIRES: bool = true;
    /// How often it may be asked.
    const LIMIT: Option<Limit> = None;
    /// Whether the limit is for setting a password too, and not only for asking.
    const LIMITS_RESETS: bool = true;
    /// The options with which it tells who has an account.
    const TELLING: Option<&[&str]> = None;
    /// More sets of options with which a password is set: it answers otherwise then.
    const VARIANTS: &[&[&str]] = &[];
    /// It only emulates the server, and keeps sessions that the server ends.
    const KEEPS_SESSIONS: bool = false;
    /// What the contract looks for and the server cannot be brought to say here: that is recorded (tests/recorded).
    const UNSAID: &[&str] = &[];
    /// The token stands in the path of the reset.
    const TOKEN_IN_PATH: bool = false;

    /// A session of Ada's; `None` where the server refuses the password.
    async fn sign_in(live: &Live, password: &str) -> Option<String>;

    /// Whether that session still opens anything.
    async fn is_signed_in(live: &Live, session: &str) -> bool;

    /// Makes what was mailed too old, where that cannot be had from the start.
    async fn let_time_pass(_live: &Live) {}
}

/// A server that does not take everything from everybody.
pub struct Limit {
    /// The options with which it counts, where it does not anyway.
    pub options: &'static [&'static str],
    /// It says for how long it takes no more.
    pub says_how_long: bool,
}
