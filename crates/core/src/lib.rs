//! Rules that the app and the server share, and the recovery as a state machine.
//!
//! App and server parse email addresses, codes, links and language tags with the same functions, so that they always
//! agree. [`flow`] is the state machine, [`secret`], [`link`], [`password`] and [`service`] have its types.
//!
//! Everything is a pure function of its arguments: no I/O, no clock, no user interface. The crate compiles to WebAssembly.

pub mod code;
pub mod digits;
pub mod email_address;
pub mod email_hints;
pub mod flow;
pub mod identity;
pub mod language_tag;
pub mod link;
pub mod normalization;
pub mod password;
pub mod pending;
pub mod secret;
pub mod service;
pub mod suggestion;
pub mod time;
pub mod truncate;

pub use code::CodeShape;
pub use email_address::EmailAddress;
pub use identity::AppIdentity;

/// A malformed value. It contains the kind of value, never the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid {0}")]
pub struct Malformed(pub &'static str);
