//! The format of contract files: how an account is recovered on one kind of server. Data and its checks; no calls.
//!
//! [`read`] takes the text of a file and gives a checked [`Contract`], which is also read from JSON, as a build script
//! writes it for the contracts that a program carries along. What a contract says of links, codes and passwords is told
//! in the terms of [`latchkey_core`]. docs/backends.md explains each key.

mod check;
mod link;
mod matching;
mod model;
pub mod pointer;
mod read;
mod response_field;
mod response_fields;
mod secrets;
mod shape;
mod span;
mod step;
mod template;
mod variables;

pub use link::{CODE_LENGTHS, Link, LinkError, Source};
pub use matching::{Kind, Match, Statuses};
pub use model::{Contract, DeclaredCapabilities, Hosted, Policy, Variable, VariableSpec};
pub use read::{ContractError, read};
pub use response_field::ResponseField;
pub use response_fields::ResponseFields;
pub use step::{Encoding, Method, ProofKind, Step};
pub use template::{Piece, Template};
pub use variables::VariableError;
