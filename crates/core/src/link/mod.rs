//! Recovery links: parsing, finding links in pasted text, and the link formats of services.
//!
//! A link is untrusted text until [`RecoveryLink::parse`] has accepted it. Schemes, hosts and paths are parameters
//! ([`LinkRules`]).

mod incoming;
mod parse;
pub mod pasted;
mod return_link;
mod shape;

pub use incoming::IncomingLink;
pub use parse::{LinkError, LinkProblem, LinkRules, MAX_LINK_BYTES, RecoveryLink, find_link};
pub use return_link::ReturnLink;
pub use shape::{LinkRejection, LinkShape, PathShape};
