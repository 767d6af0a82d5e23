//! The recovery service: requests, responses and errors.

pub use latchkey_client::*;
pub use latchkey_core::service::*;
