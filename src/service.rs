//! What the screens ask a recovery service for, and what it may answer.

pub use latchkey_client::*;
pub use latchkey_core::service::*;
