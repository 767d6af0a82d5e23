//! Asks a recovery service: [`RecoveryService`] is what the screens ask for, [`HttpRecoveryService`] carries out a
//! [`contract`] with `reqwest`, and [`self_check`] finds out whether a server answers as its contract says. Beside them a list
//! of breached passwords ([`breach`]) and the [`clock`] of this device.
//!
//! What is asked and answered is in [`latchkey_core::service`].

mod base_url;
pub mod breach;
#[cfg(not(target_arch = "wasm32"))]
mod call_record;
pub mod clock;
pub mod contract;
mod http;
mod recovery_service;
mod reply;
mod response_summary;
mod retry;
mod retry_after;
#[cfg(not(target_arch = "wasm32"))]
pub mod self_check;
mod unconfigured;

pub use base_url::{BaseUrl, BaseUrlError};
#[cfg(not(target_arch = "wasm32"))]
pub use call_record::CallRecord;
pub use http::{CallLimits, HttpRecoveryService};
pub use recovery_service::RecoveryService;
pub use retry::{Failure, Idempotency, next_delay};
pub use retry_after::parse_retry_after;
pub use unconfigured::Unconfigured;
