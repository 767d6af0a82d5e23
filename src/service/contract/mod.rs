//! Recovery at servers as each is described by a file: which calls ask for the e-mail and set the password, what their
//! answers mean, how the mailed link or code looks.
//!
//! A contract is data, ours like the others. `definition` has its shape and refuses what cannot be meant, `fill` puts
//! values into it where none can break out, `judge` reads answers by it, and
//! [`HttpRecoveryService`](super::HttpRecoveryService) carries it out. The files that come with the app are in
//! assets/backends, checked when it is built; an operator's own is read when it starts. A page in a browser has only
//! ours: the server that serves it speaks that.

mod built_in;
mod definition;
mod fill;
mod judge;
mod pointer;
mod refused;
mod shape;
mod told;
#[cfg(not(target_arch = "wasm32"))]
mod variables;

pub use definition::Contract;
pub(super) use definition::{Encoding, Kind, Method, Step, Tells};
pub(super) use fill::{Missing, Values};
#[cfg(not(target_arch = "wasm32"))]
pub(super) use judge::is_page;
pub(super) use judge::{Learned, judge};
pub(super) use refused::{Refused, unexpected};
pub(super) use told::Told;

#[cfg(not(target_arch = "wasm32"))]
pub use self::{
    built_in::names,
    definition::{ContractError, read},
    variables::{SetUpError, VariableError},
};
