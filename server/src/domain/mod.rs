//! Basic types and pure rules. Nothing here does I/O, and nothing imports from the layers above.

pub(crate) mod busy_domains;
pub(crate) mod client_network;
pub(crate) mod clock;
pub(crate) mod device;
pub(crate) mod email_address;
pub(crate) mod lifetimes;
pub(crate) mod mail_schedule;
pub(crate) mod new_password_rules;
pub(crate) mod page_paths;
pub(crate) mod password;
pub(crate) mod throttle;
pub(crate) mod urls;
