//! Recovery at servers as each is described by a contract file: which calls ask for the e-mail and set the password, what
//! their answers mean, how the mailed link or code looks.
//!
//! A contract is data, ours like the others. [`latchkey_contract`] has its format and refuses what cannot be meant, `fill`
//! puts values into it where none can break out, `evaluate` reads answers by it, and
//! [`HttpRecoveryService`](crate::HttpRecoveryService) carries it out. The files that come with the app are in the folder
//! contracts of this package, checked when it is built; an operator's own is read when it starts. A page in a browser has
//! only ours: the server that serves it speaks that.

mod built_in;
mod evaluate;
mod operation_error;
mod render;
#[cfg(not(target_arch = "wasm32"))]
mod setup;

pub use built_in::built_in;
#[cfg(not(target_arch = "wasm32"))]
pub use built_in::names;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use evaluate::is_page;
pub(crate) use evaluate::{StepOutput, evaluate};
pub use latchkey_contract::{Contract, ContractError, VariableError, read};
pub(crate) use latchkey_contract::{Encoding, Kind, Method, ResponseField, ResponseFields, Step};
pub(crate) use operation_error::{OperationError, unexpected};
pub(crate) use render::{RenderError, Values};
#[cfg(not(target_arch = "wasm32"))]
pub use setup::{SetupError, address};
