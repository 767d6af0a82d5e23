//! Recovering an account: [ask](request) for the mail, [prove](proof) that it arrived, [set](reset) a new password.
//!
//! A *flow* is one request and everything that follows from it. A *proof* is what the mail makes possible: its link's
//! token or its code, in either case together with the verifier of the device that asked, where that device
//! committed to one.

mod freeze;
pub(crate) mod mail_schedule;
mod proof;
mod pruning;
mod request;
mod reset;
mod second_factor;

pub(crate) use freeze::FreezeRefused;
pub(crate) use proof::{Checked, Proof, ProofRefused};
pub(crate) use request::{Asked, RequestRefused};
pub(crate) use reset::{NewPassword, ResetRefused};
pub(crate) use second_factor::{SecondFactorRefused, SecondFactorUse};

/// How long a link works, in seconds, counted from the request: 60 minutes (TOK-5; NIST SP 800-63B-4 allows 24 h).
pub const LINK_VALID: u32 = 60 * 60;
/// How long a code works, in seconds, counted from the request: 10 minutes (ASVS 6.5.5).
pub const CODE_VALID: u32 = 10 * 60;
/// Wrong codes after which the code is dead; the link still works (TOK-7).
pub const CODE_TRIES: u8 = 5;

/// How long the notice of a change is tried to be sent, in seconds: a week, since it must arrive.
pub(crate) const NOTICE_VALID: u32 = 7 * 24 * 60 * 60;
