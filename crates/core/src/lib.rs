//! What a person brings, read in one place: the app and the server use the same functions, so that they never judge an
//! address, a code, a pasted link or a language tag differently. And the recovery itself as a state machine ([`flow`]),
//! with the types that it is about: secrets, links, passwords, the answers of a service.
//!
//! Everything here is a pure function of its arguments. There is no I/O, no clock and no user interface, and the crate
//! compiles to WebAssembly.

pub mod code;
pub mod email;
pub mod email_address;
pub mod flow;
pub mod fold;
pub mod identity;
pub mod language_tag;
pub mod link;
pub mod password;
pub mod pending;
pub mod secret;
pub mod service;
pub mod text;
pub mod time;

pub use code::CodeShape;
pub use email_address::EmailAddress;
pub use identity::AppIdentity;

/// A wrongly shaped value. It names the kind, never the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid {0}")]
pub struct Malformed(pub &'static str);
