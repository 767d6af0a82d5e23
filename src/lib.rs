//! Account recovery that people trust, for Dioxus apps.

pub mod clock;
pub mod password;
pub mod secret;
pub mod service;
