//! What a contract file says, and whether it can be meant: data and its checks, no calls.
//!
//! build.rs includes this folder by its path to check the files of assets/backends, so nothing here uses the rest of
//! the crate. The app reads what build.rs wrote as JSON, and an operator's own file as TOML with the same checks.

#[cfg(not(target_arch = "wasm32"))]
mod check;
mod link;
mod matching;
mod model;
#[cfg(not(target_arch = "wasm32"))]
mod place;
#[cfg(not(target_arch = "wasm32"))]
mod read;
#[cfg(not(target_arch = "wasm32"))]
mod secrets;
mod step;
mod tells;
mod template;

pub use link::{CODE_LENGTHS, CodeKind, Link, LinkKind, Source};
pub use matching::{Kind, Match, Reason};
pub use model::{Contract, Hosted};
pub use step::{Encoding, Method, ProofKind, Step};
pub use tells::Tells;
pub use template::{Piece, Template};
#[cfg(not(target_arch = "wasm32"))]
pub use {
    model::Variable,
    read::{ContractError, read},
    secrets::is_secret_value,
};
