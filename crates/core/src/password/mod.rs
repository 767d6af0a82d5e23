//! The password policy of a service, reasons for refusal, and the rules for password managers ([`password_rules`]).

mod policy;
mod refusal;
mod rules;

pub use policy::{MIN_LENGTH_UNSTATED, PasswordPolicy};
pub use refusal::Refusal;
pub use rules::password_rules;
