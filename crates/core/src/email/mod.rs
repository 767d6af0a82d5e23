//! What can be told from an e-mail address alone: that its domain looks mistyped, and where its mailbox is read. Data
//! and hints; nothing here is asked of anybody, and nothing decides whether a request is sent. Pure.

mod typo;
mod webmail;

pub use typo::suggestion;
pub use webmail::{Webmail, webmail_of};
