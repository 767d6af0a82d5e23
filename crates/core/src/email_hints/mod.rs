//! Hints from an email address alone: a mistyped domain, and the provider's webmail. Hints never block a request. Pure.

mod typo;
mod webmail;

pub use typo::suggestion;
pub use webmail::{Webmail, webmail_of};
