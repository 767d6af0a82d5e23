//! How long links, codes and sessions are valid, and how many tries a code has.

/// Lifetime of a recovery link, in seconds, counted from the request: 60 minutes (TOK-5; NIST SP 800-63B-4 allows 24
/// hours).
pub const LINK_LIFETIME: u32 = 60 * 60;
/// Lifetime of a code, in seconds, counted from the sending of its email: 10 minutes (ASVS 6.5.5).
pub const CODE_LIFETIME: u32 = 10 * 60;
/// Number of wrong codes after which a code is disabled. Its link still works (TOK-7).
pub const MAX_CODE_TRIES: u8 = 5;
/// Lifetime of the freeze link in a change notice, in seconds: a week. Sending the notice is retried for as long.
pub(crate) const NOTICE_LIFETIME: u32 = 7 * 24 * 60 * 60;
/// Maximum lifetime of a session, in seconds: a day (NIST SP 800-63B-4 §2.2.3, for accounts with a second factor).
pub const SESSION_LIFETIME: u32 = 24 * 60 * 60;
/// Time without use after which a session ends, in seconds: an hour.
pub const SESSION_IDLE_TIMEOUT: u32 = 60 * 60;
