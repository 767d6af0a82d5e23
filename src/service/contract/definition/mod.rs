//! What a contract file says, and whether it can be meant: data and its checks, no calls.
//!
//! build.rs includes this folder by its path to check the files of assets/backends, so nothing here uses the rest of
//! the crate. The app reads what build.rs wrote as JSON, and an operator's own file as TOML with the same checks.

mod check;
mod link;
mod matching;
mod model;
mod place;
mod read;
mod secrets;
mod template;

pub use link::{CodeKind, Link, LinkKind, Source};
pub use matching::{Kind, Match, Reason};
pub use model::{Contract, Encoding, Method, ProofKind, Step, Variable};
pub use read::{ContractError, read};
pub use secrets::is_secret_value;
pub use template::{Piece, Template};
