//! Asks a recovery service: [`RecoveryService`] is what the screens ask for, [`HttpRecoveryService`] carries out a
//! [`contract`] with `reqwest`, and [`trial`] finds out whether a server answers as its contract says. Beside them a list
//! of breached passwords ([`breach`]) and the [`clock`] of this device.
//!
//! What is asked and answered is in [`latchkey_core::service`].

mod base_url;
pub mod breach;
#[cfg(not(target_arch = "wasm32"))]
mod call_made;
pub mod clock;
pub mod contract;
mod http;
mod recovery_service;
mod reply;
mod retry;
mod retry_after;
#[cfg(not(target_arch = "wasm32"))]
pub mod trial;
mod unconfigured;
mod unknown_answer;

pub use base_url::{BaseUrl, BaseUrlError};
#[cfg(not(target_arch = "wasm32"))]
pub use call_made::CallMade;
pub use http::{CallLimits, HttpRecoveryService};
pub use recovery_service::RecoveryService;
pub use retry::{Failure, Repeatable, next_delay};
pub use retry_after::parse_retry_after;
pub use unconfigured::Unconfigured;
