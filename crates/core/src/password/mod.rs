//! What a new password must be: the service's policy, the reasons for which one is refused, and what a password manager
//! is told ([`password_rules`]).

mod policy;
mod refusal;
mod rules;

pub use policy::{MIN_LENGTH_UNSTATED, PasswordPolicy};
pub use refusal::Refusal;
pub use rules::password_rules;
