//! Recovery on servers that are described by a contract file: which calls request the email and set the password, what
//! the responses mean, and how the mailed link or code looks.
//!
//! [`latchkey_contract`] compiles a file into a [`Contract`]. `render` builds requests from it: a value cannot leave its
//! place. `evaluate` interprets responses, and [`HttpRecoveryService`](crate::HttpRecoveryService) runs the calls. The
//! built-in contracts, ours among them, are in the folder `contracts` of this package and are compiled at build time. An
//! operator's own contract is read at startup. The page in a browser has only our contract, because it is always served by
//! our server.

mod built_in;
mod capture;
mod email_hash;
mod evaluate;
#[cfg(not(target_arch = "wasm32"))]
mod form_field;
mod last_response;
mod operation_error;
mod render;
#[cfg(not(target_arch = "wasm32"))]
mod setup;
mod value;

pub use built_in::built_in;
#[cfg(not(target_arch = "wasm32"))]
pub use built_in::ids;
pub(crate) use email_hash::email_sha256;
pub(crate) use evaluate::{StepOutput, evaluate, repeated_by};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use evaluate::{captured_values, deciding_rule, is_page};
pub(crate) use last_response::{LastResponse, is_in_state};
pub(crate) use latchkey_contract::{
    Body, ContractStep, ErrorKind, JsonTemplate, Method, ResponseField, ResponseFields, Template,
};
pub use latchkey_contract::{Contract, ContractError, RulePath, VariableError, read};
pub(crate) use operation_error::{OperationError, unexpected};
pub(crate) use render::{Captured, RenderError, Values};
#[cfg(not(target_arch = "wasm32"))]
pub use setup::{SetupError, contract_base_url};
