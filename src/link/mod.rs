//! Incoming recovery links.
//!
//! A link is untrusted text until [`RecoveryLink::parse`] accepts it. Until the app takes it, it is stored in the
//! [`LinkInbox`].

mod inbox;

pub use inbox::{LinkInbox, Replaced};
#[cfg(not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")))]
pub(crate) use inbox::{LinkOutcome, Receipt};
pub use latchkey_core::link::{
    IncomingLink, LinkError, LinkProblem, LinkRejection, LinkRules, LinkShape, MAX_LINK_BYTES, PathShape,
    RecoveryLink, find_link,
};
