//! The format of contract files: how to recover an account on one kind of server.
//!
//! [`read`] compiles the text of a file into a [`Contract`]: templates, pointers, matches and operations as types. A
//! compiled contract can also be serialized, which a build script does for the contracts that a program includes. The
//! crate makes no calls. docs/contracts.md explains each key.

mod body;
mod body_file;
mod capture;
mod check;
mod code;
mod compiled;
mod contract;
mod core_types;
mod diagnostic;
mod error_fallback;
mod file;
mod link_kind;
mod link_kinds;
mod matching;
mod operation;
mod path_pattern;
mod path_template;
mod pointer;
mod read;
mod redirect;
mod repeat;
mod reset;
mod response_field;
mod response_fields;
mod response_parts;
mod rule;
#[cfg(feature = "schema")]
mod schema;
mod secrets;
mod span;
mod step;
mod step_condition;
mod template;
mod token;
mod variables;

pub use body::{Body, JsonTemplate};
pub use capture::Capture;
pub use code::{CODE_LENGTHS, Code};
pub use compiled::from_json;
pub use contract::{Contract, DeclaredCapabilities, Policy, Variable, VariableSpec};
pub use error_fallback::ErrorFallback;
pub use link_kind::{LinkErrorMatch, LinkKind, ProofSource};
pub use link_kinds::LinkKinds;
pub use matching::{BodyMatch, Condition, ErrorKind, ErrorMatch, ResponseMatch, Statuses};
pub use operation::Operation;
pub use path_pattern::{PathPattern, PathPatternError};
pub use path_template::{PathTemplate, PathTemplateError};
pub use pointer::{Pointer, PointerError};
pub use read::{ContractError, read};
pub use redirect::{RedirectTarget, RedirectTargetError};
pub use repeat::Repeat;
pub use reset::{HostedPage, Reset, ResetSteps};
pub use response_field::ResponseField;
pub use response_fields::ResponseFields;
pub use rule::{Rule, RulePath};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use step::{ContractStep, Headers, Method, ProofKind};
pub use template::{Piece, Template, TemplateError};
pub use variables::VariableError;
