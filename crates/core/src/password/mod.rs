//! The password policy of a service, reasons for rejection, and the rules for password managers ([`password_rules`]).

mod policy;
mod rejection;
mod rules;

pub use policy::{DEFAULT_MIN_LENGTH, PasswordPolicy};
pub use rejection::PasswordRejection;
pub use rules::password_rules;
