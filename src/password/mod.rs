//! New passwords: the policy of the service, the [`strength`] estimate, and the list of [`breach`]ed passwords.

pub mod strength;

pub use latchkey_client::breach;
pub use latchkey_core::password::{DEFAULT_MIN_LENGTH, PasswordPolicy, PasswordRejection, password_rules};
