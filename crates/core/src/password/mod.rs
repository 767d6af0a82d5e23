//! The password policy of a service, reasons for rejection, and the rules for password managers ([`password_rules`]).

mod policy;
mod rejection;
mod rules;

pub use policy::{MIN_LENGTH_UNSTATED, PasswordPolicy};
pub use rejection::PasswordRejection;
pub use rules::password_rules;
