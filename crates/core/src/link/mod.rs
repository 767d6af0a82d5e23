//! Recovery links: what counts as one, how one is found in pasted text, what the links of a particular service look like.
//!
//! A link is untrusted text until [`RecoveryLink::parse`] has accepted it. The rules take schemes, hosts and paths as a
//! value; nothing here knows whose they are.

mod incoming;
mod parse;
pub mod pasted;
mod shape;

pub use incoming::IncomingLink;
pub use parse::{LINK_MAX_BYTES, LinkError, LinkProblem, LinkRules, RecoveryLink, find_link};
pub use shape::{LinkShape, PathShape, Refusal};
