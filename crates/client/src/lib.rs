//! The client of recovery services.
//!
//! [`RecoveryService`] is the trait that the app uses. [`HttpRecoveryService`] implements it with `reqwest` for a server
//! that a [`contract`] describes. [`self_check`] checks whether the server follows its contract, and [`recording`] records a
//! recovery and replays it. [`breach`] looks up breached passwords, and [`clock`] is the clock of this device.
//!
//! The types of requests and responses are in [`latchkey_core::service`].

mod base_url;
pub mod breach;
#[cfg(not(target_arch = "wasm32"))]
mod call_record;
pub mod clock;
pub mod contract;
#[cfg(not(target_arch = "wasm32"))]
mod excerpt;
#[cfg(not(target_arch = "wasm32"))]
mod html;
mod http;
mod http_response;
#[cfg(not(target_arch = "wasm32"))]
pub mod recording;
mod recovery_service;
mod response_summary;
mod retry;
mod retry_after;
#[cfg(not(target_arch = "wasm32"))]
pub mod self_check;
mod unconfigured;

pub use base_url::{BaseUrl, BaseUrlError};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use call_record::RawExchange;
#[cfg(not(target_arch = "wasm32"))]
pub use call_record::{CallRecord, ResponseDetails};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use http::Script;
pub use http::{CallLimits, HttpRecoveryService};
pub use recovery_service::RecoveryService;
pub use retry::{Failure, Idempotency, next_delay};
pub use retry_after::parse_retry_after;
pub use unconfigured::UnconfiguredService;
