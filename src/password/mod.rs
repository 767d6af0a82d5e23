//! New passwords: the service's rules for them, how their [`strength`] is measured, and the list of [`breach`]ed ones.

pub mod strength;

pub use latchkey_client::breach;
pub use latchkey_core::password::{MIN_LENGTH_UNSTATED, PasswordPolicy, Refusal, password_rules};
