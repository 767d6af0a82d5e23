//! Account recovery that people trust, for Dioxus apps.

pub mod built_in;
pub mod clock;
pub mod config;
pub mod flow;
pub mod link;
pub mod password;
pub mod platform;
pub mod secret;
pub mod service;
pub mod vault;
