//! Recovery links on their way in: what counts as one, how it reaches the running app, who the system hands it to.
//!
//! A link is untrusted text until [`RecoveryLink::parse`] has accepted it; between arriving and being read it lies
//! in the [`LinkInbox`]. Nothing here knows of screens or servers.

mod inbox;
mod parse;
#[cfg(not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")))]
pub mod register;
mod shape;
#[cfg(not(any(target_arch = "wasm32", target_os = "android", target_os = "ios")))]
pub mod single_instance;

pub use inbox::{IncomingLink, LinkInbox, Replaced};
pub use parse::{LINK_MAX_BYTES, LinkError, LinkProblem, LinkRules, RecoveryLink, find_link};
pub use shape::{LinkShape, PathShape, Refusal};
