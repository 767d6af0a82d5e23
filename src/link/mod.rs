//! Recovery links on their way in: how one reaches the running app, and who the system hands it to.
//!
//! A link is untrusted text until [`RecoveryLink::parse`] has accepted it; between arriving and being read it lies
//! in the [`LinkInbox`]. Nothing here knows of screens or servers.

mod inbox;
#[cfg(not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")))]
pub mod register;
#[cfg(not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")))]
pub mod single_instance;

pub use inbox::{LinkInbox, Replaced};
pub use latchkey_core::link::{
    IncomingLink, LINK_MAX_BYTES, LinkError, LinkProblem, LinkRules, LinkShape, PathShape, RecoveryLink,
    Refusal, find_link,
};
